"""A decision and its overseer in, how much time oversight takes and how much there is out."""

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.reader import Reader, life_of
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Decision, Role, Unknown
from orchestrator_lint.rules.oversight.workload import hours_a_week

_IN_USE = ("pilot", "live")


def load(edition: Edition, reader: Reader, decision: Decision, role: Role) -> Context:
    """Give cases times minutes in hours a week, the sum over all that the role oversees, and what is kept free."""
    here = reader.at(decision, "oversight")
    hours, capacity = _hours(decision), _capacity(role)
    overseen = [_hours(other) for other in _overseen(edition, role, decision)]
    known = [taken for taken in overseen if taken is not None]
    total = sum(known)
    return {
        "block": reader.block(here, "workload", "OVR014", "OVR011"),
        "cases": reader.number(here, "workload.cases_per_week"),
        "minutes": reader.number(here, "workload.minutes_per_case"),
        "needed": reader.number(here, "workload.minutes_needed"),
        "basis": reader.text(here, "workload.basis"),
        "short_code": reader.gap("OVR014").code if _is_short(decision) else "",
        "hours": _said(reader, hours),
        "exact": hours is None or round(hours, 1) == hours,
        "others": len(overseen) - 1,
        "silent": len(overseen) - len(known),
        "total": _said(reader, total),
        "capacity": reader.number(role, "capacity.hours_per_week", "OVR011"),
        "spare": _said(reader, capacity - total) if capacity is not None and capacity >= total else Said(),
        "missing": _said(reader, total - capacity) if capacity is not None and capacity < total else Said(),
        "missing_code": reader.gap("OVR011", "OVR014").code,
    }


def _overseen(edition: Edition, role: Role, here: Decision) -> list[Decision]:
    """This decision and the others in use that the role oversees."""
    offices = [office.decision for office in edition.offices.of(role) if office.part == "oversight"]
    return [here, *(other for other in dict.fromkeys(offices) if other != here and life_of(other) in _IN_USE)]


def _is_short(decision: Decision) -> bool:
    """Whether a careful look takes more minutes than there are."""
    try:
        workload = decision.child("oversight").child("workload")
        there, needed = workload.child("minutes_per_case").plain, workload.child("minutes_needed").plain
    except Unknown:
        return False
    return there is not None and needed is not None and bool(there < needed)


def _hours(decision: Decision) -> float | None:
    try:
        return hours_a_week(decision)
    except Unknown:
        return None


def _capacity(role: Role) -> float | None:
    try:
        hours = role.child("capacity").child("hours_per_week").plain
    except Unknown:
        return None
    return float(hours) if isinstance(hours, (int, float)) else None


def _said(reader: Reader, hours: float | None) -> Said:
    return Said() if hours is None else Said(reader.words.number(round(hours, 1)))
