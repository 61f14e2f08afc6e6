"""Named checks: what each finds, where, and how it is told when it cannot mean anything."""

import pytest

from orchestrator_lint.forms import InputError, schema
from orchestrator_lint.house_rules.checks import CHECKS
from tests.house_rules.house import house, is_unknown, report, said

WRONG = [
    ("{}", "checks.0: {} should be non-empty"),
    ("{exists: owner, lasts: {at: x-b}}", "has too many properties"),
    ("{different_peopel: [owner, oversight.by]}", 'unknown key "different_peopel"; did you mean "different_people"?'),
    ("{different_people: [owner, title]}", "no roles stand at `title`"),
    ("{different_people: [owner, oversight.buy]}", 'did you mean "by"?'),
    ("{exists: title}", "no reference stands at `title`"),
    ("{exists: {at: x-a, in: [role]}}", 'did you mean "roles"?'),
    ("{exists: today}", "`today` stands only in `before`"),
    ("{before: {first: law.dpia.date, second: impact}}", "no days stand at `impact`"),
    ("{before: {first: autonomy, second: today}}", "no days stand at `autonomy`"),
    ("{before: {first: title, second: today}}", "no days stand at `title`"),
    ("{before: {first: today, second: today}}", "`first` and `second` are both `today`"),
    ("{lasts: {at: review.last, at_least: 1 day}}", "no durations stand at `review.last`"),
    ("{different_people: [owner, owner]}", "both paths are `owner`"),
    ("{lasts: {at: log.retention}}", "`lasts` needs `at_least` or `at_most`"),
    ("{lasts: {at: log.retention, at_least: 14 Tage}}", "write it like 14 days"),
    ("{none: {with: true}}", "`of` is missing"),
    ("{at_least_one: {of: guardrails, with: {required: [kinds]}}}", 'did you mean "kind"?'),
    ("{every_one: {of: title -> x-a}}", "nothing is named before `->`"),
    ("{at_least_one: {of: decisions}}", 'policies have no "decisions" there'),
    ("{none: {of: datsets}}", 'did you mean "datasets"?'),
]


