"""Files that are no policy, hold none, or hold several."""

import pytest

from tests.mutated import BASE, changed, report_of, sole, spot


@pytest.mark.parametrize("text", ["", "# nothing yet\n", " \n\n  \n", "---\n", "---\n---\n", "null\n"])
def test_an_empty_file_is_one_finding(text: str) -> None:
    finding = sole(text)
    assert spot(finding) == ("YML010", 1, 1)
    assert "empty" in finding.message("en")


@pytest.mark.parametrize("text", ["hello\n", "- a\n- b\n", "12\n"])
def test_what_is_no_map_is_one_finding(text: str) -> None:
    assert spot(sole(text)) == ("YML010", 1, 1)


def test_a_missing_header_is_one_finding_at_the_first_key_and_hides_nothing() -> None:
    text = changed("orchestrator: 1\n", "")
    assert spot(sole(text)) == ("YML010", 4, 1)
    assert report_of(text).counts.decisions == 1


@pytest.mark.parametrize("key", ["orchestrater", "Orchestrator", "orchestrator_", "orchestrtor"])
def test_a_misspelt_header_is_one_finding_and_not_a_missing_one(key: str) -> None:
    finding = sole(changed("orchestrator: 1", f"{key}: 1"))
    assert spot(finding) == ("SHP001", 3, 1)
    assert "`orchestrator`" in finding.message("en")


@pytest.mark.parametrize(
    ("value", "column"), [("2", 15), ('"1"', 15), ("", 1), ("true", 15), ("[1]", 1), ("one", 15), ("0", 15)]
)
def test_a_wrong_version_is_one_finding(value: str, column: int) -> None:
    finding = sole(changed("orchestrator: 1", f"orchestrator: {value}"))
    assert spot(finding) == ("SHP005", 3, column)
    assert "`orchestrator: 1`" in finding.message("de")


def test_a_file_of_something_else_is_one_finding() -> None:
    assert spot(sole("services:\n  web: {image: nginx}\nversion: 3\n")) == ("YML010", 1, 1)


@pytest.mark.parametrize("more", ["---\norchestrator: 1\nroles: {}\n", "---\n---\norchestrator: 1\n", "---\n", "...\n"])
def test_several_documents_are_one_policy(more: str) -> None:
    report = report_of(f"{BASE}\n{more}")
    assert (report.findings, report.counts.decisions) == ((), 1)


def test_a_second_document_without_header_is_one_finding_at_its_first_key() -> None:
    assert spot(sole(f"{BASE}\n---\nroles: {{}}\n")) == ("YML010", 244, 1)


def test_a_reference_may_cross_documents_of_a_file() -> None:
    at = BASE.index("\nspaces:")
    assert report_of(BASE[:at] + "\n---\norchestrator: 1\n" + BASE[at:]).findings == ()
