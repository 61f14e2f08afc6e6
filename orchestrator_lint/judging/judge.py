"""Readings, shapes and the outcome of the rules in, the Report out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint.frameworks import Applies, applies_from
from orchestrator_lint.judging.baseline import Baseline
from orchestrator_lint.judging.causes import one_for_each_cause
from orchestrator_lint.judging.choice import PROFILES, Choice, is_on
from orchestrator_lint.judging.excepted import Excepted, Keyed, subject
from orchestrator_lint.judging.exceptions import Exceptions, without_exceptions
from orchestrator_lint.judging.locate import Locator
from orchestrator_lint.judging.rank import everywhere, ranked
from orchestrator_lint.judging.report import Count, Finding, Location, NotPossible, RelatedPlace, Report, Run, Rung
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Decision, Settings, Unknown, Workspace, impact_rank
from orchestrator_lint.problems import Card, Fill, Fix, Place, Pointer, Problem, Severity
from orchestrator_lint.reading import Reading
from orchestrator_lint.reading.places import split_lines
from orchestrator_lint.rules import Outcome, Raised, Unanswered


class Read(NamedTuple):
    """What was read: every file by path, and what reading and shape had to say."""

    readings: Mapping[str, Reading]
    raised: tuple[Raised, ...]


def judge(
    read: Read,
    workspace: Workspace,
    outcome: Outcome,
    settings: Settings,
    cards: Mapping[str, Card],
    choice: Choice,
    baseline: Baseline | None = None,
) -> Report:
    """Make the report: one finding a cause, each with its place, in the order of the files."""
    judge = _Judge(workspace, settings, choice, Locator(read.readings))
    raised = [*read.raised, *one_for_each_cause(outcome.raised)]
    if choice.exceptions:
        exceptions = Exceptions.of(workspace, judge.locator, settings, cards, baseline)
        complete = workspace.is_whole and not outcome.unanswered
        decided = exceptions.decide(raised, workspace, judge.locator, cards, complete)
    else:
        decided = without_exceptions(raised, judge.locator, settings, cards)
    findings = _in_order([judge.finding(item) for item in decided.standing if judge.is_asked(item)])
    excepted = _in_order([judge.finding(item, by) for item, by in decided.excepted if judge.is_asked(item)])
    known = [item for item, by in decided.excepted if by.kind == "baseline"]
    decisions = len(workspace.decisions)
    rules = sum(not card.is_fault and choice.asks_for(card, "") for card in cards.values())
    return Report(
        as_of=settings.as_of,
        as_of_from=settings.as_of_from,
        organisation=_name(workspace),
        frameworks=workspace.declared_frameworks,
        counts=_count(read, workspace, rules),
        findings=tuple(findings),
        ranked=tuple(ranked(findings, decisions)),
        not_possible=_not_possible(outcome.unanswered, judge.locator),
        lines=_lines(findings, read.readings),
        run=Run(settings, choice, judge.locator.locate, cards, judge.locator.pages),
        everywhere=everywhere(findings, decisions),
        excepted=tuple(excepted),
        profile=choice.profile,
        rungs=()
        if any(item.card.severity is Severity.ERROR for item in read.raised)
        or outcome.unanswered
        or not workspace.is_whole
        else _rungs([*decided.standing, *known], judge),
        strict_dates=choice.strict_dates,
        baseline=decided.needed,
        unread=frozenset(path for path, reading in read.readings.items() if reading.broken),
    )


class _Judge:
    """Turns problems into findings: places, weights, provisions and their days."""

    def __init__(self, workspace: Workspace, settings: Settings, choice: Choice, locator: Locator) -> None:
        self.workspace, self.settings, self.choice, self.locator = workspace, settings, choice, locator
        self.frameworks = workspace.frameworks

    def is_asked(self, item: Keyed) -> bool:
        return self.choice.asks_for(item.card, item.problem.place.path)

    def finding(self, item: Keyed, excepted: Excepted | None = None) -> Finding:
        card, problem, fingerprint = item
        decisions = self._decisions(problem)
        area = self._area(decisions)
        ahead = self._ahead(item)
        weight = self.choice.severity(card, problem.place.path)
        cited = (named for named in card.provisions if named.split(" ")[0] in self.frameworks)
        return Finding(
            card=card,
            location=self.locator.locate(problem.place),
            text=problem.text,
            values=problem.values,
            about=subject(problem),
            decisions=decisions,
            related=tuple(RelatedPlace(self.locator.locate(near.place), near.text) for near in problem.related),
            fingerprint=fingerprint,
            names=problem.names,
            calendar=problem.calendar,
            weight=max((_weight(name, self.workspace) for name in decisions), default=0),
            severity=Severity.NOTE if self._is_later(ahead) and not self.choice.strict_dates else weight,
            provisions=tuple(applies_from(named, area) for named in cited),
            ahead=ahead,
            excepted=excepted,
            objects=self._objects(problem),
            fix=_fix(card, problem),
        )

    def is_ahead(self, item: Keyed) -> bool:
        """Whether the problem concerns a duty that does not apply yet; until its day it is a note."""
        return self._is_later(self._ahead(item))

    def _is_later(self, applies: Applies | None) -> bool:
        return applies is not None and applies.is_ahead(self.settings.as_of)

    def _ahead(self, item: Keyed) -> Applies | None:
        """The duty of the problem, of the declared frameworks, where it does not apply yet or that is not settled."""
        duty = item.problem.duty or item.card.duty
        if not duty or duty.split(" ")[0] not in self.frameworks:
            return None
        applies = applies_from(duty, self._area(self._decisions(item.problem)))
        return applies if self._is_later(applies) or not applies.settled else None

    def _decisions(self, problem: Problem) -> tuple[str, ...]:
        named = {name for name in problem.about if _is_decision(name, self.workspace)}
        return tuple(sorted(set(problem.gathered) | named))

    def _objects(self, problem: Problem) -> tuple[str, ...]:
        places = (problem.place, *(near.place for near in problem.related))
        around = (self.workspace.noun_around(place.pointer) for place in places if isinstance(place, Place))
        return tuple(sorted({noun.address for noun in around if noun is not None}))

    def _area(self, decisions: Sequence[str]) -> str:
        """The area of law that the decisions share; nothing where they differ, or nobody can tell."""
        areas = {_area(name, self.workspace) for name in decisions}
        return areas.pop() if len(areas) == 1 else ""


def _rungs(standing: Sequence[Keyed], judge: _Judge) -> tuple[Rung, ...]:
    """Count for each rung what stands of its rules and of those below, apart from duties that do not apply yet."""
    now = [item.card for item in standing if not judge.is_ahead(item)]
    rungs = []
    for profile in PROFILES:
        cards = [card for card in now if is_on(card, profile)]
        rungs.append(Rung(profile, len(cards), tuple(sorted({card.code for card in cards}))))
    return tuple(rungs)


def with_old_findings(report: Report) -> Report:
    """Count what a baseline holds among what stands: it is known, and not mended."""
    old = [finding for finding in report.excepted if _is_old(finding)]
    if not old:
        return report
    standing = _in_order([*report.findings, *old])
    return report._replace(
        findings=tuple(standing),
        ranked=tuple(ranked(standing, report.counts.decisions)),
        everywhere=everywhere(standing, report.counts.decisions),
        excepted=tuple(finding for finding in report.excepted if not _is_old(finding)),
    )


def _is_old(finding: Finding) -> bool:
    return finding.excepted is not None and finding.excepted.kind == "baseline"


def _in_order(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.location[:3], finding.card.code, finding.fingerprint))


def _area(address: str, workspace: Workspace) -> str:
    try:
        decision = workspace.find("decisions", address)
        return str(decision.law.area.plain or "") if isinstance(decision, Decision) else ""
    except Unknown:
        return ""


def _fix(card: Card, problem: Problem) -> Fix | None:
    """What the problem offers, else the skeleton of its rule, laid where its first key stands on the way to the problem."""
    if problem.fix is not None or not card.fix or not isinstance(problem.place, Place):
        return problem.fix
    steps, key = problem.place.pointer, card.fix.partition(":")[0]
    depth = next((depth for depth, step in enumerate(steps) if step == key and _is_key(steps[:depth], key)), len(steps))
    return Fix(Fill(Place(problem.place.path, problem.place.document, steps[:depth]), card.fix), safe=False)


def _is_key(around: Pointer, key: str) -> bool:
    """Whether the language has such a key there; an id may be called like one."""
    node = policy_language().at(around)
    return node is not None and key in node.keys


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
