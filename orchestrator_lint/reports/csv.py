"""Report in, CSV out (RFC 4180), for auditors who work in a spreadsheet: one row for each finding, and for what is not one."""

import csv
import io
import re
from collections.abc import Iterator

from orchestrator_lint.judging import Finding, NotPossible, Report
from orchestrator_lint.problems import Text
from orchestrator_lint.reports import exceptions, words
from orchestrator_lint.reports.paint import one_line
from orchestrator_lint.reports.particulars import evidence
from orchestrator_lint.reports.summary import not_possible, sentences

_BOM = "\ufeff"  # Excel takes a file without it for one of the old code pages of its country
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")  # the last four are the wide forms of East Asia
_COLUMNS = {
    "row": Text("row", "Zeile"),
    "rank": Text("rank", "Rang"),
    "severity": Text("severity", "Gewicht"),
    "code": Text("code", "Kürzel"),
    "rule": Text("rule", "Regel"),
    "about": Text("about", "betrifft"),
    "decisions": Text("decisions", "Entscheidungen"),
    "message": Text("finding", "Befund"),
    "why": Text("why it matters", "warum es zählt"),
    "provisions": Text("evidence for", "Beleg zu"),
    "by_calendar": Text("only because time has passed", "nur weil Zeit vergangen ist"),
    "file": Text("file", "Datei"),
    "line": Text("line", "Zeilennummer"),
    "column": Text("column", "Spalte"),
    "exception": Text("exception", "Ausnahme"),
    "exception_id": Text("name of the exception", "Name der Ausnahme"),
    "reason": Text("reason", "Grund"),
    "approved_by": Text("approved by", "bewilligt von"),
    "expires": Text("expires", "läuft ab"),
    "fingerprint": Text("fingerprint", "Fingerabdruck"),
    "as_of": Text("as of", "Stand"),
    "as_of_from": Text("day taken from", "Tag aus"),
}
_FINDING = Text("finding", "Befund")
_EXCEPTED = Text("not counted", "nicht mitgezählt")
_NOT_POSSIBLE = Text("not possible", "nicht möglich")
_SUMMARY = Text("summary", "Zusammenfassung")
_ORIGIN = {**words.ORIGIN, "option": Text("option --as-of", "Option --as-of")}
_YES, _NO = Text("yes", "ja"), Text("no", "nein")


def render(report: Report, language: str = "en") -> str:
    """Write findings in the order of the files, what does not count, checks that were not possible, and the summary.

    The first column says which of these a row is. Every row has the day. A text that a spreadsheet would take for a formula
    begins with an apostrophe.
    """
    written = io.StringIO()
    rows = csv.DictWriter(written, list(_COLUMNS), restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow({key: heading.to(language) for key, heading in _COLUMNS.items()})
    day = {"as_of": report.as_of.isoformat(), "as_of_from": _ORIGIN[report.as_of_from].to(language)}
    for row in _rows(report, language):
        rows.writerow({key: _cell(str(value)) for key, value in {**row, **day}.items()})
    return _BOM + written.getvalue()


def _rows(report: Report, language: str) -> Iterator[dict[str, object]]:
    ranks = {position: rank for rank, position in enumerate(report.ranked, 1)}
    for position, finding in enumerate(report.findings):
        yield {"row": _FINDING.to(language), "rank": ranks[position], **_finding(finding, report, language)}
    for finding in report.excepted:
        yield {"row": _EXCEPTED.to(language), **_finding(finding, report, language), **_exception(finding, language)}
    for item in report.not_possible:
        yield {"row": _NOT_POSSIBLE.to(language), **_unchecked(item, language)}
    for _, sentence in sentences(report, language):
        yield {"row": _SUMMARY.to(language), "message": sentence}


def _finding(finding: Finding, report: Report, language: str) -> dict[str, object]:
    return {
        "severity": words.SEVERITY[finding.severity].to(language),
        "code": finding.card.code,
        "rule": finding.card.name,
        "about": finding.about,
        "decisions": ", ".join(finding.decisions),
        "message": finding.message(language),
        "why": finding.card.why.to(language),
        "provisions": evidence(finding, report, language),
        "by_calendar": (_YES if finding.calendar else _NO).to(language),
        "file": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "fingerprint": finding.fingerprint,
    }


def _exception(finding: Finding, language: str) -> dict[str, object]:
    excepted = finding.excepted
    if excepted is None:
        return {}
    return {
        "exception": exceptions.kind(excepted, language),
        "exception_id": excepted.id,
        "reason": excepted.reason.to(language),
        "approved_by": excepted.approved_by,
        "expires": excepted.expires.isoformat() if excepted.expires else "",
    }


def _unchecked(item: NotPossible, language: str) -> dict[str, object]:
    place = {"file": item.cause.path, "line": item.cause.line, "column": item.cause.column} if item.cause else {}
    return {
        "code": ", ".join(item.codes),
        "about": ", ".join(item.subjects),
        "message": not_possible(item, language),
        **place,
    }


def _cell(value: str) -> str:
    text = one_line(value)
    return f"'{text}" if _FORMULA.match(text) else text
