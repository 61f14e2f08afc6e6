"""REV003: someone checks their own work, or approves their own waiver."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from orchestrator_lint.model import (
    Bad,
    Decision,
    Good,
    Problem,
    Role,
    Settings,
    Severity,
    Space,
    Text,
    Value,
    Waiver,
    Workspace,
    rule,
)

REVIEWS = Text(
    en="`{role}` reviews {decisions}, but {same} has a part there as well (`{field}`) and would check its own work. Name in `review.by` a role that neither decides, carries out nor oversees there, and looks after no system of it.",
    de="`{role}` überprüft {decisions}, aber {same} wirkt dort auch selbst mit (`{field}`) und würde die eigene Arbeit prüfen. Nennen Sie in `review.by` eine Rolle, die dort weder entscheidet noch ausführt, weder Aufsicht führt noch ein System betreut (Funktionstrennung).",
)
REQUESTED = Text(
    en="`{role}` approves the waiver `{waiver}`, but {same} has asked for it as well (`requested_by`). Let a role approve it that did not ask for it, and neither answers for nor oversees what it covers.",
    de="`{role}` bewilligt die Ausnahme `{waiver}`, aber {same} hat sie auch beantragt (`requested_by`). Lassen Sie eine Rolle darüber entscheiden, die sie nicht beantragt hat und das, wofür sie gilt, weder verantwortet noch beaufsichtigt (Funktionstrennung).",
)
COVERED = Text(
    en="`{role}` approves the waiver `{waiver}`, but it holds for {decisions}, and {same} has a part there (`{field}`). Let a role approve it that neither answers for nor oversees what it covers.",
    de="`{role}` bewilligt die Ausnahme `{waiver}`; sie gilt aber für {decisions}, und dort wirkt {same} selbst mit (`{field}`). Lassen Sie eine Rolle darüber entscheiden, die das, wofür sie gilt, weder verantwortet noch beaufsichtigt (Funktionstrennung).",
)
_ITSELF = Text(en="the same role", de="dieselbe Rolle")
_HOLDER = Text(en="`{other}`, held by the same person,", de="`{other}`, die derselbe Mensch innehat,")
_REVIEW = "spaces.lending.review.by"


def _waived(keys: str, more: str = "") -> str:
    return (
        "waivers: {w-1: {guardrail: no-unexplained-refusal, reason: The letters move to a new printer in November.,\n"
        "  compensates: Two people read each letter before it leaves., granted: 2026-10-19, expires: 2026-11-16,\n"
        f"  {keys}}}}}\n{more}"
    )


def _reviewed(by: str, more: str = "") -> str:
    return f"spaces: {{lending: {{review: {{by: {by}}}, decisions: {{raise-limit: {{{more}}}}}}}}}"


@rule(
    code="REV003",
    name="duties-not-separated",
    severity=Severity.ERROR,
    title=Text(en="Someone checks their own work", de="Jemand prüft die eigene Arbeit"),
    why=Text(
        en="Nobody sees the faults of their own work as well as someone else does.",
        de="Für die Fehler der eigenen Arbeit ist man leicht blind; ein anderer sieht sie.",
    ),
    asks_from="planned",
    serves=("S9",),
    provisions=(
        "eu-ai-act 17(1)(m)",
        "gdpr 38(6)",
        "iso-42001 A.3.2",
        "iso-42001 9.2",
        "nist-ai-rmf MEASURE 1.3",
    ),
    bad=Bad(_reviewed("head-of-lending"), at=_REVIEW),
    good=Good(_reviewed("chief-risk-officer")),
    cases=(
        Bad(_reviewed("case-worker", "status: planned"), at=_REVIEW),
        Bad(_reviewed("chief-risk-officer", "involves: {responsible: [case-worker, chief-risk-officer]}"), at=_REVIEW),
        Bad(_reviewed("model-steward"), at=_REVIEW),
        Bad(
            f"roles: {{audit-lead: {{x-like: roles/head-of-audit, held_by: Lending@Bank.example}}}}\n{_reviewed('audit-lead')}",
            at=_REVIEW,
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {review: {every: 1 year, last: 2026-06-15, by: case-worker}}}}}",
            at="spaces.lending.decisions.raise-limit.review.by",
        ),
        Bad(
            _waived("applies_to: [lending/raise-limit], requested_by: ai-officer, approved_by: ai-officer"),
            at="waivers.w-1.approved_by",
        ),
        Bad(
            _waived(
                "applies_to: [lending/raise-limit], requested_by: case-worker, approved_by: deputy-head",
                "roles: {deputy-head: {x-like: roles/head-of-lending, held_by: case@bank.example}}",
            ),
            at="waivers.w-1.approved_by",
        ),
        Bad(
            _waived("applies_to: [lending], requested_by: case-worker, approved_by: head-of-lending"),
            at="waivers.w-1.approved_by",
        ),
        Bad(
            _waived("applies_to: [organisation], requested_by: head-of-lending, approved_by: case-worker"),
            at="waivers.w-1.approved_by",
        ),
        Good(_waived("applies_to: [lending/raise-limit], requested_by: case-worker, approved_by: ai-officer")),
        Good(
            _waived(
                "applies_to: [guardrails/no-unexplained-refusal], requested_by: case-worker, approved_by: head-of-lending"
            )
        ),
        Good(
            _waived(
                "applies_to: [lending/raise-limit], requested_by: ai-officer, approved_by: head-of-lending",
                "spaces: {lending: {decisions: {raise-limit: {status: retired}}}}",
            )
        ),
        Good(_reviewed("systems/repayment-score")),
        Good(_reviewed("head-of-lending", "status: draft")),
        Good(_reviewed("head-of-lending", "status: retired")),
    ),
)
def duties_not_separated(subject: Decision | Waiver, workspace: Workspace, settings: Settings) -> Iterator[Problem]:
    """Flag who reviews what they own, oversee, carry out or look after, and who approves a waiver for themselves.

    Two roles that the same person holds count as one. A waiver that has expired is left to REV004.
    """
    if isinstance(subject, Decision):
        yield from _reviewing(subject)
    elif not _is_over(subject, settings.as_of):
        yield from _approving(subject, workspace)


class _Clash(NamedTuple):
    """A part that the same role or person has: the key that says so, what stands there, and whether role or person is meant."""

    field: str
    named: Value
    same: Text


def _reviewing(decision: Decision) -> Iterator[Problem]:
    by = decision.review.by
    clashes = list(_clashes(by, _parts(decision)))
    if clashes:
        first = clashes[0]
        problem = decision.gap(by, REVIEWS, role=by, same=first.same, field=first.field)
        yield problem.beside(*(clash.named.place for clash in clashes))


def _approving(waiver: Waiver, workspace: Workspace) -> Iterator[Problem]:
    by = waiver.approved_by
    values = {"role": by, "waiver": waiver.id}
    for clash in _clashes(by, [("requested_by", waiver.requested_by)]):
        yield by.problem(REQUESTED, same=clash.same, **values).beside(clash.named.place)
        return
    for decision in _covered(waiver, workspace):
        for clash in list(_clashes(by, _offices(decision)))[:1]:
            problem = by.problem(COVERED, decisions=(decision.address,), same=clash.same, field=clash.field, **values)
            yield problem.beside(clash.named.place)


def _offices(decision: Decision) -> list[tuple[str, Value]]:
    return [("owner", decision.owner.sole), ("oversight.by", decision.oversight.by)]


def _parts(decision: Decision) -> list[tuple[str, Value]]:
    carrying_out = [("involves.responsible", named) for named in decision.involves.responsible]
    stewards = [("steward", system.steward) for system in decision.systems]
    return [*_offices(decision), *carrying_out, *stewards]


def _clashes(by: Value, parts: list[tuple[str, Value]]) -> Iterator[_Clash]:
    """The parts that the role `by` names, or the person who holds it, has there."""
    role = by.target
    for field, named in parts if isinstance(role, Role) else ():
        other = named.target
        if isinstance(role, Role) and isinstance(other, Role) and role.is_same_person(other):
            holder = Text(_HOLDER.en.format(other=other.id), _HOLDER.de.format(other=other.id))
            yield _Clash(field, named, _ITSELF if role == other else holder)


def _covered(waiver: Waiver, workspace: Workspace) -> Iterator[Decision]:
    """The decisions beyond a draft that the waiver holds for, by their own address, their space or the organisation."""
    for scope in waiver.applies_to:
        for decision in _in_scope(scope, workspace):
            if decision.is_asked("planned"):
                yield decision


def _in_scope(scope: Value, workspace: Workspace) -> tuple[Decision, ...]:
    if scope.plain == "organisation":
        return workspace.decisions
    covered = scope.target
    if isinstance(covered, Decision):
        return (covered,)
    return covered.decisions if isinstance(covered, Space) else ()


def _is_over(waiver: Waiver, as_of: date) -> bool:
    expires = waiver.expires.day
    return expires is not None and expires < as_of
