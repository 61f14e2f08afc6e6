"""A decision in, the hours a week that its cases take out."""

from orchestrator_lint.model import Decision


def hours_a_week(decision: Decision) -> float | None:
    """Give cases a week times minutes a case, in hours; None where one of both is not stated."""
    workload = decision.oversight.workload
    cases, minutes = workload.cases_per_week, workload.minutes_per_case
    return float(cases.plain * minutes.plain / 60) if cases and minutes else None
