"""The report that programs read."""

import json

import jsonschema
import pytest

from orchestrator_lint.reports.json import render
from orchestrator_lint.shipped import shipped
from tests.reports.workspaces import GAPS, checked

SCHEMA = json.loads(shipped("schemas", "report.schema.json"))


@pytest.mark.parametrize("text", [GAPS, "orchestrator: 1\n", "a: [", "orchestrator: 1\nspaces: 3\n"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_report_fits_its_schema(text: str, language: str) -> None:
    report = json.loads(render(checked(text).report, language))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)


def test_lines_and_columns_count_from_one() -> None:
    report = json.loads(render(checked().report))
    wrong = next(finding for finding in report["findings"] if finding["code"] == "SHP002")
    line = GAPS.splitlines()[wrong["location"]["line"] - 1]
    start, end = wrong["location"]["column"] - 1, wrong["location"]["end_column"] - 1
    assert line[start:end] == "recomends"


def test_a_fingerprint_survives_moved_lines_another_language_and_new_words() -> None:
    def prints(text: str, language: str) -> set[str]:
        return {finding["fingerprint"] for finding in json.loads(render(checked(text).report, language))["findings"]}

    moved = GAPS.replace("orchestrator: 1\n", "# a comment\n\norchestrator: 1\n").replace(
        "title: Lending", "title: Loans"
    )
    assert prints(GAPS, "en") == prints(moved, "de")


def test_fingerprints_tell_findings_apart() -> None:
    report = json.loads(render(checked(GAPS.replace("title: Lending", "titel: a\n    titls: b")).report))
    prints = [finding["fingerprint"] for finding in report["findings"]]
    assert len(set(prints)) == len(prints)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert render(checked().report) == render(checked().report)


def test_an_aliased_value_is_placed_where_it_is_used_with_its_definition() -> None:
    text = "orchestrator: 1\nx-level: &l recomends\nspaces: {s: {decisions: {d: {autonomy: *l}}}}\n"
    report = json.loads(render(checked(text).report))
    wrong = next(finding for finding in report["findings"] if finding["code"] == "SHP002")
    assert (wrong["location"]["line"], wrong["location"]["column"]) == (3, 40)
    assert wrong["location"]["defined"] == {"line": 2, "column": 10}


def test_provisions_are_cited_only_of_declared_frameworks() -> None:
    declared = json.loads(render(checked().report))
    silent = json.loads(render(checked(GAPS.replace(", frameworks: [eu-ai-act, gdpr]", "")).report))
    cited = {cited["name"] for finding in declared["findings"] for cited in finding["provisions"]}
    assert {name.split(" ")[0] for name in cited} == {"eu-ai-act", "gdpr"}
    assert silent["frameworks"] is None
    assert all(finding["provisions"] == [] for finding in silent["findings"])
