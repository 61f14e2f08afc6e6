"""The flows of decisions as a graph."""

import pytest

from orchestrator_lint.model import Unknown
from orchestrator_lint.network import Network, flows_of
from tests.model.workspaces import workspace_of

NOUNS = "systems: {m: {}}\nroles: {r: {}}\ndatasets: {d: {}}\n"


def test_this_is_the_decision_in_which_the_flow_stands_also_where_it_stands_in_the_space() -> None:
    workspace = workspace_of(
        f"{NOUNS}spaces: {{s: {{flows: [{{from: this, to: roles/r}}], decisions: {{a: {{}}, b: {{}}}}}}}}"
    )
    forward, backward = flows_of(workspace.decisions)
    assert sorted(forward.edges) == ["decisions/s/a", "decisions/s/b"]
    assert [end for end, _ in backward.edges["roles/r"]] == ["decisions/s/a", "decisions/s/b"]


def test_a_flow_without_an_end_ties_nothing() -> None:
    workspace = workspace_of(
        f"{NOUNS}spaces: {{s: {{decisions: {{a: {{flows: [{{from: datasets/d}}, {{to: this}}]}}}}}}}}"
    )
    assert flows_of(workspace.decisions)[0].edges == {}


def test_an_end_that_does_not_exist_is_unknown() -> None:
    workspace = workspace_of("spaces: {s: {decisions: {a: {flows: [{from: datasets/ghost, to: this}]}}}}")
    with pytest.raises(Unknown):
        flows_of(workspace.decisions)


def test_flows_are_followed_once_each_also_in_a_circle() -> None:
    flows = "[{from: datasets/d, to: systems/m}, {from: systems/m, to: datasets/d}, {from: systems/m, to: roles/r}]"
    workspace = workspace_of(f"{NOUNS}spaces: {{s: {{decisions: {{a: {{flows: {flows}}}}}}}}}")
    ends, used = flows_of(workspace.decisions)[0].followed_from("datasets/d")
    assert ends == {"systems/m", "roles/r"}
    assert len(used) == 3


def test_what_is_taken_from_is_known_over_the_whole_workspace() -> None:
    workspace = workspace_of(
        "systems: {m: {learns_from: [one]}}\nroles: {r: {sees: [datasets/two]}}\n"
        "datasets: {one: {}, two: {}, three: {}, four: {}, five: {}}\n"
        "spaces: {s: {flows: [{from: datasets/three, to: this}], decisions: {a: {flows: [{from: datasets/four, to: datasets/five}]}}}}"
    )
    assert Network(workspace).taken_from == {f"datasets/{name}" for name in ("one", "two", "three", "four")}


def test_the_way_between_two_ends_is_a_shortest_one_and_in_order() -> None:
    flows = (
        "[{from: datasets/d, to: systems/m}, {from: systems/m, to: datasets/d}, {from: systems/m, to: roles/r}, "
        "{from: roles/r, to: this}, {from: systems/m, to: this}]"
    )
    workspace = workspace_of(f"{NOUNS}spaces: {{s: {{decisions: {{a: {{flows: {flows}}}}}}}}}")
    forward = flows_of(workspace.decisions)[0]
    assert [flow.pointer[-1] for flow in forward.way("datasets/d", "decisions/s/a")] == [0, 4]
    assert forward.way("datasets/d", "datasets/d") == []
    assert forward.way("roles/r", "systems/m") == []
    assert forward.without(["systems/m"]).way("datasets/d", "roles/r") == []
