"""The text of a file in, the comments that speak to this tool out, each with the line that it speaks of."""

import contextlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from orchestrator_lint.reading.parser import Events
from orchestrator_lint.reading.places import Lines, split_lines

# a name like ours before a colon or a verb: what is misspelt must not be silence; nothing is read twice, however long
_ADDRESSED = re.compile(
    r"(?:^|(?<=[ \t\r\n]))#[ \t]*+(orch(?=[\w-]* ?l)[\w-]*+(?: l[\w-]*+)?)"
    r"(?:[ \t]*+:|[ \t]++(?=allow|ignore|disable|skip|suppress|waive))[ \t]*+([^\r\n]*+)",
    re.IGNORECASE,
)
_ONLY_COMMENT = re.compile(r"[ \t]*(?:#.*)?$")


class Comment(NamedTuple):
    """A comment by its offsets, the name by which it calls the tool, what it says, and the line (from 1) it speaks of.

    It speaks of the line on which it stands behind something, else of the next one that says something; 0 where
    none follows.
    """

    start: int
    end: int
    name: str
    said: str
    line: int


def comments(text: str) -> tuple[Comment, ...]:
    """Give the comments that speak to this tool; what stands inside a text of the policy is none."""
    found = list(_ADDRESSED.finditer(text))
    if not found:
        return ()
    texts, lines, places = _texts(text), split_lines(text), Lines(text)
    speaking = [number for number, line in enumerate(lines, 1) if _says(line)]
    return tuple(
        _comment(match, places.line(match.start()), lines, speaking)
        for match in found
        if not _is_inside(match.start(), texts)
    )


def _comment(match: re.Match[str], number: int, lines: list[str], speaking: list[int]) -> Comment:
    spoken = number
    if _ONLY_COMMENT.match(lines[number - 1]):
        position = bisect_right(speaking, number)
        spoken = speaking[position] if position < len(speaking) else 0
    return Comment(match.start(), match.end(), match[1], match[2].strip(), spoken)


def _says(line: str) -> bool:
    return _ONLY_COMMENT.match(line) is None and not line.startswith(("---", "..."))


def _texts(text: str) -> list[tuple[int, int]]:
    """The stretches of all keys and texts, in order, as far as the file can be read."""
    found: list[tuple[int, int]] = []
    with contextlib.suppress(yaml.YAMLError, UnicodeEncodeError):
        scalars: Iterator[Any] = (event for event in Events(text) if isinstance(event, yaml.ScalarEvent))
        for event in scalars:
            found += [_without_header((event.start_mark.index, event.end_mark.index), text)]
    return found


def _without_header(stretch: tuple[int, int], text: str) -> tuple[int, int]:
    """A block of text without the line of its `|` or `>`, on which a comment may stand."""
    start, end = stretch
    if text[start : start + 1] not in ("|", ">"):
        return stretch
    line = re.compile(r"[^\r\n]*").match(text, start)
    return (line.end() if line else start), end


def _is_inside(offset: int, stretches: list[tuple[int, int]]) -> bool:
    position = bisect_right(stretches, offset, key=lambda stretch: stretch[0]) - 1
    return position >= 0 and offset < stretches[position][1]
