"""OVR009: departures from the machine leave no trace."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="It is not stated that departures from the machine in {decisions} are recorded. Record them and write `logged: true` in `oversight.override`; without them nobody learns where the system errs.",
    de="Es ist nicht angegeben, dass Abweichungen von der Maschine bei {decisions} festgehalten werden. Halten Sie sie fest und schreiben Sie `logged: true` in `oversight.override`; sonst erfährt niemand, wo das System irrt.",
)
_AT = "spaces.lending.decisions.raise-limit.oversight.override"


def _decision(override: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{override: {{{override}}}}}}}}}}}}}"


@rule(
    code="OVR009",
    name="override-not-logged",
    severity=Severity.WARNING,
    title=Text(
        en="Departures from the machine are not recorded", de="Abweichungen von der Maschine werden nicht festgehalten"
    ),
    why=Text(
        en="What people overrule is the best evidence of where a system is wrong, and of whether they still dare to.",
        de="Was Menschen übersteuern, zeigt am besten, wo ein System irrt und ob sie es noch wagen.",
    ),
    asks_from="planned",
    serves=("S3", "S8"),
    provisions=(
        "eu-ai-act 12(2)",
        "eu-ai-act 26(5)",
        "eu-ai-act 26(6)",
        "gdpr 5(2)",
        "iso-42001 A.6.2.8",
        "nist-ai-rmf MANAGE 4.1",
        "nist-ai-rmf MEASURE 2.8",
        "owasp-aisvs C14.3.1",
    ),
    waits_for=("OVR001", "OVR002"),
    bad=Bad(_decision("logged: false"), at=f"{_AT}.logged"),
    good=Good(_decision("logged: true")),
    cases=(
        Bad(_decision("logged: null", "status: planned, autonomy: prepares"), at=_AT),
        Good(_decision("logged: null, state: planned").replace("status: live", "status: suspended")),
        Good(_decision("logged: null", "autonomy: informs")),
        Good(_decision("logged: null", "status: draft")),
        Good(_decision("logged: null", "status: retired")),
    ),
)
def override_not_logged(decision: Decision) -> Iterator[Problem]:
    """Flag a decision from `prepares` upwards whose departures from the machine are not said to be recorded."""
    override = decision.oversight.override
    if decision.acts_from("prepares") and override.logged.plain is not True and not override.settled:
        yield decision.gap(override.logged, MESSAGE).beside(override.may.place)
