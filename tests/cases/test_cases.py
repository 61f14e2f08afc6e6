"""Histories told as policies: what the inquiry found, the linter finds, at the place that was named before."""

import csv
from datetime import date
from pathlib import Path

import pytest

from orchestrator_lint.journey import cards, check
from orchestrator_lint.judging import Report
from orchestrator_lint.judging.locate import Locator
from orchestrator_lint.language import policy_language
from orchestrator_lint.problems import Place
from orchestrator_lint.reading import read
from orchestrator_lint.sources import Source, collect
from tools.cases import CASES, cases, output

INVISIBLE = "not visible in a policy"
HISTORIES = sorted(path.parent for path in CASES.glob("*/inquiry.csv"))


def _rows(case: Path) -> list[dict[str, str]]:
    with (case / "inquiry.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _report(case: Path) -> tuple[list[Source], Report]:
    sources = collect([str(case / "policies")])
    return sources, check(sources, date(2026, 11, 24)).report


def _line(sources: list[Source], path: str) -> tuple[str, int]:
    """The file and line of a dotted path: of the file that has the object itself."""
    pointer = tuple(path.split("."))
    for source in sources:
        reading = read(source, policy_language().sections)
        for document in reading.documents:
            section = document.data.get(pointer[0], {})
            if section and (pointer[0] == "organisation" or pointer[1] in section):
                location = Locator({source.path: reading}).locate(Place(source.path, document.index, pointer))
                return source.path, location.line
    raise AssertionError(f"nothing stands at {path}")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_case_prints_what_is_expected(case: Path) -> None:
    assert output(case) == (case / "expected.txt").read_text(encoding="utf-8"), "run: python tools/cases.py, and read"


@pytest.mark.parametrize("case", HISTORIES, ids=lambda case: case.name)
def test_what_the_inquiry_found_is_found_at_its_place(case: Path) -> None:
    sources, report = _report(case)
    known = {card.name for card in cards().values()}
    found = {(finding.card.name, finding.location.path, finding.location.line) for finding in report.findings}
    expected = {
        (row["rule"], *_line(sources, row["place"])) for row in _rows(case) if row["rule"] in known and row["place"]
    }
    assert len(expected) >= 5
    assert expected - found == set()


@pytest.mark.parametrize("case", HISTORIES, ids=lambda case: case.name)
def test_every_row_names_its_source_and_a_rule_or_why_there_is_none(case: Path) -> None:
    rows = _rows(case)
    assert any(row["rule"] == INVISIBLE for row in rows)
    for row in rows:
        assert row["statement"] and row["source"] and row["rule"], row
        assert row["place"] or row["why"], row


@pytest.mark.parametrize("case", HISTORIES, ids=lambda case: case.name)
def test_the_policies_of_a_history_are_well_formed(case: Path) -> None:
    _, report = _report(case)
    assert [finding for finding in report.findings if finding.card.code[:3] in ("YML", "SHP", "REF")] == []
