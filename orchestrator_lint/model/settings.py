"""What a run is asked with: the day it speaks for, and the thresholds of its rules."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from orchestrator_lint.problems import Threshold


class Settings(NamedTuple):
    """The day of the judgement, thresholds that differ from those on the cards of the rules, and the names of the rules.

    `as_of_from` says where the day came from: `option`, `policy` or `today`. `known_rules` leads from each code and each
    name of a rule, in lower case, to both (`OWN001 no-human-owner`); `unwaivable` does for those that no waiver can set
    aside. `words` holds terms of the organisation by the class of a word list (`vague_time`) or the code of a rule
    (`TXT001`); one that begins with a hyphen is a term of the shipped list that is switched off.
    """

    as_of: date
    as_of_from: str = "today"
    thresholds: Mapping[str, Any] = {}
    known_rules: Mapping[str, str] = {}
    unwaivable: Mapping[str, str] = {}
    words: Mapping[str, tuple[str, ...]] = {}

    def threshold(self, name: str, declared: Mapping[str, Threshold]) -> Any:
        """Give a threshold: what the run sets, else what the card of the rule declares."""
        return self.thresholds.get(name, declared[name].value)

    @property
    def own_words(self) -> tuple[tuple[str, str], ...]:
        """The terms of the organisation, each with its class or rule."""
        return tuple((key, term) for key in sorted(self.words) for term in self.words[key])
