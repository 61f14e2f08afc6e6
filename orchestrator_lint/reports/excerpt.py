"""A location and the lines of its file in, the line with a caret below it out."""

import unicodedata
from collections.abc import Sequence

from orchestrator_lint.judging import Location
from orchestrator_lint.reports.paint import Paint, visible

_BEFORE = 24  # columns kept left of the caret where a line is too long


def excerpt(location: Location, lines: Sequence[str], width: int, paint: Paint, kind: str) -> list[str]:
    """Give three lines of at most `width` columns: a frame, the line, the caret under the stretch."""
    if not 0 < location.line <= len(lines):
        return []
    number = str(location.line)
    line = lines[location.line - 1]
    start = min(location.column - 1, len(line))
    end = min(location.end_column - 1, len(line)) if location.end_line == location.line else len(line)
    room = width - len(number) - 4
    cut = max(0, start - _BEFORE) if _columns(visible(line)) > room else 0
    before, marked = visible(line[cut:start]), visible(line[start : max(end, start)])
    shown = _fitted(("…" if cut else "") + before + marked + visible(line[max(end, start) :]), room)
    indent = _columns(before) + (1 if cut else 0)
    carets = max(1, min(_columns(marked), room - indent))
    margin = " " * len(number)
    return [
        paint("dim", f"{margin} |"),
        f"{paint('dim', f'{number} |')} {shown}".rstrip(),
        f"{paint('dim', f'{margin} |')} {' ' * indent}{paint(kind, '^' * carets)}",
    ]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes; wide letters of East Asia take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _fitted(text: str, room: int) -> str:
    if _columns(text) <= room:
        return text
    while _columns(text) > room - 1:
        text = text[:-1]
    return f"{text}…"
