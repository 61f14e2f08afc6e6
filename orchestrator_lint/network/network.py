"""Workspace in, Network out: edges between decisions, roles, systems and data, unknown ones left out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from orchestrator_lint.model import Dataset, Decision, Decisions, Noun, Role, Space, System, Unknown, Value, Workspace
from orchestrator_lint.problems import Place

Subject = TypeVar("Subject")


class Edge(NamedTuple):
    """One decision builds on another; `at` is where it says so."""

    start: Decision
    end: Decision
    at: Value


class Tie(NamedTuple):
    """A role holds an office in a decision: its owner or its overseer; `at` is where it is named."""

    role: Role
    decision: Decision
    at: Value


class Part(NamedTuple):
    """What a decision works with, and as what: its `owner`, one of its `systems`, an end of its `flows`."""

    name: str
    noun: Noun


class Network:
    """The decision network of a workspace.

    `whole` is false where an edge could not be known: then nothing may be concluded from what is missing.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._gaps = False

    @cached_property
    def whole(self) -> bool:
        """Whether every edge is known: only then may anything be concluded from what is missing."""
        _ = self._uses, self.depends, self.owners, self.overseers, self.taken_from, self.touched
        return self.workspace.is_whole and not self._gaps

    @cached_property
    def depends(self) -> tuple[Edge, ...]:
        """Every known entry of `depends_on`: from the decision that waits to the one it waits for."""
        return tuple(self._depends())

    def _depends(self) -> Iterator[Edge]:
        for decision in self.workspace.decisions:
            for value in self._known(_depends_on, decision):
                for target in self._targets(value):
                    if isinstance(target, Decision):
                        yield Edge(decision, target, value)

    @cached_property
    def owners(self) -> tuple[Tie, ...]:
        """Every decision whose effective owner is one known role."""
        return tuple(self._ties(_owner))

    @cached_property
    def overseers(self) -> tuple[Tie, ...]:
        """Every decision that a known role oversees."""
        return tuple(self._ties(_overseer))

    def _ties(self, office: Callable[[Decision], Value]) -> Iterator[Tie]:
        for decision in self.workspace.decisions:
            for value in self._known(office, decision):
                targets = list(self._targets(value))
                if len(value.around.words if value.around is not None else ()) > 1 and isinstance(
                    value.pointer[-1], int
                ):
                    continue  # a list of owners: nobody can tell who answers
                yield from (Tie(role, decision, value) for role in targets if isinstance(role, Role))

    @cached_property
    def _uses(self) -> dict[str, list[tuple[Decision, Value]]]:
        uses: dict[str, list[tuple[Decision, Value]]] = defaultdict(list)
        for decision in self.workspace.decisions:
            for value in (value for part in _PARTS for value in self._known(part, decision)):
                for target in self._targets(value):
                    uses[target.address].append((decision, value))
        for system in self.workspace.systems:
            taking = [decision for decision, _ in uses[system.address]]
            for value in self._known(_learns_from, system):
                for target in self._targets(value):
                    if isinstance(target, Dataset):
                        uses[target.address] += [(decision, value) for decision in taking]
        return uses

    def uses(self, noun: Noun) -> list[tuple[Decision, Value]]:
        """The decisions that use a system, dataset, guardrail or role, each with the value that says so."""
        return self._uses.get(noun.address, [])

    def users(self, noun: Noun) -> Decisions:
        """The decisions that use it, each once, by address."""
        found = {decision.address: decision for decision, _ in self.uses(noun)}
        return Decisions(found[address] for address in sorted(found))

    def naming(self, noun: Noun, among: Decisions) -> list[Place]:
        """The places where these decisions, or their systems, name it."""
        addresses = set(among.addresses)
        return [value.place for decision, value in self.uses(noun) if decision.address in addresses]

    @cached_property
    def _datasets(self) -> dict[str, dict[str, Dataset]]:
        found: dict[str, dict[str, Dataset]] = defaultdict(dict)
        for dataset in self.workspace.datasets:
            for decision, _ in self.uses(dataset):
                found[decision.address][dataset.id] = dataset
        return found

    def datasets_of(self, decision: Decision) -> list[Dataset]:
        """The datasets that a decision uses, by a flow or because one of its systems learns from them; by id."""
        return list(self._datasets.get(decision.address, {}).values())

    @cached_property
    def taken_from(self) -> frozenset[str]:
        """The datasets and systems, as ends of flows are written, that someone takes something from.

        A flow starts there, a system learns from it or a role sees it.
        """
        workspace = self.workspace
        known = [value for space in workspace.spaces for value in self._known(_space_starts, space)]
        known += [value for decision in workspace.decisions for value in self._known(_own_starts, decision)]
        known += [value for role in workspace.roles for value in self._known(_sees, role)]
        learnt = [value for system in workspace.systems for value in self._known(_learns_from, system)]
        return frozenset([str(value.plain) for value in known] + [f"datasets/{value.plain}" for value in learnt])

    @cached_property
    def parts(self) -> dict[str, tuple[Part, ...]]:
        """For each decision, by address, the roles, systems, datasets and decisions it works with, and as what.

        Not those who are only informed, nor those who review, monitor or look after it: what all share connects nobody.
        """
        return {decision.address: tuple(self._parts(decision)) for decision in self.workspace.decisions}

    def _parts(self, decision: Decision) -> Iterator[Part]:
        for name, part in _TOUCHING.items():
            for value in self._known(part, decision):
                yield from (Part(name, target) for target in self._targets(value) if _is_node(target))

    @cached_property
    def touched(self) -> dict[str, list[str]]:
        """For each decision what it works with, both as ends of flows are written."""
        return {
            f"decisions/{address}": sorted({_end(part.noun) for part in parts}) for address, parts in self.parts.items()
        }

    def upstream(self, decision: Decision) -> list[Decision]:
        """The decision and all that it builds on, by `depends_on` and by flows from decisions, nearest first."""
        found = {decision.address: decision}
        queue = [decision]
        while queue:
            for value in self._builds_on(queue.pop(0)):
                target = value.target
                if isinstance(target, Decision) and target.address not in found:
                    found[target.address] = target
                    queue.append(target)
        return list(found.values())

    def _builds_on(self, decision: Decision) -> list[Value]:
        return [
            *decision.depends_on,
            *(flow.from_ for flow in decision.flows if str(flow.from_.plain).startswith("decisions/")),
        ]

    def _known(self, part: Callable[[Subject], Iterable[Value]], subject: Subject) -> Iterator[Value]:
        """The values of a part that can be read; a gap is remembered."""
        try:
            yield from part(subject)
        except Unknown:
            self._gaps = True

    def _targets(self, value: Value) -> Iterator[Noun]:
        try:
            target = value.target
        except Unknown:
            self._gaps = True
            return
        if target is not None:
            yield target


