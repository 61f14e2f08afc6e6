"""What does not count, what does not apply yet, what fires everywhere, and how far the ladder is climbed: in every report."""

import json
import os
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Baseline, Choice, Entry, Report
from orchestrator_lint.reports import json as as_json
from orchestrator_lint.reports import sarif, text
from orchestrator_lint.shipped import shipped
from orchestrator_lint.sources import Source
from tests.judging.test_choice import judged
from tests.judging.test_waivers import with_waiver
from tests.rules.laid_over import TODAY, laid_over

SCHEMA = json.loads(shipped("schemas", "report.schema.json"))
OFFICIAL = os.environ.get("ORCHESTRATOR_LINT_SARIF_SCHEMA", "")
_NO_FRIA = "spaces: {lending: {decisions: {raise-limit: {law: {fria: null}}}}}"
_OTHERS = ", ".join(
    f"d{number}: {{x-like: lending/raise-limit, title: Number {number}, machine: {{does: null}}}}"
    for number in range(9)
)
_MANY = f"spaces: {{lending: {{decisions: {{{_OTHERS}}}}}}}"


def said(report: object, language: str = "en") -> str:
    """The text report on one line."""
    return " ".join(text.render(report, language).split())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "counted", "waiver"),
    [
        ("en", "1 finding does not count, by an exception:", "waiver w-1, approved by ai-officer, until 2026-12-31."),
        (
            "de",
            "1 Befund zählt nicht, aufgrund einer Ausnahme:",
            "Ausnahme w-1, bewilligt von ai-officer, bis 2026-12-31.",
        ),
    ],
)
def test_a_waived_finding_is_named_and_counted_apart(language: str, counted: str, waiver: str) -> None:
    report = with_waiver()
    assert counted in said(report, language) and waiver in said(report, language)
    found = json.loads(as_json.render(report, language))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert (found["summary"]["excepted"], found["excepted"][0]["code"]) == (1, "SAF001")
    assert found["excepted"][0]["exception"]["approved_by"] == "ai-officer" and found["excepted"][0]["rank"] is None
    assert found["findings"] == []


def test_a_waived_finding_is_a_suppressed_result_of_sarif() -> None:
    log = json.loads(sarif.render(with_waiver()))
    (suppressed,) = [result for result in log["runs"][0]["results"] if "suppressions" in result]
    assert suppressed["ruleId"] == "SAF001"
    assert suppressed["suppressions"][0]["justification"] == "The switch is built until December."
    assert suppressed["suppressions"][0]["properties"]["id"] == "w-1"


@pytest.mark.skipif(not OFFICIAL, reason="ORCHESTRATOR_LINT_SARIF_SCHEMA names no copy of the official SARIF schema")
def test_suppressions_fit_the_official_schema() -> None:
    schema = json.loads(Path(OFFICIAL).read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(json.loads(sarif.render(with_waiver())))


def test_a_duty_that_lies_ahead_says_from_when_it_applies() -> None:
    report = judged(_NO_FRIA)
    assert "note[LAW005]" in said(report)
    assert "EU AI Act Art. 27(1) applies only from 2027-12-02" in said(report)
    assert "KI-VO Art. 27(1) gilt erst ab 2027-12-02" in said(report, "de")
    assert "bis dahin ist dies ein Hinweis" in said(report, "de")
    (finding,) = json.loads(as_json.render(report))["findings"]
    assert finding["ahead"] == {"name": "eu-ai-act 27(1)", "applies_from": "2027-12-02", "settled": True}


def test_the_strict_reading_says_that_it_was_asked_for() -> None:
    report = judged(_NO_FRIA, Choice(strict_dates=True))
    assert "error[LAW005]" in said(report) and "asked for the strict reading" in said(report)
    assert "strenge Lesart" in said(report, "de")


def test_once_the_day_has_come_nothing_is_said_of_it() -> None:
    report = judged(_NO_FRIA, Choice(select=("LAW005",)), date(2027, 12, 2))
    assert "error[LAW005]" in said(report) and "applies only from" not in said(report)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "No rung of the ladder is reached yet. Still to be settled for `starter`: 1 finding (OWN001)."),
        ("de", "Noch ist keine Stufe erreicht. Für `starter` noch zu klären: 1 Befund (OWN001)."),
    ],
)
def test_the_summary_says_which_rung_is_reached_and_what_the_next_one_asks(language: str, words: str) -> None:
    assert words in said(judged("spaces: {lending: {owner: null}}"), language)
    assert ("Rung reached: assured." if language == "en" else "Erreichte Stufe: assured.") in said(judged(""), language)
    gaps = said(judged("spaces: {lending: {principles: []}}"))
    assert "Rung reached: starter. Still to be settled for `standard`: 1 finding (PUR005)." in gaps


