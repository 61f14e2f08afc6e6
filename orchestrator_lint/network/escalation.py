"""A decision in, its escalation graph out: from the overseer up the rungs of each step."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from orchestrator_lint.model import Decision, System, Value
from orchestrator_lint.network.graph import shortest_cycle


class Rung(NamedTuple):
    """One edge of the graph: from whom to whom, the values that name them, and their step."""

    start: str
    end: str
    sender: Value
    at: Value
    step: Value


class Escalation(NamedTuple):
    """The rungs of a decision in order, and all values that name who receives the case.

    Nodes are ids, that of a system is `systems/id`: it is not the role of the same name.
    """

    rungs: tuple[Rung, ...]
    receivers: tuple[Value, ...]

    @property
    def graph(self) -> dict[str, list[str]]:
        """The rungs as a map from node to neighbours."""
        return _graph((rung.start, rung.end) for rung in self.rungs)

    @property
    def last(self) -> tuple[Value, ...]:
        """The receivers who pass the case to nobody."""
        graph = self.graph
        return tuple(receiver for receiver in self.receivers if not graph.get(_id(receiver)))

    @property
    def cycle(self) -> tuple[Rung, ...]:
        """The rungs of the shortest cycle in order, last the one that closes it; ties go to the one closed first."""
        shortest: tuple[Rung, ...] = ()
        passed: dict[tuple[str, str], Rung] = {}
        for rung in self.rungs:
            if (rung.start, rung.end) in passed:
                continue
            found = _closed_by(rung, passed)
            if found and (not shortest or len(found) < len(shortest)):
                shortest = found
            passed[rung.start, rung.end] = rung
        return shortest


def escalation_of(decision: Decision) -> Escalation:
    """Give the graph of the effective `escalation`.

    A step starts at its `from`, else at the overseer, else at those who are responsible; its `to` is a ladder;
    with `on_timeout: next` its last rung leads on to the first of the next step.
    """
    steps = [(step, list(step.to)) for step in decision.escalation]
    rungs: list[Rung] = []
    for index, (step, ladder) in enumerate(steps):
        if not ladder:
            continue
        starts = [step.from_] if step.from_ else _starts(decision, ladder[0])
        rungs += [_rung(start, ladder[0], step) for start in starts]
        rungs += [_rung(low, high, step) for low, high in pairwise(ladder)]
        after, following = steps[index + 1] if index + 1 < len(steps) else (step, [])
        if step.on_timeout.plain == "next" and following:
            rungs.append(_rung(ladder[-1], following[0], after))
    return Escalation(tuple(rungs), tuple(receiver for _, ladder in steps for receiver in ladder))


def _starts(decision: Decision, first: Value) -> list[Value]:
    if decision.oversight.by:
        return [decision.oversight.by]
    return [role for role in decision.involves.responsible if _id(role) != _id(first)]


def _rung(sender: Value, receiver: Value, step: Value) -> Rung:
    return Rung(_id(sender), _id(receiver), sender, receiver, step)


def _id(value: Value) -> str:
    target = value.target
    if target is None:
        return str(value.plain)
    return target.address if isinstance(target, System) else target.id


def _graph(edges: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    graph: dict[str, list[str]] = {}
    for start, end in edges:
        graph.setdefault(start, []).append(end)
        graph.setdefault(end, [])
    return graph


def _closed_by(rung: Rung, passed: Mapping[tuple[str, str], Rung]) -> tuple[Rung, ...]:
    """The shortest cycle of a rung and of rungs passed before it, from its receiver round to it."""
    graph = {**_graph(passed), rung.start: [rung.end]}
    around = [*shortest_cycle(graph, rung.start)[1:], rung.start]
    if around == [rung.start] and rung.end != rung.start:
        return ()
    return (*(passed[edge] for edge in pairwise(around)), rung)
