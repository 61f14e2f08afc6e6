"""What becomes of seventeen made-up records: what is carried, what is kept, what stays absent."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from orchestrator_lint.exchange import Converted

Workspace = dict[str, Any]


@pytest.fixture(scope="module")
def workspace(sample: Converted, joined: Callable[[Converted], Workspace]) -> Workspace:
    return joined(sample)


def decisions(workspace: Workspace) -> Iterator[tuple[str, Workspace]]:
    for space in workspace["spaces"].values():
        yield from space["decisions"].items()


def decision(workspace: Workspace, name: str) -> Workspace:
    return dict(decisions(workspace))[name]


def test_every_record_becomes_one_decision_and_one_system(workspace: Workspace) -> None:
    assert len(list(decisions(workspace))) == len(workspace["systems"]) == 17


def test_files_are_one_per_agency_and_one_for_the_organisation(sample: Converted) -> None:
    assert sorted(sample.files) == ["blc.yaml", "mar.yaml", "organisation.yaml"]


def test_the_organisation_holds_the_fixed_values_of_the_mapping(workspace: Workspace) -> None:
    assert workspace["organisation"] == {
        "name": "US federal government",
        "languages": ["en"],
        "frameworks": ["nist-ai-rmf"],
    }


def test_a_space_has_a_title_and_neither_owner_nor_purpose(workspace: Workspace) -> None:
    space = workspace["spaces"]["mar-fld-flood-desk"]
    assert space["title"] == "FLD: Flood Desk"
    assert space.keys() == {"title", "x-import", "decisions"}


def test_records_without_a_bureau_stand_in_the_space_of_their_agency(workspace: Workspace) -> None:
    assert workspace["spaces"]["mar"]["title"] == "Ministry of Rivers"


def test_bureaus_that_differ_in_case_are_one_space_and_the_other_spelling_is_kept(workspace: Workspace) -> None:
    found = workspace["spaces"]["blc-front-desk"]
    assert found["title"] == "Front Desk"
    assert found["decisions"]["blc-lone-entry"]["x-import"]["agency_bureau"] == "front desk"


def test_a_full_record_is_carried_over(workspace: Workspace) -> None:
    found = decision(workspace, "mar-001")
    assert found["title"] == "Flood warning texts"
    assert found["purpose"] == "Warnings reach people too late."
    assert found["status"] == "live"
    assert found["impact"] == {"level": "high"}
    assert found["machine"] == {"systems": ["mar-001"], "does": "A draft text, for an officer to send."}
    assert workspace["systems"]["mar-001"] == {
        "title": "Flood warning texts",
        "kind": "model",
        "supplier": {"name": "Deluge Soft, Inc."},
        "learns_from": ["mar-001"],
        "tested": {"state": "established"},
    }
    assert workspace["datasets"]["mar-001"] == {
        "x-description": "Ten years of gauge readings and of texts sent.",
        "personal": "none",
    }


@pytest.mark.parametrize(
    ("name", "status"),
    [("mar-001", "live"), ("mar-002", "pilot"), ("mar-003", "planned"), ("mar-004", "retired"), ("mar-006", None)],
)
def test_the_stage_becomes_the_status(workspace: Workspace, name: str, status: str | None) -> None:
    assert decision(workspace, name).get("status") == status


@pytest.mark.parametrize(("name", "state"), [("mar-001", "established"), ("mar-002", "in-progress")])
def test_states_of_safeguards_are_carried_over(workspace: Workspace, name: str, state: str) -> None:
    found = decision(workspace, name)
    blocks = [found["oversight"]["stop"], found["contest"], found["monitoring"], found["review"]]
    assert [*blocks, workspace["systems"][name]["tested"]] == [{"state": state}] * 5


def test_a_waiver_is_a_reason_in_the_words_of_the_register(workspace: Workspace) -> None:
    found = decision(workspace, "mar-003")
    for block in (found["oversight"]["stop"], found["contest"], found["monitoring"], found["review"]):
        assert block.keys() == {"none_because"}
        assert '"CAIO Waived"' in block["none_because"]


def test_not_applicable_is_a_reason_that_quotes_the_answer(workspace: Workspace) -> None:
    assert decision(workspace, "mar-004")["contest"] == {"none_because": 'The register answers "Not Applicable".'}


def test_an_appeal_that_the_law_precludes_names_its_basis(workspace: Workspace) -> None:
    found = decision(workspace, "mar-005")["contest"]
    assert found["basis"] == "law"
    assert "precludes" in found["none_because"]


def test_what_the_register_does_not_have_stays_absent(workspace: Workspace) -> None:
    for _, found in decisions(workspace):
        assert not found.keys() & {"owner", "autonomy", "human", "involves", "law"}
        assert found.get("oversight", {}).keys() <= {"stop"}
        assert found.get("impact", {}).keys() <= {"level"}
    assert not any("source" in dataset for dataset in workspace["datasets"].values())


def test_an_answer_below_high_gives_no_level(workspace: Workspace) -> None:
    assert "impact" not in decision(workspace, "mar-004")
    assert "impact" not in decision(workspace, "mar-005")


def test_an_answer_that_says_nothing_is_no_purpose_and_no_supplier(workspace: Workspace) -> None:
    found = decision(workspace, "mar-005")
    assert "purpose" not in found
    assert "does" not in found["machine"]
    assert "supplier" not in workspace["systems"]["mar-005"]
    assert found["x-import"]["problem_solved"] == found["x-import"]["vendor_name"] == "Not available"


def test_in_house_is_no_supplier_only_where_no_vendor_is_named(workspace: Workspace) -> None:
    assert "none_because" in workspace["systems"]["mar-002"]["supplier"]
    assert "supplier" not in workspace["systems"]["mar-004"]


def test_a_vendor_beside_in_house_work_is_kept_but_not_carried(workspace: Workspace) -> None:
    assert "supplier" not in workspace["systems"]["mar-003"]
    assert decision(workspace, "mar-003")["x-import"]["vendor_name"] == "Lantern Ltd"


def test_no_data_gives_no_dataset(workspace: Workspace) -> None:
    assert workspace["datasets"].keys() == {"mar-001", "mar-002", "blc-cmd-c-calc-a1"}
    assert "learns_from" not in workspace["systems"]["mar-003"]


def test_personal_data_without_a_description_reach_the_system_but_do_not_teach_it(workspace: Workspace) -> None:
    assert workspace["datasets"]["mar-002"] == {"personal": "personal"}
    assert "learns_from" not in workspace["systems"]["mar-002"]
    assert decision(workspace, "mar-002")["flows"] == [{"from": "datasets/mar-002", "to": "systems/mar-002"}]


def test_values_that_no_table_knows_are_kept_and_counted_never_guessed(workspace: Workspace, sample: Converted) -> None:
    found = decision(workspace, "mar-006")
    assert found.keys() == {"title", "machine", "x-import"}
    assert found["x-import"]["hi_failsafe_presence"] == "yes"
    for column in ("development_stage", "is_high_impact", "classification", "has_pii", "hi_appeal_process"):
        assert any(note.startswith(f"{column}: ") and "not in the table" in note for note in sample.notes)


def test_the_id_of_the_register_is_kept(workspace: Workspace) -> None:
    assert decision(workspace, "mar-001")["x-import"]["id"] == "MAR-001"
    assert decision(workspace, "blc-needle")["x-import"]["id"] == "BLC-7"


def test_hostile_text_comes_through_letter_by_letter(workspace: Workspace) -> None:
    found = decision(workspace, "blc-cmd-c-calc-a1")
    assert found["title"] == '- Größe: "x" # {{ 7*7 }} {% raw %} \u202eevil\u202c \U0001f600'
    assert found["purpose"].startswith("key: value, # no comment\n- item\n---\n...\n%TAG\n\ttab, bell \x07, bom \ufeff")
    assert found["x-import"]["problem_solved"].endswith("\u2028\r\nend ")
    assert found["x-import"]["id"] == "=cmd|'/c calc'!A1"


def test_words_that_look_like_numbers_dates_or_nothing_stay_text(workspace: Workspace) -> None:
    found = decision(workspace, "blc-haystack-84e0a8")
    assert "title" not in found
    assert found["purpose"] == "~"
    assert found["machine"]["does"] == "012"
    assert found["x-import"]["topic_area"] == "1e3"
    assert found["x-import"]["operational_date"] == "2026-01-01"
    assert found["x-import"]["benefits"] == "null"


def test_control_and_direction_characters_never_stand_bare_in_a_file(sample: Converted) -> None:
    for text in sample.files.values():
        assert all(letter.isprintable() or letter == "\n" for letter in text)
