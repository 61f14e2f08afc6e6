"""Report in, JSON for Code Quality of GitLab out: what a merge request shows beside its changes.

GitLab takes a part of the format of Code Climate: description, check_name, fingerprint, severity, location. It compares
fingerprints of two branches, and shows no more than these; `content` is for other readers of the format.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from orchestrator_lint.judging import Finding, NotPossible, Report
from orchestrator_lint.problems import Severity, Text
from orchestrator_lint.reports.exceptions import not_counted
from orchestrator_lint.reports.paint import one_line
from orchestrator_lint.reports.particulars import particulars
from orchestrator_lint.reports.summary import day, not_possible

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}
_NOT_POSSIBLE = "checks-not-possible"
_RULES = Text("Rules: {codes}.", "Regeln: {codes}.")


def render(report: Report, language: str = "en") -> str:
    """Write a list of issues: findings, what does not count as `info`, and where checks were not possible.

    What cannot be read is a `blocker`. Paths are relative to the folder of the run, which is to be the top of the repository.
    """
    issues = [_issue(finding, report, language) for finding in (*report.findings, *report.excepted)]
    issues += [_unchecked(item, report, language) for item in report.not_possible if item.cause]
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"


def _issue(finding: Finding, report: Report, language: str) -> dict[str, Any]:
    message = finding.message(language)
    severity = "blocker" if finding.card.is_fault else _SEVERITY[finding.severity]
    if finding.excepted is not None:
        message, severity = f"{not_counted(finding.excepted, language)} – {message}", "info"
    return _entry(
        description=message,
        check=f"{finding.card.code} {finding.card.name}",
        fingerprint=finding.fingerprint,
        severity=severity,
        place=(finding.location.path, finding.location.line, finding.location.end_line),
        body=[*particulars(finding, report, language), day(report, language)],
    )


def _unchecked(item: NotPossible, report: Report, language: str) -> dict[str, Any]:
    path, line = (item.cause.path, item.cause.line) if item.cause else ("", 0)
    named = "\0".join((_NOT_POSSIBLE, path, *item.codes, *item.subjects))
    return _entry(
        description=not_possible(item, language),
        check=_NOT_POSSIBLE,
        fingerprint=hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        severity="major",
        place=(path, line, line),
        body=[_RULES.to(language).format(codes=", ".join(item.codes)), day(report, language)],
    )


def _entry(
    *, description: str, check: str, fingerprint: str, severity: str, place: tuple[str, int, int], body: Sequence[str]
) -> dict[str, Any]:
    path, line, end_line = place
    return {
        "type": "issue",
        "check_name": check,
        "description": one_line(description),
        "content": {"body": "\n\n".join(one_line(line) for line in body)},
        "categories": ["Bug Risk"],
        "severity": severity,
        "fingerprint": fingerprint,
        "location": {"path": path, "lines": {"begin": line, "end": end_line}},
    }
