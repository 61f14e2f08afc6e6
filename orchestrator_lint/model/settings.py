"""What a run is asked with: the day it speaks for, and the thresholds of its rules."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple


class Settings(NamedTuple):
    """The day of the judgement, and thresholds that differ from those on the cards of the rules.

    `as_of_from` says where the day came from: `option`, `policy` or `today`.
    """

    as_of: date
    as_of_from: str = "today"
    thresholds: Mapping[str, Any] = {}

    def threshold(self, name: str, declared: Mapping[str, Any]) -> Any:
        """Give a threshold: what the run sets, else what the card of the rule declares."""
        return self.thresholds.get(name, declared[name])
