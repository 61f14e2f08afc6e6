"""The escalation graph of a decision: where it starts, how it climbs, where it ends, and whether it runs in a circle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_lint.model import Unknown
from orchestrator_lint.network import Escalation, components, escalation_of
from tests.model.workspaces import decision_of, decision_with
from tests.network.graphs import cycles_through

ROLES = "roles: {case-worker: {}, head: {}, committee: {}, board: {}, score: {}}\nsystems: {score: {}, filter: {}}"
OVERSEEN = "oversight: {by: case-worker}"


def test_a_step_starts_at_the_overseer() -> None:
    assert _edges(f"{OVERSEEN}, escalation: [{{to: head}}]") == [("case-worker", "head")]


def test_a_step_starts_where_it_says_so() -> None:
    assert _edges(f"{OVERSEEN}, escalation: [{{from: head, to: board}}]") == [("head", "board")]


def test_without_an_overseer_a_step_starts_at_all_who_are_responsible_but_its_own_receiver() -> None:
    found = _edges("involves: {responsible: [case-worker, head, committee]}, escalation: [{to: head}]")
    assert found == [("case-worker", "head"), ("committee", "head")]


def test_the_receivers_of_a_step_are_a_ladder() -> None:
    found = _edges(f"{OVERSEEN}, escalation: [{{to: [head, committee, board]}}]")
    assert found == [("case-worker", "head"), ("head", "committee"), ("committee", "board")]


def test_every_step_starts_at_the_overseer_again() -> None:
    found = _edges(f"{OVERSEEN}, escalation: [{{to: head, on_timeout: hold}}, {{to: committee}}]")
    assert found == [("case-worker", "head"), ("case-worker", "committee")]


def test_a_deadline_that_leads_on_joins_the_last_rung_to_the_next_step() -> None:
    found = _edges(f"{OVERSEEN}, escalation: [{{to: [head, committee], on_timeout: next}}, {{from: head, to: board}}]")
    assert ("committee", "board") in found


def test_a_deadline_of_the_last_step_leads_nowhere() -> None:
    assert _edges(f"{OVERSEEN}, escalation: [{{to: head, on_timeout: next}}]") == [("case-worker", "head")]


def test_a_step_without_receivers_adds_nothing() -> None:
    found = _edges(f"{OVERSEEN}, escalation: [{{to: head, on_timeout: next}}, {{when: never}}, {{to: board}}]")
    assert found == [("case-worker", "head"), ("case-worker", "board")]


@pytest.mark.parametrize("escalation", ["null", "[]", "{none_because: Settled at the desk.}", "{state: planned}"])
def test_an_escalation_without_steps_is_an_empty_graph(escalation: str) -> None:
    assert _escalation(f"{OVERSEEN}, escalation: {escalation}") == Escalation((), ())


def test_a_decision_climbs_the_ladder_of_its_space() -> None:
    decision = decision_of(
        "spaces: {lending: {every_decision: {escalation: [{to: [head, board]}]}, decisions: {raise-limit: {oversight: {by: case-worker}}}}}",
        ROLES,
    )
    assert [rung.at.path for rung in escalation_of(decision).rungs] == [
        "spaces.lending.every_decision.escalation.0.to.0",
        "spaces.lending.every_decision.escalation.0.to.1",
    ]


def test_a_rung_knows_the_values_that_name_both_its_ends() -> None:
    rung = _escalation(f"{OVERSEEN}, escalation: [{{to: head}}]").rungs[0]
    assert (rung.sender.path, rung.at.path) == (
        "spaces.lending.decisions.raise-limit.oversight.by",
        "spaces.lending.decisions.raise-limit.escalation.0.to",
    )


def test_a_role_and_a_system_of_the_same_name_are_two_nodes() -> None:
    found = _edges(f"{OVERSEEN}, escalation: [{{to: [score, systems/score, roles/score]}}]")
    assert found == [("case-worker", "score"), ("score", "systems/score"), ("systems/score", "score")]


def test_a_role_is_one_node_however_it_is_written() -> None:
    assert _edges(f"{OVERSEEN}, escalation: [{{from: roles/head, to: roles/board}}]") == [("head", "board")]


def test_a_receiver_outside_the_policies_is_a_node_as_written() -> None:
    assert _edges(f"{OVERSEEN}, escalation: [{{to: external/ombudsman}}]") == [("case-worker", "external/ombudsman")]


def test_an_unknown_receiver_leaves_the_whole_graph_unknown() -> None:
    with pytest.raises(Unknown):
        _escalation(f"{OVERSEEN}, escalation: [{{to: [head, nobody]}}]")


def test_the_last_receivers_are_those_who_pass_the_case_to_nobody() -> None:
    assert _last(f"{OVERSEEN}, escalation: [{{to: [head, committee]}}, {{from: head, to: filter}}]") == [
        "committee",
        "filter",
    ]


def test_a_receiver_is_last_even_where_nobody_is_named_who_sends() -> None:
    assert _last("escalation: [{to: filter}]") == ["filter"]


def test_nobody_is_last_in_a_circle() -> None:
    assert _last(f"{OVERSEEN}, escalation: [{{to: [head, case-worker]}}]") == []


def test_a_path_that_ends_has_no_cycle() -> None:
    assert _cycle(f"{OVERSEEN}, escalation: [{{to: [head, committee]}}, {{to: committee}}]") == []


def test_a_step_from_a_role_to_itself_is_a_cycle() -> None:
    assert _cycle(f"{OVERSEEN}, escalation: [{{from: head, to: head}}]") == [("head", "head", "0.to")]


def test_an_overseer_who_receives_the_case_first_closes_a_cycle_of_one() -> None:
    assert _cycle(f"{OVERSEEN}, escalation: [{{to: [case-worker, head]}}]") == [
        ("case-worker", "case-worker", "0.to.0")
    ]


def test_a_cycle_is_told_from_the_receiver_of_the_rung_that_closes_it() -> None:
    assert _cycle(f"{OVERSEEN}, escalation: [{{to: [head, committee]}}, {{from: committee, to: case-worker}}]") == [
        ("case-worker", "head", "0.to.0"),
        ("head", "committee", "0.to.1"),
        ("committee", "case-worker", "1.to"),
    ]


def test_the_shortest_cycle_is_told() -> None:
    steps = "[{to: [head, committee, case-worker]}, {from: committee, to: head}]"
    assert _cycle(f"{OVERSEEN}, escalation: {steps}") == [
        ("head", "committee", "0.to.1"),
        ("committee", "head", "1.to"),
    ]


def test_of_cycles_as_short_the_one_closed_first_is_told() -> None:
    steps = "[{to: [head, committee]}, {from: committee, to: head}, {from: head, to: case-worker}]"
    assert _cycle(f"{OVERSEEN}, escalation: {steps}")[-1] == ("committee", "head", "1.to")


def test_a_rung_that_stands_twice_closes_a_cycle_where_it_first_did() -> None:
    steps = "[{to: head}, {from: head, to: case-worker}, {to: head}]"
    assert _cycle(f"{OVERSEEN}, escalation: {steps}")[-1] == ("head", "case-worker", "1.to")


_LADDERS = st.lists(st.lists(st.sampled_from(["case-worker", "head", "committee", "board"]), max_size=4), max_size=4)


@given(_LADDERS)
def test_a_cycle_is_found_where_there_is_one_and_is_as_short_as_any(ladders: list[list[str]]) -> None:
    steps = ", ".join(f"{{to: [{', '.join(ladder)}]}}" for ladder in ladders)
    escalation = _escalation(f"{OVERSEEN}, escalation: [{steps}]")
    graph, cycle = escalation.graph, escalation.cycle
    known = [way for node in graph for way in cycles_through(graph, node)]
    assert len(cycle) == min(map(len, known), default=0)
    assert bool(cycle) is any(len(nodes) > 1 or nodes[0] in graph[nodes[0]] for nodes in components(graph))
    assert [rung.end for rung in cycle] == [rung.start for rung in (*cycle[1:], *cycle[:1])]


def _escalation(keys: str) -> Escalation:
    return escalation_of(decision_with(keys, ROLES))


def _edges(keys: str) -> list[tuple[str, str]]:
    return [(rung.start, rung.end) for rung in _escalation(keys).rungs]


def _last(keys: str) -> list[str]:
    return [str(receiver.plain) for receiver in _escalation(keys).last]


def _cycle(keys: str) -> list[tuple[str, str, str]]:
    return [(rung.start, rung.end, rung.at.path.rpartition("escalation.")[2]) for rung in _escalation(keys).cycle]
