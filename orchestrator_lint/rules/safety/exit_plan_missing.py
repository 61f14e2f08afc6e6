"""SAF007: nobody has thought of how to leave the system."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Severity, System, Text, rule
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="How {decisions} can do without `{system}` for good is not stated. Write in `exit_plan` when it ends, what takes its place, and what becomes of its data.",
    de="Wie es bei {decisions} auf Dauer ohne `{system}` geht, ist nicht angegeben. Schreiben Sie in `exit_plan`, wann es endet, was an seine Stelle tritt und was mit seinen Daten geschieht.",
)
_HERE = "systems.repayment-score"


def _with(plan: str, decision: str = "status: live") -> str:
    return (
        f"systems: {{repayment-score: {{exit_plan: {plan}}}}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


@rule(
    code="SAF007",
    name="exit-plan-missing",
    severity=Severity.NOTE,
    title=Text(en="No way out of a system", de="Kein Weg, sich von einem System zu trennen"),
    why=Text(
        en="Who cannot leave a system is led by it.",
        de="Wer sich von einem System nicht trennen kann, wird von ihm geführt.",
    ),
    asks_from="pilot",
    profile="assured",
    serves=("S9",),
    provisions=("iso-42001 A.6.2.5", "nist-ai-rmf GOVERN 1.7"),
    accepts_reason=True,
    fix="exit_plan: TODO",
    bad=Bad(_with("null"), at=_HERE),
    good=Good(_with("{de: Nach 2028 wieder der Bewertungsbogen; die Daten werden gelöscht.}")),
    cases=(
        Bad(_with("' '", "status: pilot"), at=f"{_HERE}.exit_plan"),
        Bad(_with("{none_because: ''}"), at=f"{_HERE}.exit_plan"),
        Good(_with("{none_because: Its 14 rules can be worked out by hand.}")),
        Good(_with("{state: in-progress}", "status: pilot")),
        Good(_with("null", "status: planned")),
        Good(_with("null", "status: retired")),
    ),
)
def exit_plan_missing(system: System, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag a system in use without a plan of how to do without it; a reason is accepted."""
    plan = system.exit_plan
    if used_by and not plan and not plan.settled:
        problem = plan.problem(MESSAGE, system=system.id, decisions=used_by.addresses)
        yield problem.beside(*network.naming(system, used_by))
