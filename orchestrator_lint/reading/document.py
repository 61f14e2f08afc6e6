"""One YAML document of a file: its data, where each value stands, and what is unknown in it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from orchestrator_lint.problems import Place, Pointer, Problem


class Document(NamedTuple):
    """A document that could be read.

    `rejected` holds paths of values that nobody can rely on: the reader or the schema refused them, so they are neither
    present nor missing. `copies` names for what stands behind an alias or merge key the path where it is written.
    `ambiguous` are the paths of unquoted texts that YAML 1.1 reads as something else. `index` is its number in the file.
    """

    path: str
    index: int  # type: ignore[assignment]  # the method of tuples is not used
    data: Mapping[str, Any]
    rejected: frozenset[Pointer] = frozenset()
    copies: Mapping[Pointer, Pointer] = {}
    ambiguous: tuple[Pointer, ...] = ()

    def place(self, pointer: Pointer, on_key: bool = False) -> Place:
        """Give the place of a value of this document, or of its key."""
        return Place(self.path, self.index, pointer, on_key=on_key)

    def written(self, pointer: Pointer) -> Pointer:
        """Give the path where a value is written: its own, or that behind the aliases it is repeated by."""
        depth = len(pointer) if self.copies else 0
        while depth > 0:
            origin = self.copies.get(pointer[:depth])
            if origin is not None:
                pointer = (*origin, *pointer[depth:])
                depth = len(pointer) + 1
            depth -= 1
        return pointer


class Reading(NamedTuple):
    """What came of one file.

    `text` is kept for excerpts; `unread` is text whose meaning is unknown: the whole file or the rest of it, from the
    fault on.
    """

    path: str
    documents: tuple[Document, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()
    text: str | None = None
    unread: str | None = None
    broken: bool = False
