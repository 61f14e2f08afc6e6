"""Stop, fallback, monitoring, records, tests: what examples cannot say, because other rules fire beside them."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding
from tests.rules.laid_over import TODAY, found, laid_over, line_of

_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"
_NEVER_TRIED = "stop: {tested: null}, fallback: Manual scorecard"


def _of(code: str, fragment: str) -> list[Finding]:
    return [finding for finding in found(fragment).findings if finding.card.code == code]


def _decision(keys: str, space: str = "title: Retail lending") -> str:
    return f"spaces: {{lending: {{{space}, decisions: {{raise-limit: {{{keys}}}}}}}}}"


def test_stop_and_fallback_that_were_never_tried_are_one_finding() -> None:
    message = _of("SAF002", _decision(f"oversight: {{{_NEVER_TRIED}}}"))[0].message("en")
    assert "`oversight.stop.tested` and `oversight.fallback.tested`" in message


def test_a_test_that_has_grown_old_is_caused_by_time_a_missing_one_is_not() -> None:
    old = _of("SAF002", _decision("oversight: {stop: {tested: 2024-01-31}}"))[0]
    never = _of("SAF002", _decision("oversight: {stop: {tested: null}}"))[0]
    assert (old.calendar, never.calendar) == (True, False)
    assert "2024-01-31, more than 12 months ago" in old.message("en")


def test_a_stop_has_grown_old_on_the_day_after_twelve_months() -> None:
    source = laid_over(_decision("oversight: {stop: {tested: 2026-05-12}, fallback: {tested: 2026-10-01}}"))
    days = (date(2027, 5, 12), date(2027, 5, 13))
    codes = [[finding.card.code for finding in check([source], TODAY, day).report.findings] for day in days]
    assert ["SAF002" in found for found in codes] == [False, True]


@pytest.mark.parametrize("oversight", ["none_because: Nobody has to watch.", "state: planned"])
def test_nothing_is_asked_inside_an_oversight_that_is_settled(oversight: str) -> None:
    fragment = _decision("oversight: null", f"every_decision: {{oversight: {{{oversight}}}}}")
    assert not [code for code in ("SAF002", "SAF003") if _of(code, fragment)]


def test_decisions_that_inherit_a_stop_nobody_tried_share_one_finding() -> None:
    oversight = f"{{by: case-worker, stop: {{by: head-of-lending, how: Switch}}, {_NEVER_TRIED.split(', ')[1]}}}"
    more = f"every_decision: {{oversight: {oversight}}}, decisions: {{second: {{x-like: lending/raise-limit, oversight: null}}}}"
    finding = _of(
        "SAF002", f"spaces: {{lending: {{{more}}}}}\n".replace("{second", "{raise-limit: {oversight: null}, second")
    )
    assert [one.decisions for one in finding] == [("lending/raise-limit", "lending/second")]


def test_an_organisation_that_is_not_described_has_no_route_for_incidents() -> None:
    finding = _of("SAF005", "organisation: null")[0]
    assert finding.about == "lending/raise-limit"
    assert "(missing: `organisation`)" in finding.message("en")


def test_an_authority_is_asked_for_where_no_framework_is_declared_and_not_where_another_is() -> None:
    silent, other = "frameworks: null", "frameworks: [iso-42001]"
    assert _of("SAF005", f"organisation: {{{silent}, incidents: {{authority: null}}}}")
    assert not _of("SAF005", f"organisation: {{{other}, incidents: {{authority: null}}}}")


def test_a_decision_of_which_nobody_can_tell_how_far_the_machine_goes_hides_no_other() -> None:
    broken = "second: {x-like: lending/raise-limit, autonomy: [1]}"
    findings = _of("SAF005", f"organisation: {{incidents: null}}\nspaces: {{lending: {{decisions: {{{broken}}}}}}}")
    assert [finding.decisions for finding in findings] == [("lending/raise-limit",)]


@pytest.mark.parametrize("code", ["SAF005", "SAF007", "SAF010", "SAF011"])
def test_people_alone_need_neither_a_route_for_incidents_nor_papers_of_a_system(code: str) -> None:
    fragment = "systems: {repayment-score: {instructions: null, tested: null}}\norganisation: {incidents: null}\n"
    used = "exit_plan" if code == "SAF007" else "autonomy"
    alone = "status: planned" if used == "exit_plan" else "autonomy: human-only"
    assert not _of(code, fragment + _decision(alone))


def test_the_record_of_a_case_says_what_it_leaves_out() -> None:
    message = _of("SAF006", _decision("log: {fields: [input, who], retention: 1 year}"))[0].message("en")
    assert "leaves out `output` and `decision`" in message


def test_a_record_of_which_a_field_is_unknown_is_not_called_incomplete() -> None:
    assert not _of("SAF006", _decision("log: {fields: [output, decision, wo], retention: 1 year}"))


@pytest.mark.parametrize(("kept", "enough"), [("183 days", True), ("182 days", False), ("5.9 months", False)])
def test_half_a_year_is_long_enough_however_it_is_counted(kept: str, *, enough: bool) -> None:
    assert bool(_of("SAF008", _decision(f"log: {{fields: [output, decision, who], retention: {kept}}}"))) is not enough


def test_no_rule_on_records_asks_of_what_the_ai_act_does_not_reach() -> None:
    fragment = "organisation: {frameworks: [gdpr]}\n" + _decision("log: {fields: [output, decision, who]}")
    assert not _of("SAF008", fragment)


def test_a_test_that_is_being_prepared_is_left_to_the_rule_on_states() -> None:
    fragment = "systems: {repayment-score: {tested: {date: null, how: null, by: null, state: planned}}}"
    assert not _of("SAF011", fragment)
    assert _of("REV008", fragment)


def test_only_decisions_that_weigh_make_a_reason_for_no_test_too_little() -> None:
    light = f"light: {{x-like: lending/raise-limit, {_LIGHT}}}"
    reason = "{date: null, how: null, by: null, none_because: It only counts letters.}"
    fragment = f"systems: {{repayment-score: {{tested: {reason}}}}}\nspaces: {{lending: {{decisions: {{{light}}}}}}}"
    assert [finding.decisions for finding in _of("SAF011", fragment)] == [("lending/raise-limit",)]


@pytest.mark.parametrize(
    ("code", "fragment", "beside"),
    [
        ("SAF003", _decision("oversight: {fallback: null}"), "machine.systems"),
        ("SAF004", _decision("monitoring: null"), "machine.systems"),
        ("SAF005", "organisation: {incidents: null}", ""),
        ("SAF005", "organisation: {incidents: {authority: null}}", "law.risk_class"),
        ("SAF006", _decision("log: {fields: []}"), "autonomy"),
        ("SAF007", "systems: {repayment-score: {exit_plan: null}}", "machine.systems.0"),
        ("SAF011", "systems: {repayment-score: {tested: null}}", "machine.systems.0"),
    ],
)
def test_a_finding_shows_what_a_reader_needs_beside_it(code: str, fragment: str, beside: str) -> None:
    finding = _of(code, fragment)[0]
    place = f"spaces.lending.decisions.raise-limit.{beside}".rstrip(".")
    assert line_of(laid_over(fragment), place) in {near.location.line for near in finding.related}
