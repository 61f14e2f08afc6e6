"""Where something stands: by its path through the data, or by line and column."""

from typing import NamedTuple

Pointer = tuple[str | int, ...]


class Place(NamedTuple):
    """A value of a document, by file, number of the YAML document in it, and path.

    `part` is a stretch of characters inside a text (start, length); `on_key` points at the key of the
    value. The line is worked out only for a place that is reported.
    """

    path: str
    document: int
    pointer: Pointer
    part: tuple[int, int] | None = None
    on_key: bool = False


class Spot(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
