"""Places in, lines and columns out; a file is read a second time only where something is reported in it."""

import re
from collections.abc import Mapping
from itertools import islice

from orchestrator_lint.judging.report import Location
from orchestrator_lint.problems import Place, Spot
from orchestrator_lint.reading import Pages, Reading


class Locator:
    """Finds the lines of places in the files that were read."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.readings, self.pages = readings, Pages(readings)

    def locate(self, place: Place | Spot) -> Location:
        """Give the line and column of a place; a spot has them already."""
        if isinstance(place, Spot):
            return Location(*place)
        page = self.pages[place.path]
        text, spans = page.text, page.spans(place.document)
        (start, end), defined = spans.find(place.pointer, place.on_key)
        if place.part is not None:
            start, end = _inside(text, start, end, self._value(place), place.part)
        lines = page.lines
        spot = lines.spot(place.path, start, end)
        if defined is None:
            return Location(*spot)
        definition = lines.spot(place.path, *defined)
        return Location(*spot, (definition.line, definition.column))

    def _value(self, place: Place) -> str:
        documents = self.readings[place.path].documents
        value: object = next(document.data for document in documents if document.index == place.document)
        for step in place.pointer:
            value = value[step]  # type: ignore[index]
        return str(value)


def _inside(text: str, start: int, end: int, value: str, part: tuple[int, int]) -> tuple[int, int]:
    """The stretch of words inside a text as it stands in the file, where a line may break between them.

    The whole text where they are written otherwise than they read, as with escapes.
    """
    begin, length = part
    words = value[begin : begin + length].split()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    before = sum(1 for _ in pattern.finditer(value, 0, begin))
    found = list(islice(pattern.finditer(text, start, end), before + 1))
    return found[before].span() if len(found) > before else (start, end)
