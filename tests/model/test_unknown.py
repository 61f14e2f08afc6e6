"""What nobody can know: it is neither present nor missing, and stops a check, not the run."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Report
from orchestrator_lint.model import Unknown, known_any
from orchestrator_lint.sources import Source
from tests.model.workspaces import decision_of, decision_with, workspace_of


def report_on(*texts: str) -> Report:
    sources = [Source(f"{number}.yaml", f"orchestrator: 1\n{text}".encode()) for number, text in enumerate(texts, 1)]
    return check(sources, date(2026, 11, 1)).report


def codes(report: Report) -> list[str]:
    return [finding.card.code for finding in report.findings]


def test_a_rejected_value_is_not_reported_as_missing() -> None:
    report = report_on("spaces: {lending: {owner: true, decisions: {raise-limit: {status: draft}}}}")
    assert "SHP003" in codes(report)
    assert "OWN001" not in codes(report)
    cause = next(item for item in report.not_possible if "OWN001" in item.codes)
    assert "lending/raise-limit" in cause.subjects
    assert cause.cause is not None
    assert cause.cause.line == 2


def test_reading_a_rejected_value_says_where_the_cause_stands() -> None:
    decision = decision_with("impact: {level: hgih, reversibility: easy}")
    with pytest.raises(Unknown) as unknown:
        _ = decision.impact.level
    assert unknown.value.place is not None
    assert unknown.value.place.pointer[-2:] == ("impact", "level")
    assert decision.impact.reversibility.plain == "easy"
    assert decision.impact


def test_a_misspelt_key_is_not_reported_as_missing() -> None:
    report = report_on("spaces: {lending: {onwer: head, decisions: {raise-limit: {status: draft}}}}")
    assert "SHP001" in codes(report)
    assert "OWN001" not in codes(report)


def test_a_misspelt_key_makes_the_key_unknown_that_was_probably_meant() -> None:
    decision = decision_with("pupose: Credit, title: Raise")
    with pytest.raises(Unknown):
        _ = decision.purpose
    assert decision.title


def test_a_misspelt_key_beside_the_right_one_hides_nothing() -> None:
    assert decision_with("pupose: Credit, purpose: Loans").purpose.plain == "Loans"


def test_an_unknown_value_of_a_decision_does_not_inherit_from_the_space() -> None:
    decision = decision_of("spaces: {lending: {owner: head, decisions: {raise-limit: {owner: 7.5, purpose: x}}}}")
    assert decision.owner.plain == "7.5"
    decision = decision_of("spaces: {lending: {owner: head, decisions: {raise-limit: {owner: true}}}}")
    with pytest.raises(Unknown):
        _ = decision.owner


def test_an_unknown_value_of_the_space_is_unknown_to_its_decisions() -> None:
    decision = decision_of("spaces: {lending: {owner: true, every_decision: {human: 7}, decisions: {raise-limit: {}}}}")
    with pytest.raises(Unknown):
        _ = decision.owner
    with pytest.raises(Unknown):
        _ = decision.human


def test_an_unknown_value_of_the_space_does_not_touch_a_decision_with_its_own() -> None:
    assert decision_of("spaces: {lending: {owner: true, decisions: {raise-limit: {owner: head}}}}").owner


def test_a_reference_to_nothing_is_there_but_names_nobody() -> None:
    owner = decision_with("owner: nobody-at-all").owner
    assert owner
    with pytest.raises(Unknown) as unknown:
        _ = owner.target
    assert unknown.value.place == owner.place


def test_a_reference_finds_a_role_before_a_system_of_the_same_id() -> None:
    both = "roles: {score: {kind: person}}\nsystems: {score: {kind: model}}"
    target = decision_with("owner: score", both).owner.target
    assert target is not None
    assert target.address == "roles/score"
    target = decision_with("owner: systems/score", both).owner.target
    assert target is not None
    assert target.address == "systems/score"


def test_a_reference_to_the_world_outside_names_nothing_of_the_policies() -> None:
    (flow,) = decision_with("flows: [{from: this, to: persons/customers}]").flows
    assert flow.to.target is None
    target = flow.from_.target
    assert target is not None
    assert target.address == "lending/raise-limit"


def test_what_may_stand_in_an_unreadable_file_is_unknown_and_not_absent() -> None:
    workspace = workspace_of("spaces: {lending: {owner: head}}", "roles: {head: {kind: person}\nfoo")
    assert not workspace.is_whole
    with pytest.raises(Unknown):
        workspace.find("roles", "head")


def test_what_no_unreadable_file_mentions_is_absent() -> None:
    workspace = workspace_of("spaces: {lending: {owner: head}}", "roles: {head: {kind: person}\nfoo")
    assert workspace.find("roles", "deputy") is None


def test_what_stands_in_a_rejected_section_is_unknown() -> None:
    workspace = workspace_of("roles: [head]")
    with pytest.raises(Unknown):
        workspace.find("roles", "head")
    assert workspace.find("systems", "score") is None


def test_a_rejected_object_is_unknown_and_its_neighbours_are_not() -> None:
    workspace = workspace_of("roles: {head: [person], deputy: {kind: person}}")
    with pytest.raises(Unknown):
        workspace.find("roles", "head")
    assert workspace.find("roles", "deputy") is not None
    assert [role.id for role in workspace.roles] == ["deputy"]


def test_a_broken_decision_does_not_hide_the_others() -> None:
    report = report_on(
        "spaces: {lending: {purpose: x, principles: [p], decisions: {odd: [1], raise-limit: {status: draft}}}}\n"
        "principles: {p: {statement: We weigh}}"
    )
    assert [finding.decisions for finding in report.findings if finding.card.code == "OWN001"] == [
        ("lending/raise-limit",)
    ]


def test_a_broken_file_does_not_hide_what_another_lacks() -> None:
    report = report_on("spaces: {lending: {decisions: {raise-limit: {status: draft}}}}", "roles: {head: [}")
    assert "OWN001" in codes(report)
    assert any(code.startswith("YML") for code in codes(report))


def test_a_list_with_an_unknown_item_still_has_the_others() -> None:
    supplies = decision_with("human: {supplies: [values, bogus]}").human.supplies
    assert supplies.has("values")
    with pytest.raises(Unknown):
        supplies.has("meaning")


def test_an_unknown_check_counts_only_where_no_other_is_true() -> None:
    def unknown() -> bool:
        raise Unknown

    assert known_any((unknown, lambda: True))
    assert not known_any((lambda: False,))
    with pytest.raises(Unknown):
        known_any((unknown, lambda: False))


def test_a_decision_of_unknown_status_is_asked_nothing_and_counted() -> None:
    report = report_on("spaces: {lending: {owner: '', decisions: {raise-limit: {status: lively}}}}")
    assert codes(report) == ["SHP002"]
    assert "OWN001" in {code for item in report.not_possible for code in item.codes}


def test_a_space_whose_decisions_are_no_map_has_none_that_can_be_read() -> None:
    (space,) = workspace_of("spaces: {lending: {decisions: [raise-limit]}}").spaces
    assert space.decisions == ()


def test_whether_the_organisation_names_groups_is_unknown_where_it_cannot_be_read() -> None:
    assert not workspace_of("organisation: [Bank]").names_groups
    assert workspace_of("organisation: {affected: {customers: {}}}").names_groups
