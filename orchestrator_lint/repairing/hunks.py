"""A text and its edits in, the lines that change with their neighbours out."""

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from orchestrator_lint.repairing.edit import Edit, in_order, spliced

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_AROUND = 2  # lines shown before and after a change


def hunks(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, list[str]]]:
    """Give for each stretch of lines that edits of one file change its first line, and its lines with `-`, `+` or a space before."""
    starts = [found.start() for found in _LINE.finditer(text)] or [0]
    window: list[Edit] = []
    last = -1
    for edit in in_order(edits):
        first = _line_of(starts, edit.start) - _AROUND
        if window and first > last:
            yield _hunk(text, starts, window)
            window = []
        window.append(edit)
        last = _line_of(starts, edit.end) + _AROUND
    if window:
        yield _hunk(text, starts, window)


def _line_of(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _hunk(text: str, starts: Sequence[int], edits: Sequence[Edit]) -> tuple[int, list[str]]:
    first = max(0, _line_of(starts, edits[0].start) - _AROUND)
    last = _line_of(starts, max(edit.end for edit in edits)) + _AROUND
    begin, end = starts[first], starts[last + 1] if last + 1 < len(starts) else len(text)
    moved = [edit._replace(start=edit.start - begin, end=edit.end - begin) for edit in edits]
    old = text[begin:end]
    lines = list(difflib.unified_diff(_lines(old), _lines(spliced(old, moved)), n=len(old)))
    return first + 1, lines[3:]  # behind the names and the numbers


def _lines(text: str) -> list[str]:
    return [line.rstrip("\r\n") for line in _LINE.findall(text)]
