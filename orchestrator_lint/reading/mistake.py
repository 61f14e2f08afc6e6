"""What a file does wrong as text: the kind of a statement in `faults`, and where."""

from typing import NamedTuple


class Mistake(NamedTuple):
    """The kind of a statement in `faults`, the offsets where it stands, and a detail for its text."""

    kind: str
    start: int
    end: int
    detail: str = ""
