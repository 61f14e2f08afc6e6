"""What a run says, ready to be written in any format and either language."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from orchestrator_lint.frameworks import Applies
from orchestrator_lint.judging.baseline import Entry
from orchestrator_lint.judging.choice import Choice
from orchestrator_lint.judging.excepted import Excepted
from orchestrator_lint.model import Settings
from orchestrator_lint.problems import Card, Fix, Place, Severity, Spot, Text, said
from orchestrator_lint.reading import Pages


class Location(NamedTuple):
    """A stretch of a file, from 1, columns in characters.

    Where it stands behind an alias, `defined` is the line and column of the definition.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    defined: tuple[int, int] | None = None


class RelatedPlace(NamedTuple):
    """A second place, with a word on why it belongs here."""

    location: Location
    text: Text | None = None


class Finding(NamedTuple):
    """One statement about one cause.

    `about` is the address of the object concerned (for what inherits, the space), `decisions` are the decisions that
    share the cause, `weight` ranks by impact, 0 to 4. `provisions` say from when each applies; `ahead` is the duty that
    does not apply yet, or of which that is not settled. `names` tell it from others of its rule at the object.
    `excepted` is the exception by which the finding does not count. `objects` are the addresses of those in which its
    places stand. `fix` is a change that mends it.
    """

    card: Card
    location: Location
    text: Text
    values: Mapping[str, object]
    about: str
    decisions: tuple[str, ...]
    related: tuple[RelatedPlace, ...]
    fingerprint: str
    names: tuple[str, ...]
    calendar: bool
    weight: int
    severity: Severity
    provisions: tuple[Applies, ...]
    ahead: Applies | None = None
    excepted: Excepted | None = None
    objects: tuple[str, ...] = ()
    fix: Fix | None = None

    def message(self, language: str) -> str:
        """What is wrong and what to write instead, in `language`."""
        return said(self.text, self.values, language)


class NotPossible(NamedTuple):
    """Checks that a fault made impossible: how many, at which objects, and where the fault stands."""

    number: int
    codes: tuple[str, ...]
    subjects: tuple[str, ...]
    cause: Location | None


class Count(NamedTuple):
    """What was read."""

    files: int
    unread: int
    spaces: int
    decisions: int
    rules: int


class Rung(NamedTuple):
    """A rung of the ladder of profiles: how many findings of its rules stand, and of which rules."""

    profile: str
    open: int
    codes: tuple[str, ...]


class LeftOut(NamedTuple):
    """Findings, and exceptions, that a report does not show because only a part was asked for.

    `kind` is `files`, and `named` says which are shown, or `change`, and `named` says since which commit.
    """

    kind: str
    named: tuple[str, ...]
    findings: int
    excepted: int


class Run(NamedTuple):
    """How a run was asked, how it finds the line of a place, and what is known of every rule, by code.

    `pages` are the files as they were read; one is read again only for a place in it.
    """

    settings: Settings
    choice: Choice
    locate: Callable[[Place | Spot], Location]
    cards: Mapping[str, Card]
    pages: Pages


class Report(NamedTuple):
    """The result of a run.

    `findings` stand in the order of the files; `ranked` names them by position, what matters most first. `everywhere`
    are the codes of rules that fire on most decisions. `excepted` are findings that do not count. `rungs` is the ladder
    from the lowest up, of all rules whether they were asked for or not; empty where not everything could be checked, or
    only a part is reported. `left_out` says what a part does not show; `unread` are the files that could not be read, or
    not to the end. `baseline` is what of the baseline is still needed.
    """

    as_of: date
    as_of_from: str
    organisation: str
    frameworks: tuple[str, ...] | None
    counts: Count
    findings: tuple[Finding, ...]
    ranked: tuple[int, ...]
    not_possible: tuple[NotPossible, ...]
    lines: Mapping[str, tuple[str, ...]]
    run: Run
    everywhere: tuple[str, ...] = ()
    excepted: tuple[Finding, ...] = ()
    profile: str = "standard"
    rungs: tuple[Rung, ...] = ()
    strict_dates: bool = False
    baseline: tuple[Entry, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unread: frozenset[str] = frozenset()

    def number(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def blocks(self, fail_on: Severity, calendar_blocks: bool = True) -> bool:
        """Whether a finding at or above `fail_on` stands; those of the calendar count only where asked."""
        return any(
            finding.severity >= fail_on and (calendar_blocks or not finding.calendar) for finding in self.findings
        )
