"""The text of a policy and a draft in, the same text with the draft in its place out; no other character changes."""

import re
from typing import Any, NamedTuple

import yaml

from orchestrator_lint.problems import Pointer, Text
from orchestrator_lint.reading import Span, Spans
from orchestrator_lint.reading.compose import Composed, TooMuch, compose
from orchestrator_lint.reading.lines import BREAK, bounds, newline
from orchestrator_lint.starting.filling import indented
from orchestrator_lint.starting.refusal import Refusal

_BRACES = Text(
    "`{key}` is written in braces in line {line}, and nothing can be added there without rewriting it. Open it into "
    "lines, one key each, and run the command again.",
    "`{key}` steht in Zeile {line} in geschweiften Klammern; dort lässt sich nichts einfügen, ohne es umzuschreiben. "
    "Schreiben Sie es in Zeilen, je Schlüssel eine, und rufen Sie den Befehl noch einmal auf.",
)
_ELSEWHERE = Text(
    "`{key}` is an alias of another place in line {line}: what is added there would hold twice. Write it out first.",
    "`{key}` ist in Zeile {line} ein Alias einer anderen Stelle: Was dort dazukommt, würde zweimal gelten. Schreiben Sie "
    "es zuerst aus.",
)
_NO_MAP = Text(
    "`{key}` in line {line} is no map of entries. `orchestrator-lint check` says what it should be.",
    "`{key}` in Zeile {line} ist keine Zuordnung von Einträgen. `orchestrator-lint check` sagt, was dort stehen soll.",
)
_UNSURE = Text(
    "nothing can be added below `{key}` (line {line}) without changing what else stands there. Add it by hand.",
    "Unter `{key}` (Zeile {line}) lässt sich nichts einfügen, ohne zu ändern, was sonst dort steht. Fügen Sie es von Hand "
    "ein.",
)
_FLOW = re.compile(r"(?:[&!]\S*\s+)*\{")
_COMMENT = re.compile(r"( *)#")
_STEP = 2


class Spliced(NamedTuple):
    """The new text, and the lines (from 1) of the new key and of the last line of the draft."""

    text: str
    first: int
    last: int


def spliced(text: str, index: int, pointer: Pointer, body: str) -> Spliced:
    """Put `body` (lines at column 0) below a new key at `pointer` in the document number `index`.

    The keys on the way that are missing are written too. Raises Refusal where that cannot be done without touching
    what stands there; the result was read again, and says the old and the new and nothing else.
    """
    before = list(compose(text, with_spans=True))
    there = before[index]
    held = _deepest(there.data, pointer)
    holder = _Holder(text, there.spans, held, there.data)
    holder.check()
    missing = pointer[len(held) :]
    lines = _nested(missing, body)
    offsets = dict.fromkeys((holder.after_comments(), holder.after_content(), holder.after_blanks()))
    for offset in offsets:
        made = _put(holder, offset, lines)
        if _says_both(before, made.text, index, pointer, len(held)):
            return made._replace(first=made.first + len(missing) - 1)
    raise holder.refusal(_UNSURE)


