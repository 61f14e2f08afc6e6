"""Decisions in, the graph of their flows out: what feeds what."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from orchestrator_lint.model import Decision, System, Unknown, Value


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

    def without(self, ends: Iterable[str]) -> "FlowGraph":
        """The graph in which nothing is passed on from these ends."""
        left_out = set(ends)
        return FlowGraph({start: flows for start, flows in self.edges.items() if start not in left_out})

    def way(self, start: str, end: str) -> list[Value]:
        """The flows of a shortest path from one end to another, in order; empty where none leads there."""
        came_by: dict[str, tuple[str, Value]] = {}
        queue = deque([start])
        while queue and end not in came_by:
            here = queue.popleft()
            for after, flow in self.edges.get(here, ()):
                if after != start and after not in came_by:
                    came_by[after] = here, flow
                    queue.append(after)
        way: list[Value] = []
        while end in came_by:
            end, flow = came_by[end]
            way.append(flow)
        return way[::-1]


def flows_of(decisions: Iterable[Decision]) -> tuple[FlowGraph, FlowGraph]:
    """Give the graph of the flows of these decisions and their spaces, forwards and backwards.

    A flow without one of its ends is left out. Raises Unknown where an end cannot be known.
    """
    forward: dict[str, list[tuple[str, Value]]] = {}
    backward: dict[str, list[tuple[str, Value]]] = {}
    for decision in decisions:
        for flow in (*decision.flows, *decision.space.flows):
            start, end = _ends(flow, decision)
            if start and end:
                forward.setdefault(start, []).append((end, flow))
                backward.setdefault(end, []).append((start, flow))
    return FlowGraph(forward), FlowGraph(backward)


def data_edges(decisions: Iterable[Decision], systems: Iterable[System]) -> dict[tuple[str, str], Value]:
    """Give every flow of these decisions and their spaces, and every `learns_from`, by its two ends.

    Of several with the same ends the first counts; what cannot be known is left out.
    """
    edges: dict[tuple[str, str], Value] = {}
    for start, end, at in (*_flown(decisions), *_learnt(systems)):
        edges.setdefault((start, end), at)
    return edges


def _flown(decisions: Iterable[Decision]) -> Iterator[tuple[str, str, Value]]:
    for decision in decisions:
        with suppress(Unknown):
            for flow in (*decision.flows, *decision.space.flows):
                with suppress(Unknown):
                    start, end = _ends(flow, decision)
                    if start and end:
                        yield start, end, flow


def _learnt(systems: Iterable[System]) -> Iterator[tuple[str, str, Value]]:
    for system in systems:
        with suppress(Unknown):
            for source in system.learns_from:
                with suppress(Unknown):
                    dataset = source.target
                    if dataset is not None:
                        yield dataset.address, system.address, source


def _ends(flow: Value, decision: Decision) -> tuple[str, str]:
    here = f"decisions/{decision.address}"
    return _end(flow.from_, here), _end(flow.to, here)


def _end(value: Value, here: str) -> str:
    if not value:
        return ""
    if value.target is None or value.plain != "this":
        return str(value.plain)
    return here
