"""A Report in, the same with only some of its findings out; what is left out is counted."""

from collections.abc import Callable

from orchestrator_lint.judging.rank import everywhere, ranked
from orchestrator_lint.judging.report import Finding, LeftOut, Report


def in_files(report: Report, files: frozenset[str], named: tuple[str, ...]) -> Report:
    """Leave in what stands in these files, or has one of its other places there; `named` is how the user named them."""

    def wanted(finding: Finding) -> bool:
        return any(place.path in files for place in (finding.location, *(near.location for near in finding.related)))

    return narrowed(report, wanted, "files", named)


def narrowed(report: Report, wanted: Callable[[Finding], bool], kind: str, named: tuple[str, ...]) -> Report:
    """Leave in the findings that are wanted, and what says that a file could not be read, wherever it is.

    What was read and what was not possible stays: all of it was checked. The ladder speaks for the whole workspace,
    so a part has none.
    """

    def kept(finding: Finding) -> bool:
        return wanted(finding) or (finding.card.is_fault and finding.location.path in report.unread)

    findings = tuple(filter(kept, report.findings))
    excepted = tuple(filter(kept, report.excepted))
    paths = {finding.location.path for finding in findings}
    left = LeftOut(kind, named, len(report.findings) - len(findings), len(report.excepted) - len(excepted))
    return report._replace(
        findings=findings,
        ranked=tuple(ranked(findings, report.counts.decisions)),
        everywhere=everywhere(findings, report.counts.decisions),
        excepted=excepted,
        lines={path: lines for path, lines in report.lines.items() if path in paths},
        rungs=(),
        left_out=(*report.left_out, left),
    )
