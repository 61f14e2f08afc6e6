"""Autonomy and oversight: what examples cannot say, because other rules fire beside them."""

import pytest

from orchestrator_lint.judging import Finding
from tests.rules.laid_over import found


def _of(code: str, fragment: str) -> list[Finding]:
    return [finding for finding in found(fragment).findings if finding.card.code == code]


def _decision(keys: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}\n"


_ALONE = "autonomy: acts-alone"


@pytest.mark.parametrize(
    "fragment",
    [
        _decision(f"{_ALONE}, law: {{automated_basis: consent}}"),
        _decision(f"{_ALONE}, impact: {{as: exposed}}"),
        _decision(_ALONE) + "datasets: {credit-file: {personal: none}}",
        _decision(_ALONE) + "organisation: {frameworks: [eu-ai-act]}",
    ],
)
def test_art_22_is_silent_where_a_ground_stands_or_nobody_is_judged_by_personal_data(fragment: str) -> None:
    assert not _of("AUT008", fragment)


def test_art_22_asks_where_no_data_is_named_at_all() -> None:
    nothing = "systems: {repayment-score: {learns_from: null}}"
    assert _of("AUT008", _decision(f"{_ALONE}, flows: []") + nothing)


def test_the_way_past_people_is_told_as_a_chain_with_every_flow_beside_it() -> None:
    flows = (
        "flows: [{from: systems/repayment-score, to: systems/letter-robot, carries: score}, "
        "{from: systems/letter-robot, to: systems/repayment-score, carries: receipt}, "
        "{from: systems/letter-robot, to: persons/customers, carries: letter}]"
    )
    robot = "systems: {letter-robot: {x-like: systems/repayment-score}}"
    (finding,) = _of("AUT007", _decision(flows) + robot)
    assert "`systems/repayment-score` → `systems/letter-robot` → `persons/customers`" in finding.message("en")
    assert [related.text for related in finding.related] == [None, None]


def test_a_flow_past_people_contradicts_no_level_that_is_missing() -> None:
    flow = "flows: [{from: systems/repayment-score, to: persons/customers, carries: letter}]"
    assert not _of("AUT007", _decision(f"autonomy: null, {flow}"))


def test_a_cut_off_is_told_in_words_of_both_languages() -> None:
    (finding,) = _of("AUT010", _decision("machine: {cutoff: {field: score, below: 540, outcome: refusal}}"))
    assert "`score` below `540` → `refusal`" in finding.message("en")
    assert "`score` unter `540` → `refusal`" in finding.message("de")


def test_whom_nothing_was_taught_is_asked_for_no_single_topic_while_in_use_but_before() -> None:
    untaught = "roles: {case-worker: {training: null}}\n"
    assert not _of("OVR004", untaught)
    assert _of("OVR004", untaught + _decision("status: planned"))


def test_a_role_that_lacks_the_same_for_two_decisions_has_one_finding() -> None:
    second = "spaces: {lending: {decisions: {lower-limit: {x-like: lending/raise-limit}}}}"
    (finding,) = _of("OVR004", f"roles: {{case-worker: {{competences: [sales]}}}}\n{second}")
    assert finding.decisions == ("lending/lower-limit", "lending/raise-limit")


def test_minutes_too_few_by_ones_own_count_are_not_also_called_no_review() -> None:
    few = _decision("oversight: {workload: {minutes_per_case: 1}}")
    assert [finding.card.code for finding in found(few).findings] == ["OVR014"]


def test_a_decision_beyond_its_overseers_hours_is_told_once() -> None:
    many = _decision("oversight: {workload: {cases_per_week: 3000}}")
    (finding,) = found(many).findings
    assert finding.card.code == "OVR014"
    assert "1000 hours" in finding.message("en")


def test_an_unknown_number_of_one_decision_hides_no_load_of_the_others() -> None:
    fragment = (
        "roles: {case-worker: {capacity: {hours_per_week: 3.5}}}\n"
        "spaces: {lending: {decisions: {lower-limit: {x-like: lending/raise-limit}, "
        "third: {x-like: lending/raise-limit, oversight: {workload: {cases_per_week: many}}}}}}"
    )
    (finding,) = _of("OVR011", fragment)
    assert "4 hours" in finding.message("en")
    assert "3,5" in finding.message("de")


def test_a_high_risk_identification_without_oversight_still_needs_two_people_to_verify() -> None:
    oversight = "{by: null, override: null, window: null, workload: null, bias_measures: null, stop: null, fallback: null, none_because: Nobody needs it.}"
    fragment = _decision(f"autonomy: informs, law: {{area: remote-biometric-identification}}, oversight: {oversight}")
    assert _of("OVR010", fragment)


def test_a_system_is_no_supplier_and_an_overseer_who_is_a_system_is_shown_nothing() -> None:
    machine = _decision("oversight: {by: systems/repayment-score}")
    assert {finding.card.code for finding in found(machine).findings} == {"OVR001"}
