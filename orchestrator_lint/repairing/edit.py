"""Edits and a text in, the text with only the edited stretches changed out."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class NotPossible(Exception):
    """A change that has no edit, or none that is certain."""


class Edit(NamedTuple):
    """The stretch of the file `path` from offset `start` to `end` becomes `text`. Offsets count characters behind a byte order mark."""

    path: str
    start: int
    end: int
    text: str


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits of one file by their place; those at the same place stay in the order given."""
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def collide(edits: Sequence[Edit]) -> bool:
    """Whether two edits of one file want the same stretch, or the same point of it."""
    return any(one.end > other.start or one.start == other.start for one, other in pairwise(in_order(edits)))


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that do not overlap."""
    parts, at = [], 0
    for edit in in_order(edits):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