def test_a_rule_that_fires_on_most_decisions_is_one_line_behind_the_others() -> None:
    report = judged(_MANY, Choice(select=("AUT004", "SAF001")))
    assert report.everywhere == ("AUT004",)
    written = text.render(report)
    assert written.count("[AUT004]") == 1
    assert "9 of 10 decisions, first in" in " ".join(written.split())
    assert len(json.loads(as_json.render(report))["findings"]) == 9


def _all_kinds() -> Report:
    """A gap that a comment allows and two that a baseline holds."""
    missing = "spaces: {lending: {decisions: {raise-limit: {oversight: {stop: null}, machine: {does: null}}}, principles: []}}"
    comment = "# orchestrator-lint: allow no-stop until 2026-12-31 because the switch is built"
    text = (
        laid_over(missing).data.decode().replace("\n        oversight:", f"\n        {comment}\n        oversight:", 1)
    )
    source = Source("example.yaml", text.encode())
    found = check([source], TODAY, TODAY).report.findings
    known = tuple(
        Entry(item.card.code, item.about, item.fingerprint, item.names, item.decisions, date(2026, 9, 9), "", line)
        for line, item in enumerate(found, 2)
    )
    return check([source], TODAY, TODAY, baseline=Baseline(".old.jsonl", known)).report


@pytest.mark.parametrize(
    ("language", "comment", "old"),
    [
        (
            "en",
            "comment example.yaml:347, until 2026-12-31: the switch",
            "2 old findings do not count; they stand in .old.jsonl",
        ),
        (
            "de",
            "Kommentar example.yaml:347, bis 2026-12-31: the switch",
            "2 Altbefunde zählen nicht; sie stehen in .old.jsonl",
        ),
    ],
)
def test_comments_are_named_and_old_findings_counted(language: str, comment: str, old: str) -> None:
    written = said(_all_kinds(), language)
    assert comment in written and old in written and "2026-09-09" in written
    assert "PUR005" not in written.split("2026-09-09")[0]


def test_json_says_what_accounts_for_each_exception_and_where_it_is_written() -> None:
    found = json.loads(as_json.render(_all_kinds()))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    by = {item["code"]: item["exception"] for item in found["excepted"]}
    assert {code: one["kind"] for code, one in by.items()} == {
        "AUT004": "baseline",
        "PUR005": "baseline",
        "SAF001": "comment",
    }
    assert (by["SAF001"]["location"]["path"], by["SAF001"]["expires"]) == ("example.yaml", "2026-12-31")
    assert (by["AUT004"]["location"]["path"], by["AUT004"]["since"]) == (".old.jsonl", "2026-09-09")
    assert by["AUT004"]["approved_by"] is None and by["AUT004"]["expires"] is None


def test_sarif_says_what_is_suppressed_in_the_source_and_what_outside() -> None:
    log = json.loads(sarif.render(_all_kinds()))
    kinds = {item["ruleId"]: item["suppressions"][0]["kind"] for item in log["runs"][0]["results"]}
    assert kinds == {"PUR005": "external", "SAF001": "inSource", "AUT004": "external"}
    if OFFICIAL:
        schema = json.loads(Path(OFFICIAL).read_text(encoding="utf-8"))
        jsonschema.validators.validator_for(schema)(schema).validate(log)
