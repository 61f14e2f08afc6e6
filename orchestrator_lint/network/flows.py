"""Decisions in, the graph of their flows out: what feeds what."""

from collections.abc import Iterable
from typing import NamedTuple

from orchestrator_lint.model import Decision, Value


class FlowGraph(NamedTuple):
    """Flows as a directed graph; nodes are the ends as written, `this` as the address of its decision."""

    edges: dict[str, list[tuple[str, Value]]]

    def followed_from(self, start: str) -> tuple[set[str], list[Value]]:
        """The ends that paths from `start` reach, itself left out, and the flows followed, in order."""
        seen = {start}
        used: list[Value] = []
        queue = [start]
        while queue:
            for end, flow in self.edges.get(queue.pop(0), ()):
                used.append(flow)
                if end not in seen:
                    seen.add(end)
                    queue.append(end)
        return seen - {start}, used


def flows_of(decisions: Iterable[Decision]) -> tuple[FlowGraph, FlowGraph]:
    """Give the graph of the flows of these decisions and their spaces, forwards and backwards.

    A flow without one of its ends is left out. Raises Unknown where an end cannot be known.
    """
    forward: dict[str, list[tuple[str, Value]]] = {}
    backward: dict[str, list[tuple[str, Value]]] = {}
    for decision in decisions:
        here = f"decisions/{decision.address}"
        for flow in (*decision.flows, *decision.space.flows):
            start, end = _end(flow.from_, here), _end(flow.to, here)
            if start and end:
                forward.setdefault(start, []).append((end, flow))
                backward.setdefault(end, []).append((start, flow))
    return FlowGraph(forward), FlowGraph(backward)


def _end(value: Value, here: str) -> str:
    if not value:
        return ""
    if value.target is None or value.plain != "this":
        return str(value.plain)
    return here
