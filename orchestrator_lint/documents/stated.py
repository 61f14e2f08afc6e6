"""An object and a path in, what stands there and how far it has come out, for the evidence matrix."""

from typing import NamedTuple

from orchestrator_lint.documents.asked import HOP
from orchestrator_lint.documents.reader import target_of
from orchestrator_lint.model import Noun, Unknown, Value


class Stated(NamedTuple):
    """A statement. `state` is `documented`, `in-progress`, `no` (a reasoned one), `silent` or `unreadable`."""

    state: str
    value: Value | None = None


_SILENT, _UNREADABLE = Stated("silent"), Stated("unreadable")
# what says most about a list stands first
_ORDER = ("documented", "in-progress", "no", "unreadable", "silent")


class Statements:
    """The statements of one object; what leads to several is read once."""

    def __init__(self, noun: Noun) -> None:
        self.noun = noun
        self._read: dict[str, Value] = {}

    def at(self, path: str) -> Stated:
        """Give what stands at a path; of a list, the item that says most."""
        here, _, beyond = path.partition(HOP)
        try:
            found = _further(self._first(here.split(".")[0]), here.split(".")[1:])
            return _through(found, beyond) if beyond else _best([_stated(value) for value in found])
        except Unknown:
            return _UNREADABLE

    def _first(self, key: str) -> Value:
        if key not in self._read:
            self._read[key] = self.noun.child(key)
        return self._read[key]


def _further(start: Value, steps: list[str]) -> list[Value]:
    """What stands at the end of a path; a list on the way leads on from each of its items."""
    values = [start]
    for step in steps:
        items = [item for value in values for item in (list(value) if isinstance(value.plain, list) else [value])]
        values = [
            item if item.node.child(step) is None else item.child(step) for item in items if _leads_on(item, step)
        ]
    return values


def _leads_on(item: Value, step: str) -> bool:
    """Whether the path goes on here, or ends because something else is said with a reason."""
    return item.node.child(step) is not None or item.reasoned


def _through(found: list[Value], beyond: str) -> Stated:
    """Go on in the objects that are named; where none is, the reason for that counts."""
    named = [target_of(item) for value in found for item in value]
    nouns = [noun for noun in named if noun is not None]
    if nouns:
        return _best([Statements(noun).at(beyond) for noun in nouns])
    said = _best([_stated(value) for value in found])
    return said if said.state in ("no", "in-progress", "unreadable") else _SILENT


def _best(found: list[Stated]) -> Stated:
    return min(found, key=lambda stated: _ORDER.index(stated.state), default=_SILENT)


def _stated(value: Value) -> Stated:
    around: Value | None = value
    while around is not None and not isinstance(around, Noun):
        if isinstance(around.plain, dict):
            if around.reasoned:
                return Stated("no", around)
            if around.plain.get("state") in ("in-progress", "planned"):
                return Stated("in-progress", around)
        around = around.around
    if "roles" in value.node.refers and isinstance(value.plain, str):
        _ = value.target  # raises Unknown where nobody of that name is known
    # an empty list and a `false` are statements, too
    return Stated("documented", value) if value or value.plain in ([], False, 0) else _SILENT