@pytest.mark.parametrize(("check", "message"), WRONG)
def test_a_check_that_cannot_mean_anything_is_told_with_its_line(check: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        house(f"each: decision\nchecks: [{check}]")
    assert message in raised.value.message
    assert raised.value.message.startswith("rules.yaml:11: ")


def test_the_schema_knows_the_checks_that_there_are() -> None:
    checks = schema("rules")["$defs"]["rule"]["properties"]["checks"]
    assert set(checks["items"]["properties"]) == set(CHECKS)


def decision(keys: str, more: str = "") -> str:
    """A policy with a decision `s/a` that says this."""
    return f"spaces: {{s: {{decisions: {{a: {{{keys}}}}}}}}}\n{more}"


# exists


EXISTS = "each: decision\nchecks: [{exists: {at: x-office, in: [roles, systems]}}]"


@pytest.mark.parametrize("named", ["clerk", "roles/clerk", "bot", "systems/bot", "[clerk, bot]"])
def test_what_exists_may_be_named_with_its_section_or_without(named: str) -> None:
    assert said(EXISTS, decision(f"x-office: {named}", "roles: {clerk: {}}\nsystems: {bot: {}}")) == []


@pytest.mark.parametrize("named", ["clark", "roles/", "datasets/clerk", "systems/clerk"])
def test_what_does_not_exist_is_told(named: str) -> None:
    assert said(EXISTS, decision(f"x-office: {named}", "roles: {clerk: {}}")) == ["2: `s/a`: x-office"]


def test_what_is_not_named_is_no_fault_of_the_check_and_what_may_stand_in_a_broken_part_is_unknown() -> None:
    assert said(EXISTS, decision("title: A")) == []
    assert is_unknown(EXISTS, decision("x-office: clerk", "roles: {clerk: [1]}"))


# before


BEFORE = "each: decision\nchecks: [{before: {first: law.dpia.date, second: oversight.stop.tested, within: 1 year}}]"


@pytest.mark.parametrize(
    ("tested", "wrong"),
    [("2026-01-01", False), ("2027-01-01", False), ("2025-12-31", True), ("2025-12-01", True), ("2027-01-02", True)],
)
def test_the_second_day_lies_after_the_first_and_no_farther_than_is_asked(tested: str, wrong: bool) -> None:
    policy = decision(f"law: {{dpia: {{date: 2026-01-01}}}}, oversight: {{stop: {{tested: {tested}}}}}")
    found = report(BEFORE, policy).findings
    assert bool(found) is wrong
    assert all(item.related and not item.calendar for item in found)


def test_today_is_the_day_of_the_run_and_time_alone_causes_the_finding() -> None:
    asks = "each: decision\nchecks: [{before: {first: x-heard, second: today, within: 6 months}}]"
    (finding,) = report(asks, decision("x-heard: 2026-04-30")).findings
    assert finding.calendar
    assert said(asks, decision("x-heard: 2026-05-01")) == []
    assert said(asks, decision("x-heard: 2026-11-02")) == ["2: `s/a`: x-heard"]
    assert (
        said(
            asks.replace("first: x-heard, second: today", "first: today, second: x-heard"),
            decision("x-heard: 2026-10-01"),
        )
        != []
    )


def test_what_is_no_day_below_an_own_key_is_not_judged() -> None:
    assert is_unknown(
        "each: decision\nchecks: [{before: {first: x-heard, second: today}}]", decision("x-heard: last spring")
    )


# lasts


@pytest.mark.parametrize(
    ("limits", "wrong"),
    [("at_least: 1 year", True), ("at_most: 5 months", True), ("at_least: 6 months, at_most: 180 days", False)],
)
def test_durations_are_compared_whatever_their_units(limits: str, wrong: bool) -> None:
    asks = f"each: decision\nchecks: [{{lasts: {{at: log.retention, {limits}}}}}]"
    assert bool(said(asks, decision("log: {retention: 6 months}"))) is wrong
    assert said(asks, decision("title: A")) == []


def test_what_is_no_duration_below_an_own_key_is_not_judged() -> None:
    assert is_unknown("each: decision\nchecks: [{lasts: {at: x-kept, at_most: 1 year}}]", decision("x-kept: for ever"))


# different


DIFFERENT = "each: decision\nchecks: [{different_people: [owner, oversight.by]}, {different_people: [owner, involves.responsible]}]"


def test_different_people_are_told_apart_by_who_holds_the_role() -> None:
    roles = "roles: {one: {held_by: kim@x.example}, two: {held_by: Kim@x.example}, three: {}, team: {}}"
    policy = decision("owner: one,\n oversight: {by: three},\n involves: {responsible: [team, two]}", roles)
    assert said(DIFFERENT, policy) == ["4: `s/a`: involves.responsible"]
    (finding,) = report(DIFFERENT, policy).findings
    assert [place.location.line for place in finding.related] == [2]


def test_a_machine_and_a_role_outside_are_no_people() -> None:
    policy = decision("owner: systems/bot, oversight: {by: systems/bot}", "systems: {bot: {}}")
    assert said(DIFFERENT, policy) == []


def test_a_role_that_does_not_exist_is_left_to_the_rule_on_references() -> None:
    assert is_unknown(DIFFERENT, decision("owner: nobody, oversight: {by: nobody}"))


# some, every, none


SOME = "each: decision\nchecks: [{at_least_one: {of: guardrails, with: {required: [kind], properties: {kind: {const: ethical}}}}}]"
RAILS = "guardrails: {fair: {kind: ethical}, cheap: {kind: economic}}"


def test_at_least_one_of_those_that_hold_for_the_decision_is_enough() -> None:
    lent = "spaces: {s: {every_decision: {guardrails: [fair]}, decisions: {a: {guardrails: [cheap]}}}}\n"
    assert said(SOME, lent + RAILS) == []
    assert said(SOME, decision("title: A,\n guardrails: [cheap]", RAILS)) == ["3: `s/a`: guardrails"]
    assert said(SOME, decision("title: A", RAILS)) == ["2: `s/a`: guardrails"]


def test_each_one_is_told_where_the_decision_names_it() -> None:
    asks = "each: decision\nchecks: [{every_one: {of: machine.systems, with: {required: [steward]}}}]"
    policy = decision("machine: {systems: [\n  good,\n  bad]}", "systems: {good: {steward: x}, bad: {title: B}}")
    (finding,) = report(asks, policy).findings
    assert (finding.location.line, [place.location.line for place in finding.related]) == (4, [5])


def test_a_path_goes_on_in_what_is_named() -> None:
    asks = "each: decision\nchecks: [{every_one: {of: machine.systems -> steward, with: {required: [training]}}}]"
    policy = decision("machine: {systems: [m]}", "systems: {m: {\n steward: clerk}}\nroles: {clerk: {}}")
    (finding,) = report(asks, policy).findings
    assert (finding.location.line, finding.about, finding.decisions) == (4, "s/a", ("s/a",))
    assert said(asks, decision("machine: {systems: [m]}", "systems: {m: {}}")) == []


def test_values_that_are_no_references_are_judged_themselves() -> None:
    asks = "each: decision\nchecks: [{none: {of: flows, with: {required: [to], properties: {to: {pattern: '^external/'}}}}}]"
    policy = decision("flows: [\n {from: this, to: persons/p},\n {from: this, to: external/Bureau}]")
    assert said(asks, policy) == ["4: `s/a`: flows"]
    assert said(
        "each: decision\nchecks: [{every_one: {of: flows.carries, with: {minLength: 5}}}]",
        decision("flows: [{carries: all},\n {carries: all of it}]"),
    ) == ["2: `s/a`: flows.carries"]


def test_what_lies_outside_the_policies_is_passed_over() -> None:
    asks = "each: decision\nchecks: [{every_one: {of: flows.to, with: {required: [title]}}}]"
    assert said(asks, decision("flows: [{from: this, to: external/Bureau}]")) == []


def test_datasets_of_a_decision_are_those_that_reach_it_through_its_systems_too() -> None:
    asks = "each: decision\nchecks: [{none: {of: datasets, with: {required: [personal], properties: {personal: {const: special}}}}}]"
    policy = decision(
        "machine: {systems: [m]}", "systems: {m: {learns_from: [d]}}\ndatasets: {\n d: {personal: special}}"
    )
    (finding,) = report(asks, policy).findings
    assert (finding.location.line, finding.about, finding.decisions) == (5, "s/a", ("s/a",))


def test_the_space_of_a_decision_may_be_asked() -> None:
    asks = "each: decision\nchecks: [{every_one: {of: space, with: {required: [measure]}}}]"
    assert said(asks, "spaces: {s: {title: S, decisions: {a: {}, b: {}}}}") == ["2: `s/a` and `s/b`: measure"]


def test_what_refers_to_an_object_may_be_asked() -> None:
    asks = "each: system\nchecks: [{at_least_one: {of: decisions, with: {required: [contest]}}}]"
    policy = "systems: {m: {title: M}}\nspaces: {s: {decisions: {a: {%s machine: {systems: [m]}}}}}"
    assert said(asks, policy % "") == ["2: `m`: "]
    assert said(asks, policy % "contest: {route: Letter},") == []
    asks = "each: system\nchecks: [{lasts: {at: decisions.log.retention, at_least: 1 year}}]"
    assert said(asks, policy % "\n log: {retention: 1 day},") == ["4: `m`: log.retention"]


def test_the_organisation_may_ask_for_any_section() -> None:
    asks = "each: organisation\nchecks: [{at_least_one: {of: roles, with: {required: [leads]}}}, {every_one: {of: decisions, with: {required: [contest]}}}, {none: {of: datasets, with: true}}]"
    policy = "organisation: {name: O}\nroles: {r: {leads: true}}\nspaces: {s: {decisions: {\n a: {title: A}}}}\n"
    assert said(asks, policy) == ["5: `organisation`: contest"]
    assert len(said(asks, policy.replace("leads: true", "") + "datasets: {d: {}}")) == 3


def test_an_unknown_one_decides_only_where_no_other_is_as_it_should() -> None:
    rails = "guardrails: {fair: {kind: ethical}, odd: {kind: [1]}}"
    assert not is_unknown(SOME, decision("guardrails: [odd, fair]", rails))
    assert is_unknown(SOME, decision("guardrails: [odd]", rails))


def test_two_checks_that_fail_at_one_place_are_one_finding() -> None:
    asks = "each: decision\nrequire: {properties: {log: {properties: {retention: {const: 1 year}}}}}\nchecks: [{lasts: {at: log.retention, at_least: 1 year}}, {lasts: {at: log.retention, at_least: 2 years}}]"
    assert said(asks, decision("log: {retention: 1 day}")) == ["2: `s/a`: log.retention"]
