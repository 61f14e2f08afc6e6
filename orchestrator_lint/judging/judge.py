"""Readings, shapes and the outcome of the rules in, the Report out."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint.judging.causes import one_for_each_cause
from orchestrator_lint.judging.locate import Locator
from orchestrator_lint.judging.rank import ranked
from orchestrator_lint.judging.report import Count, Finding, Location, NotPossible, RelatedPlace, Report
from orchestrator_lint.model import Decision, Settings, Unknown, Workspace, impact_rank
from orchestrator_lint.reading import Reading
from orchestrator_lint.reading.places import split_lines
from orchestrator_lint.rules import Outcome, Raised, Unanswered


class Read(NamedTuple):
    """What was read: every file by path, and what reading and shape had to say."""

    readings: Mapping[str, Reading]
    raised: tuple[Raised, ...]


def judge(read: Read, workspace: Workspace, outcome: Outcome, settings: Settings, rules: int) -> Report:
    """Make the report: one finding a cause, each with its place, in the order of the files."""
    locator = Locator(read.readings)
    frameworks = workspace.declared_frameworks
    causes = [*read.raised, *one_for_each_cause(outcome.raised)]
    findings = _told_apart([_finding(item, locator, workspace, frameworks) for item in causes])
    findings.sort(key=lambda finding: (finding.location[:3], finding.card.code, finding.fingerprint))
    return Report(
        as_of=settings.as_of,
        as_of_from=settings.as_of_from,
        organisation=_name(workspace),
        frameworks=frameworks,
        counts=_count(read, workspace, rules),
        findings=tuple(findings),
        ranked=tuple(ranked(findings, len(workspace.decisions))),
        not_possible=_not_possible(outcome.unanswered, locator),
        lines=_lines(findings, read.readings),
    )


def _finding(item: Raised, locator: Locator, workspace: Workspace, frameworks: tuple[str, ...] | None) -> Finding:
    card, problem = item
    about = problem.about[0] if problem.about else "organisation"
    decisions = tuple(sorted(set(problem.gathered) | {name for name in problem.about if _is_decision(name, workspace)}))
    related = [RelatedPlace(locator.locate(near.place), near.text) for near in problem.related]
    return Finding(
        card=card,
        location=locator.locate(problem.place),
        text=problem.text,
        values=problem.values,
        about=about,
        decisions=decisions,
        related=tuple(related),
        fingerprint=_fingerprint(card.code, about, problem.names),
        calendar=problem.calendar,
        weight=max((_weight(name, workspace) for name in decisions), default=0),
        severity=card.severity,
        provisions=tuple(named for named in card.provisions if named.split(" ")[0] in (frameworks or ())),
    )


def _fingerprint(code: str, about: str, names: Sequence[str]) -> str:
    """A name for the finding that survives moved lines, another language and reworded messages."""
    return hashlib.sha256("\0".join((code, about, *names)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _told_apart(findings: list[Finding]) -> list[Finding]:
    """Number findings that would share a fingerprint, in the order of the file."""
    seen: Counter[str] = Counter()
    told = []
    for finding in sorted(findings, key=lambda finding: (finding.fingerprint, finding.location[:3])):
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        told.append(finding if number == 1 else finding._replace(fingerprint=f"{finding.fingerprint}-{number}"))
    return told


def _is_decision(name: str, workspace: Workspace) -> bool:
    try:
        return workspace.find("decisions", name) is not None
    except Unknown:
        return False


def _weight(address: str, workspace: Workspace) -> int:
    try:
        decision = workspace.find("decisions", address)
        level = decision.impact_level if isinstance(decision, Decision) else None
        return impact_rank(level) if level else 2
    except Unknown:
        return 2


def _name(workspace: Workspace) -> str:
    try:
        organisation = workspace.organisation
        return organisation.said_name if organisation is not None else ""
    except Unknown:
        return ""


def _count(read: Read, workspace: Workspace, rules: int) -> Count:
    unread = sum(reading.broken for reading in read.readings.values())
    files = sum(bool(reading.documents) for reading in read.readings.values())
    return Count(files, unread, len(list(workspace.spaces)), len(workspace.decisions), rules)


def _not_possible(unanswered: Sequence[Unanswered], locator: Locator) -> tuple[NotPossible, ...]:
    by_cause: dict[Location | None, list[Unanswered]] = defaultdict(list)
    for item in unanswered:
        by_cause[locator.locate(item.cause) if item.cause is not None else None].append(item)
    grouped = [
        NotPossible(
            len(items),
            tuple(sorted({item.code for item in items})),
            tuple(sorted({item.subject for item in items})),
            cause,
        )
        for cause, items in by_cause.items()
    ]
    return tuple(sorted(grouped, key=lambda item: (item.cause is None, item.cause[:3] if item.cause else ())))


def _lines(findings: Sequence[Finding], readings: Mapping[str, Reading]) -> dict[str, tuple[str, ...]]:
    """The lines of the files that excerpts are cut from."""
    paths = {finding.location.path for finding in findings}
    return {path: tuple(split_lines(readings[path].text or "")) for path in sorted(paths) if path in readings}
