"""Graphs as maps from node to neighbours in; components, cycles, paths and measures out.

Everything is linear in nodes and edges but for betweenness, and ties go to the smallest name, so that the same
graph gives the same answer.
"""

from collections import deque
from collections.abc import Iterable, Mapping

Graph = Mapping[str, Iterable[str]]

PIVOTS = 512  # exact up to here, then from as many fixed starting points (Brandes and Pich 2007)


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


def weak_components(graph: Graph) -> list[list[str]]:
    """The weakly connected components: what hangs together whatever way the edges run; sorted like `components`."""
    back = turned(graph)
    return components({node: [*graph[node], *back[node]] for node in graph})


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


def without_cycles(graph: Graph, first: Iterable[str]) -> dict[str, list[str]]:
    """The graph without the edges that close a cycle, as a depth-first walk meets them.

    The walk begins at `first`: every edge from there stays, and a cycle is cut farther away.
    """
    kept: dict[str, list[str]] = {node: [] for node in graph}
    done: set[str] = set()
    for root in (*sorted(first), *sorted(graph)):
        if root not in done:
            _cut(graph, root, done, kept)
    return kept


def _cut(graph: Graph, root: str, done: set[str], kept: dict[str, list[str]]) -> None:
    work = [(root, iter(sorted(graph[root])))]
    on_the_way = {root}
    while work:
        node, neighbours = work[-1]
        after = next(neighbours, None)
        if after is None:
            work.pop()
            on_the_way.discard(node)
            done.add(node)
        elif after not in on_the_way:
            kept[node].append(after)
            if after not in done:
                on_the_way.add(after)
                work.append((after, iter(sorted(graph[after]))))


def turned(graph: Graph) -> dict[str, list[str]]:
    """The graph with every edge the other way round."""
    back: dict[str, list[str]] = {node: [] for node in graph}
    for node in graph:
        for after in graph[node]:
            back[after].append(node)
    return back


def longest_paths(graph: Graph) -> dict[str, list[str]]:
    """For every node of a graph without cycles the longest path that ends there; ties by the smallest names."""
    incoming: dict[str, list[str]] = {node: [] for node in graph}
    waiting = dict.fromkeys(graph, 0)
    for node in graph:
        for after in graph[node]:
            incoming[after].append(node)
            waiting[after] += 1
    ready = deque(node for node, count in waiting.items() if not count)
    paths: dict[str, list[str]] = {}
    while ready:
        node = ready.popleft()
        options = [paths[before] for before in incoming[node]]
        best = min(options, key=lambda path: (-len(path), path), default=[])
        paths[node] = [*best, node]
        for after in graph[node]:
            waiting[after] -= 1
            if not waiting[after]:
                ready.append(after)
    return paths


def betweenness(graph: Graph, ends: Iterable[str], pivots: int = PIVOTS) -> dict[str, float]:
    """For every node the share of pairs of `ends` whose shortest paths run through it (Freeman 1977, Brandes 2001).

    `graph` is undirected. The sum over pairs s≠t of (shortest paths through the node ÷ shortest paths) is divided
    by the number of pairs, unconnected ones included. Above `pivots` ends it runs from so many evenly spread ones.
    """
    nodes = sorted(graph)
    number = {node: index for index, node in enumerate(nodes)}
    near = [[number[after] for after in sorted(graph[node])] for node in nodes]
    sources = [number[end] for end in sorted(ends)]
    count = min(len(sources), pivots)
    is_end = [0.0] * len(nodes)
    for end in sources:
        is_end[end] = 1.0
    score = [0.0] * len(nodes)
    for position in range(count):
        _add_dependencies(near, sources[position * len(sources) // count], is_end, score)
    pairs = max(count * (len(sources) - 1), 1)
    return {node: round(score[index] / pairs, 9) for index, node in enumerate(nodes)}


def _add_dependencies(near: list[list[int]], source: int, is_end: list[float], score: list[float]) -> None:
    order, before, ways = _shortest_paths(near, source)
    depends = [0.0] * len(near)
    for node in reversed(order[1:]):
        weight = is_end[node] + depends[node]
        for previous in before[node]:
            depends[previous] += ways[previous] / ways[node] * weight
        score[node] += depends[node]


def _shortest_paths(near: list[list[int]], source: int) -> tuple[list[int], list[list[int]], list[int]]:
    depth, ways = [-1] * len(near), [0] * len(near)
    before: list[list[int]] = [[] for _ in near]
    depth[source], ways[source] = 0, 1
    order = [source]
    for node in order:  # grows while it is read
        beyond = depth[node] + 1
        for after in near[node]:
            if depth[after] < 0:
                depth[after] = beyond
                order.append(after)
            if depth[after] == beyond:
                ways[after] += ways[node]
                before[after].append(node)
    return order, before, ways
