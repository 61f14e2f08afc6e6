"""OVR007: only those who depart from the machine must give reasons."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="In {decisions} only those who depart from the machine must give reasons (`deviation`); agreeing costs nothing. Write `justification: both`, so that following it needs a reason too.",
    de="Bei {decisions} muss sich nur rechtfertigen, wer von der Maschine abweicht (`deviation`); Zustimmen kostet nichts. Schreiben Sie `justification: both`, damit auch eine Begründung braucht, wer ihr folgt.",
)
_AT = "spaces.lending.decisions.raise-limit.oversight.override.justification"


def _decision(justification: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{override: {{justification: {justification}}}}}}}}}}}}}"


@rule(
    code="OVR007",
    name="override-penalised",
    severity=Severity.WARNING,
    title=Text(
        en="Only those who depart from the machine must give reasons",
        de="Nur wer von der Maschine abweicht, muss sich rechtfertigen",
    ),
    why=Text(
        en="Friction on one side only turns oversight into agreement.",
        de="Eine Hürde, die nur auf einer Seite steht, macht aus Aufsicht Zustimmung.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S4",),
    provisions=("eu-ai-act 14(4)(b)", "iso-42001 A.9.2", "nist-ai-rmf MEASURE 2.13"),
    waits_for=("OVR001", "OVR002"),
    bad=Bad(_decision("deviation"), at=_AT),
    good=Good(_decision("both")),
    cases=(
        Bad(_decision("deviation", "status: planned, autonomy: prepares"), at=_AT),
        Good(_decision("deviation", "autonomy: informs")),
        Good(_decision("deviation", "status: draft")),
        Good(_decision("deviation", "status: retired")),
    ),
)
def override_penalised(decision: Decision) -> Iterator[Problem]:
    """Flag a decision from `prepares` to `acts-unless-vetoed` in which only a departure must be justified."""
    justification = decision.oversight.override.justification
    if justification.plain == "deviation" and decision.decides_within("prepares", "acts-unless-vetoed"):
        yield decision.gap(justification, MESSAGE).beside(decision.oversight.by.place)
