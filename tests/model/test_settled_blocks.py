"""Blocks in which no rule may ask for a key: a reasoned no, and what is still being built."""

import pytest

from tests.model.workspaces import decision_of, decision_with


@pytest.mark.parametrize("state", ["in-progress", "planned"])
def test_a_block_that_is_being_built_is_settled_with_all_inside(state: str) -> None:
    oversight = decision_with(f"oversight: {{by: case-worker, state: {state}}}").oversight
    assert oversight
    assert oversight.settled
    assert oversight.override.settled
    assert oversight.override.may.settled


def test_a_block_that_is_being_built_is_there_even_without_a_word_inside() -> None:
    assert decision_with("oversight: {state: planned}").oversight


@pytest.mark.parametrize("oversight", ["{by: case-worker}", "{by: case-worker, state: established}", "{}", "null"])
def test_a_block_that_stands_or_is_missing_is_not_settled(oversight: str) -> None:
    value = decision_with(f"oversight: {oversight}").oversight
    assert not value.settled
    assert not value.by.settled


def test_a_reasoned_no_settles_all_inside() -> None:
    oversight = decision_with("oversight: {none_because: It only sorts letters}").oversight
    assert oversight.settled
    assert oversight.by.settled
    assert oversight.stop.how.settled


def test_a_reason_beside_content_settles_nothing() -> None:
    oversight = decision_with("oversight: {none_because: It only sorts letters, by: case-worker}").oversight
    assert not oversight.settled
    assert not oversight.stop.settled


def test_a_block_inside_settles_only_itself() -> None:
    oversight = decision_with(
        "oversight: {by: case-worker, stop: {state: planned}, override: {none_because: x}}"
    ).oversight
    assert oversight.stop.by.settled
    assert oversight.override.may.settled
    assert not oversight.settled
    assert not oversight.fallback.settled


def test_the_state_of_one_step_settles_that_step() -> None:
    decision = decision_with("oversight: {bias_measures: [Draw lots], fallback: {how: By hand, state: in-progress}}")
    assert decision.oversight.fallback.tested.settled
    assert not decision.oversight.bias_measures.settled


def test_an_inherited_block_is_settled_where_it_stands() -> None:
    decision = decision_of(
        "spaces: {lending: {every_decision: {oversight: {state: in-progress}}, decisions: {raise-limit: {}}}}"
    )
    assert decision.oversight.by.settled


def test_an_own_block_is_not_settled_by_the_one_that_it_replaces() -> None:
    decision = decision_of(
        "spaces: {lending: {every_decision: {oversight: {state: planned}}, decisions: {raise-limit: {oversight: {by: me}}}}}"
    )
    assert not decision.oversight.stop.settled