def _is_node(target: Noun) -> bool:
    return isinstance(target, (Role, System, Dataset, Decision))


def _end(target: Noun) -> str:
    return f"decisions/{target.address}" if isinstance(target, Decision) else target.address


def _owner(decision: Decision) -> Value:
    return decision.owner


def _overseer(decision: Decision) -> Value:
    return decision.oversight.by


def _stopper(decision: Decision) -> Value:
    return decision.oversight.stop.by


def _responsible(decision: Decision) -> Value:
    return decision.involves.responsible


def _consulted(decision: Decision) -> Value:
    return decision.involves.consulted


def _receivers(decision: Decision) -> Iterator[Value]:
    for step in decision.escalation:
        yield from step.to


def _who_hears_objections(decision: Decision) -> Value:
    return decision.contest.decided_by


def _who_explains(decision: Decision) -> Value:
    return decision.explanation.by


def _depends_on(decision: Decision) -> Value:
    return decision.depends_on


def _learns_from(system: System) -> Value:
    return system.learns_from


def _own_guardrails(decision: Decision) -> Value:
    return decision.own("guardrails")


def _lent_guardrails(decision: Decision) -> Value:
    return decision.space.every_decision.guardrails


def _systems(decision: Decision) -> Value:
    return decision.machine.systems


def _own_ends(decision: Decision) -> Iterator[Value]:
    yield from _ends(decision.flows)


def _lent_ends(decision: Decision) -> Iterator[Value]:
    yield from _ends(decision.space.flows)


def _space_starts(space: Space) -> Iterator[Value]:
    yield from (flow.from_ for flow in space.flows if flow.from_)


def _own_starts(decision: Decision) -> Iterator[Value]:
    yield from (flow.from_ for flow in decision.flows if flow.from_)


def _sees(role: Role) -> Value:
    return role.sees


def _ends(flows: Value) -> Iterator[Value]:
    for flow in flows:
        yield from flow.from_
        yield from flow.to


# every part by which a decision uses a system, a dataset, a guardrail or a role
_PARTS: tuple[Callable[[Decision], Iterable[Value]], ...] = (
    _own_guardrails,
    _lent_guardrails,
    _systems,
    _own_ends,
    _lent_ends,
    _owner,
    _overseer,
    _stopper,
)

# every part by which decisions hang together
_TOUCHING: Mapping[str, Callable[[Decision], Iterable[Value]]] = {
    "owner": _owner,
    "overseer": _overseer,
    "stop": _stopper,
    "responsible": _responsible,
    "consulted": _consulted,
    "escalation": _receivers,
    "contest": _who_hears_objections,
    "explanation": _who_explains,
    "systems": _systems,
    "flows": _own_ends,
    "space-flows": _lent_ends,
    "depends_on": _depends_on,
}
