"""Findings in, their order by what matters out: weight first, and what tells decisions apart before what fires everywhere."""

from collections import Counter
from collections.abc import Sequence

from orchestrator_lint.judging.report import Finding

_EVERYWHERE = 0.5  # a rule that fires on more than this share of the decisions tells little apart
_FEW = 8  # below so many decisions a share means nothing


def ranked(findings: Sequence[Finding], decisions: int) -> list[int]:
    """Give the positions of the findings, the one that a good auditor would name first at the front."""
    fired = Counter(finding.card.code for finding in findings)
    common = {code for code, count in fired.items() if decisions >= _FEW and count > decisions * _EVERYWHERE}

    def key(position: int) -> tuple[object, ...]:
        finding = findings[position]
        unread = finding.card.code.startswith(("YML", "SHP"))
        return (
            not unread,
            -finding.severity,
            finding.calendar,
            finding.card.code in common,
            -finding.weight,
            -len(finding.decisions),
            position,
        )

    return sorted(range(len(findings)), key=key)
