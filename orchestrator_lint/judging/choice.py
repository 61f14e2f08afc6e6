"""A card in, whether it is asked for and how much it weighs out: profile, confidence, selection, severities."""

import os
import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from orchestrator_lint.language import nearest
from orchestrator_lint.problems import Card, Severity

PROFILES = ("starter", "standard", "assured")
CONFIDENCES = ("sure", "likely")
_UP = re.compile(r"(?:\.\./)*")


class PathChoice(NamedTuple):
    """What is different for the files that match one of the patterns; `*` stands for any characters, `/` too."""

    match: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}


class Choice(NamedTuple):
    """Which rules a run asks for, where they draw the line, and how much they weigh.

    Rules are named by code, by the letters of a code, by name or by framework. `select` names the only rules that are
    asked, whatever their rung; where it is empty, those of `profile` are. `strict_dates` lets a duty that does not
    apply yet weigh in full; without `exceptions` no waiver holds. `thresholds` differ from those on the cards, `words` are
    terms of the organisation for the rules on texts, as `Settings` has them.
    """

    profile: str = "standard"
    confidence: str = "likely"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    paths: tuple[PathChoice, ...] = ()
    strict_dates: bool = False
    exceptions: bool = True
    thresholds: Mapping[str, Any] = {}
    words: Mapping[str, tuple[str, ...]] = {}

    def asks_for(self, card: Card, path: str) -> bool:
        """Whether findings of the rule in the file `path` are wanted; what cannot be read always is."""
        if card.is_fault:
            return True
        if any(names(written, card) for written in (*self.ignore, *self._ignored_in(path))):
            return False
        if CONFIDENCES.index(card.confidence) > CONFIDENCES.index(self.confidence):
            return False
        if self.select:
            return any(names(written, card) for written in self.select)
        return card.life != "preview" and is_on(card, self.profile)

    def severity(self, card: Card, path: str) -> Severity:
        """How much the rule weighs in the file `path`: as the path says, else as is said for all, else its own."""
        chosen = [place.severities for place in self.paths if place_matches(place, path)]
        for severities in (*reversed(chosen), self.severities):
            named = [written for written in severities if names(written, card)]
            if named:
                return severities[max(named, key=len)]
        return card.severity

    def _ignored_in(self, path: str) -> tuple[str, ...]:
        return tuple(written for place in self.paths if place_matches(place, path) for written in place.ignore)


def names(written: str, card: Card) -> bool:
    """Whether a word of the configuration means the rule: its code, the letters of it, its name, or a framework."""
    word = written.lower()
    if word in (card.code.lower(), card.code[:3].lower(), card.name):
        return True
    return any(word == provision.split(" ")[0] for provision in card.provisions)


def nearest_rule(written: str, cards: Mapping[str, Card]) -> str | None:
    """Give the name or code of the rule that a misspelt word probably meant."""
    return nearest(written, [card.name for card in cards.values()]) or nearest(written.upper(), cards)


def is_on(card: Card, profile: str) -> bool:
    """Whether the rule belongs to this rung of the ladder or one below."""
    return PROFILES.index(card.profile) <= PROFILES.index(profile)


def place_matches(place: PathChoice, path: str) -> bool:
    """Whether a file is one of those that the patterns mean."""
    return any(_matches(pattern, path) for pattern in place.match)


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern means a file. One that begins with the way up to a folder speaks of paths as they are read from there."""
    folder = _UP.match(pattern)[0]  # type: ignore[index]
    seen = os.path.relpath(path, folder).replace(os.sep, "/") if folder and path else path
    return fnmatchcase(seen, pattern[len(folder) :])
