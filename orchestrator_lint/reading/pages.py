"""Readings in, each file with the places of all its values out; read again only when somebody asks for one."""

import contextlib
from collections.abc import Mapping
from functools import cached_property

import yaml

from orchestrator_lint.reading.compose import Composed, TooMuch, compose
from orchestrator_lint.reading.document import Reading
from orchestrator_lint.reading.places import Lines, Spans


class Page:
    """The text of a file and its YAML documents with their spans, up to the first that cannot be read."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.documents: list[Composed] = []
        with contextlib.suppress(yaml.YAMLError, TooMuch):
            self.documents.extend(compose(text, with_spans=True))

    @cached_property
    def lines(self) -> Lines:
        """The starts of its lines."""
        return Lines(self.text)

    def spans(self, document: int) -> Spans:
        """Give the spans of a document by its number; empty ones where it cannot be read."""
        return self.documents[document].spans if document < len(self.documents) else Spans()


class Pages:
    """The files that were read, by path."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.readings = readings
        self._pages: dict[str, Page] = {}

    def __getitem__(self, path: str) -> Page:
        """Give a file; one that could not be read is empty."""
        if path not in self._pages:
            self._pages[path] = Page(path, self.readings[path].text or "")
        return self._pages[path]
