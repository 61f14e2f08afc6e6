"""An exception in, the words for it out: its kind and name, who approved it, until when."""

from collections.abc import Iterator

from orchestrator_lint.judging import Excepted, Finding, Report
from orchestrator_lint.problems import Text
from orchestrator_lint.reports import words
from orchestrator_lint.reports.paint import Paint
from orchestrator_lint.reports.wrapping import where, wrapped

_KIND = {
    "waiver": Text("waiver", "Ausnahme"),
    "comment": Text("comment", "Kommentar"),
    "baseline": Text("baseline", "Bestandsliste"),
}
_APPROVED = Text("approved by {role}", "bewilligt von {role}")
_UNTIL = Text("until {day}", "bis {day}")
_SINCE = Text("since {day}", "seit {day}")
_NOT_COUNTED = Text("not counted", "nicht mitgezählt")


def kind(excepted: Excepted, language: str) -> str:
    """Write what sort of exception it is."""
    return _KIND[excepted.kind].to(language)


def named(excepted: Excepted, language: str) -> str:
    """Write `waiver w-1, approved by ai-officer, until 2026-12-31`; what is not known is left out."""
    named = excepted.place.path if excepted.kind == "baseline" else excepted.id
    parts = [f"{kind(excepted, language)} {named}".strip()]
    if excepted.approved_by:
        parts.append(_APPROVED.to(language).format(role=excepted.approved_by))
    if excepted.expires:
        parts.append(_UNTIL.to(language).format(day=excepted.expires.isoformat()))
    if excepted.since:
        parts.append(_SINCE.to(language).format(day=excepted.since.isoformat()))
    return ", ".join(parts)


def not_counted(excepted: Excepted, language: str) -> str:
    """Say that a finding is not counted, by which exception, and for which reason."""
    reason = excepted.reason.to(language)
    text = f"{_NOT_COUNTED.to(language)} ({named(excepted, language)})"
    return f"{text}: {reason}" if reason else text


def excepted_lines(report: Report, language: str, paint: Paint, width: int) -> Iterator[str]:
    """Name every finding that a waiver or a comment covers, with what accounts for it; those of the baseline are counted."""
    each = one_by_one(report)
    if each:
        yield paint("strong", words.counted(words.EXCEPTED, len(each), language))
        for finding, by in each:
            yield from wrapped(_said(finding, by, language), "  ", width)
    for sentence in old_findings(report, language):
        yield from wrapped(sentence, "", width)


def one_by_one(report: Report) -> list[tuple[Finding, Excepted]]:
    """Give the findings that a waiver or a comment covers."""
    found = [(finding, finding.excepted) for finding in report.excepted if finding.excepted is not None]
    return [(finding, by) for finding, by in found if by.kind != "baseline"]


def old_findings(report: Report, language: str) -> Iterator[str]:
    """Count the findings that the baseline holds, in one sentence, for people who would not read a thousand of them."""
    by = [finding.excepted for finding in report.excepted if finding.excepted is not None]
    old = [excepted for excepted in by if excepted.kind == "baseline"]
    if old:
        since = min(excepted.since for excepted in old if excepted.since is not None)
        said = words.counted(words.OLD, len(old), language)
        yield said.format(path=old[0].place.path, day=since.isoformat())


def _said(finding: Finding, by: Excepted, language: str) -> str:
    """A waiver has its reason in the policies; that of a comment is said here."""
    reason = f": {by.reason.to(language)}" if by.kind == "comment" else "."
    return f"{finding.card.code} {finding.card.name}, {where(finding.location)}: {named(by, language)}{reason}"
