"""Findings that no waiver covers and that do not count all the same in, what comments allow and what a baseline holds out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.found import subject
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.said import Said
from orchestrator_lint.judging import Excepted, Finding


def comments(edition: Edition) -> tuple[Context, ...]:
    """Give the findings that comments in the policies allow; what ends first stands first."""
    found = sorted(_by("comment", edition.report.excepted), key=lambda pair: (pair[0].expires, pair[0].id))
    return tuple(
        {
            "code": finding.card.code,
            "subject": subject(finding),
            "says": finding.message(edition.language),
            "reason": Said(by.reason.to(edition.language)),
            "until": edition.words.day(by.expires) if by.expires is not None else "",
        }
        for by, finding in found
    )


def old_findings(edition: Edition) -> tuple[Context, ...]:
    """Give the rules of which a baseline holds findings: how many, and since when the oldest stands there."""
    by_code: dict[str, list[Excepted]] = defaultdict(list)
    titles: dict[str, str] = {}
    for by, finding in _by("baseline", edition.found.all):
        by_code[finding.card.code].append(by)
        titles[finding.card.code] = finding.card.title.to(edition.language)
    return tuple(
        {
            "code": code,
            "title": titles[code],
            "number": len(some),
            "since": edition.words.day(min(by.since for by in some if by.since is not None)),
        }
        for code, some in sorted(by_code.items())
    )


def _by(kind: str, findings: Sequence[Finding]) -> Iterator[tuple[Excepted, Finding]]:
    return (
        (finding.excepted, finding)
        for finding in findings
        if finding.excepted is not None and finding.excepted.kind == kind
    )
