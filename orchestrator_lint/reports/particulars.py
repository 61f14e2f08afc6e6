"""A finding in, what a report says of it besides its message, out: why it matters, provisions, days."""

from collections.abc import Iterator

from orchestrator_lint.frameworks.citing import ahead, cited
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.reports import words


def particulars(finding: Finding, report: Report, language: str) -> Iterator[str]:
    """Give a sentence each: why it matters, for which provisions it is evidence, what its days are."""
    yield f"{words.WHY.to(language)}: {finding.card.why.to(language)}"
    provisions = evidence(finding, report, language)
    if provisions:
        yield f"{words.EVIDENCE.to(language)}: {provisions}"
    if finding.ahead:
        yield ahead(finding.ahead, report.strict_dates, language)
    if finding.calendar:
        yield f"({words.CALENDAR.to(language)})"


def evidence(finding: Finding, report: Report, language: str) -> str:
    """Cite the provisions for which the finding is evidence, by commas; nothing where none is cited."""
    return ", ".join(cited(applies, report.as_of, language) for applies in finding.provisions)
