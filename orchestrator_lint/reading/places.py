"""Where each value stands: offsets in, lines and columns out, only for what is asked."""

from bisect import bisect_right
from typing import NamedTuple

from orchestrator_lint.problems import Pointer, Spot
from orchestrator_lint.reading.lines import BREAK


class Span(NamedTuple):
    """The stretch (start, end) of a value's key or list item, and of the value itself.

    For what stands behind an alias or a merge key both are the place of use, and
    `defined` is where the value is written.
    """

    key: tuple[int, int]
    value: tuple[int, int]
    collection: bool
    defined: tuple[int, int] | None = None


class Spans(dict[Pointer, Span]):
    """The spans of one document, by path."""

    def find(self, pointer: Pointer, on_key: bool = False) -> tuple[tuple[int, int], tuple[int, int] | None]:
        """Give the stretch to point at, and the definition.

        It is the value, or its key if the value is a collection or empty; where nothing stands there, the nearest
        object around it.
        """
        while pointer and pointer not in self:
            pointer, on_key = pointer[:-1], False
        span = self.get(pointer)
        if span is None:
            return (0, 0), None
        on_key = on_key or span.collection or span.value[0] == span.value[1]
        return (span.key if on_key else span.value), span.defined


class Lines:
    """The line starts of a text; breaks are LF, CRLF and CR."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in BREAK.finditer(text))]

    def spot(self, path: str, start: int, end: int) -> Spot:
        """Give the stretch from offset `start` to `end` in lines and columns from 1."""
        line, column = self._at(start)
        end_line, end_column = self._at(max(start, end))
        return Spot(path, line, column, end_line, end_column)

    def _at(self, offset: int) -> tuple[int, int]:
        line = self.line(offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, offset: int) -> int:
        """Give the line, from 1, in which an offset stands."""
        return bisect_right(self.starts, offset)


def split_lines(text: str) -> list[str]:
    """Split at LF, CRLF and CR only, as an editor counts lines."""
    return BREAK.split(text)
