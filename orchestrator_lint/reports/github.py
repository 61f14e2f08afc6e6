"""Report in, workflow commands of GitHub Actions out: what becomes an annotation beside the line, and a log.

The runner reads `::error file=…,line=…::message` at the beginning of a line; a percent sign starts an escape.
"""

from collections import Counter
from collections.abc import Iterator

from orchestrator_lint.judging import Finding, Location, Report
from orchestrator_lint.problems import Severity, Text
from orchestrator_lint.reports.exceptions import not_counted, old_findings, one_by_one
from orchestrator_lint.reports.paint import one_line
from orchestrator_lint.reports.particulars import particulars
from orchestrator_lint.reports.summary import sentences
from orchestrator_lint.reports.wrapping import where

_KIND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
_SHOWN = 10  # annotations of one kind that GitHub shows of one step; what follows stands in the log only
_MORE = Text(
    "Beside the lines GitHub shows the first {count} errors, warnings and notices of a step each: here those that matter "
    "most. The log has all.",
    "Neben den Zeilen zeigt GitHub von jedem Schritt die ersten {count} Fehler, Warnungen und Hinweise: hier die "
    "wichtigsten. Im Protokoll stehen alle.",
)


def render(report: Report, language: str = "en") -> str:
    """Write a command for each finding, what matters most first, then plain lines: what does not count, the summary."""
    ranked = [report.findings[position] for position in report.ranked]
    commands = [_command(finding, report, language) for finding in ranked]
    plain = [one_line(line) for line in _plain(report, language)]
    return "".join(f"{line}\n" for line in (*commands, *plain))


def _command(finding: Finding, report: Report, language: str) -> str:
    lines = [finding.message(language), *particulars(finding, report, language)]
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding))
    return f"::{_KIND[finding.severity]} {properties}::{_data(lines)}"


def _properties(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "file", finding.location.path
    yield from ((name, str(value)) for name, value in _stretch(finding.location))
    yield "title", f"{finding.card.code} {finding.card.name}"


def _stretch(location: Location) -> Iterator[tuple[str, int]]:
    """The lines, and the columns where they stand in one line: GitHub takes columns only there."""
    yield "line", location.line
    yield "endLine", location.end_line
    if location.line == location.end_line:
        yield "col", location.column
        yield "endColumn", location.end_column


def _plain(report: Report, language: str) -> Iterator[str]:
    if any(number > _SHOWN for number in Counter(finding.severity for finding in report.findings).values()):
        yield _MORE.to(language).format(count=_SHOWN)
    for finding, by in one_by_one(report):
        head = f"{where(finding.location)}: {finding.card.code} {finding.card.name}"
        yield f"{head}: {not_counted(by, language)}"
    yield from old_findings(report, language)
    yield from (sentence for _, sentence in sentences(report, language))


def _data(lines: list[str]) -> str:
    return "%0A".join(one_line(line).replace("%", "%25") for line in lines)


def _property(value: str) -> str:
    return "".join(_ESCAPES.get(char, char) for char in value)
