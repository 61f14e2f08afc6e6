"""Each kind of exception in the formats that have a place for it."""

import html
import json
from typing import Any

import pytest

from orchestrator_lint.judging import Report
from orchestrator_lint.problems import Text
from orchestrator_lint.reports import concise, csv, gitlab, junit, markdown, sarif
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
        ("baseline", "en", "not counted (baseline policies/a.yaml:3, until 2026-12-31): Because."),
        ("comment", "de", "nicht mitgezählt (Kommentar policies/a.yaml:3, bis 2026-12-31): Weil."),
        ("baseline", "de", "nicht mitgezählt (Altbestand policies/a.yaml:3, bis 2026-12-31): Weil."),
    ],
)
def test_an_exception_that_nobody_approved_names_its_kind_and_end(kind: str, language: str, words: str) -> None:
    report = with_exception(kind=kind, id="policies/a.yaml:3", approved_by="", reason=Text("Because.", "Weil."))
    for form in (concise, gitlab, junit, markdown):
        assert words in html.unescape(form.render(report, language)), form.__name__


def test_an_exception_without_end_and_reason_says_only_what_is_known() -> None:
    report = with_exception(kind="baseline", id="", approved_by="", reason=Text("", ""), expires=None)
    assert "SAF001] no-stop: not counted (baseline)\n" in concise.render(report)
    assert '"baseline","","","",""' in csv.render(report)


@pytest.mark.parametrize(("kind", "place"), [("waiver", "external"), ("comment", "inSource"), ("baseline", "external")])
def test_sarif_says_whether_the_exception_stands_in_the_file(kind: str, place: str) -> None:
    run = json.loads(sarif.render(with_exception(kind=kind)))["runs"][0]
    assert run["results"][0]["suppressions"][0]["kind"] == place
