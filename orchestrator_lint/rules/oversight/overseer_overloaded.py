"""OVR011: one role oversees more than it has hours for."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Decisions, Good, Problem, Role, Severity, Text, Unknown, rule
from orchestrator_lint.rules.oversight.numbers import number_text
from orchestrator_lint.rules.oversight.workload import hours_a_week

TOO_MUCH = Text(
    en="`{role}` would have to judge {total} hours of cases a week and has {count}. Spread {decisions} over more people, lower the number of cases, or raise `capacity.hours_per_week`.",
    de="`{role}` müsste in der Woche {total} Stunden lang Fälle beurteilen und hat {count}. Verteilen Sie {decisions} auf mehr Menschen, senken Sie die Zahl der Fälle, oder erhöhen Sie `capacity.hours_per_week`.",
)
NOT_STATED = Text(
    en="`{role}` oversees {decisions}, {total} hours of cases a week, but how much time is kept free for that is not stated. Write it in `capacity.hours_per_week`.",
    de="`{role}` beaufsichtigt {decisions}, das sind {total} Stunden Fälle in der Woche, aber wie viel Zeit dafür frei ist, ist nicht angegeben. Tragen Sie sie in `capacity.hours_per_week` ein.",
)
_AT = "roles.case-worker.capacity"
_SECOND = "spaces: {lending: {decisions: {lower-limit: {x-like: lending/raise-limit, %s}}}}"


def _two(hours: str, second: str = "status: live") -> str:
    return f"roles: {{case-worker: {{capacity: {{hours_per_week: {hours}}}}}}}\n{_SECOND % second}"


@rule(
    code="OVR011",
    name="overseer-overloaded",
    severity=Severity.WARNING,
    title=Text(en="An overseer has more cases than hours", de="Eine Aufsicht hat mehr Fälle als Stunden"),
    why=Text(
        en="Every single decision may look well overseen while the person who oversees them all cannot keep up.",
        de="Jede Entscheidung für sich mag gut beaufsichtigt aussehen, während der Mensch, der sie alle beaufsichtigt, nicht nachkommt.",
    ),
    asks_from="pilot",
    serves=("S12",),
    provisions=("eu-ai-act 26(2)", "iso-42001 A.4.6", "nist-ai-rmf GOVERN 2.1"),
    waits_for=("OVR014",),
    bad=Bad(_two("3.5"), at=f"{_AT}.hours_per_week"),
    good=Good(_two("4")),
    cases=(
        Bad(_two("null"), at=_AT),
        Bad("roles: {case-worker: {capacity: null}}", at="roles.case-worker"),
        Good(_two("3.5", "status: planned")),
        Good(_two("3.5", "status: suspended")),
        Good(_two("3.5", "status: retired")),
        Good(
            _two("3.5", "oversight: {by: chief-risk-officer}").replace(
                "roles: {", "roles: {chief-risk-officer: {sees: [datasets/credit-file, systems/repayment-score]}, "
            )
        ),
        Good(_two("3.5", "status: suspended, oversight: {workload: null, state: in-progress}")),
        Good(
            "roles: {case-worker: {capacity: null}}\n"
            "spaces: {lending: {decisions: {raise-limit: {oversight: {workload: {cases_per_week: null, minutes_per_case: null, minutes_needed: null, basis: null, none_because: A case comes up once a year.}}}}}}"
        ),
    ),
)
def overseer_overloaded(role: Role, used_by: Decisions) -> Iterator[Problem]:
    """Flag a role whose decisions in use take more hours a week than it has, or than anybody stated.

    A decision of which something is unknown only adds to the sum: it is left out.
    """
    loads = {decision: hours for decision in used_by if (hours := _hours(decision, role)) is not None}
    if not loads:
        return
    capacity, total = role.capacity.hours_per_week, sum(loads.values())
    values = {"role": role.id, "total": number_text(total), "decisions": Decisions(loads).addresses}
    places = [decision.oversight.workload.place for decision in loads]
    if not capacity:
        yield capacity.problem(NOT_STATED, **values).beside(*places)
    elif total > capacity.plain:
        yield capacity.problem(TOO_MUCH, count=number_text(capacity.plain), **values).beside(*places)


def _hours(decision: Decision, role: Role) -> float | None:
    try:
        oversees = decision.life != "suspended" and decision.oversight.by.target == role
        return hours_a_week(decision) if oversees else None
    except Unknown:
        return None
