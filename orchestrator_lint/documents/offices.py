"""Workspace in, which role has which part in which decision out: read once for all documents."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orchestrator_lint.documents.reader import Reader, items, life_of, target_of
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Decision, Role, Unknown, Workspace

# the parts that a role can have in a decision, by the key of the table `part`, and where policies name it
PARTS: Mapping[str, str] = {
    "owner": "owner",
    "responsible": "involves.responsible",
    "consulted": "involves.consulted",
    "informed": "involves.informed",
    "oversight": "oversight.by",
    "stop": "oversight.stop.by",
    "contest": "contest.decided_by",
    "review": "review.by",
}
# who works with the machine, and so needs to understand it
WITH_MACHINE = ("responsible", "oversight", "stop", "contest")


class Holder(NamedTuple):
    """Who is named for a part: how a page says it, and the role where it is one."""

    said: Said
    role: Role | None


class Office(NamedTuple):
    """A part that a role has in a decision."""

    part: str
    role: Role
    decision: Decision


class Offices:
    """All parts of all roles in decisions that are not retired."""

    def __init__(self, workspace: Workspace) -> None:
        self._of: dict[str, list[Office]] = defaultdict(list)
        for decision in workspace.decisions:
            for office in _offices(decision):
                self._of[office.role.address].append(office)

    def of(self, role: Role) -> list[Office]:
        """Give the parts of a role, by decision in the order of the policies."""
        return self._of.get(role.address, [])

    def with_machine(self, role: Role) -> dict[Decision, tuple[str, ...]]:
        """Give the decisions in which a role works with a machine, each with its parts there."""
        found: dict[Decision, list[str]] = {}
        for office in self.of(role):
            if office.part in WITH_MACHINE and _takes_part(office.decision):
                found.setdefault(office.decision, []).append(office.part)
        return {decision: tuple(parts) for decision, parts in found.items()}


def holders(reader: Reader, decision: Decision, part: str, *codes: str) -> tuple[Holder, ...]:
    """Give who is named for a part; a gap is a list of that one statement."""
    path = PARTS[part]
    said = reader.office(decision, path, *codes)
    value = reader.at(decision, path)
    written = items(decision, path) or [value]
    if len(written) != len(said):
        return tuple(Holder(one, None) for one in said)
    targets = [target_of(one) if one is not None and one.plain else None for one in written]
    return tuple(
        Holder(one, target if isinstance(target, Role) else None) for one, target in zip(said, targets, strict=True)
    )


def roles_at(decision: Decision, part: str) -> list[Role]:
    """Give the roles named for a part; what cannot be known is left out."""
    try:
        value = decision.child(PARTS[part].split(".", maxsplit=1)[0])
        for step in PARTS[part].split(".")[1:]:
            value = value.child(step)
        return [role for one in value if isinstance(role := target_of(one), Role)]
    except Unknown:
        return []


def _offices(decision: Decision) -> Iterator[Office]:
    if life_of(decision) == "retired":
        return
    for part in PARTS:
        yield from (Office(part, role, decision) for role in roles_at(decision, part))


def _takes_part(decision: Decision) -> bool:
    """Whether a machine takes part; what nobody can know is counted."""
    try:
        return decision.acts_from("informs")
    except Unknown:
        return True
