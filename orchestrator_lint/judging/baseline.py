"""A baseline in, what it takes out of the count out, and what of it is still needed.

A baseline holds the findings that stood on the day it was made. It grants nothing: it says what is known and not mended
yet, so it takes rules in that nobody may waive. It only shrinks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from orchestrator_lint.judging.excepted import Excepted, Grants, Keyed, fingerprint, subject
from orchestrator_lint.judging.exception_faults import BASELINE_STALE, EXCEPTION_FAULTS
from orchestrator_lint.problems import Card, Problem, Spot, Text
from orchestrator_lint.rules import Raised

_KNOWN = Text(en="It stood when the baseline was made.", de="Er stand schon, als die Bestandsliste angelegt wurde.")
_STALE = Text(
    en="The baseline still holds `{rule}` at `{object}`, where it stands no more: it is mended, or another exception covers it. Take it out: `orchestrator-lint baseline update`.",
    de="Die Bestandsliste führt noch den Befund `{rule}` bei `{object}`, wo er nicht mehr besteht: Er ist behoben, oder eine andere Ausnahme deckt ihn. Nehmen Sie ihn heraus: `orchestrator-lint baseline update`.",
)
_STALE_FOR = Text(
    en="The baseline still holds `{rule}` at `{object}` for {decisions}, where it stands no more: it is mended, or another exception covers it. Take it out: `orchestrator-lint baseline update`.",
    de="Die Bestandsliste führt noch den Befund `{rule}` bei `{object}` für {decisions}, wo er nicht mehr besteht: Er ist behoben, oder eine andere Ausnahme deckt ihn. Nehmen Sie ihn heraus: `orchestrator-lint baseline update`.",
)


class Entry(NamedTuple):
    """One old finding: rule, object, fingerprint and what tells it from others there; the decisions that shared it.

    `line` is where it stands in the file, `since` the day on which it was taken in, `because` why, if anybody said.
    """

    code: str
    about: str
    fingerprint: str
    names: tuple[str, ...]
    decisions: tuple[str, ...]
    since: date
    because: str = ""
    line: int = 1


class Baseline(NamedTuple):
    """The entries of a baseline and the file they stand in. `covers_all`: whether this run reads all that it was made for.

    `later` are entries that were taken in after the day of the judgement: they hold nothing yet.
    """

    path: str
    entries: tuple[Entry, ...]
    covers_all: bool = True
    later: tuple[Entry, ...] = ()

    def on(self, day: date) -> "Baseline":
        """Give the baseline as it was on a day."""
        there = tuple(entry for entry in self.entries if entry.since <= day)
        return self._replace(entries=there, later=tuple(entry for entry in self.entries if entry.since > day))

    def granted(self) -> Grants:
        """Give the entry that knows a problem already, if there is one."""
        exact = {entry.fingerprint: entry for entry in self.entries}
        wider: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            if entry.names:
                wider.setdefault((entry.code, entry.about), []).append(entry)

        def entry_of(item: Keyed) -> Entry | None:
            if not may_be_old(item.card):
                return None
            return exact.get(item.fingerprint) or _partly_mended(item, wider)

        def whole(item: Keyed) -> Excepted | None:
            entry = None if item.problem.gathered else entry_of(item)
            return self._excepted(entry) if entry is not None else None

        def share(item: Keyed, name: str) -> Excepted | None:
            entry = entry_of(item)
            return self._excepted(entry) if entry is not None and name in entry.decisions else None

        return Grants(whole, share)

    def _excepted(self, entry: Entry) -> Excepted:
        reason = Text(entry.because, entry.because) if entry.because else _KNOWN
        place = Spot(self.path, entry.line, 1, entry.line, 1)
        return Excepted("baseline", entry.fingerprint, place, reason, since=entry.since)

    def needed(self, excepted: Iterable[tuple[Keyed, Excepted]]) -> dict[str, Entry]:
        """Give the entries that are still needed, by their fingerprints; one that is partly mended as what is left of it."""
        by_fingerprint = {entry.fingerprint: entry for entry in self.entries}
        return {by.id: _narrowed(by_fingerprint[by.id], item) for item, by in excepted if by.kind == "baseline"}

    def stale(self, needed: Mapping[str, Entry]) -> Iterator[Raised]:
        """State every entry, or part of one, that covers nothing."""
        for entry in self.entries:
            left = needed.get(entry.fingerprint)
            if left is None:
                yield self._stale(entry, ())
            elif gone := tuple(name for name in entry.decisions if name not in left.decisions):
                yield self._stale(entry, gone)

    def _stale(self, entry: Entry, decisions: tuple[str, ...]) -> Raised:
        spot = Spot(self.path, entry.line, 1, entry.line, 1)
        values = {"rule": entry.code, "object": entry.about, "decisions": decisions}
        text = _STALE_FOR if decisions else _STALE
        return Raised(BASELINE_STALE, Problem(spot, text, values, names=(entry.fingerprint, *decisions)))


def may_be_old(card: Card) -> bool:
    """Whether a baseline may hold findings of the rule: neither what cannot be read nor what is wrong with an exception."""
    return not card.is_fault and card.code not in EXCEPTION_FAULTS


def taken_in(known: Sequence[Entry], more: Iterable[Entry]) -> tuple[Entry, ...]:
    """Add entries; one that is known already grows by the decisions that joined it."""
    found: Mapping[str, Entry] = {entry.fingerprint: entry for entry in known}
    together = dict(found)
    for entry in more:
        before = found.get(entry.fingerprint)
        joined = {*entry.decisions, *(before.decisions if before else ())}
        together[entry.fingerprint] = entry._replace(decisions=tuple(sorted(joined)))
    return tuple(sorted(together.values(), key=_order))


def _partly_mended(item: Keyed, wider: Mapping[tuple[str, str], Sequence[Entry]]) -> Entry | None:
    """The entry of which this problem is what is left: same rule and object, and only some of what was wrong there."""
    names = set(item.problem.names)
    entries = wider.get((item.card.code, subject(item.problem)), ()) if names else ()
    return next((entry for entry in entries if names < set(entry.names)), None)


def _narrowed(entry: Entry, item: Keyed) -> Entry:
    """The entry as this problem needs it."""
    names = item.problem.names
    own = fingerprint(item) if names != entry.names else entry.fingerprint
    shared = item.problem.gathered
    decisions = tuple(name for name in entry.decisions if name in shared) if shared else entry.decisions
    return entry._replace(fingerprint=own, names=names, decisions=decisions)


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.code, entry.about, entry.fingerprint
