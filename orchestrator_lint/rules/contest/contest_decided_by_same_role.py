"""CON002: whoever took part in a decision decides on its contest."""

from collections.abc import Iterator
from typing import NamedTuple

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, Text, Value, rule
from orchestrator_lint.rules.contest.examples import BY_HAND, LIGHT, decided

SAME_ROLE = Text(
    en="Contests of {decisions} are answered by `{role}`, which already has a part there (`{field}`). Name in `contest.decided_by` a role that has none.",
    de="Anfechtungen von {decisions} beantwortet `{role}`, und diese Rolle ist dort schon beteiligt (`{field}`). Nennen Sie in `contest.decided_by` eine Rolle, die es nicht ist.",
)
SAME_PERSON = Text(
    en="Contests of {decisions} are answered by `{role}`. The same person holds `{other}`, which already has a part there (`{field}`). Name in `contest.decided_by` a role that somebody else holds.",
    de="Anfechtungen von {decisions} beantwortet `{role}`. Dieselbe Person hat die Rolle `{other}` inne, die dort schon beteiligt ist (`{field}`). Nennen Sie in `contest.decided_by` eine Rolle, die jemand anderes innehat.",
)
NOBODY = Text(
    en="Who decides on contests of {decisions} is not stated. Name in `contest.decided_by` a role that had no part in the decision.",
    de="Wer über Anfechtungen von {decisions} entscheidet, ist nicht angegeben. Nennen Sie in `contest.decided_by` eine Rolle, die an der Entscheidung nicht beteiligt war.",
)
_HERE = "spaces.lending.decisions.raise-limit.contest.decided_by"
_INSIGHT = (
    "systems: {repayment-score: {logic: {open_to: [credit-committee, case-worker, head-of-lending, ombudsperson]}}}\n"
)


def _decided_by(role: str, more: str = "status: live") -> str:
    return _INSIGHT + decided(f"{more}, contest: {{decided_by: {role}}}")


@rule(
    code="CON002",
    name="contest-decided-by-same-role",
    severity=Severity.WARNING,
    title=Text(
        en="A decision is contested before those who took it", de="Wer entschieden hat, entscheidet über die Anfechtung"
    ),
    why=Text(
        en="Nobody should be the judge of their own decision.",
        de="Niemand soll über seine eigene Entscheidung urteilen.",
    ),
    asks_from="planned",
    serves=("S9",),
    provisions=("gdpr 22(3)", "iso-42001 A.3.3", "nist-ai-rmf MEASURE 1.3"),
    waits_for=("CON001", "CON008"),
    bad=Bad(_decided_by("case-worker"), at=_HERE),
    good=Good(_decided_by("ombudsperson")),
    cases=(
        Bad(_decided_by("head-of-lending"), at=_HERE),
        Bad(_decided_by("case-worker", "involves: {responsible: []}"), at=_HERE),
        Bad(
            "roles: {ombudsperson: {held_by: ' Case@Bank.example'}}\n" + _decided_by("ombudsperson"),
            at=_HERE,
        ),
        Bad(decided(f"contest: {{decided_by: null}}, {LIGHT}"), at=_HERE),
        Bad(decided(f"contest: {{decided_by: null}}, {BY_HAND}"), at=_HERE),
        Good("roles: {ombudsperson: {held_by: null}, case-worker: {held_by: null}}\n" + _decided_by("ombudsperson")),
        Good(_decided_by("case-worker", "status: draft")),
        Good(_decided_by("case-worker", "status: retired")),
        Good(
            decided(f"contest: {{decided_by: null, state: in-progress}}, {LIGHT}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
    ),
)
def contest_decided_by_same_role(decision: Decision) -> Iterator[Problem]:
    """Flag a contest that a role decides which owns, oversees or carries out the decision, or that its holder does.

    Flag also a route of contest at the end of which nobody is named who decides.
    """
    contest = decision.contest
    if not contest.route or contest.settled:
        return
    judge = contest.decided_by.target
    if not contest.decided_by:
        yield decision.gap(contest.decided_by, NOBODY).beside(contest.route.place)
    elif isinstance(judge, Role):
        part = next((part for part in _parts(decision) if _is_same(judge, part.role)), None)
        if part is not None:
            yield _judged_by(decision, judge, part)


class _Part(NamedTuple):
    """A role that has a part in the decision: as what, and where it says so."""

    role: Role
    field: str
    at: Value


def _parts(decision: Decision) -> Iterator[_Part]:
    """Those who oversee, carry out and own it; where owners are several, nobody can tell who answers."""
    named = [("oversight.by", decision.oversight.by)]
    named += [("involves.responsible", value) for value in decision.involves.responsible]
    for field, value in named:
        if isinstance(role := value.target, Role):
            yield _Part(role, field, value)
    owner = decision.owner.sole
    if isinstance(role := owner.target, Role):
        yield _Part(role, "owner", owner)


def _is_same(judge: Role, other: Role) -> bool:
    return judge == other or (bool(judge.held_by) and _holder(judge) == _holder(other))


def _holder(role: Role) -> str:
    return str(role.held_by.plain).strip().lower()


def _judged_by(decision: Decision, judge: Role, part: _Part) -> Problem:
    at = decision.contest.decided_by
    if judge == part.role:
        return decision.gap(at, SAME_ROLE, role=judge.id, field=part.field).beside(part.at.place)
    problem = decision.gap(at, SAME_PERSON, role=judge.id, other=part.role.id, field=part.field)
    return problem.beside(judge.held_by.place, part.role.held_by.place, part.at.place)
