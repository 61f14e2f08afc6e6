"""What stands behind an alias or merge key in, its places and its refused parts at the place of use out."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from orchestrator_lint.problems import Pointer
from orchestrator_lint.reading.places import Span, Spans


class Anchor(NamedTuple):
    """A value that aliases may repeat: its path, the number of values in it, its stretch.

    `refused` are the paths inside it that nobody can rely on.
    """

    data: Any
    pointer: Pointer
    size: int
    span: tuple[int, int]
    refused: tuple[Pointer, ...]


class Copies:
    """The anchors of a document and what is repeated from them. Where spans are kept, they are copied too."""

    def __init__(self, spans: Spans | None, rejected: list[Pointer]) -> None:
        self.anchors: dict[str, Anchor] = {}
        self.origins: dict[Pointer, Pointer] = {}
        self._spans, self._rejected = spans, rejected

    def alias(self, anchor: Anchor, pointer: Pointer, key: tuple[int, int], used: tuple[int, int]) -> None:
        """Repeat a value at `pointer`, where `used` is the stretch of the alias and `key` that of its key."""
        self.origins[pointer] = anchor.pointer
        self._rejected.extend((*pointer, *path) for path in anchor.refused)
        if self._spans is not None:
            self._copy(anchor.data, anchor.pointer, pointer, used)
            self._spans[pointer] = Span(key, used, False, anchor.span)

    def merge(self, anchor: Anchor, data: dict[str, Any], pointer: Pointer, used: tuple[int, int]) -> None:
        """Add to `data` at `pointer` the keys of a map that it does not have itself; `used` is the stretch of its alias."""
        refused = [path for path in anchor.refused if not path or path[0] not in data]
        self._rejected.extend((*pointer, *path) for path in refused)
        for name, value in anchor.data.items():
            if name in data:
                continue
            data[name] = value
            known, child = (*anchor.pointer, name), (*pointer, name)
            self.origins[child] = known
            self._copy(value, known, child, used)

    def _copy(self, data: Any, known: Pointer, pointer: Pointer, used: tuple[int, int]) -> None:
        if self._spans is None:
            return
        for path in _paths(data, ()):
            span = self._spans.get((*known, *path))
            if span is not None:
                self._spans[(*pointer, *path)] = Span(used, used, False, span.defined or span.value)


def _paths(data: Any, pointer: Pointer) -> Iterator[Pointer]:
    """The paths of a value and of all values in it."""
    yield pointer
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _paths(value, (*pointer, step))
