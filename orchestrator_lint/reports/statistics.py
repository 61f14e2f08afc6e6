"""Report in, the number of findings of each rule out, the most frequent first."""

import json
from collections import Counter

from orchestrator_lint.judging import Report
from orchestrator_lint.problems import Card, Severity
from orchestrator_lint.repairing import plans
from orchestrator_lint.reports import words
from orchestrator_lint.reports.paint import Paint
from orchestrator_lint.reports.summary import closing

_PLAIN = Paint()


def render(report: Report, language: str = "en", paint: Paint = _PLAIN, width: int = 80, quiet: bool = False) -> str:
    """Write a line for each rule and severity, then what was read; `quiet` leaves out the latter."""
    rows = _counts(report)
    room = len(str(max((count for _, _, count in rows), default=0)))
    severities = {severity: text.to(language) for severity, text in words.SEVERITY.items()}
    wide = max(map(len, severities.values()))
    lines = [
        f"{count:>{room}}  {card.code}  {paint(severity.word, f'{severities[severity]:<{wide}}')}  {card.name}"
        for card, severity, count in rows
    ]
    if not quiet:
        lines += [*([""] if rows else []), *closing(report, plans(report).values(), language, paint, width)]
    return "".join(f"{line}\n" for line in lines)


def render_json(report: Report) -> str:
    """Write the same as a JSON list."""
    rows = [
        {"code": card.code, "rule": card.name, "severity": severity.word, "count": count}
        for card, severity, count in _counts(report)
    ]
    return json.dumps(rows, indent=2) + "\n"


def _counts(report: Report) -> list[tuple[Card, Severity, int]]:
    cards = {finding.card.code: finding.card for finding in report.findings}
    counts = Counter((finding.card.code, finding.severity) for finding in report.findings)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][0], -item[0][1]))
    return [(cards[code], severity, count) for (code, severity), count in ordered]
