"""The report that opens in a spreadsheet."""

import csv
import io

import pytest

from orchestrator_lint.judging import Report
from orchestrator_lint.reports.csv import render
from tests.judging.test_waivers import with_waiver
from tests.reports.workspaces import checked, hostile


def rows(report: Report, language: str = "en") -> list[dict[str, str]]:
    """Read the file back as the rules of RFC 4180 say."""
    read = list(csv.reader(io.StringIO(render(report, language).removeprefix("\ufeff"), newline=""), strict=True))
    assert {len(row) for row in read} == {len(read[0])}
    return [dict(zip(read[0], row, strict=True)) for row in read[1:]]


def test_the_file_is_utf_8_with_a_mark_that_excel_needs_and_lines_end_as_the_standard_says() -> None:
    written = render(checked().report, "de")
    assert written.startswith('\ufeff"Zeile","Rang"')
    assert written.endswith("\r\n") and "\n" not in written.replace("\r\n", "")


def test_every_finding_is_a_row_with_its_place_reason_and_day() -> None:
    report = checked().report
    found = [row for row in rows(report) if row["row"] == "finding"]
    assert [(row["code"], row["file"], row["line"], row["fingerprint"]) for row in found] == [
        (finding.card.code, "policies/lending.yaml", str(finding.location.line), finding.fingerprint)
        for finding in report.findings
    ]
    assert sorted(int(row["rank"]) for row in found) == list(range(1, len(found) + 1))
    assert {(row["as of"], row["day taken from"]) for row in rows(report)} == {("2026-11-24", "the day of this run")}


def test_what_does_not_count_has_columns_for_who_answers_for_it() -> None:
    (row,) = [row for row in rows(with_waiver()) if row["row"] == "not counted"]
    assert (row["exception"], row["name of the exception"], row["approved by"], row["expires"]) == (
        "waiver",
        "w-1",
        "ai-officer",
        "2026-12-31",
    )
    assert row["reason"] == "The switch is built until December."


@pytest.mark.parametrize(("language", "kind"), [("en", "summary"), ("de", "Zusammenfassung")])
def test_a_file_without_findings_still_says_what_was_checked(language: str, kind: str) -> None:
    only = rows(checked("orchestrator: 1\norganisation: {name: X}\n").report, language)
    assert {next(iter(row.values())) for row in only} == {kind}


def test_checks_that_were_not_possible_and_files_that_were_not_read_have_rows() -> None:
    (row,) = [row for row in rows(checked().report) if row["row"] == "not possible"]
    assert "AUT002" in row["code"] and row["line"] == "10"
    assert any("1 file could not be read" in row["finding"] for row in rows(checked("a: [").report))


def test_no_cell_begins_a_formula_or_holds_what_nobody_sees() -> None:
    cells = [cell for row in rows(hostile()) for cell in row.values()]
    assert any(cell.startswith("'=policies/a,b") for cell in cells)
    assert not any(cell[:1] in "=+-@\t\r\n" for cell in cells if cell)
    assert all(cell.isprintable() for cell in cells)
    assert any(cell.startswith("'@team") for cell in cells)
