"""Values of the policy in, statements for a page out; what the schema rejected is said to be unreadable."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from orchestrator_lint.documents.said import Block, Said
from orchestrator_lint.documents.words import Words
from orchestrator_lint.model import Decision, Noun, Organisation, System, Unknown, Value, parse_date

_LANGUAGE = re.compile(r"[a-z]{2}")
# rules on what every overseen decision needs; where nobody oversees it, that one finding stands for both
_SPOKEN_FOR = {"OVR002": "OVR001", "CON007": "CON006", "LAW009": "CON006"}
_UNREADABLE = Said(why="unreadable")
# sections that stand inside the organisation
_INSIDE = ("goals", "affected")


class Reader(NamedTuple):
    """Reads what stands below a value, by dotted paths.

    `fired` are the codes of the findings on the object that is read: a gap names its rule only where the rule
    reports it. Codes are given with the likeliest first. `titles` are those read so far, by address; readers of one
    edition share them.
    """

    words: Words
    tongues: tuple[str, ...]
    titles: dict[str, Said]
    fired: frozenset[str] = frozenset()

    def on(self, fired: frozenset[str]) -> "Reader":
        """Give the reader for another object."""
        return self._replace(fired=fired)

    def at(self, start: Value | None, path: str) -> Value | None:
        """Give what stands at a path; None where nobody can know it, or what it starts from."""
        if start is None or not path:
            return start
        try:
            for step in path.split("."):
                start = start.child(step)
        except Unknown:
            return None
        return start

    def gap(self, *codes: str) -> Said:
        """Say that nothing is stated, with the rule that reports it, or would if no other spoke for both."""
        reported = (code for code in codes if code in self.fired or _SPOKEN_FOR.get(code) in self.fired)
        return Said(why="missing", code=next(reported, ""))

    def text(self, start: Value | None, path: str = "", *codes: str) -> Said:
        """Read prose."""
        value = self.at(start, path)
        if value is None:
            return _UNREADABLE
        return self._prose(value.plain) or self.gap(*codes)

    def _prose(self, plain: object) -> Said:
        if not isinstance(plain, dict):
            return Said("" if plain is None else str(plain).strip())
        texts = {key: text.strip() for key, text in plain.items() if _LANGUAGE.fullmatch(key) and isinstance(text, str)}
        for tongue in (self.words.language, *self.tongues, *texts):
            if texts.get(tongue):
                own = tongue == self.words.language
                return Said(texts[tongue], tongue="" if own else self.words.of("language", tongue))
        return Said()

    def texts(self, start: Value | None, path: str) -> tuple[Said, ...]:
        """Read a list of prose; nothing where there is none."""
        return tuple(self.text(item) if item is not None else _UNREADABLE for item in self._items(start, path))

    def word(self, start: Value | None, path: str, table: str, *codes: str) -> Said:
        """Read a value of a closed list or vocabulary, in words."""
        value = self.at(start, path)
        if value is None:
            return _UNREADABLE
        plain = value.plain
        return Said(self.words.of(table, plain)) if isinstance(plain, str) and plain.strip() else self.gap(*codes)

    def listed(self, start: Value | None, path: str, table: str) -> tuple[Said, ...]:
        """Read a list of such values."""
        items = self._items(start, path)
        return tuple(self.word(item, "", table) if item is not None else _UNREADABLE for item in items)

    def is_empty(self, start: Value | None, path: str) -> bool:
        """Whether an empty list stands there, which says that there are none."""
        value = self.at(start, path)
        return value is not None and value.plain == []

    def provisions(self, start: Value | None, path: str) -> tuple[Said, ...]:
        """Read a list of provisions, as lawyers cite them."""
        return tuple(said._replace(text=self.words.provision(said.text)) for said in self.texts(start, path))

    def key(self, start: Value | None, path: str) -> str:
        """Read a value of a closed list as it is, for a template to choose by; empty where there is none."""
        value = self.at(start, path)
        return value.plain if value is not None and isinstance(value.plain, str) else ""

    def flag(self, start: Value | None, path: str) -> bool | None:
        """Read yes or no; None where neither is stated."""
        value = self.at(start, path)
        return value.plain if value is not None and isinstance(value.plain, bool) else None

    def day(self, start: Value | None, path: str, *codes: str) -> Said:
        """Read a date, written as prose does."""
        value = self.at(start, path)
        stands = is_stated(value)
        if value is None or stands is None:
            return _UNREADABLE
        return Said(self.words.day(parse_date(value.plain))) if stands else self.gap(*codes)

    def span(self, start: Value | None, path: str, form: str = "plain", *codes: str) -> Said:
        """Read a length of time in the form `plain`, `within` or `every`."""
        value = self.at(start, path)
        stands = is_stated(value)
        if value is None or stands is None:
            return _UNREADABLE
        return Said(self.words.span(value.plain, form)) if isinstance(value.plain, str) and stands else self.gap(*codes)

    def number(self, start: Value | None, path: str, *codes: str) -> Said:
        """Read a number."""
        value = self.at(start, path)
        stands = is_stated(value)
        if value is None or stands is None:
            return _UNREADABLE
        return Said(self.words.number(value.plain)) if stands else self.gap(*codes)

    def named(self, start: Value | None, path: str, *codes: str) -> Said:
        """Read a reference, by the title of what it names."""
        value = self.at(start, path)
        stands = is_stated(value)
        if value is None or stands is None:
            return _UNREADABLE
        return self._name_of(value) if stands else self.gap(*codes)

    def all_named(self, start: Value | None, path: str, *codes: str) -> tuple[Said, ...]:
        """Read one reference or a list of them; a gap or an unreadable list is a list of that one statement."""
        value = self.at(start, path)
        if value is None:
            return (_UNREADABLE,)
        found = tuple(self._name_of(item) if item is not None else _UNREADABLE for item in _each(value))
        return found or ((self.gap(*codes),) if codes else ())

    def office(self, start: Value | None, path: str, *codes: str) -> tuple[Said, ...]:
        """Read who holds an office; a system there is named as one."""
        value = self.at(start, path)
        if value is None:
            return (_UNREADABLE,)
        found = tuple(self._holder(item) if item is not None else _UNREADABLE for item in _each(value))
        return found or ((self.gap(*codes),) if codes else ())

    def title(self, noun: Noun) -> Said:
        """Give the title of an object, else its id."""
        known = self.titles.get(noun.address)
        if known is None:
            titled = noun.node.child("title") is not None  # waivers and changes have none
            known = self.titles[noun.address] = (self.text(noun, "title") if titled else Said()) or Said(noun.id)
        return known

    def block(self, start: Value | None, path: str, *codes: str) -> Block:
        """Read a safeguard as a whole."""
        value = self.at(start, path)
        stands = is_stated(value)
        if value is None or stands is None:
            return Block(False, _UNREADABLE)
        inside = isinstance(value.plain, dict)
        state = self.key(value, "state") if inside and "state" in value.node.keys else ""
        state = self.words.of("state", state) if state in ("in-progress", "planned") else ""
        if not value.reasoned:
            return Block(stands, Said() if stands else self.gap(*codes), state)
        basis, instead = self.text(value, "basis"), self.text(value, "instead")
        return Block(False, Said(), state, self.text(value, "none_because"), basis, instead)

    def due(self, of: Value) -> Said:
        """Give the day of the next review: the last one and the interval."""
        try:
            last, every = of.child("review").child("last").day, of.child("review").child("every").length
        except Unknown:
            return _UNREADABLE
        return Said(self.words.day(every.after(last))) if last and every else self.gap("REV001")

    def _items(self, start: Value | None, path: str) -> list[Value | None]:
        value = self.at(start, path)
        return list(_each(value)) if value is not None else [None]

    def _holder(self, value: Value) -> Said:
        said = self._name_of(value)
        return said._replace(why="system") if isinstance(target_of(value), System) else said

    def _name_of(self, value: Value) -> Said:
        written = str(value.plain)
        if value.node.refers == ("affected",) and not value.workspace.names_groups:
            return Said(written)
        try:
            target = value.target
        except Unknown:
            return Said(written, why="unresolved")
        if isinstance(target, Organisation):
            section = value.node.refers[0]
            return self.inside(target, section, written) if section in _INSIDE else self.text(target, "name")
        return self.title(target) if target is not None else Said(written)

    def inside(self, organisation: Organisation, section: str, id: str) -> Said:
        """Give the words for a goal or a group of people of the organisation, else its id."""
        path = f"{section}.{id}.title" if section == "affected" else f"{section}.{id}"
        return self.text(organisation, path) or Said(id)


def life_of(decision: Decision) -> str:
    """Give the stage of life of a decision; empty where nobody can know it."""
    try:
        return decision.life
    except Unknown:
        return ""


def is_stated(value: Value | None) -> bool | None:
    """Whether something stands there; None where nobody can know it, because all that stands inside was rejected."""
    try:
        return bool(value) if value is not None else None
    except Unknown:
        return None


def items(start: Value | None, path: str) -> list[Value | None]:
    """Give the items of a list; None for one that was rejected; nothing where the list itself cannot be read."""
    try:
        for step in path.split("."):
            start = start.child(step) if start is not None else None
    except Unknown:
        return []
    return list(_each(start)) if start is not None and isinstance(start.plain, list) else []


def targets(start: Value | None, path: str) -> list[Noun]:
    """Give the objects that a reference or a list of them names; what cannot be known is left out."""
    return [target for item in items(start, path) if (target := target_of(item)) is not None]


def target_at(start: Value, key: str) -> Noun | None:
    """Give the object that a key names; None where there is none or nobody can know it."""
    try:
        return target_of(start.child(key))
    except Unknown:
        return None


def target_of(value: Value | None) -> Noun | None:
    """Give the object that a reference names; None where there is none or nobody can know it."""
    try:
        return value.target if value is not None else None
    except Unknown:
        return None


def _each(value: Value) -> Iterator[Value | None]:
    """The items of a list or the one text; None for an item that was rejected."""
    if not isinstance(value.plain, list):
        yield from value
        return
    for index in range(len(value.plain)):
        try:
            yield value.child(index)
        except Unknown:
            yield None
