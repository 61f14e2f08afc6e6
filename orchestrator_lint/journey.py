"""Sources in, Report out: the whole way on one screen. The only file that joins rooms."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from orchestrator_lint.judging import EXCEPTION_FAULTS, Baseline, Choice, Finding, Location, Read, Report, judge
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Rule, Settings, Unknown, Workspace
from orchestrator_lint.network import Network
from orchestrator_lint.problems import Card
from orchestrator_lint.reading import FAULTS, Reading, encode, read
from orchestrator_lint.repairing import mended
from orchestrator_lint.rules import Raised, run_rules
from orchestrator_lint.rules.index import all_rules
from orchestrator_lint.shape import SHAPE_FAULTS, Shaped, check_shape
from orchestrator_lint.sources import Source

if TYPE_CHECKING:
    from orchestrator_lint.house_rules import Example, HouseRule

_ALL = Choice(profile="assured")
_EXAMPLE_DAY = date(2026, 11, 1)  # examples name their days
_ROUNDS = 20  # of fixes; those that stand in each other's way need one each


class Checked(NamedTuple):
    """A workspace with the report on it; both together make the documents."""

    workspace: Workspace
    report: Report


def check(
    sources: Sequence[Source],
    today: date,
    as_of: date | None = None,
    progress: Callable[[int, int], None] | None = None,
    choice: Choice = _ALL,
    baseline: Baseline | None = None,
    own: Sequence[Rule] = (),
) -> Checked:
    """Read, check and judge a workspace. The day is `as_of`, else the policy's, else `today`.

    `progress` hears how many of how many files are done; `choice` says which rules are asked for, and how; `baseline` holds
    findings that are known already; `own` are rules of the organisation.
    """
    language = policy_language()
    readings: dict[str, Reading] = {}
    shaped: list[Shaped] = []
    for done, source in enumerate(sources, 1):
        readings[source.path] = read(source, language.sections)
        shaped += [check_shape(document, language) for document in readings[source.path].documents]
        if progress is not None:
            progress(done, len(sources))
    said = [problem for reading in readings.values() for problem in reading.problems]
    said += [problem for shape in shaped for problem in shape.problems]
    known = cards(own)
    raised = tuple(Raised(known[code], problem) for code, problem in said)

    unread = [reading.unread for reading in readings.values() if reading.broken]
    workspace = Workspace([shape.document for shape in shaped], language, unread)
    settings = _settings(_day(workspace, today, as_of), choice, known.values())
    outcome = run_rules([*all_rules(), *own], workspace, Network(workspace), settings)
    return Checked(workspace, judge(Read(readings, raised), workspace, outcome, settings, known, choice, baseline))


class Repaired(NamedTuple):
    """The report on a workspace after its fixes, and its files as they are then; those that changed differ from what was given.

    `fixed` are the findings that are gone, `dropped` those of which the fix would have changed something else.
    """

    report: Report
    sources: tuple[Source, ...]
    fixed: tuple[Finding, ...]
    dropped: tuple[Finding, ...]


def repair(
    sources: Sequence[Source],
    judged: Callable[[Sequence[Source]], Report],
    unsafe: bool,
    locked: frozenset[str] = frozenset(),
) -> Repaired:
    """Carry out fixes round by round, until none is left; `judged` checks the files anew after each.

    Nothing is written. Fixes that need a person are carried out only where `unsafe` asks for them; files that are
    `locked` stay as they are.
    """
    now, report = tuple(sources), judged(sources)
    fixed: dict[str, Finding] = {}
    dropped: dict[str, Finding] = {}
    for _ in range(_ROUNDS):
        done = mended(report, unsafe, frozenset(dropped), locked)
        dropped |= {finding.fingerprint: finding for finding in done.dropped}
        if not done.texts:
            break
        fixed |= {finding.fingerprint: finding for finding in done.fixed}
        now = tuple(
            source._replace(data=encode(done.texts[source.path], source.data)) if source.path in done.texts else source
            for source in now
        )
        report = judged(now)
    left = {finding.fingerprint for finding in report.findings}
    gone = tuple(finding for name, finding in fixed.items() if name not in left)
    return Repaired(report, now, gone, tuple(finding for name, finding in dropped.items() if name in left))


def tried(house: "HouseRule") -> list[str]:
    """Run the examples of a rule of the organisation; give what does not hold in words, with file and line."""
    return [
        f"{example.origin}: {example.name}: {fault}"
        for example in house.examples
        for fault in _faults_of(example, house.rule)
    ]


def _faults_of(example: "Example", rule: Rule) -> Iterator[str]:
    workspace, report = check([Source("example.yaml", example.text.encode())], _EXAMPLE_DAY, _EXAMPLE_DAY, own=(rule,))
    broken = next((found for found in report.findings if found.card.is_fault), None)
    found = [finding for finding in report.findings if finding.card.code == rule.code]
    if broken is not None:
        yield f"{_spot(broken.location, example)}: {broken.message('en')}"
    elif any(rule.code in item.codes for item in report.not_possible):
        yield "the rule could not judge it: something that it names is not there, or cannot be read"
    elif example.at:
        yield from _missed(example, found, workspace, report)
    else:
        yield from (f"found at {_spot(one.location, example)}: {one.message('en')}" for one in found)


def _missed(example: "Example", found: Sequence[Finding], workspace: Workspace, report: Report) -> Iterator[str]:
    """Say why the one finding that is wanted is not there, or not where it is wanted."""
    from orchestrator_lint.house_rules import missing_step

    (document, *_), at = workspace.documents, example.at
    missing = missing_step(example.pointer, document.data, policy_language())
    wanted = report.run.locate(document.place(example.pointer))
    where = [_spot(one.location, example) for one in found]
    if missing is not None:
        yield f"at: {at}: the example has no `{missing}` there{f'; found at {where[0]}' if where else ''}"
    elif len(found) != 1:
        times = f"found {len(found)} times ({'; '.join(where)})" if found else "nothing found"
        yield f"{times}, and once is wanted, at {at} ({_spot(wanted, example)})"
    elif (found[0].location.line, found[0].location.column) != (wanted.line, wanted.column):
        yield f"found at {where[0]}, and {at} is {_spot(wanted, example)}"


def _spot(location: Location, example: "Example") -> str:
    return f"line {example.line(location.line)}, column {location.column}"


def cards(own: Iterable[Rule] = ()) -> dict[str, Card]:
    """The cards of everything that can be found: faults of reading and shape, all rules, and `own` ones, by code."""
    return {**FAULTS, **SHAPE_FAULTS, **EXCEPTION_FAULTS, **{rule.code: rule.card for rule in (*all_rules(), *own)}}


def _settings(day: tuple[date, str], choice: Choice, known: Iterable[Card]) -> Settings:
    by_word = {word: card for card in known for word in (card.code.lower(), card.name)}
    names = {word: f"{card.code} {card.name}" for word, card in by_word.items()}
    unwaivable = {word: names[word] for word, card in by_word.items() if not card.waivable}
    return Settings(*day, choice.thresholds, names, unwaivable, choice.words)


def _day(workspace: Workspace, today: date, as_of: date | None) -> tuple[date, str]:
    """The day that is judged, and where it came from."""
    if as_of is not None:
        return as_of, "option"
    try:
        organisation = workspace.organisation
        pinned = organisation.as_of.day if organisation is not None else None
    except Unknown:
        pinned = None
    return (today, "today") if pinned is None else (pinned, "policy")
