"""Workspace in, the network as a map shows it out: what much hangs on, what hands on to what, where disputes go.

Retired decisions stand on no map: they connect nothing any more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from orchestrator_lint.model import Dataset, Decision, Noun, Role, Space, System, Unknown, Value
from orchestrator_lint.network.escalation import escalation_of
from orchestrator_lint.network.graph import betweenness
from orchestrator_lint.network.network import Network
from orchestrator_lint.network.parts import parts_of, ties_among

# Betweenness walks the whole network from every decision: up to here that is a tenth of a second.
EXACT = 150


Ends = tuple[Noun | None, Noun | None]


class Hub(NamedTuple):
    """An object and the decisions that work with it, or build on it.

    `between` is the share of pairs of decisions whose shortest connections run through it; None in a large network.
    """

    noun: Noun
    decisions: tuple[Decision, ...]
    between: float | None


class Handover(NamedTuple):
    """One system hands straight on to another; `by` is the decision or the space that says so."""

    start: System
    end: System
    by: Decision | Space


class Mapped(Network):
    """The network with what maps show of it, worked out once for all pages."""

    @cached_property
    def current(self) -> tuple[Decision, ...]:
        """The decisions that are not retired, by address; one of which nobody can tell is among them."""
        return tuple(decision for decision in self.workspace.decisions if not _is_retired(decision))

    @cached_property
    def standing(self) -> frozenset[Decision]:
        """The same as a set."""
        return frozenset(self.current)

    @cached_property
    def pieces(self) -> list[list[Decision]]:
        """The parts between which nothing is shared, the largest first."""
        return parts_of(self, self.current)

    @cached_property
    def alone(self) -> list[Decision]:
        """The decisions that share nothing with any other, where there are others."""
        return [piece[0] for piece in self.pieces if len(piece) == 1] if len(self.pieces) > 1 else []

    @cached_property
    def hubs(self) -> tuple[Hub, ...]:
        """Everything that decisions work with or build on, what most hang on first."""
        between = self._between
        hubs = [
            Hub(noun, tuple(decisions.values()), between.get(_node(noun)) if between is not None else None)
            for noun, decisions in self._users_of.items()
        ]
        return tuple(sorted(hubs, key=lambda hub: (-len(hub.decisions), -(hub.between or 0), _node(hub.noun))))

    @cached_property
    def spaces_of(self) -> dict[Noun, tuple[Space, ...]]:
        """For everything that decisions work with the spaces of these decisions, each once."""
        return {
            hub.noun: tuple(dict.fromkeys(decision.space for decision in hub.decisions))
            for hub in self.hubs
            if not isinstance(hub.noun, Decision)
        }

    @cached_property
    def worked_with(self) -> dict[str, list[Noun]]:
        """For a decision, by address, the roles, systems and datasets it works with, by address."""
        found: dict[str, list[Noun]] = {decision.address: [] for decision in self.current}
        for hub in sorted(self.hubs, key=lambda hub: hub.noun.address):
            if not isinstance(hub.noun, Decision):
                for decision in hub.decisions:
                    found[decision.address].append(hub.noun)
        return found

    @cached_property
    def _users_of(self) -> dict[Noun, dict[str, Decision]]:
        users: dict[Noun, dict[str, Decision]] = defaultdict(dict)
        for decision in self.current:
            for _, noun in self.parts[decision.address]:
                if not isinstance(noun, Decision):
                    users[noun][decision.address] = decision
        for system in self.workspace.systems:
            for dataset in self.learnt_by(system):
                users[dataset] |= users.get(system, {})
        for before, after in self.handed_on:
            users[before][after.address] = after
        return {noun: users[noun] for noun in users if users[noun]}

    def learnt_by(self, system: System) -> list[Dataset]:
        """The datasets that a system learns from, as far as they are known."""
        return self._learnt.get(system, [])

    @cached_property
    def _learnt(self) -> dict[System, list[Dataset]]:
        learnt: dict[System, list[Dataset]] = defaultdict(list)
        for system in self.workspace.systems:
            targets = (target for value in self._known(_learns_from, system) for target in self._targets(value))
            learnt[system] += [target for target in targets if isinstance(target, Dataset)]
        return learnt

    @cached_property
    def _between(self) -> dict[str, float] | None:
        if len(self.current) > EXACT:
            return None
        ties = ties_among(self, self.current)
        graph: dict[str, set[str]] = {node: set() for node in ties}
        for start, ends in ties.items():
            for end in ends:
                if end != start:
                    graph[start].add(end)
                    graph[end].add(start)
        return betweenness(graph, [f"decisions/{decision.address}" for decision in self.current])

    @cached_property
    def handed_on(self) -> tuple[tuple[Decision, Decision], ...]:
        """Pairs of decisions, by address: what comes out of the first goes into the second, by `depends_on` or a flow."""
        pairs = {pair for decision in self.current for pair in self._handed_to(decision)}
        pairs |= {pair for space in self.workspace.spaces for pair in self._handed_in(space)}
        known = [pair for pair in pairs if pair[0] != pair[1] and self.standing.issuperset(pair)]
        return tuple(sorted(known, key=lambda pair: (pair[0].address, pair[1].address)))

    def _handed_to(self, decision: Decision) -> Iterator[tuple[Decision, Decision]]:
        for name, noun in self.parts[decision.address]:
            if name == "depends_on" and isinstance(noun, Decision):
                yield noun, decision
        for start, end in self.flows_of(decision):
            if isinstance(start, Decision) and start != decision:
                yield start, end if isinstance(end, Decision) else decision
            elif isinstance(end, Decision):
                yield decision, end

    def _handed_in(self, space: Space) -> Iterator[tuple[Decision, Decision]]:
        for start, end in self.flows_of(space):
            if isinstance(start, Decision) and isinstance(end, Decision):
                yield start, end

    def flows_of(self, of: Decision | Space) -> tuple[Ends, ...]:
        """Both ends of every flow that it states itself, None for one that is no object or not known."""
        return self._flows.get(of.address, ())

    @cached_property
    def _flows(self) -> dict[str, tuple[Ends, ...]]:
        sources: tuple[Decision | Space, ...] = (*self.workspace.spaces, *self.current)
        return {
            of.address: tuple((self._end(flow, "from"), self._end(flow, "to")) for flow in self._known(_flows, of))
            for of in sources
        }

    def _end(self, flow: Value, side: str) -> Noun | None:
        try:
            return next(self._targets(flow.child(side)), None)
        except Unknown:
            return None

    @cached_property
    def after(self) -> dict[str, list[Decision]]:
        """For a decision, by address, those that build on it."""
        return _grouped((before.address, after) for before, after in self.handed_on)

    @cached_property
    def before(self) -> dict[str, list[Decision]]:
        """For a decision, by address, those that it builds on."""
        return _grouped((after.address, before) for before, after in self.handed_on)

    @cached_property
    def between_spaces(self) -> Counter[tuple[str, str]]:
        """For a pair of spaces, by id, how many results of the first go into decisions of the second."""
        pairs = ((before.space.id, after.space.id) for before, after in self.handed_on)
        return Counter(pair for pair in pairs if pair[0] != pair[1])

    @cached_property
    def disputes(self) -> Counter[tuple[str, Role]]:
        """For a space, by id, and a role how many of its decisions have disputes that end at this role."""
        return Counter((decision.space.id, role) for decision in self.current for role in self._last(decision))

    def _last(self, decision: Decision) -> set[Role]:
        try:
            last = escalation_of(decision).last
        except Unknown:
            self._gaps = True
            return set()
        return {target for value in last for target in self._targets(value) if isinstance(target, Role)}

    @cached_property
    def machine_to_machine(self) -> tuple[Handover, ...]:
        """Every flow that leads straight from one system to another, by the decision or space that states it."""
        sources: tuple[Decision | Space, ...] = (*self.workspace.spaces, *self.current)
        return tuple(
            Handover(start, end, of)
            for of in sources
            for start, end in dict.fromkeys(self.flows_of(of))
            if isinstance(start, System) and isinstance(end, System) and start != end
        )


def _grouped(pairs: Iterator[tuple[str, Decision]]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for address, decision in pairs:
        found[address].append(decision)
    return dict(found)


def _is_retired(decision: Decision) -> bool:
    try:
        return decision.life == "retired"
    except Unknown:
        return False


def _node(noun: Noun) -> str:
    return f"decisions/{noun.address}" if isinstance(noun, Decision) else noun.address


def _flows(of: Decision | Space) -> Iterator[Value]:
    # of a decision what it says itself: what its space says would stand once for each of its decisions
    yield from of.own("flows") if isinstance(of, Decision) else of.child("flows")


def _learns_from(system: System) -> Iterator[Value]:
    yield from system.child("learns_from")
