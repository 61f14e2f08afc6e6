"""Escalation, contest, guardrails, stop and review: what examples cannot say, because other rules fire beside them."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding
from tests.rules.laid_over import TODAY, found, laid_over, line_of

_UNTESTED = (
    "measured: {by: model-steward, every: 1 month}, on_breach: {action: stop, to: head-of-lending, within: 1 day}"
)


def _of(code: str, fragment: str) -> list[Finding]:
    return [finding for finding in found(fragment).findings if finding.card.code == code]


def _decision(keys: str, space: str = "title: Retail lending") -> str:
    return f"spaces: {{lending: {{{space}, decisions: {{raise-limit: {{{keys}}}}}}}}}"


def _approving(decision: str) -> str:
    step = "{when: two people disagree, to: head-of-lending, within: 1 day, on_timeout: approve}"
    return _decision(decision, f"every_decision: {{escalation: [{step}]}}")


def test_a_deadline_may_approve_where_no_level_is_stated_and_no_system_takes_part() -> None:
    assert not _of("ESC003", _approving("autonomy: null, machine: null"))


@pytest.mark.parametrize("keys", ["autonomy: null", "autonomy: {acquire: informs}, machine: null"])
def test_a_deadline_may_not_approve_where_a_system_or_a_stage_of_ai_takes_part(keys: str) -> None:
    assert _of("ESC003", _approving(keys))


def test_a_deadline_may_not_approve_where_the_impact_is_missing() -> None:
    assert _of("ESC003", _approving("impact: null"))


def test_a_circle_is_told_as_the_way_it_takes() -> None:
    steps = "[{when: a, to: head-of-lending, within: 1 day}, {when: b, from: head-of-lending, to: case-worker, within: 1 day}]"
    finding = _of("ESC004", _decision(f"escalation: {steps}"))[0]
    assert "`case-worker` → `head-of-lending` → `case-worker`" in finding.message("en")


@pytest.mark.parametrize("level", ["none", "low", "moderate"])
def test_a_reason_replaces_an_escalation_up_to_moderate_impact(level: str) -> None:
    lighter = f"impact: {{level: {level}, effect: legal}}, law: {{risk_class: minimal, area: none}}"
    assert not _of("ESC001", _decision(f"escalation: {{none_because: Settled at the desk.}}, {lighter}"))


@pytest.mark.parametrize("impact", ["level: high, effect: economic", "level: null, effect: legal"])
def test_a_reason_replaces_no_escalation_where_more_is_at_stake_or_the_level_is_open(impact: str) -> None:
    lighter = f"impact: {{{impact}}}, law: {{risk_class: minimal, area: none}}"
    finding = _of("ESC001", _decision(f"escalation: {{none_because: Settled at the desk.}}, {lighter}"))[0]
    assert "reason" in finding.message("en")


def test_a_missing_contest_names_the_people_concerned_and_an_incomplete_one_the_route() -> None:
    assert "`customers`" in _of("CON001", _decision("contest: null"))[0].message("en")
    assert "`route`" in _of("CON001", _decision("contest: {route: null}"))[0].message("en")
    assert "customers" not in _of("CON001", _decision("contest: {route: null}"))[0].message("en")


def test_a_reason_replaces_no_contest_where_the_effect_is_grave_however_light_the_level() -> None:
    emptied = "route: null, means: null, of: null, file_within: null, effect_waits: null, decided_by: null, respond_within: null"
    reason = f"{{{emptied}, none_because: Every applicant agrees first.}}"
    assert _of("CON001", _decision(f"contest: {reason}, impact: {{level: moderate, effect: legal}}"))


def test_contest_and_guardrails_ask_nothing_of_an_impact_that_is_missing_but_protection_does() -> None:
    fragment = _decision("impact: null, contest: null", "every_decision: {guardrails: null}")
    assert not _of("CON001", fragment)
    assert "people" in _of("GRD002", fragment)[0].message("en")


def test_a_decision_without_a_level_needs_an_ethical_guardrail_too() -> None:
    assert _of("GRD002", _decision("autonomy: null, machine: null", "every_decision: {guardrails: null}"))


def test_every_decision_without_an_ethical_guardrail_is_told_by_itself() -> None:
    more = "spaces: {lending: {every_decision: {guardrails: null}, decisions: {second: {autonomy: informs, impact: {affects: [customers]}}}}}"
    assert [finding.decisions for finding in _of("GRD002", more)] == [("lending/raise-limit",), ("lending/second",)]


def test_limits_without_a_metric_are_not_compared() -> None:
    both = (
        "no-unexplained-refusal: {limit: {metric: null, at_most: 0}, test: Are all explained?},\n"
        f"  other: {{statement: Five are., kind: legal, limit: {{at_least: 5, unit: per month}}, test: Are five?, {_UNTESTED}}}"
    )
    assert not _of("GRD007", f"guardrails: {{{both}}}\n{_decision('guardrails: [other]')}")


def test_a_contradiction_that_two_decisions_share_is_one_finding_and_says_who_asks_for_what() -> None:
    other = f"other: {{statement: Five., kind: legal, limit: {{metric: refusals without reasons, equals: 5, unit: per month}}, {_UNTESTED}}}"
    lending = "every_decision: {guardrails: [other, no-unexplained-refusal]}, decisions: {second: {autonomy: informs}}"
    findings = _of("GRD007", f"guardrails: {{{other}}}\nspaces: {{lending: {{{lending}}}}}")
    assert [finding.decisions for finding in findings] == [("lending/raise-limit", "lending/second")]
    assert "asks for `equals: 5`, the second for `at_most: 0`" in findings[0].message("en")


def test_guardrails_that_hold_for_different_decisions_do_not_contradict() -> None:
    other = f"other: {{statement: Five., kind: legal, limit: {{metric: refusals without reasons, equals: 5, unit: per month}}, {_UNTESTED}}}"
    lending = "every_decision: null, decisions: {raise-limit: {guardrails: [no-unexplained-refusal]}, second: {guardrails: [other]}}"
    assert not _of("GRD007", f"guardrails: {{{other}}}\nspaces: {{lending: {{{lending}}}}}")


def test_a_guardrail_shows_the_decisions_that_it_fails() -> None:
    finding = _of("GRD005", "guardrails: {no-unexplained-refusal: {on_breach: {to: null}}}")[0]
    assert finding.decisions == ("lending/raise-limit",)


@pytest.mark.parametrize("code", ["GRD003", "GRD005"])
def test_what_is_only_shown_beside_a_guardrail_may_be_unknown(code: str) -> None:
    broken = "limit: null, on_breach: null, statement: [1], owner: {x: 1}"
    assert _of(code, f"guardrails: {{no-unexplained-refusal: {{{broken}}}}}")


@pytest.mark.parametrize(
    ("code", "fragment", "beside"),
    [
        (
            "GRD003",
            "guardrails: {no-unexplained-refusal: {limit: null}}",
            "guardrails.no-unexplained-refusal.statement",
        ),
        (
            "GRD005",
            "guardrails: {no-unexplained-refusal: {on_breach: null}}",
            "guardrails.no-unexplained-refusal.owner",
        ),
        ("SAF001", _decision("oversight: {stop: null}"), "spaces.lending.decisions.raise-limit.oversight.by"),
        ("ESC005", _decision("escalation: [{when: a, to: repayment-score}]"), "systems.repayment-score"),
    ],
)
def test_a_finding_shows_what_a_reader_needs_beside_it(code: str, fragment: str, beside: str) -> None:
    finding = _of(code, fragment)[0]
    assert line_of(laid_over(fragment), beside) in {near.location.line for near in finding.related}


def test_a_stop_is_asked_for_while_the_overseer_is_unknown() -> None:
    assert _of("SAF001", _decision("oversight: {by: [1], stop: null}"))


@pytest.mark.parametrize(
    "oversight",
    [
        "{none_because: Nobody has to watch.}",
        "{state: planned}",
        "{state: planned, stop: {none_because: It runs for a second.}}",
    ],
)
def test_a_stop_is_not_asked_for_inside_an_oversight_that_is_settled(oversight: str) -> None:
    assert not _of("SAF001", f"{_decision('oversight: null', f'every_decision: {{oversight: {oversight}}}')}")


def test_only_a_review_that_has_run_out_is_caused_by_time() -> None:
    overdue = _of("REV002", "spaces: {lending: {review: {last: 2025-01-31, every: 1 month}}}")[0]
    never = _of("REV002", "spaces: {lending: {review: {last: null}}}")[0]
    assert (overdue.calendar, never.calendar) == (True, False)
    assert "2025-02-28" in overdue.message("en")


def test_a_review_is_overdue_on_the_day_after_it_is_due() -> None:
    due = laid_over("spaces: {lending: {review: {last: 2026-05-01}}}")
    codes = [[found.card.code for found in check([due], TODAY, day).report.findings] for day in _AROUND_THE_DAY]
    assert ["REV002" in found for found in codes] == [False, True]


_AROUND_THE_DAY = (date(2026, 11, 1), date(2026, 11, 2))
