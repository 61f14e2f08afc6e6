"""What counts as said, what as missing, and what as said to be unneeded."""

from datetime import date

import pytest

from orchestrator_lint.model import Decision, Unknown
from tests.model.workspaces import decision_with, workspace_of


@pytest.mark.parametrize("nothing", ["null", "''", "'  '", "{}", "{en: ''}", "{en: ' ', de: null}", "{x-note: mine}"])
def test_blank_text_is_missing(nothing: str) -> None:
    purpose = decision_with(f"purpose: {nothing}").purpose
    assert not purpose


@pytest.mark.parametrize("nothing", ["null", "[]", "['']", "[' ', '']"])
def test_a_list_of_nothing_is_missing(nothing: str) -> None:
    assert not decision_with(f"out_of_scope: {nothing}").out_of_scope


@pytest.mark.parametrize("nothing", ["null", "{}", "{supplies: [], does: ''}", "{does: {en: ''}}", "{x-ticket: GOV-1}"])
def test_a_map_of_nothing_is_missing(nothing: str) -> None:
    assert not decision_with(f"human: {nothing}").human


def test_false_and_zero_are_said() -> None:
    organisation = workspace_of("organisation: {public_body: false}").organisation
    assert organisation is not None
    assert organisation.public_body
    assert organisation.public_body.plain is False
    (guardrail,) = workspace_of("guardrails: {none: {limit: {at_most: 0}}}").guardrails
    assert guardrail.limit.at_most


@pytest.mark.parametrize(
    "reason",
    [
        "{none_because: Nobody is refused}",
        "{none_because: {de: Niemand wird abgelehnt}}",
        "{none_because: Nobody is refused, basis: KV-1, instead: Every case is read}",
        "{none_because: Nobody is refused, state: established}",
        "{none_because: Nobody is refused, x-ticket: GOV-1}",
    ],
)
def test_a_reasoned_no_is_no_value_but_a_reason(reason: str) -> None:
    contest = decision_with(f"contest: {reason}").contest
    assert not contest
    assert contest.reasoned


@pytest.mark.parametrize("gap", ["null", "{}", "{none_because: ' '}", "{instead: Every case is read}"])
def test_a_reason_that_says_nothing_is_a_gap(gap: str) -> None:
    contest = decision_with(f"contest: {gap}").contest
    assert not contest
    assert not contest.reasoned


def test_a_block_with_a_reason_beside_what_it_holds_is_a_block() -> None:
    contest = decision_with("contest: {none_because: Nobody is refused, route: Letter}").contest
    assert contest
    assert not contest.reasoned


def test_the_items_of_one_text_are_itself() -> None:
    decision = decision_with("explanation: {to: customers}, machine: {supplies: [data, text]}")
    assert decision.explanation.to.words == ("customers",)
    assert decision.machine.supplies.words == ("data", "text")
    assert decision.human.supplies.words == ()


def test_a_list_has_a_word_only_as_a_whole() -> None:
    decision = decision_with("oversight: {override: {may: [not-use]}}, impact: {as: subject}")
    may = decision.oversight.override.may
    assert may.has("reverse", "not-use")
    assert not may.has("use")
    assert not may.has()
    assert decision.impact.as_.has("subject")


@pytest.mark.parametrize("owner", ["head", "[head]", "[head, head]", "['', head]"])
def test_one_owner_is_one_owner_however_often_it_stands(owner: str) -> None:
    assert decision_with(f"owner: {owner}").owner.sole.plain == "head"


@pytest.mark.parametrize("owner", ["[]", "['']", "null"])
def test_no_owner_is_none(owner: str) -> None:
    assert not decision_with(f"owner: {owner}").owner.sole


def test_which_of_two_owners_answers_is_unknown() -> None:
    owner = decision_with("owner: [head, deputy]").owner
    with pytest.raises(Unknown) as unknown:
        _ = owner.sole
    assert unknown.value.place == owner.place


def test_a_text_is_given_in_the_language_asked_else_in_the_first_it_has() -> None:
    purpose = decision_with("purpose: {fr: Du crédit, de: Kredit}").purpose
    assert purpose.said("de") == "Kredit"
    assert purpose.said("en") == "Du crédit"
    assert decision_with("purpose: Credit").purpose.text == ("Credit", "Credit")
    assert decision_with("purpose: null").purpose.text == ("", "")


def test_a_day_and_a_length_are_given_ready_to_count_with() -> None:
    review = decision_with("review: {every: 6 months, last: 2026-06-15}").review
    assert review.last.day == date(2026, 6, 15)
    assert review.every.length is not None
    assert review.every.length.months == 6
    assert review.by.day is None
    assert review.by.length is None


def test_what_is_missing_still_has_a_place() -> None:
    by = decision_with("title: Raise").oversight.stop.by
    assert not by
    assert by.path == "spaces.lending.decisions.raise-limit.oversight.stop.by"
    assert by.place.path == "1.yaml"


def test_a_word_that_python_reserves_is_read_with_an_underscore() -> None:
    decision = decision_with("impact: {as: exposed}, flows: [{from: this, to: external/police}]")
    assert decision.impact.as_.plain == "exposed"
    (flow,) = decision.flows
    assert flow.from_.plain == "this"


@pytest.mark.parametrize("read", ["onwer", "stop", "max_level"])
def test_a_key_that_the_language_does_not_have_is_a_bug_of_the_rule(read: str) -> None:
    decision = decision_with("title: Raise")
    with pytest.raises(AttributeError, match=read):
        getattr(decision, read)


@pytest.mark.parametrize(
    ("keys", "light", "serious"),
    [
        ("impact: {level: low}", True, False),
        ("impact: {level: none}, law: {risk_class: minimal, area: none}", True, False),
        ("impact: {level: low}, law: {risk_class: high}", False, True),
        ("impact: {level: moderate}", False, False),
        ("impact: {level: high}", False, True),
        ("impact: {level: moderate, effect: legal}", False, True),
        ("title: Nothing is said", False, False),
    ],
)
def test_how_much_a_decision_weighs_follows_from_what_is_said(keys: str, light: bool, serious: bool) -> None:
    decision: Decision = decision_with(keys)
    assert decision.is_light is light
    assert decision.is_serious is serious


@pytest.mark.parametrize(
    ("impact", "reached", "spared"),
    [
        ("{affects: [customers]}", True, False),
        ("{affects: []}", False, True),
        ("{affects: {none_because: Only files}}", False, True),
        ("{affects: [], effect: legal}", True, False),
        ("{affects: [], level: high}", True, False),
        ("{affects: [customers], level: none}", True, True),
        ("{level: low}", False, False),
        ("null", False, False),
    ],
)
def test_whether_people_are_reached_follows_from_what_is_said_and_silence_spares_nobody(
    impact: str, reached: bool, spared: bool
) -> None:
    decision = decision_with(f"impact: {impact}")
    assert decision.affects_people is reached
    assert decision.spares_people is spared


def test_groups_that_are_not_named_are_people() -> None:
    assert decision_with("impact: {affects: [customers]}").groups == ("customers",)
    assert decision_with("impact: {as: exposed}").groups == ("people", "Menschen")
    assert decision_with("impact: {as: exposed}").only_exposes
    assert not decision_with("impact: {as: subject}").only_exposes
