"""The graph algorithms against slow ones on small random graphs."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_lint.network import (
    betweenness,
    components,
    longest_paths,
    reachable,
    shortest_cycle,
    turned,
    weak_components,
    without_cycles,
)
from tests.network.graphs import (
    NODES,
    acyclic,
    cycles_through,
    directed,
    leads_to,
    reordered,
    simple_paths,
    slow_betweenness,
    undirected,
)

_DEEP = 20_000


@given(directed())
def test_a_component_holds_the_nodes_that_lead_to_each_other(graph: dict[str, list[str]]) -> None:
    together = {node: component for component in components(graph) for node in component}
    assert sorted(together) == sorted(graph)
    for one, other in product(graph, graph):
        mutual = leads_to(graph, one, other) and leads_to(graph, other, one)
        assert (other in together[one]) is mutual


@given(directed())
def test_components_are_sorted_and_so_are_their_nodes(graph: dict[str, list[str]]) -> None:
    found = components(graph)
    assert found == sorted(sorted(component) for component in found)


@given(directed())
def test_a_weak_component_holds_what_hangs_together_whatever_way_the_edges_run(graph: dict[str, list[str]]) -> None:
    both = {node: [*graph[node], *(other for other in graph if node in graph[other])] for node in graph}
    together = {node: component for component in weak_components(graph) for node in component}
    assert sorted(together) == sorted(graph)
    for one, other in product(graph, graph):
        assert (other in together[one]) is leads_to(both, one, other)


def test_a_component_counts_a_node_that_is_only_led_to() -> None:
    assert components({"a": ["b"]}) == [["a"], ["b"]]


@given(directed(), st.sets(st.sampled_from(NODES)))
def test_what_is_reachable_is_what_a_path_leads_to(graph: dict[str, list[str]], starts: set[str]) -> None:
    starts &= set(graph)
    assert reachable(graph, starts) == {node for node in graph if any(leads_to(graph, start, node) for start in starts)}


@given(directed())
def test_the_shortest_cycle_is_the_first_by_name_of_all_that_are_as_short(graph: dict[str, list[str]]) -> None:
    for start in graph:
        known = cycles_through(graph, start)
        assert shortest_cycle(graph, start) == min(known, key=lambda cycle: (len(cycle), cycle), default=[])


def test_a_node_that_leads_to_itself_is_a_cycle_of_one() -> None:
    assert shortest_cycle({"a": ["b", "a"], "b": ["a"]}, "a") == ["a"]


def test_a_cycle_beside_the_start_is_not_its_cycle() -> None:
    assert shortest_cycle({"a": ["b"], "b": ["c"], "c": ["b"]}, "a") == []


@given(acyclic())
def test_the_longest_path_to_a_node_is_the_first_by_name_of_all_that_are_as_long(graph: dict[str, list[str]]) -> None:
    found = longest_paths(graph)
    for node in graph:
        known = [path for start in graph for path in simple_paths(graph, start, node)]
        assert found[node] == min(known, key=lambda path: (-len(path), path))


@given(directed(), st.sampled_from(NODES))
def test_a_graph_without_its_cycles_has_no_cycle_and_no_new_edge(graph: dict[str, list[str]], first: str) -> None:
    cut = without_cycles(graph, {first} & set(graph))
    assert not any(cycles_through(cut, node) for node in graph)
    assert all(set(cut[node]) <= set(graph[node]) for node in graph)


@given(directed())
def test_cutting_cycles_keeps_every_edge_of_the_node_it_begins_at(graph: dict[str, list[str]]) -> None:
    for first, near in graph.items():
        assert set(without_cycles(graph, [first])[first]) == set(near) - {first}


@given(acyclic(), st.sampled_from(NODES))
def test_a_graph_without_cycles_loses_no_edge_by_cutting(graph: dict[str, list[str]], first: str) -> None:
    assert without_cycles(graph, [first]) == {node: sorted(graph[node]) for node in graph}


@given(directed())
def test_a_graph_turned_twice_is_the_same_graph(graph: dict[str, list[str]]) -> None:
    back = turned(graph)
    assert all((one in back[other]) is (other in graph[one]) for one, other in product(graph, graph))
    assert {node: sorted(near) for node, near in turned(back).items()} == {node: sorted(graph[node]) for node in graph}


@given(undirected(), st.sets(st.sampled_from(NODES)))
def test_betweenness_counts_the_shortest_paths_between_the_ends(graph: dict[str, list[str]], ends: set[str]) -> None:
    ends &= set(graph)
    assert betweenness(graph, ends) == pytest.approx(_as_floats(slow_betweenness(graph, ends, ends)), abs=1e-9)


@given(undirected(), st.integers(1, 5))
def test_betweenness_from_pivots_counts_the_pairs_that_start_there(graph: dict[str, list[str]], pivots: int) -> None:
    ends = sorted(graph)
    count = min(pivots, len(ends))
    starts = [ends[place * len(ends) // count] for place in range(count)]
    assert len(set(starts)) == count
    expected = _as_floats(slow_betweenness(graph, starts, ends))
    assert betweenness(graph, ends, pivots) == pytest.approx(expected, abs=1e-9)


def test_a_node_that_joins_all_ends_of_a_large_network_lies_between_all_pairs() -> None:
    ends = [f"space-{number}" for number in range(1300)]
    star = {"hub": ends, **{end: ["hub"] for end in ends}}
    assert betweenness(star, ends)["hub"] == 1.0


def test_pairs_that_nothing_connects_count_as_pairs() -> None:
    graph = {"a": ["hub"], "b": ["hub"], "hub": ["a", "b"], "c": []}
    assert betweenness(graph, ["a", "b", "c"])["hub"] == pytest.approx(1 / 3)


def test_a_network_without_ends_has_nobody_between_them() -> None:
    assert betweenness({"a": ["b"], "b": ["a"]}, []) == {"a": 0.0, "b": 0.0}
    assert betweenness({}, []) == {}


@given(st.data(), directed())
def test_the_order_in_which_a_directed_graph_is_written_changes_nothing(
    data: st.DataObject, graph: dict[str, list[str]]
) -> None:
    other = data.draw(reordered(graph))
    assert components(other) == components(graph)
    assert [shortest_cycle(other, node) for node in sorted(graph)] == [
        shortest_cycle(graph, node) for node in sorted(graph)
    ]
    assert without_cycles(other, ["a"]) == without_cycles(graph, ["a"])


@given(st.data(), acyclic())
def test_the_order_in_which_a_graph_is_written_changes_no_longest_path(
    data: st.DataObject, graph: dict[str, list[str]]
) -> None:
    assert longest_paths(data.draw(reordered(graph))) == longest_paths(graph)


@given(st.data(), undirected())
def test_the_order_in_which_a_graph_is_written_changes_no_digit_of_betweenness(
    data: st.DataObject, graph: dict[str, list[str]]
) -> None:
    ends = data.draw(st.permutations(sorted(graph)))
    assert betweenness(data.draw(reordered(graph)), ends, 2) == betweenness(graph, sorted(graph), 2)


def test_a_chain_deeper_than_the_stack_of_python_is_walked() -> None:
    chain = {f"{number:05}": [f"{number + 1:05}"] for number in range(_DEEP)} | {f"{_DEEP:05}": []}
    ring = {**chain, f"{_DEEP:05}": ["00000"]}
    assert len(components(chain)) == _DEEP + 1
    assert len(components(ring)) == 1
    assert len(shortest_cycle(ring, "00000")) == _DEEP + 1
    assert len(reachable(chain, ["00000"])) == _DEEP + 1
    assert without_cycles(ring, ["00000"]) == chain


def _as_floats(values: dict[str, Fraction]) -> dict[str, float]:
    return {name: float(value) for name, value in values.items()}
