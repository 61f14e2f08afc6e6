"""CON013: who says nothing has lost."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.contest.examples import BY_HAND, decided

MESSAGE = Text(
    en="Whoever does not answer is decided against in {decisions} (`on_silence: adverse`). People are silent because a letter got lost, because they are ill or do not understand it; that is no proof. Write `hold` or `favourable`, and reach them on another way.",
    de="Wer sich nicht äußert, gegen den wird bei {decisions} entschieden (`on_silence: adverse`). Menschen schweigen, weil ein Brief verloren geht, weil sie krank sind oder ihn nicht verstehen; ein Beweis ist das nicht. Schreiben Sie `hold` oder `favourable`, und versuchen Sie, sie auf einem anderen Weg zu erreichen.",
)
_HERE = "spaces.lending.decisions.raise-limit.hearing.on_silence"
_ADVERSE = "hearing: {on_silence: adverse}"


@rule(
    code="CON013",
    name="silence-counts-against-person",
    severity=Severity.ERROR,
    title=Text(en="Silence counts against people", de="Schweigen zählt gegen die Betroffenen"),
    why=Text(
        en="Where silence is taken for guilt, those lose who find it hardest to answer.",
        de="Wo Schweigen als Schuld gilt, verlieren die, denen das Antworten am schwersten fällt.",
    ),
    asks_from="draft",
    serves=("S6", "S3"),
    provisions=("eu-ai-act 27(1)(d)", "gdpr 5(1)(a)", "gdpr 22(3)", "iso-42001 A.5.4", "nist-ai-rmf MEASURE 3.3"),
    bad=Bad(decided(_ADVERSE), at=_HERE),
    good=Good(decided("hearing: {on_silence: favourable}")),
    cases=(
        Bad(decided(f"{_ADVERSE}, status: draft"), at=_HERE),
        Bad(decided(f"{_ADVERSE}, {BY_HAND}"), at=_HERE),
        Bad(
            "spaces: {lending: {every_decision: {hearing: {within: 10 days, on_silence: adverse}}, decisions: {raise-limit: {hearing: null}}}}",
            at="spaces.lending.every_decision.hearing.on_silence",
        ),
        Good(decided(f"{_ADVERSE}, impact: {{as: exposed}}")),
        Good(
            decided(
                f"{_ADVERSE}, impact: {{affects: [], effect: none, level: none}}, law: {{risk_class: minimal, area: none}}"
            )
        ),
        Good(decided(f"{_ADVERSE}, status: retired")),
    ),
)
def silence_counts_against_person(decision: Decision) -> Iterator[Problem]:
    """Flag a decision about people that goes against those who do not answer, whoever takes it and however early.

    What happens when the organisation itself does not answer in time is ESC003's.
    """
    silence = decision.hearing.on_silence
    if silence.plain == "adverse" and not decision.only_exposes and not decision.spares_people:
        yield decision.gap(silence, MESSAGE).beside(decision.impact.place)
