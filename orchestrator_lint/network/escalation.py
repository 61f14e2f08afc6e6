"""A decision in, its escalation graph out: from the overseer up the rungs of each step."""

from typing import NamedTuple

from orchestrator_lint.model import Decision, Value


class Rung(NamedTuple):
    """One edge of the graph: from whom to whom, and the value that names the receiver."""

    start: str
    end: str
    at: Value


class Escalation(NamedTuple):
    """The rungs of a decision in order. Nodes are ids, a role before a system of the same id."""

    rungs: tuple[Rung, ...]

    @property
    def graph(self) -> dict[str, list[str]]:
        """The rungs as a map from node to neighbours."""
        graph: dict[str, list[str]] = {}
        for rung in self.rungs:
            graph.setdefault(rung.start, []).append(rung.end)
            graph.setdefault(rung.end, [])
        return graph

    @property
    def last(self) -> tuple[Rung, ...]:
        """The rungs whose receiver passes the case to nobody."""
        graph = self.graph
        return tuple(rung for rung in self.rungs if not graph[rung.end])


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
        rungs += [Rung(_id(start), _id(ladder[0]), ladder[0]) for start in starts]
        rungs += [Rung(_id(low), _id(high), high) for low, high in zip(ladder, ladder[1:], strict=False)]
        following = steps[index + 1][1] if index + 1 < len(steps) else []
        if step.on_timeout.plain == "next" and following:
            rungs.append(Rung(_id(ladder[-1]), _id(following[0]), following[0]))
    return Escalation(tuple(rungs))


def _starts(decision: Decision, first: Value) -> list[Value]:
    if decision.oversight.by:
        return [decision.oversight.by]
    return [role for role in decision.involves.responsible if _id(role) != _id(first)]


def _id(value: Value) -> str:
    target = value.target
    return target.id if target is not None else str(value.plain)
