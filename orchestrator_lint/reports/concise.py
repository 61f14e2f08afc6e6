"""Report in, one line for each finding out, as editors and `grep` read it."""

from collections.abc import Iterator

from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.reports import words
from orchestrator_lint.reports.exceptions import not_counted, old_findings, one_by_one
from orchestrator_lint.reports.paint import one_line
from orchestrator_lint.reports.summary import day, found, left_out, reservations
from orchestrator_lint.reports.wrapping import where


def render(report: Report, language: str = "en") -> str:
    """Write `path:line:column: severity[CODE] name: message` for each finding in the order of the files.

    What does not count follows, then what could not be checked, the day, and how much was found.
    """
    return "".join(f"{one_line(line)}\n" for line in _lines(report, language))


def _lines(report: Report, language: str) -> Iterator[str]:
    for finding in report.findings:
        yield f"{_head(finding, language)}: {finding.message(language)}"
    for finding, by in one_by_one(report):
        yield f"{_head(finding, language)}: {not_counted(by, language)}"
    yield from old_findings(report, language)
    yield from (sentence for _, sentence in (*reservations(report, language), *left_out(report, language)))
    yield f"{found(report, language)[1]} {day(report, language)}"


def _head(finding: Finding, language: str) -> str:
    severity = words.SEVERITY[finding.severity].to(language)
    return f"{where(finding.location)}: {severity}[{finding.card.code}] {finding.card.name}"
