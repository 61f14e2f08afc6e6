"""SAF003: nobody knows how it goes on without the machine."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, rule

MESSAGE = Text(
    en="What holds in {decisions} when the AI fails or has been stopped is not stated. Describe in `oversight.fallback` how people decide without it: who, with what, and how fast.",
    de="Was bei {decisions} gilt, wenn die KI ausfällt oder angehalten ist, ist nicht angegeben. Beschreiben Sie in `oversight.fallback` die Rückfallebene: wer dann ohne die KI entscheidet, womit und wie schnell.",
)
_HERE = "spaces.lending.decisions.raise-limit.oversight.fallback"
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"


def _with(fallback: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{fallback: {fallback}}}}}}}}}}}"


@rule(
    code="SAF003",
    name="no-fallback",
    severity=Severity.ERROR,
    title=Text(en="Nothing holds when the AI fails", de="Nichts trägt, wenn die KI ausfällt"),
    why=Text(
        en="Only who can do without the machine is free to stop it.",
        de="Nur wer ohne die Maschine auskommt, hat die Freiheit, sie anzuhalten.",
    ),
    asks_from="planned",
    serves=("S9",),
    provisions=(
        "eu-ai-act 15(4)",
        "gdpr 32(1)(c)",
        "iso-42001 A.6.2.6",
        "nist-ai-rmf GOVERN 6.2",
        "nist-ai-rmf MANAGE 2.1",
    ),
    accepts_reason=True,
    fix="oversight: {fallback: {how: TODO}}",
    bad=Bad(_with("null"), at=_HERE),
    good=Good(_with("{how: null, en: Two people fill in the scorecard.}")),
    cases=(
        Bad(_with("{how: ' '}"), at=_HERE),
        Bad(_with("''", "status: planned, autonomy: prepares"), at=_HERE),
        Bad(
            _with("null", "impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}"),
            at=_HERE,
        ),
        Bad(_with("null", "impact: {level: low, effect: economic}, law: {risk_class: high}"), at=_HERE),
        Good(_with("Two people fill in the scorecard.", "status: planned")),
        Good(_with("{how: null, de: Zwei Personen füllen den Bogen aus.}")),
        Good(_with("{how: null, tested: null, none_because: The limit stays as it is until the score is back.}")),
        Good(_with("{how: null, tested: null, state: planned}", "status: planned")),
        Good(_with("null", _LIGHT)),
        Good(_with("null", "autonomy: informs")),
        Good(_with("null", "status: draft")),
        Good(_with("null", "status: retired")),
    ),
)
def no_fallback(decision: Decision) -> Iterator[Problem]:
    """Flag a decision from `prepares` upwards, of moderate impact or serious, without words on how it goes on by hand.

    A reason is accepted.
    """
    fallback = decision.oversight.fallback
    if not decision.acts_from("prepares") or not (decision.weighs("moderate") or decision.is_serious):
        return
    if not fallback.settled and not _is_described(fallback):
        yield decision.gap(fallback, MESSAGE).beside(decision.machine.place_of("systems"))


def _is_described(fallback: Value) -> bool:
    if not isinstance(fallback.plain, dict):
        return bool(fallback)
    return any(bool(fallback.child(key)) for key in ("how", "en", "de"))
