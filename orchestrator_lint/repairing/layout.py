"""A document with its spans in, where a value ends and how far its keys are indented out."""

import re
from bisect import bisect_right

from orchestrator_lint.problems import Pointer
from orchestrator_lint.reading import Page, Span
from orchestrator_lint.reading.lines import newline
from orchestrator_lint.repairing.edit import NotPossible

_NOTHING_MORE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_COLON = re.compile(r"[ \t]*:(?=[\s,}]|\Z)")
_SPACES = re.compile(r" *(?=[,}])")
_STEP = 2  # spaces, where the file does not show how far its author indents


class Layout:
    """How one document of a file is laid out."""

    def __init__(self, page: Page, document: int) -> None:
        self.page, self.text = page, page.text
        self.data = page.documents[document].data
        self.spans = page.documents[document].spans
        self.copies = page.documents[document].copies
        self.faults = page.documents[document].faults
        self.origins = frozenset(self.copies.values())
        self.merged = frozenset(origin[:-1] for use, origin in self.copies.items() if self._is_merged(use))
        self.newline = newline(self.text)

    def at(self, pointer: Pointer) -> object:
        """Give what stands at a path; None where nothing does."""
        value: object = self.data
        for step in pointer:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def has(self, pointer: Pointer) -> bool:
        """Whether a key or item is written at a path, itself and not behind an alias or merge key."""
        span = self.spans.get(pointer)
        return span is not None and span.defined is None

    def span(self, pointer: Pointer) -> Span:
        """Give the span of what is written at a path. Raises NotPossible where it stands behind an alias."""
        if not self.has(pointer):
            raise NotPossible
        return self.spans[pointer]

    def is_repeated(self, pointer: Pointer) -> bool:
        """Whether an alias or merge key repeats what stands at a path, or something around it."""
        return any(pointer[:depth] in self.origins for depth in range(len(pointer) + 1))

    def gives_away(self, pointer: Pointer) -> bool:
        """Whether what a map holds stands elsewhere too, behind an alias or a merge key."""
        return self.is_repeated(pointer) or pointer in self.merged

    def uses(self, pointer: Pointer) -> list[Pointer]:
        """The paths at which aliases repeat what is written at a path."""
        found = [pointer]
        for known in found:
            found += [
                path
                for use, origin in self.copies.items()
                if known[: len(origin)] == origin and (path := (*use, *known[len(origin) :])) not in found
            ]
        return found[1:]

    def is_flow(self, pointer: Pointer) -> bool:
        """Whether a map or list is written in brackets."""
        return self._sign(pointer) in ("{", "[")

    def is_inside_flow(self, pointer: Pointer) -> bool:
        """Whether a path lies between brackets."""
        return any(self.is_flow(pointer[:depth]) for depth in range(len(pointer)))

    def column(self, offset: int) -> int:
        """Count the characters of the line before an offset."""
        starts = self.page.lines.starts
        return offset - starts[bisect_right(starts, offset) - 1]

    def end(self, pointer: Pointer) -> int:
        """Give the offset behind the last sign of a value, without what the parser counts to it: blank lines and comments."""
        span = self.spans[pointer]
        if not span.collection or self.is_flow(pointer):
            return self._end_of_scalar(pointer, span)
        value = self.at(pointer)
        steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        return max(self.end((*pointer, step)) for step in steps)

    def behind(self, colon: int, end: int) -> int:
        """Give the end of what stands behind a colon; where nothing does, that of the spaces before a comma or bracket."""
        found = _SPACES.match(self.text, colon)
        return found.end() if found else max(colon, end)

    def line_end(self, offset: int) -> int:
        """Give the end of the line behind an offset. Raises NotPossible where more than a comment follows on it."""
        found = _NOTHING_MORE.match(self.text, offset)
        if found is None:
            raise NotPossible
        return found.end()

    def colon(self, pointer: Pointer) -> int:
        """Give the offset behind the colon of a key."""
        found = _COLON.match(self.text, self.span(pointer).key[1])
        if found is None:
            raise NotPossible
        return found.end()

    def step(self, pointer: Pointer) -> int:
        """How far the author indents the keys of the map at a path, or of the map around it."""
        for around in (*(pointer[:depth] for depth in range(len(pointer), 0, -1)), *((key,) for key in self.data)):
            value = self.at(around)
            if not isinstance(value, dict) or not isinstance(around[-1], str) or self.is_flow(around):
                continue
            first = next((key for key in value if self.has((*around, key))), None)
            if first is not None:
                deeper = self.column(self.spans[*around, first].key[0]) - self.column(self.spans[around].key[0])
                return deeper if deeper > 0 else _STEP
        return _STEP

    def _is_merged(self, use: Pointer) -> bool:
        span = self.spans.get(use)  # what a merge key brings has the stretch of its alias as key and as value
        return span is not None and span.key == span.value and isinstance(use[-1], str)

    def _sign(self, pointer: Pointer) -> str:
        start = self.spans[pointer].value[0]
        while self.text[start : start + 1] in ("&", "!"):  # an anchor or a tag before the value
            start = re.compile(r"\S+\s*").match(self.text, start).end()  # type: ignore[union-attr]
        return self.text[start : start + 1]

    def _end_of_scalar(self, pointer: Pointer, span: Span) -> int:
        start, end = span.value
        if start == end and pointer and isinstance(pointer[-1], str):
            found = _COLON.match(self.text, span.key[1])
            return self.behind(found.end(), end) if found else end
        if self._sign(pointer) in ("|", ">"):
            return start + len(self.text[start:end].rstrip())
        return end
