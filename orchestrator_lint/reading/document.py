"""One YAML document of a file: its data, where each value stands, and what is unknown in it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from orchestrator_lint.problems import Place, Pointer, Problem


class Document(NamedTuple):
    """A document that could be read. `rejected` holds paths of values that nobody can rely on:
    the reader or the schema refused them, so they are neither present nor missing."""

    path: str
    index: int
    data: Mapping[str, Any]
    rejected: frozenset[Pointer] = frozenset()

    def place(self, pointer: Pointer) -> Place:
        """Give the place of a value of this document."""
        return Place(self.path, self.index, pointer)


class Reading(NamedTuple):
    """What came of one file. `text` is kept for excerpts; `unread` is text whose meaning is unknown:
    the whole file or the rest of it, from the fault on."""

    path: str
    documents: tuple[Document, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()
    text: str | None = None
    unread: str | None = None
    broken: bool = False
