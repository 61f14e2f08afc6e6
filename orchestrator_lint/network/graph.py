"""Graphs as maps from node to neighbours in; components, cycles, paths and measures out.

Everything is linear in nodes and edges but for betweenness, and ties go to the smallest name, so that the same
graph gives the same answer.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from fractions import Fraction

Graph = Mapping[str, Iterable[str]]

_PIVOTS = 512  # exact up to here, then from as many fixed starting points (Brandes and Pich 2007)


def components(graph: Graph) -> list[list[str]]:
    """The strongly connected components (Tarjan 1972), each sorted, sorted by their first node."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    held: set[str] = set()
    found: list[list[str]] = []
    for root in sorted(graph):
        if root in index:
            continue
        work = [(root, iter(sorted(graph[root])))]
        index[root] = low[root] = len(index)
        stack.append(root)
        held.add(root)
        while work:
            node, neighbours = work[-1]
            after = next(neighbours, None)
            if after is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_popped(stack, held, node))
            elif after not in index:
                index[after] = low[after] = len(index)
                stack.append(after)
                held.add(after)
                work.append((after, iter(sorted(graph.get(after, ())))))
            elif after in held:
                low[node] = min(low[node], index[after])
    return sorted(found)


def _popped(stack: list[str], held: set[str], until: str) -> list[str]:
    component = []
    while True:
        node = stack.pop()
        held.discard(node)
        component.append(node)
        if node == until:
            return sorted(component)


def reachable(graph: Graph, starts: Iterable[str]) -> set[str]:
    """All nodes that a path leads to, the starts included."""
    seen = set(starts)
    queue = list(seen)
    while queue:
        for after in graph.get(queue.pop(), ()):
            if after not in seen:
                seen.add(after)
                queue.append(after)
    return seen


def shortest_cycle(graph: Graph, start: str) -> list[str]:
    """The shortest cycle through `start`, from it and without its return; empty where there is none."""
    before: dict[str, str] = {}
    queue = deque([start])
    seen = {start}
    while queue:
        node = queue.popleft()
        for after in sorted(graph.get(node, ())):
            if after == start:
                return _traced(before, start, node)
            if after not in seen:
                seen.add(after)
                before[after] = node
                queue.append(after)
    return []


def _traced(before: Mapping[str, str], start: str, end: str) -> list[str]:
    path = [end]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]


def longest_paths(graph: Graph) -> dict[str, list[str]]:
    """For every node of a graph without cycles the longest path that ends there; ties by the smallest names."""
    incoming: dict[str, list[str]] = {node: [] for node in graph}
    waiting = dict.fromkeys(graph, 0)
    for node in graph:
        for after in graph[node]:
            incoming[after].append(node)
            waiting[after] += 1
    ready = sorted(node for node, count in waiting.items() if not count)
    paths: dict[str, list[str]] = {}
    while ready:
        node = ready.pop(0)
        options = [paths[before] for before in incoming[node]]
        best = min(options, key=lambda path: (-len(path), path), default=[])
        paths[node] = [*best, node]
        for after in graph[node]:
            waiting[after] -= 1
            if not waiting[after]:
                ready.append(after)
    return paths


def betweenness(graph: Graph, ends: Iterable[str]) -> dict[str, Fraction]:
    """For every node the share of pairs of `ends` whose shortest paths run through it (Freeman 1977, Brandes 2001).

    `graph` is undirected. The sum over pairs s≠t of (shortest paths through the node ÷ shortest paths) is divided
    by the number of pairs, unconnected ones included. Above 512 ends it runs from 512 evenly spread ones.
    """
    sorted_ends = sorted(ends)
    step = -(-len(sorted_ends) // _PIVOTS)
    pivots = sorted_ends[:: max(step, 1)]
    among = frozenset(sorted_ends)
    score: dict[str, Fraction] = {node: Fraction(0) for node in graph}
    for source in pivots:
        _add_dependencies(graph, source, among, score)
    pairs = len(pivots) * (len(sorted_ends) - 1)
    return {node: value / pairs if pairs else value for node, value in score.items()}


def _add_dependencies(graph: Graph, source: str, ends: frozenset[str], score: dict[str, Fraction]) -> None:
    order, before, ways = _shortest_paths(graph, source)
    depends: dict[str, Fraction] = dict.fromkeys(order, Fraction(0))
    for node in reversed(order):
        weight = (1 if node in ends and node != source else 0) + depends[node]
        for previous in before[node]:
            depends[previous] += Fraction(ways[previous], ways[node]) * weight
        if node != source:
            score[node] += depends[node]


def _shortest_paths(graph: Graph, source: str) -> tuple[list[str], dict[str, list[str]], dict[str, int]]:
    depth, ways = {source: 0}, {source: 1}
    before: dict[str, list[str]] = {source: []}
    order: list[str] = []
    queue = deque([source])
    while queue:
        node = queue.popleft()
        order.append(node)
        for after in sorted(graph.get(node, ())):
            if after not in depth:
                depth[after], ways[after], before[after] = depth[node] + 1, 0, []
                queue.append(after)
            if depth[after] == depth[node] + 1:
                ways[after] += ways[node]
                before[after].append(node)
    return order, before, ways
