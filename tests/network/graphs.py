"""Small random graphs, and slow answers that are plain enough to trust."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

from hypothesis import strategies as st

Graph = Mapping[str, Sequence[str]]

NODES = "abcdef"


@st.composite
def directed(draw: st.DrawFn) -> dict[str, list[str]]:
    """A directed graph of up to six nodes; a node may lead to itself, an edge may stand twice."""
    nodes = draw(st.permutations(NODES[: draw(st.integers(1, len(NODES)))]))
    return {node: draw(st.lists(st.sampled_from(nodes), max_size=4)) for node in nodes}


@st.composite
def acyclic(draw: st.DrawFn) -> dict[str, list[str]]:
    """A directed graph without cycles."""
    nodes = draw(st.permutations(NODES))
    return {
        node: draw(st.lists(st.sampled_from(nodes[place + 1 :]), unique=True, max_size=3)) if nodes[place + 1 :] else []
        for place, node in enumerate(nodes)
    }


@st.composite
def undirected(draw: st.DrawFn) -> dict[str, list[str]]:
    """An undirected graph of up to six nodes, every edge written at both ends."""
    nodes = draw(st.permutations(NODES[: draw(st.integers(1, len(NODES)))]))
    pairs = [(one, other) for one in nodes for other in nodes if one < other]
    edges = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return {node: [one if other == node else other for one, other in edges if node in (one, other)] for node in nodes}


@st.composite
def reordered(draw: st.DrawFn, graph: Graph) -> dict[str, list[str]]:
    """The same graph, written down in another order."""
    return {node: draw(st.permutations(graph[node])) for node in draw(st.permutations(sorted(graph)))}


def simple_paths(graph: Graph, start: str, end: str) -> Iterator[list[str]]:
    """Every path from one node to another that meets no node twice."""
    for length in range(len(graph)):
        for between in permutations(sorted(set(graph) - {start, end}), length):
            path = [start, *between, end] if start != end else [start]
            if (start != end or not between) and is_path(graph, path):
                yield path


def is_path(graph: Graph, path: Sequence[str]) -> bool:
    """Whether every step of a path is an edge."""
    return all(after in graph[node] for node, after in pairwise(path))


def leads_to(graph: Graph, start: str, end: str) -> bool:
    """Whether a path of any length, none included, leads from one node to another."""
    return any(True for _ in simple_paths(graph, start, end))


def cycles_through(graph: Graph, start: str) -> list[list[str]]:
    """Every cycle through a node that meets no other twice, from the node and without its return."""
    others = sorted(set(graph) - {start})
    ways = [[start, *rest] for length in range(len(graph)) for rest in permutations(others, length)]
    return [way for way in ways if is_path(graph, [*way, start])]


def slow_betweenness(graph: Graph, starts: Iterable[str], ends: Iterable[str]) -> dict[str, Fraction]:
    """The definition, word by word: all shortest paths of all pairs are written out and counted."""
    ends = list(ends)
    pairs = [(start, end) for start in starts for end in ends if start != end]
    score = dict.fromkeys(graph, Fraction(0))
    for start, end in pairs:
        paths = list(simple_paths(graph, start, end))
        shortest = [path for path in paths if len(path) == min(map(len, paths))]
        for node in set(graph) - {start, end}:
            through = sum(node in path for path in shortest)
            score[node] += Fraction(through, len(shortest)) if shortest else 0
    return {node: value / max(len(pairs), 1) for node, value in score.items()}
