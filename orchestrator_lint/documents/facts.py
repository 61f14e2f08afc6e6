"""An object of the policies in, statements of it out, each with its address in the policies."""

from typing import NamedTuple

from orchestrator_lint.documents.reader import Reader
from orchestrator_lint.documents.said import Block, Said
from orchestrator_lint.model import Noun, Organisation, Value


class Fact(NamedTuple):
    """What the policies say at an address, or why nothing can be read there.

    `block` is the safeguard around it, with a reasoned no or a state. `is_told` is true where the statement before it
    has given that reason already.
    """

    said: tuple[Said, ...]
    at: str
    block: Block = Block(False)
    is_told: bool = False

    def __bool__(self) -> bool:
        return any(self.said) or bool(self.block.reason)


class Facts:
    """Reads statements as `Reader` does and adds where they stand: below the object itself, or the path from the top."""

    def __init__(self, reader: Reader, start: Noun | None) -> None:
        self.reader, self.start = reader, start
        self._read: dict[str, Value | None] = {"": start}
        self._told: set[str] = set()

    def text(self, path: str, *codes: str) -> Fact:
        """Read prose."""
        return self._fact(path, self.reader.text(self._value(path), "", *codes))

    def texts(self, path: str, *codes: str) -> Fact:
        """Read a list of prose."""
        return self._fact(path, *(self.reader.texts(self._value(path), "") or (self.reader.gap(*codes),)))

    def word(self, path: str, table: str, *codes: str) -> Fact:
        """Read a value of a closed list."""
        return self._fact(path, self.reader.word(self._value(path), "", table, *codes))

    def listed(self, path: str, table: str, *codes: str) -> Fact:
        """Read a list of such values."""
        return self._fact(path, *(self.reader.listed(self._value(path), "", table) or (self.reader.gap(*codes),)))

    def office(self, path: str, *codes: str) -> Fact:
        """Read who holds an office."""
        return self._fact(path, *(self.reader.office(self._value(path), "", *codes) or (self.reader.gap(),)))

    def named(self, path: str, *codes: str) -> Fact:
        """Read one reference or a list of them."""
        return self._fact(path, *(self.reader.all_named(self._value(path), "", *codes) or (self.reader.gap(),)))

    def span(self, path: str, form: str = "plain", *codes: str) -> Fact:
        """Read a length of time."""
        return self._fact(path, self.reader.span(self._value(path), "", form, *codes))

    def day(self, path: str, *codes: str) -> Fact:
        """Read a date."""
        return self._fact(path, self.reader.day(self._value(path), "", *codes))

    def number(self, path: str, *codes: str) -> Fact:
        """Read a number."""
        return self._fact(path, self.reader.number(self._value(path), "", *codes))

    def flag(self, path: str) -> Fact:
        """Read yes or no."""
        flag = self.reader.flag(self._value(path), "")
        return self._fact(path, Said(self.reader.words.of("flag", str(flag).lower())) if flag is not None else Said())

    def block(self, path: str, *codes: str) -> Fact:
        """Read a safeguard as a whole: why nothing stands there, or nothing more than that something does."""
        block = self.reader.block(self._value(path), "", *codes)
        return Fact((block.gap,) if not block else (), self.at(path), block)

    def at(self, path: str) -> str:
        """Give the address of what stands at a path, or would stand there."""
        return self._address(path, self._value(path))

    def _value(self, path: str) -> Value | None:
        """Give what stands at a path; statements of one safeguard share the way to it."""
        if path not in self._read:
            around, _, key = path.rpartition(".")
            self._read[path] = self.reader.at(self._value(around), key)
        return self._read[path]

    def _fact(self, path: str, *said: Said) -> Fact:
        value = self._value(path)
        around = self._around(value)
        if around is None:
            return Fact(said, self._address(path, value))
        address, block = self._address(path, around), self.reader.block(around, "")
        is_told = address in self._told
        if block.reason:
            self._told.add(address)
            return Fact(said, address, block, is_told)
        return Fact(said, self._address(path, value), block)

    def _around(self, value: Value | None) -> Value | None:
        """The nearest safeguard that gives a reason or a state of its own."""
        while value is not None and not isinstance(value, Noun):
            if isinstance(value.plain, dict) and (value.plain.get("none_because") or value.plain.get("state")):
                return value
            value = value.around
        return None

    def _address(self, path: str, value: Value | None) -> str:
        if value is None or self.start is None:
            return path
        depth = len(self.start.pointer)
        inside = value.pointer[:depth] == self.start.pointer and not isinstance(self.start, Organisation)
        return ".".join(str(step) for step in (value.pointer[depth:] if inside else value.pointer))
