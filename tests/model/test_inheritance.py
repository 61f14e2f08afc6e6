"""What a decision says itself, what the space lends it, and where a gap stands."""

import pytest

from orchestrator_lint.model import LIFE, Decisions, EmptySpace
from tests.model.workspaces import decision_of, decision_with, workspace_of

LENT = """
spaces:
  lending:
    owner: head-of-lending
    purpose: Credit that people can carry
    principles: [dignity-first]
    review: {every: 6 months, last: 2026-06-15}
    every_decision:
      status: pilot
      guardrails: [no-unexplained-refusal]
      oversight: {by: case-worker, stop: {by: head-of-lending}}
      log: {fields: [input]}
    decisions:
      raise-limit:
"""


def lent(own: str = "{}") -> str:
    return f"{LENT.rstrip()} {own}\n"


@pytest.mark.parametrize("key", ["owner", "purpose", "principles", "review"])
def test_a_silent_decision_has_what_its_space_says(key: str) -> None:
    value = decision_of(lent()).child(key)
    assert value
    assert value.pointer == ("spaces", "lending", key)


@pytest.mark.parametrize("key", ["status", "guardrails", "oversight", "log"])
def test_a_silent_decision_has_what_holds_for_every_decision(key: str) -> None:
    value = decision_of(lent()).child(key)
    assert value
    assert value.pointer == ("spaces", "lending", "every_decision", key)


def test_a_decision_lends_nothing_but_these_from_its_space() -> None:
    decision = decision_of(
        "spaces: {lending: {title: Lending, flows: [{from: this, to: this}], decisions: {raise: {}}}}"
    )
    assert not decision.title
    assert not decision.flows


def test_an_own_value_replaces_the_inherited_one_whole() -> None:
    decision = decision_of(lent("{oversight: {by: head-of-lending}, review: {every: 1 year}}"))
    assert decision.oversight.by.plain == "head-of-lending"
    assert not decision.oversight.stop
    assert not decision.review.last


def test_what_is_inherited_is_not_the_decisions_own() -> None:
    decision = decision_of(lent())
    assert decision.own("owner").silent
    assert decision.owner


@pytest.mark.parametrize("empty", ["''", "' '", "[]", "{none_because: Nobody was found}"])
def test_an_empty_value_is_not_silent_and_stops_inheritance(empty: str) -> None:
    owner = decision_of(lent(f"{{owner: {empty}}}")).owner
    assert not owner
    assert owner.pointer == ("spaces", "lending", "decisions", "raise-limit", "owner")


@pytest.mark.parametrize("silent", ["{}", "{owner: null}", "{owner: }", "null"])
def test_null_is_silent_and_inherits(silent: str) -> None:
    assert decision_of(lent(silent)).owner.plain == "head-of-lending"


def test_a_null_for_every_decision_lets_the_gap_stand_at_the_decision() -> None:
    decision = decision_of("spaces: {lending: {every_decision: {autonomy: null}, decisions: {raise-limit: {}}}}")
    assert decision.autonomy.pointer == ("spaces", "lending", "decisions", "raise-limit", "autonomy")


def test_guardrails_of_space_and_decision_add_up() -> None:
    rails = "\nguardrails: {no-unexplained-refusal: {}, no-night-calls: {}}"
    decision = decision_of(lent("{guardrails: [no-night-calls, no-unexplained-refusal]}") + rails)
    assert [rail.id for rail in decision.guardrails_held] == ["no-night-calls", "no-unexplained-refusal"]
    silent = decision_of(lent() + rails)
    assert [rail.id for rail in silent.guardrails_held] == ["no-unexplained-refusal"]


def test_guardrails_of_the_space_hold_even_where_the_decision_says_that_it_needs_none() -> None:
    decision = decision_of(
        lent("{guardrails: {none_because: Nobody is refused}}") + "\nguardrails: {no-unexplained-refusal: {}}"
    )
    assert [rail.id for rail in decision.guardrails_held] == ["no-unexplained-refusal"]


def test_a_gap_that_decisions_share_stands_at_the_space() -> None:
    decision = decision_of("spaces: {lending: {decisions: {raise-limit: {}}}}")
    assert decision.owner.pointer == ("spaces", "lending", "owner")
    assert decision.purpose.pointer == ("spaces", "lending", "purpose")


def test_a_gap_of_a_decision_alone_stands_at_the_decision() -> None:
    decision = decision_of("spaces: {lending: {decisions: {raise-limit: {}}}}")
    assert decision.human.pointer == ("spaces", "lending", "decisions", "raise-limit", "human")


def test_the_decisions_that_are_silent_on_a_key_leave_out_what_nobody_can_know() -> None:
    decisions = workspace_of("spaces: {a: {decisions: {says: {owner: x}, silent: {}, odd: {owner: true}}}}").decisions
    assert Decisions(decisions).silent_on("owner").addresses == ("a/silent",)


def test_a_space_without_decisions_is_asked_itself() -> None:
    spaces = list(workspace_of("spaces: {full: {decisions: {one: {}}}, bare: {decisions: {}}, void: null}").spaces)
    assert {space.id: isinstance(space, EmptySpace) for space in spaces} == {"bare": True, "full": False, "void": True}


def test_statuses_stand_in_the_order_of_life() -> None:
    asked = {
        status: [stage for stage in LIFE if decision_with(f"status: {status}").is_asked(stage)]
        for status in ("draft", "planned", "pilot", "live", "suspended", "retired", "null")
    }
    assert asked == {
        "draft": ["draft"],
        "planned": ["draft", "planned"],
        "pilot": ["draft", "planned", "pilot"],
        "live": ["draft", "planned", "pilot", "live"],
        "suspended": ["draft", "planned", "pilot"],
        "retired": [],
        "null": ["draft", "planned", "pilot", "live"],
    }
