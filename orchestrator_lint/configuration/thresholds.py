"""A threshold as somebody wrote it in, its value out; and whether it is looser than another."""

import re
from math import isfinite
from typing import Any

from orchestrator_lint.model import Duration
from orchestrator_lint.problems import Threshold

_DURATION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})? (?:minute|hour|day|week|month|year)s?")
_SIDES = {"lower": "or less", "higher": "or more", "more": "and what you like besides", "fewer": "or fewer of these"}


def read_threshold(declared: Threshold, written: Any) -> Any:
    """Read a threshold in the kind that the rule declares: a duration, a number or a list of words.

    Raises ValueError or TypeError where it is of another kind.
    """
    if isinstance(declared.value, list):
        if not isinstance(written, list):
            raise TypeError
        return tuple(written)
    if isinstance(declared.value, str):
        if not _DURATION.fullmatch(str(written)):
            raise ValueError
        return str(written)
    number = float(written)
    if not isfinite(number) or number < 0:
        raise ValueError
    return int(number) if number.is_integer() else number


def is_looser(value: Any, floor: Any, stricter: str) -> bool:
    """Whether `value` asks less than `floor`, or may on some day; `stricter` as in `Threshold`."""
    if stricter == "more":
        return not set(value) >= set(floor)
    if stricter == "fewer":  # where none is named, any will do
        return bool(floor) and not (value and set(value) <= set(floor))
    small, large = (value, floor) if stricter == "lower" else (floor, value)
    if isinstance(value, str):
        return not Duration.parse(small).is_within(Duration.parse(large))
    return bool(small > large)


def as_written(value: Any) -> str:
    """Write a threshold as a configuration does."""
    return f"[{', '.join(map(str, value))}]" if isinstance(value, (tuple, list)) else str(value)


def at_least(floor: Any, stricter: str) -> str:
    """Say what is as strict as `floor`."""
    unit = ", in the same unit" if isinstance(floor, str) else ""
    return f"`{as_written(floor)}` {_SIDES[stricter]}{unit}"
