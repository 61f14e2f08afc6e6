"""Findings of owner, autonomy and oversight: gathered where the cause is one, apart where it is not, hidden by nothing."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.sources import Source
from tests.rules.laid_over import found


def of(code: str, report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.card.code == code]


def alone(text: str) -> Report:
    return check([Source("policy.yaml", f"orchestrator: 1\n{text}".encode())], date(2026, 11, 1)).report


THREE = "decisions: {a: {status: draft}, b: {status: draft}, c: {status: retired}}"
GRAVE = "autonomy: acts-alone, impact: {level: high, reversibility: hard}"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("OWN001", f"spaces: {{s: {{{THREE}}}}}"),
        ("OWN002", f"systems: {{m: {{}}}}\nspaces: {{s: {{owner: m, {THREE}}}}}"),
        ("OWN003", f"roles: {{t: {{kind: team}}}}\nspaces: {{s: {{owner: t, {THREE}}}}}"),
        ("OWN004", f"spaces: {{s: {{owner: [x, y], {THREE}}}}}"),
        ("AUT001", f"spaces: {{s: {{every_decision: {{autonomy: {{}}}}, {THREE}}}}}"),
        ("AUT002", f"spaces: {{s: {{every_decision: {{{GRAVE}}}, {THREE}}}}}"),
        ("AUT003", f"spaces: {{s: {{every_decision: {{autonomy: informs, human: {{supplies: [values]}}}}, {THREE}}}}}"),
        ("AUT005", f"spaces: {{s: {{every_decision: {{machine: {{supplies: [values]}}}}, {THREE}}}}}"),
        ("AUT011", f"spaces: {{s: {{every_decision: {{impact: {{level: low}}}}, {THREE}}}}}"),
        ("PUR001", f"spaces: {{s: {{{THREE}}}}}"),
        ("PUR005", f"spaces: {{s: {{{THREE}}}}}"),
    ],
)
def test_a_gap_that_decisions_inherit_is_one_finding_that_lists_those_asked(code: str, text: str) -> None:
    (finding,) = of(code, alone(text))
    assert finding.decisions == ("s/a", "s/b")


def test_a_role_that_lacks_authority_is_one_finding_for_all_that_it_oversees() -> None:
    report = alone(
        "roles: {clerk: {kind: person, may_overrule: informs}}\n"
        "spaces: {s: {every_decision: {oversight: {by: clerk}},"
        " decisions: {a: {autonomy: prepares}, b: {autonomy: acts-on-approval}, c: {autonomy: informs}}}}"
    )
    (finding,) = of("OVR003", report)
    assert finding.decisions == ("s/a", "s/b")
    assert finding.about == "roles/clerk"


def test_a_decision_that_exceeds_its_limit_drops_out_of_what_its_overseer_lacks() -> None:
    report = alone(
        "roles: {clerk: {kind: person, may_overrule: informs}}\n"
        "spaces: {s: {every_decision: {oversight: {by: clerk}, impact: {level: high, reversibility: easy}},"
        " decisions: {a: {autonomy: prepares}, b: {autonomy: acts-alone}}}}"
    )
    assert of("OVR003", report)[0].decisions == ("s/a",)
    assert of("AUT002", report)[0].decisions == ("s/b",)


def test_without_an_overseer_nobody_asks_what_the_overseer_may_do() -> None:
    report = found("spaces: {lending: {decisions: {raise-limit: {oversight: {by: null, override: null}}}}}")
    assert [finding.card.code for finding in report.findings] == ["OVR001"]


def test_two_owners_are_one_fault_even_if_one_is_a_machine_and_one_a_team() -> None:
    report = found("spaces: {lending: {owner: [repayment-score, internal-audit]}}")
    assert [finding.card.code for finding in report.findings] == ["OWN004"]


@pytest.mark.parametrize("code", ["OWN002", "OWN003", "OWN004"])
def test_an_owner_whom_nobody_knows_is_left_to_the_references(code: str) -> None:
    assert not of(code, found("spaces: {lending: {owner: nobody-at-all}}"))


def test_a_broken_limit_of_the_organisation_hides_no_decision_above_the_built_in_one() -> None:
    report = found(
        "organisation: {autonomy_limits: {high: {easy: bogus, hard: acts-alone}}}\n"
        "spaces: {lending: {decisions: {raise-limit: {autonomy: acts-alone, law: {automated_basis: law}}}}}"
    )
    assert sorted(finding.about for finding in of("AUT002", report)) == ["lending/raise-limit", "organisation"]


@pytest.mark.parametrize("level", ["recommends", "acts-on-approval"])
def test_a_broken_limit_of_the_organisation_may_forbid_what_the_built_in_one_allows(level: str) -> None:
    report = found(
        "organisation: {autonomy_limits: {high: {easy: bogus}}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{autonomy: {level}}}}}}}}}"
    )
    assert not of("AUT002", report)
    assert any("AUT002" in item.codes for item in report.not_possible)


def test_where_the_organisation_is_not_described_the_built_in_limit_holds() -> None:
    assert of(
        "AUT002",
        alone("spaces: {s: {decisions: {a: {autonomy: acts-alone, impact: {level: high, reversibility: hard}}}}}"),
    )


def test_a_missing_group_of_people_does_not_hide_that_the_machine_goes_too_far() -> None:
    report = found(
        "spaces: {lending: {decisions: {raise-limit: {autonomy: acts-unless-vetoed, impact: {affects: null}}}}}"
    )
    assert {"AUT002", "AUT011"} <= {finding.card.code for finding in report.findings}


def test_a_missing_status_switches_no_rule_off() -> None:
    bare = "spaces: {lending: {decisions: {raise-limit: {status: null, oversight: {by: null}}}}}"
    assert [finding.card.code for finding in found(bare).findings] == ["REV009", "OVR001"]


def test_the_owner_of_an_unused_guardrail_is_not_judged() -> None:
    text = "systems: {m: {}}\nroles: {t: {kind: team}}\nguardrails: {one: {owner: m}, two: {owner: t}, three: {owner: [t, m]}}"
    assert not {"OWN002", "OWN003", "OWN004"} & {finding.card.code for finding in alone(text).findings}


@pytest.mark.parametrize(("code", "owner"), [("OWN002", "m"), ("OWN004", "[x, y]")])
def test_a_decision_with_an_owner_of_its_own_is_not_counted_among_the_heirs(code: str, owner: str) -> None:
    text = f"roles: {{x: {{}}, y: {{}}}}\nsystems: {{m: {{}}}}\nspaces: {{s: {{owner: {owner}, decisions: {{a: {{}}, b: {{owner: x}}}}}}}}"
    (finding,) = of(code, alone(text))
    assert finding.decisions == ("s/a",)


@pytest.mark.parametrize("impact", ["{level: high}", "{reversibility: hard}", "{}"])
def test_without_an_impact_no_limit_is_checked_and_that_is_said(impact: str) -> None:
    report = alone(f"spaces: {{s: {{decisions: {{a: {{autonomy: acts-alone, impact: {impact}}}}}}}}}")
    assert not of("AUT002", report)
    assert of("AUT011", report)


def test_a_missing_level_does_not_hide_that_people_bring_nothing() -> None:
    report = found("spaces: {lending: {decisions: {raise-limit: {autonomy: null, human: null}}}}")
    assert {finding.card.code for finding in report.findings} == {"AUT001", "AUT003"}


def test_what_goes_too_far_is_said_with_the_level_of_acting_where_that_is_the_higher_one() -> None:
    report = alone(
        "systems: {m: {}}\nspaces: {s: {decisions: {a: {autonomy: {decide: informs, act: acts-alone}, machine: {systems: [m]},"
        " impact: {level: high, reversibility: hard}, flows: [{from: systems/m, to: persons/customers}]}}}}"
    )
    (finding,) = of("AUT002", report)
    assert finding.values["level"] == "acts-alone"


def test_a_decision_without_a_ground_in_law_is_not_asked_for_its_limit_too() -> None:
    report = found("spaces: {lending: {decisions: {raise-limit: {autonomy: acts-alone}}}}")
    assert [finding.card.code for finding in report.findings] == ["AUT008"]
