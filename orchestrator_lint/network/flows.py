"""A decision in, the flows that feed it and that it feeds out: its own and those of all that it depends on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from orchestrator_lint.model import Decision, Value

if TYPE_CHECKING:
    from orchestrator_lint.network.network import Network


class FlowGraph(NamedTuple):
    """Flows as a directed graph; nodes are the ends as written, `this` as the address of its decision."""

    edges: dict[str, list[tuple[str, Value]]]

    def followed_from(self, start: str) -> tuple[set[str], list[Value]]:
        """The ends that paths from `start` reach, itself left out, and the flows followed, in order."""
        seen: set[str] = set()
        used: list[Value] = []
        queue = [start]
        while queue:
            for end, flow in self.edges.get(queue.pop(0), ()):
                used.append(flow)
                if end not in seen:
                    seen.add(end)
                    queue.append(end)
        return seen, used


def flows_around(decision: Decision, network: "Network") -> tuple[FlowGraph, FlowGraph]:
    """Give the flow graph of a decision and of all that it builds on, forwards and backwards.

    Raises Unknown where an end cannot be known.
    """
    return flows_of(network.upstream(decision))


def flows_of(decisions: Iterable[Decision]) -> tuple[FlowGraph, FlowGraph]:
    """Give the graph of the flows of these decisions and their spaces, forwards and backwards."""
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
