"""YAML events in, plain data out, with the places of all values if they are asked for."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from orchestrator_lint.problems import Pointer
from orchestrator_lint.reading.cuts import cut_key, is_one_sentence
from orchestrator_lint.reading.places import Span, Spans
from orchestrator_lint.reading.scalars import resolve

MAX_DEPTH = 60  # the language itself is nine levels deep
MAX_ALIASED = 100_000  # values that aliases may add to one document

_TEXT_TAGS = frozenset(("!", "tag:yaml.org,2002:str"))
_CORE_TAGS = _TEXT_TAGS | {f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "null", "bool", "int", "float")}
# YAML 1.1 breaks lines here too, YAML 1.2 does not: hidden from the parser, restored in the values
_HIDDEN = {"\x85": "\ue785", "\u2028": "\ue728", "\u2029": "\ue729"}
_RESTORED = {ord(stand_in): char for char, stand_in in _HIDDEN.items()}
_BREAKS_OF_1_1 = re.compile("[\x85\u2028\u2029]")


class Fault(NamedTuple):
    """What is wrong with a stretch of a document, by the key of its text in `faults`."""

    kind: str
    start: int
    end: int
    pointer: Pointer
    detail: str = ""
    first: tuple[int, int] | None = None


class TooMuch(Exception):
    """A document that must not be read to its end: aliases or nesting without bound."""

    def __init__(self, kind: str, start: int, end: int) -> None:
        super().__init__(kind)
        self.kind, self.start, self.end = kind, start, end


class Composed(NamedTuple):
    """One YAML document: its value, the faults in it, and its spans where they were asked for."""

    data: Any
    faults: tuple[Fault, ...]
    rejected: frozenset[Pointer]
    spans: Spans
    start: int


class _Anchor(NamedTuple):
    data: Any
    pointer: Pointer
    size: int
    span: tuple[int, int]


def compose(text: str, with_spans: bool) -> Iterator[Composed]:
    """Give the documents of `text` one by one.

    Raises yaml.YAMLError where the text is no YAML, TooMuch where it is a bomb; the
    documents before that place have been given by then.
    """
    strange = _BREAKS_OF_1_1.search(text) is not None
    if strange:
        text = _BREAKS_OF_1_1.sub(lambda match: _HIDDEN[match[0]], text)
    loader = (yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader)(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.DocumentStartEvent):
                yield _Document(loader, text, with_spans, strange).compose()
    finally:
        loader.dispose()


class _Document:
    def __init__(self, loader: Any, text: str, with_spans: bool, strange: bool) -> None:
        self.next, self.text, self.strange = loader.get_event, text, strange
        self.spans: Spans | None = Spans() if with_spans else None
        self.anchors: dict[str, _Anchor] = {}
        self.open: set[str] = set()
        self.faults: list[Fault] = []
        self.rejected: set[Pointer] = set()
        self.size = self.aliased = 0

    def compose(self) -> Composed:
        event = self.next()
        start = event.start_mark.index
        data = self.node(event, (), (start, start))
        spans = self.spans if self.spans is not None else Spans()
        return Composed(data, tuple(self.faults), frozenset(self.rejected), spans, start)

    def node(self, event: Any, pointer: Pointer, key: tuple[int, int]) -> Any:
        """Give the value that begins with `event` and note its span; `key` is the span of its key."""
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, pointer, key)
        before, start = self.size, event.start_mark.index
        self.size += 1
        if len(pointer) > MAX_DEPTH:
            raise TooMuch("too-deep", start, event.end_mark.index)
        anchor, scalar = event.anchor, isinstance(event, yaml.ScalarEvent)
        if anchor is not None and not scalar:
            self.open.add(anchor)
        if event.tag is not None and event.tag not in _CORE_TAGS:
            self.fault("tag", event, pointer, event.tag.replace("tag:yaml.org,2002:", "!!"))
        if scalar:
            data, end = self.scalar(event), event.end_mark.index
        elif isinstance(event, yaml.MappingStartEvent):
            data, end = self.mapping(event, pointer)
        else:
            data, end = self.sequence(event, pointer)
        if self.spans is not None:
            self.spans[pointer] = Span(key if pointer else (start, start), (start, end), not scalar)
        if anchor is not None:
            self.open.discard(anchor)
            self.anchors[anchor] = _Anchor(data, pointer, self.size - before, (start, end))
        return data

    def scalar(self, event: Any) -> Any:
        value = event.value.translate(_RESTORED) if self.strange else event.value
        if event.tag in _TEXT_TAGS:
            return value
        plain = event.implicit[0] and not event.style
        return resolve(value) if plain or event.tag else value

    def mapping(self, start: Any, pointer: Pointer) -> tuple[dict[str, Any], int]:
        data: dict[str, Any] = {}
        merges: list[tuple[Any, tuple[int, int]]] = []
        spots: dict[str, tuple[int, int]] = {}
        last: str | None = None
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            span = (event.start_mark.index, event.end_mark.index)
            if not isinstance(event, yaml.ScalarEvent):
                self.odd_key(event, pointer)
                continue
            name = event.value.translate(_RESTORED) if self.strange else event.value
            value = self.next()
            if name == "<<" and event.implicit[0]:
                merges.append((self.merged(value, pointer), self.used(value)))
                continue
            if start.flow_style and cut_key(self.text, event, value):
                self.cut(event, (*pointer, last) if last else pointer)
                self.discard(value)
                continue
            child = (*pointer, name)
            if name in data:
                self.fault("duplicate-key", event, child, name, spots[name])
                self.discard(value)
                continue
            spots[name], last = span, name
            data[name] = self.node(value, child, span)
        for source, used in merges:
            self.merge(source, used, data, pointer)
        return data, event.end_mark.index

    def sequence(self, start: Any, pointer: Pointer) -> tuple[list[Any], int]:
        data: list[Any] = []
        plain: list[str] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            item = event.start_mark.index
            data.append(self.node(event, (*pointer, len(data)), (item, event.end_mark.index)))
            if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.style:
                plain.append(event.value)
        if start.flow_style and len(plain) == len(data) and is_one_sentence(plain):
            span = (start.start_mark.index, event.end_mark.index)
            self.faults.append(Fault("cut-list", *span, pointer, plain[0]))
            self.rejected.add(pointer)
        return data, event.end_mark.index

    def alias(self, event: Any, pointer: Pointer, key: tuple[int, int]) -> Any:
        name, used = event.anchor, (event.start_mark.index, event.end_mark.index)
        anchor = self.anchors.get(name)
        if anchor is None or name in self.open:
            self.fault("endless-alias" if name in self.open else "unknown-alias", event, pointer, name)
            return None
        self.grow(anchor, used)
        self.copy_spans(anchor, pointer, key, used)
        self.copy_rejected(anchor, pointer)
        return anchor.data

    def grow(self, anchor: _Anchor, used: tuple[int, int]) -> None:
        self.size += anchor.size
        self.aliased += anchor.size
        if self.aliased > MAX_ALIASED:
            raise TooMuch("alias-bomb", *used)

    def copy_spans(self, anchor: _Anchor, pointer: Pointer, key: tuple[int, int], used: tuple[int, int]) -> None:
        if self.spans is None:
            return
        depth = len(anchor.pointer)
        for path, span in list(self.spans.items()):
            if path[:depth] == anchor.pointer:
                copied = Span(used if path != anchor.pointer else key, used, False, span.defined or span.value)
                self.spans[(*pointer, *path[depth:])] = copied
        self.spans[pointer] = Span(key, used, False, anchor.span)

    def copy_rejected(self, anchor: _Anchor, pointer: Pointer) -> None:
        depth = len(anchor.pointer)
        inside = [path for path in self.rejected if path[:depth] == anchor.pointer]
        self.rejected.update((*pointer, *path[depth:]) for path in inside)

    def merged(self, event: Any, pointer: Pointer) -> list[tuple[dict[str, Any], Pointer]]:
        """Read what stands behind `<<`: a map, an alias of one, or a list of these; the nearest first."""
        if isinstance(event, yaml.SequenceStartEvent):
            found: list[tuple[dict[str, Any], Pointer]] = []
            while not isinstance(item := self.next(), yaml.SequenceEndEvent):
                found += self.merged(item, pointer)
            return found
        if isinstance(event, yaml.AliasEvent) and event.anchor in self.anchors and event.anchor not in self.open:
            anchor = self.anchors[event.anchor]
            self.grow(anchor, self.used(event))
            if isinstance(anchor.data, dict):
                return [(anchor.data, anchor.pointer)]
        elif isinstance(event, yaml.MappingStartEvent):
            place = (*pointer, "<<")
            data = self.node(event, place, self.used(event))
            return [(data, place)]
        else:
            self.discard(event)
        self.fault("merge", event, (*pointer, "<<"))
        return []

    def merge(self, sources: Any, used: tuple[int, int], data: dict[str, Any], pointer: Pointer) -> None:
        for source, origin in sources:
            for name, value in source.items():
                if name in data:
                    continue
                data[name] = value
                child, known = (*pointer, name), (*origin, name)
                anchor = _Anchor(value, known, 0, self.spans[known].value if self.spans else used)
                self.copy_spans(anchor, child, used, used)
                self.copy_rejected(anchor, child)

    def odd_key(self, event: Any, pointer: Pointer) -> None:
        self.fault("odd-key", event, (*pointer, f"?{event.start_mark.index}"))
        self.discard(event)
        self.discard(self.next())

    def cut(self, event: Any, pointer: Pointer) -> None:
        number = event.value.isdigit() and self.text[: event.start_mark.index].rstrip(" ,")[-1:].isdigit()
        self.fault("cut-number" if number else "cut-text", event, pointer, event.value)

    def fault(self, kind: str, event: Any, pointer: Pointer, detail: str = "", first: tuple[int, int] | None = None) -> None:
        self.faults.append(Fault(kind, *self.used(event), pointer, detail, first))
        self.rejected.add(pointer)

    def discard(self, event: Any) -> None:
        """Read past the value that begins with `event`."""
        depth = 0
        while True:
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
            if depth == 0:
                return
            event = self.next()

    @staticmethod
    def used(event: Any) -> tuple[int, int]:
        return event.start_mark.index, event.end_mark.index
