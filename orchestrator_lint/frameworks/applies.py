"""A provision as cards name it in, the day from which it applies out."""

import csv
import re
from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

from orchestrator_lint.problems import Text


class Applies(NamedTuple):
    """From when a provision applies. `day` is None where no law sets one, or where `settled` is false: nobody can say."""

    provision: str
    day: date | None
    settled: bool = True
    note: Text | None = None

    def is_ahead(self, as_of: date) -> bool:
        """Whether the provision does not apply yet."""
        return self.day is not None and self.day > as_of


class _Row(NamedTuple):
    """A stretch of articles, or one numbered part, with the day from which it applies."""

    first: str
    last: str
    route: str
    day: date | None
    note: Text | None


def applies_from(provision: str, area: str = "") -> Applies:
    """Say from when `provision` (like `eu-ai-act 26(2)`) applies, for a decision in `area` (`law.area`).

    The narrowest line of dates.csv counts: `50(2)` before the articles around 50; within it the line of the area.
    Standards and recommendations have no day.
    """
    framework, _, named = provision.partition(" ")
    rows = [row for row in _rows().get(framework, ()) if row.route in ("", area) and _covers(row, named)]
    if not rows:
        return Applies(provision, None)
    best = max(rows, key=lambda row: (row.first == row.last, len(row.first), bool(row.route)))
    return Applies(provision, best.day, best.day is not None, best.note)


def _covers(row: _Row, named: str) -> bool:
    if row.first == row.last:
        return named == row.first or (named.startswith(row.first) and not named[len(row.first)].isalnum())
    number = re.match(r"\d+", named)
    return number is not None and int(row.first) <= int(number[0]) <= int(row.last)


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    text = (resources.files("orchestrator_lint.frameworks") / "dates.csv").read_text(encoding="utf-8")
    found: dict[str, list[_Row]] = {}
    for line in csv.DictReader(text.splitlines()):
        day = date.fromisoformat(line["applies_from"]) if line["applies_from"] else None
        note = Text(line["note_en"], line["note_de"]) if line["note_en"] else None
        found.setdefault(line["framework"], []).append(_Row(line["first"], line["last"], line["route"], day, note))
    return {framework: tuple(rows) for framework, rows in found.items()}