class _Holder:
    """The map that gets a new key, in the text."""

    def __init__(self, text: str, spans: Spans, pointer: Pointer, data: Any) -> None:
        self.text, self.spans, self.pointer = text, spans, pointer
        self.data = _at(data, pointer)
        self.span: Span = spans[pointer]
        self.break_ = newline(text)

    def check(self) -> None:
        if self.span.defined is not None:
            raise self.refusal(_ELSEWHERE)
        if self.data is not None and not isinstance(self.data, dict):
            raise self.refusal(_NO_MAP)
        if self.data and _FLOW.match(self.text, self.span.value[0]):
            raise self.refusal(_BRACES)
        if self.data and not self._children():
            raise self.refusal(_ELSEWHERE)

    def refusal(self, words: Text) -> Refusal:
        line = len(BREAK.findall(self.text[: self.span.key[0]])) + 1
        return Refusal(words, key=".".join(map(str, self.pointer)) or "orchestrator", line=line)

    @property
    def column(self) -> int:
        """The column of its keys."""
        if self.data:
            return min(_column(self.text, self.spans[child].key[0]) for child in self._children())
        return _column(self.text, self.span.key[0]) + _STEP

    @property
    def spaced(self) -> bool:
        """Whether a blank line stands before its last key, or before its only one if that is long."""
        *_, last = self._children() or [self.pointer]
        start = bounds(self.text, self.spans[last].key[0])[0]
        while start > 0:
            start, end = bounds(self.text, start - 1)
            line = self.text[start:end]
            if not line.strip():
                return True
            if not _COMMENT.match(line):
                return False
        return False

    def after_content(self) -> int:
        """The end of the line in which the last value of the map ends."""
        inside = [span for pointer, span in self.spans.items() if pointer[: len(self.pointer)] == self.pointer]
        ends = [
            max(span.key[1], 0 if _is_block(span, self.text) else span.value[1]) for span in inside if not span.defined
        ]
        ends += [span.value[1] for span in inside if span.defined]
        end = max(ends)
        # a text in lines ends where the next thing begins
        trimmed = (
            len(self.text[:end].rstrip(" \r\n")) if bounds(self.text, end)[0] == end or end == len(self.text) else end
        )
        return bounds(self.text, trimmed)[1]

    def after_comments(self) -> int:
        """The same behind comments that are moved in as far as the keys of the map: they belong to it."""
        offset = end = self.after_content()
        while offset < len(self.text):
            start, offset = self._next(offset)
            comment = _COMMENT.match(self.text, start)
            if comment and len(comment[1]) >= max(self.column, 1):
                end = offset
            elif self.text[start:offset].strip():
                break
        return end

    def after_blanks(self) -> int:
        """The same behind blank lines, which belong to a text that keeps them."""
        offset = end = self.after_content()
        while offset < len(self.text):
            start, offset = self._next(offset)
            if self.text[start:offset].strip() or offset == len(self.text):
                break
            end = offset
        return end

    def _next(self, offset: int) -> tuple[int, int]:
        """The line behind a break."""
        found = BREAK.match(self.text, offset)
        start = found.end() if found else len(self.text)
        return start, max(bounds(self.text, start)[1], start)

    def _children(self) -> list[Pointer]:
        size = len(self.pointer) + 1
        own = [
            pointer
            for pointer, span in self.spans.items()
            if len(pointer) == size and pointer[:-1] == self.pointer and not span.defined
        ]
        return sorted(own, key=lambda pointer: self.spans[pointer].key)


def _put(holder: _Holder, offset: int, lines: str) -> Spliced:
    text, end = holder.text, holder.break_
    if not holder.data:
        text, offset = _emptied(text, holder.span, offset)
    gap = end if holder.data and holder.spaced else ""
    new = gap + indented(lines, holder.column).rstrip("\n").replace("\n", end)
    first = len(BREAK.findall(text[:offset])) + 2 + (gap != "")
    rest = text[offset:] or end
    return Spliced(f"{text[:offset]}{end}{new}{rest}", first, first + lines.rstrip("\n").count("\n"))


def _emptied(text: str, span: Span, offset: int) -> tuple[str, int]:
    """Take away a written `{}` or `null`, which an entry below it would contradict."""
    start, stop = span.value
    if not text[start:stop].strip():
        return text, offset
    before = text[:start].rstrip(" ")
    text = before + text[stop:]
    return text, bounds(text, len(before))[1]


def _nested(keys: Pointer, body: str) -> str:
    for key in reversed(keys):
        body = f"{key}:\n{indented(body, _STEP)}"
    return body


def _deepest(data: Any, pointer: Pointer) -> Pointer:
    """Give the longest part of a path that exists."""
    depth = 0
    while depth < len(pointer) and isinstance(data, dict) and pointer[depth] in data:
        data, depth = data[pointer[depth]], depth + 1
    return pointer[:depth]


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


def _says_both(before: list[Composed], text: str, index: int, pointer: Pointer, held: int) -> bool:
    """Whether the new text says what the old one said, and one key more."""
    try:
        after = list(compose(text, with_spans=False))
    except (yaml.YAMLError, TooMuch):
        return False
    if len(after) != len(before) or any(
        len(new.faults) > len(old.faults) for new, old in zip(after, before, strict=True)
    ):
        return False
    documents = [new.data for new in after]
    if _deepest(documents[index], pointer) != pointer:
        return False
    documents[index] = _without(documents[index], pointer[: held + 1])
    return [_or_nothing(data) for data in documents] == [_or_nothing(old.data) for old in before]


def _without(data: Any, pointer: Pointer) -> Any:
    """Give a copy without one key; where an alias repeats the map, it is missing in one place only."""
    key, *below = pointer
    if not below:
        return {name: value for name, value in data.items() if name != key}
    return {**data, key: _without(data[key], tuple(below))}


def _or_nothing(data: Any) -> Any:
    """Read an empty map as nothing: one that was silent and has lost its new key is as before."""
    if isinstance(data, dict):
        return {key: _or_nothing(value) for key, value in data.items()} or None
    return [_or_nothing(item) for item in data] if isinstance(data, list) else data


def _is_block(span: Span, text: str) -> bool:
    """Whether it is a collection in lines, whose end is that of what it holds."""
    return span.collection and not re.match(r"(?:[&!]\S*\s+)*[{\[]", text[span.value[0] : span.value[0] + 200])


def _column(text: str, offset: int) -> int:
    return offset - bounds(text, offset)[0]
