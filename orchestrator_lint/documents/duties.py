"""A decision in, where it lies in one hand what should lie in two, out: whoever watches a part and has that part too."""

from collections.abc import Iterator
from typing import NamedTuple

from orchestrator_lint.documents.offices import roles_at
from orchestrator_lint.documents.reader import target_at
from orchestrator_lint.documents.used import systems_of
from orchestrator_lint.model import Decision, Role, Unknown

# who watches whom, and the rule that reports it where it counts as a fault
_WATCHED = (
    ("oversight", ("owner",), ""),
    ("contest", ("owner", "oversight", "responsible"), "CON002"),
    ("review", ("owner", "oversight", "responsible", "steward"), "REV003"),
)
# parts that one role may combine, but that look like two people where one person holds two roles
_SEVERAL = (
    ("owner", "responsible"),
    ("owner", "consulted"),
    ("responsible", "consulted"),
    ("responsible", "oversight"),
)


class Meeting(NamedTuple):
    """Parts that meet in one hand: `part` of `role` with `others` of `other`, which is the same role or the same person."""

    role: Role
    part: str
    other: Role
    others: tuple[str, ...]
    code: str


def meetings(decision: Decision) -> list[Meeting]:
    """Give where duties are not separated, and where one person stands behind two roles."""
    holders = {part: roles_at(decision, part) for part in ("owner", "oversight", "responsible", "consulted")}
    if len({role.id for role in holders["owner"]}) > 1:
        holders["owner"] = []  # several owners: nobody can tell who answers
    holders |= {"contest": roles_at(decision, "contest"), "review": roles_at(decision, "review")}
    holders["steward"] = [
        steward for system in systems_of(decision) if isinstance(steward := target_at(system, "steward"), Role)
    ]
    return [*_watching(holders), *_doubled(holders)]


def _watching(holders: dict[str, list[Role]]) -> Iterator[Meeting]:
    for part, watched, code in _WATCHED:
        for role in holders[part]:
            met: dict[Role, list[str]] = {}
            for other_part in watched:
                for other in holders[other_part]:
                    if _is_same_person(role, other):
                        met.setdefault(other, []).append(other_part)
            yield from (Meeting(role, part, other, tuple(dict.fromkeys(parts)), code) for other, parts in met.items())


def _doubled(holders: dict[str, list[Role]]) -> Iterator[Meeting]:
    for part, other_part in _SEVERAL:
        for role in holders[part]:
            for other in holders[other_part]:
                if role != other and _is_same_person(role, other):
                    yield Meeting(role, part, other, (other_part,), "")


def _is_same_person(role: Role, other: Role) -> bool:
    try:
        return role.is_same_person(other)
    except Unknown:
        return False
