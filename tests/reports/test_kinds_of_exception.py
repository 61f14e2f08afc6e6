"""Each kind of exception in the formats that have a place for it."""

import html
import json
from datetime import date
from typing import Any

import pytest

from orchestrator_lint.judging import Report
from orchestrator_lint.problems import Spot, Text
from orchestrator_lint.reports import concise, csv, github, gitlab, junit, markdown, sarif
from tests.judging.test_waivers import with_waiver


def with_exception(**changed: Any) -> Report:
    """A report on one finding that does not count, by an exception that differs in these."""
    report = with_waiver()
    (finding,) = report.excepted
    assert finding.excepted is not None
    return report._replace(excepted=(finding._replace(excepted=finding.excepted._replace(**changed)),))


@pytest.mark.parametrize(
    ("kind", "language", "words"),
    [
        ("comment", "en", "not counted (comment policies/a.yaml:3, until 2026-12-31): Because."),
        ("comment", "de", "nicht mitgezählt (Kommentar policies/a.yaml:3, bis 2026-12-31): Weil."),
    ],
)
def test_an_exception_that_nobody_approved_names_its_kind_and_end(kind: str, language: str, words: str) -> None:
    report = with_exception(kind=kind, id="policies/a.yaml:3", approved_by="", reason=Text("Because.", "Weil."))
    for form in (concise, gitlab, junit, markdown):
        assert words in html.unescape(form.render(report, language)), form.__name__


def old(**changed: Any) -> Report:
    place = Spot(".old.jsonl", 2, 1, 2, 1)
    return with_exception(
        kind="baseline", id="f1", place=place, approved_by="", expires=None, since=date(2026, 9, 9), **changed
    )


@pytest.mark.parametrize(
    ("language", "sentence", "each"),
    [
        ("en", "1 old finding does not count; it stands in .old.jsonl since 2026-09-09.", "not counted (baseline"),
        ("de", "1 Altbefund zählt nicht; er steht seit 2026-09-09 in .old.jsonl.", "nicht mitgezählt (Bestandsliste"),
    ],
)
def test_old_findings_are_counted_for_people_and_listed_for_programs(language: str, sentence: str, each: str) -> None:
    for form in (concise, github, markdown):
        written = html.unescape(form.render(old(), language)).replace("\\", "")
        assert sentence in written and each not in written, form.__name__
    for form in (gitlab, junit):
        assert f"{each} .old.jsonl, " in form.render(old(), language), form.__name__


def test_an_exception_without_end_and_reason_says_only_what_is_known() -> None:
    assert '"baseline","f1","","",""' in csv.render(old(reason=Text("", "")))


@pytest.mark.parametrize(("kind", "place"), [("waiver", "external"), ("comment", "inSource"), ("baseline", "external")])
def test_sarif_says_whether_the_exception_stands_in_the_file(kind: str, place: str) -> None:
    run = json.loads(sarif.render(with_exception(kind=kind)))["runs"][0]
    assert run["results"][0]["suppressions"][0]["kind"] == place
