"""What the schema rejects: a path, a statement, and what is unknown by it."""

from collections.abc import Mapping
from typing import NamedTuple

from orchestrator_lint.problems import Pointer, Text
from orchestrator_lint.shape.written import written

HEADER = "orchestrator"


class Rejected(NamedTuple):
    """A path whose value cannot be relied on, the statement, and further paths that are unknown by it.

    `whole` is true where nothing inside the value is judged any more, `on_key` where the key is at fault. `meant` is the value, or
    the key, that should stand there; `certain` where nothing else can have been meant.
    """

    code: str
    pointer: Pointer
    text: Text
    values: Mapping[str, object]
    also: tuple[Pointer, ...] = ()
    whole: bool = True
    on_key: bool = False
    meant: str | int | None = None
    certain: bool = True


def key_of(pointer: Pointer) -> str:
    """Name the key at which a path stands."""
    names = [step for step in pointer if isinstance(step, str)]
    return written(names[-1]) if names else HEADER
