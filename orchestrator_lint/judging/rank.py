"""Findings in, their order by what matters out: weight first, and what tells decisions apart before what fires everywhere."""

from collections import defaultdict
from collections.abc import Sequence

from orchestrator_lint.judging.report import Finding

_EVERYWHERE = 0.5  # a rule that fires on more than this share of the decisions tells little apart
_FEW = 8  # below so many decisions a share means nothing


def ranked(findings: Sequence[Finding], decisions: int) -> list[int]:
    """Give the positions of the findings, the one that a good auditor would name first at the front."""
    common = everywhere(findings, decisions)

    def key(position: int) -> tuple[object, ...]:
        finding = findings[position]
        return (
            not finding.card.is_fault,
            -finding.severity,
            finding.calendar,
            finding.card.code in common,
            -finding.weight,
            -len(finding.decisions),
            position,
        )

    return sorted(range(len(findings)), key=key)


def everywhere(findings: Sequence[Finding], decisions: int) -> tuple[str, ...]:
    """Give the codes of the rules that fire on most of the decisions: they tell little apart."""
    if decisions < _FEW:
        return ()
    fired: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        fired[finding.card.code].update(finding.decisions)
    return tuple(sorted(code for code, names in fired.items() if len(names) > decisions * _EVERYWHERE))
