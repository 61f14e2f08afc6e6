"""CON006: people do not learn that AI takes part."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, known_any, rule
from orchestrator_lint.rules.contest.concerned import must_make_itself_known
from orchestrator_lint.rules.contest.examples import BY_HAND, LIGHT, LIGHTER, decided

MISSING = Text(
    en="It is not stated how {groups} learn that AI takes part in {decisions}. Name in `notice.persons` the letter, page or text that tells them.",
    de="Es ist nicht angegeben, wie {groups} erfahren, dass KI an {decisions} mitwirkt. Nennen Sie in `notice.persons` das Schreiben, die Seite oder den Text, der es ihnen sagt.",
)
NO_EXCUSE = Text(
    en="The reason given for not telling {groups} that AI takes part does not suffice for {decisions}: it is accepted only where the impact is below `high`, the effect neither `significant` nor `legal`, and the risk class not `high`. Name in `notice.persons` the letter, page or text that tells them.",
    de="Die Begründung dafür, dass {groups} nichts von der Mitwirkung der KI erfahren, genügt für {decisions} nicht: Anerkannt wird sie nur unterhalb der Auswirkung `high`, ohne die Wirkung `significant` oder `legal` und außerhalb der Risikoklasse `high`. Nennen Sie in `notice.persons` das Schreiben, die Seite oder den Text, der es ihnen sagt.",
)
_HERE = "spaces.lending.decisions.raise-limit.notice"
_WORKERS = "workers: Works agreement 12/2025, alternative: 'Branch, or telephone 0800 0000000'"
_NO_ONE = f"notice: {{{_WORKERS}}}"
_OBVIOUS = f"notice: {{persons: {{none_because: The offer itself shows the score.}}, {_WORKERS}}}"
_NONE = "notice: {none_because: The offer itself shows the score.}"
_CHATBOT = "impact: {as: exposed, level: low, effect: economic}, law: {risk_class: transparency, area: none}"


@rule(
    code="CON006",
    name="person-not-informed",
    severity=Severity.ERROR,
    title=Text(en="People do not learn that AI takes part", de="Betroffene erfahren nicht, dass KI mitwirkt"),
    why=Text(
        en="Transparency begins with knowing that a machine is involved.",
        de="Transparenz beginnt damit, von der Maschine überhaupt zu wissen.",
    ),
    asks_from="planned",
    serves=("S3",),
    provisions=(
        "eu-ai-act 26(7)",
        "eu-ai-act 26(11)",
        "eu-ai-act 50(1)",
        "gdpr 13",
        "gdpr 14",
        "iso-42001 A.8.5",
        "nist-ai-rmf GOVERN 4.2",
        "nist-ai-rmf MAP 5.2",
    ),
    duty="eu-ai-act 50(1)",
    waivable=False,
    accepts_reason=True,
    fix="notice: {persons: TODO}",
    bad=Bad(decided(_NO_ONE), at=_HERE),
    good=Good(decided(f"notice: {{persons: Note under the application form, {_WORKERS}}}")),
    cases=(
        Bad(
            "spaces: {lending: {every_decision: {notice: {persons: ' '}}}}",
            at="spaces.lending.every_decision.notice.persons",
        ),
        Bad(decided(f"{_NO_ONE}, {LIGHTER}, status: planned"), at=_HERE),
        Bad(decided(f"{_NO_ONE}, {_CHATBOT}"), at=_HERE),
        Bad(decided(_OBVIOUS), at=f"{_HERE}.persons"),
        Bad(decided(_NONE), at=_HERE),
        Good(decided(f"{_OBVIOUS}, {LIGHTER}")),
        Good(decided(f"{_NONE}, {LIGHTER}")),
        Good(decided(f"{_OBVIOUS}, {_CHATBOT}")),
        Good(decided("notice: {state: planned}").replace("raise-limit: {", "raise-limit: {status: suspended, ", 1)),
        Good(decided(f"{_NO_ONE}, {LIGHT}")),
        Good(decided(f"{_NO_ONE}, impact: {{as: exposed}}")),
        Good(decided(f"{_NO_ONE}, {BY_HAND}")),
        Good(decided(f"{_NO_ONE}, status: draft")),
        Good(decided(f"{_NO_ONE}, status: retired")),
    ),
)
def person_not_informed(decision: Decision) -> Iterator[Problem]:
    """Flag a decision made with AI about people of some weight, or a system that must make itself known, without a notice.

    A reason is accepted where the decision is not serious: that it is obvious, say.
    """
    if not decision.acts_from("informs") or not decision.affects_people or not _must_be_known(decision):
        return
    notice, persons = decision.notice, decision.notice.persons
    reason = notice if notice.reasoned else persons
    if reason.reasoned:
        if decision.is_serious:
            yield decision.gap(reason, NO_EXCUSE, groups=decision.groups).beside(decision.impact.place)
    elif not persons and not notice.settled:
        yield decision.gap(persons, MISSING, groups=decision.groups).beside(decision.impact.place)


def _must_be_known(decision: Decision) -> bool:
    """Whether the class asks for a disclosure, or the decision weighs on those about whom it is taken."""
    if must_make_itself_known(decision):
        return True
    return not decision.only_exposes and known_any((lambda: decision.weighs("moderate"), lambda: decision.is_serious))
