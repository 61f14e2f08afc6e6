"""How far the machine goes: by one word, by stage, by mode, and past the people."""

import pytest

from orchestrator_lint.model import IMPACTS, LEVELS, REVERSIBILITIES, Unknown, highest_allowed, level_rank
from tests.model.workspaces import decision_of, decision_with

SYSTEMS = "systems: {score: {kind: model}, mailer: {kind: rules}}"
ACTS = "autonomy: {decide: recommends, act: acts-alone}, machine: {systems: [score]}, flows: "


@pytest.mark.parametrize("level", LEVELS)
def test_one_word_is_the_level(level: str) -> None:
    decision = decision_with(f"autonomy: {level}")
    assert (decision.decide, decision.level, decision.rank) == (level, level, level_rank(level))


def test_by_stage_the_level_is_that_of_deciding() -> None:
    decision = decision_with("autonomy: {acquire: acts-alone, analyse: acts-alone, decide: recommends}")
    assert decision.level == "recommends"


@pytest.mark.parametrize("autonomy", ["null", "{}", "{acquire: informs}", "{decide: null}", "{modes: {}}"])
def test_no_level_is_stated_where_deciding_has_none(autonomy: str) -> None:
    decision = decision_with(f"autonomy: {autonomy}")
    assert decision.decide is None
    assert decision.stated_levels == ()


def test_a_missing_level_is_read_as_prepares_where_a_system_takes_part() -> None:
    assert decision_with("machine: {systems: [score]}", SYSTEMS).level == "prepares"
    assert decision_with("title: Raise").level == "human-only"


def test_of_several_modes_the_highest_counts() -> None:
    decision = decision_with("autonomy: {modes: {night: acts-and-reports, day: recommends}}")
    assert decision.level == "acts-and-reports"
    assert [value.plain for value in decision.stated_levels] == ["acts-and-reports", "recommends"]


def test_a_level_for_deciding_counts_beside_modes() -> None:
    decision = decision_with("autonomy: {decide: acts-on-approval, modes: {day: recommends, x-note: informs}}")
    assert decision.level == "acts-on-approval"


def test_a_decision_acts_from_each_level_up_to_its_own() -> None:
    decision = decision_with("autonomy: recommends")
    assert [level for level in LEVELS if decision.acts_from(level)] == [
        "human-only",
        "informs",
        "prepares",
        "recommends",
    ]


@pytest.mark.parametrize(
    "flows",
    [
        "[{from: systems/score, to: persons/customers}]",
        "[{from: systems/score, to: external/bank, effect: true}]",
        "[{from: systems/score, to: systems/mailer}, {from: systems/mailer, to: persons/customers}]",
        "[{from: systems/mailer, to: persons/customers}, {from: systems/score, to: systems/mailer}]",
        "[{from: systems/score, to: external/post}, {from: external/post, to: persons/customers}]",
    ],
)
def test_acting_counts_where_the_machine_reaches_people_without_a_person(flows: str) -> None:
    decision = decision_with(ACTS + flows, SYSTEMS)
    assert decision.acts_past_people
    assert decision.level == "acts-alone"
    assert decision.decide == "recommends"


@pytest.mark.parametrize(
    "flows",
    [
        "[]",
        "[{from: systems/score, to: roles/clerk}, {from: roles/clerk, to: persons/customers}]",
        "[{from: systems/score, to: this}, {from: this, to: persons/customers}]",
        "[{from: systems/score, to: decisions/lending/check}, {from: decisions/lending/check, to: persons/customers}]",
        "[{from: systems/mailer, to: persons/customers}]",
        "[{from: systems/score, to: external/bank}]",
        "[{from: systems/score, to: systems/mailer}, {from: systems/mailer, to: systems/score}]",
        "[{from: systems/score}, {to: persons/customers}]",
    ],
)
def test_acting_does_not_count_where_a_person_or_a_decision_stands_between(flows: str) -> None:
    decision = decision_with(ACTS + flows, SYSTEMS)
    assert not decision.acts_past_people
    assert decision.level == "recommends"


def test_acting_never_lowers_the_level() -> None:
    decision = decision_with(
        "autonomy: {decide: acts-alone, act: informs}, machine: {systems: [score]},"
        " flows: [{from: systems/score, to: persons/customers}]",
        SYSTEMS,
    )
    assert decision.level == "acts-alone"


def test_a_rejected_level_of_a_stage_is_unknown_only_where_it_counts() -> None:
    decision = decision_with("autonomy: {acquire: bogus, decide: recommends}")
    assert decision.level == "recommends"
    with pytest.raises(Unknown):
        _ = decision_with("autonomy: {decide: bogus}").decide


def test_the_level_of_every_decision_is_the_level_of_a_silent_one() -> None:
    decision = decision_of("spaces: {lending: {every_decision: {autonomy: informs}, decisions: {raise-limit: {}}}}")
    assert decision.level == "informs"


@pytest.mark.parametrize(
    ("autonomy", "alone"),
    [
        ("human-only", True),
        ("{acquire: human-only, decide: human-only}", True),
        ("{acquire: informs, decide: human-only}", False),
        ("{modes: {day: human-only, night: informs}}", False),
        ("null", False),
        ("{}", False),
        ("informs", False),
    ],
)
def test_people_are_alone_only_where_every_stated_stage_says_so(autonomy: str, alone: bool) -> None:
    assert decision_with(f"autonomy: {autonomy}").is_human_only is alone


def test_the_matrix_never_allows_more_for_what_weighs_more_or_is_harder_to_undo() -> None:
    ranks = [[level_rank(highest_allowed(impact, undo)) for undo in REVERSIBILITIES] for impact in IMPACTS]
    assert all(row == sorted(row, reverse=True) for row in ranks)
    assert all(list(column) == sorted(column, reverse=True) for column in zip(*ranks, strict=True))
