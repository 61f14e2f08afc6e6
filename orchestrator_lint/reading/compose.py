"""YAML events in, plain data out, with the places of all values if they are asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from orchestrator_lint.problems import Pointer
from orchestrator_lint.reading.copies import Anchor, Copies
from orchestrator_lint.reading.cuts import cut_kind, is_one_sentence, whole_text, within
from orchestrator_lint.reading.differences import reads_differently
from orchestrator_lint.reading.parser import Events
from orchestrator_lint.reading.places import Span, Spans
from orchestrator_lint.reading.scalars import fits_tag, resolve

MAX_DEPTH = 60  # the language itself is nine levels deep
MAX_ALIASED = 100_000  # values that aliases may add to one document

_TEXT_TAGS = frozenset(("!", "tag:yaml.org,2002:str"))


class Fault(NamedTuple):
    """What is wrong with a stretch of a document, by the key of its text in `faults`.

    `whole` is the text that was cut there, if one was.
    """

    kind: str
    start: int
    end: int
    pointer: Pointer
    detail: str = ""
    first: tuple[int, int] | None = None
    whole: tuple[int, int] | None = None


class TooMuch(Exception):
    """A document that must not be read to its end: aliases or nesting without bound."""

    def __init__(self, kind: str, start: int, end: int) -> None:
        super().__init__(kind)
        self.kind, self.start, self.end = kind, start, end


class Composed(NamedTuple):
    """One YAML document: its value, the faults in it, and its spans where they were asked for.

    `copies` names for a value behind an alias or merge key the path where it is written; `ambiguous` are the paths of
    unquoted texts that YAML 1.1 reads as something else.
    """

    data: Any
    faults: tuple[Fault, ...]
    rejected: frozenset[Pointer]
    spans: Spans
    start: int
    copies: Mapping[Pointer, Pointer]
    ambiguous: tuple[Pointer, ...]


def compose(text: str, with_spans: bool) -> Iterator[Composed]:
    """Give the documents of `text` one by one.

    Raises yaml.YAMLError where the text is no YAML, TooMuch where it is a bomb; the
    documents before that place have been given by then.
    """
    events = Events(text)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            yield _Document(events, text, with_spans).compose()


class _Document:
    def __init__(self, events: Events, text: str, with_spans: bool) -> None:
        self.next: Callable[[], Any] = events.next
        self.restored, self.text = events.restored, text
        self.spans: Spans | None = Spans() if with_spans else None
        self.rejected: list[Pointer] = []
        self.copies = Copies(self.spans, self.rejected)
        self.open: set[str] = set()
        self.shifted: set[Pointer] = set()
        self.faults: list[Fault] = []
        self.ambiguous: list[Pointer] = []
        self.size = self.aliased = 0

    def compose(self) -> Composed:
        event = self.next()
        start = self.used(event)[0]
        data = self.node(event, (), (start, start))
        spans = self.spans if self.spans is not None else Spans()
        return Composed(
            data,
            tuple(self.faults),
            frozenset(self.rejected),
            spans,
            start,
            self.copies.origins,
            tuple(self.ambiguous),
        )

    def node(self, event: Any, pointer: Pointer, key: tuple[int, int]) -> Any:
        """Give the value that begins with `event` and note its span; `key` is the span of its key."""
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, pointer, key)
        start, said, before = self.used(event)[0], len(self.faults), (self.size, len(self.rejected))
        self.size += 1
        if len(pointer) > MAX_DEPTH:
            raise TooMuch("too-deep", start, self.used(event)[1])
        anchor, scalar = event.anchor, isinstance(event, yaml.ScalarEvent)
        if anchor is not None and not scalar:
            self.open.add(anchor)
        data, end = self.content(event, pointer)
        if scalar and event.implicit[0] and isinstance(data, str) and reads_differently(data):
            self.ambiguous.append(pointer)
        if event.tag is not None and not fits_tag(event.tag, data):
            del self.faults[said:]  # what stands behind the tag is refused whole
            self.fault("tag", event, pointer, event.tag.replace("tag:yaml.org,2002:", "!!"))
        if self.spans is not None:
            self.spans[pointer] = Span(key if pointer else (start, start), (start, end), not scalar)
        if anchor is not None:
            self.open.discard(anchor)
            self.copies.anchors[anchor] = self.anchored(data, pointer, before, (start, end))
            if data is None and scalar and not event.value:
                self.fault("empty-anchor", event, pointer, anchor)
        return data

    def anchored(self, data: Any, pointer: Pointer, before: tuple[int, int], span: tuple[int, int]) -> Anchor:
        refused = tuple(path[len(pointer) :] for path in self.rejected[before[1] :])
        return Anchor(data, pointer, self.size - before[0] + len(refused), span, refused)

    def content(self, event: Any, pointer: Pointer) -> tuple[Any, int]:
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, pointer)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, pointer)
        return self.scalar(event), self.used(event)[1]

    def scalar(self, event: Any) -> Any:
        value = self.restored(event.value)
        if event.tag in _TEXT_TAGS:
            return value
        plain = event.implicit[0] and not event.style
        return resolve(value) if plain or event.tag else value

    def mapping(self, start: Any, pointer: Pointer) -> tuple[dict[str, Any], int]:
        data: dict[str, Any] = {}
        merges: list[tuple[list[Anchor], tuple[int, int]]] = []
        spots: dict[str, tuple[int, int]] = {}
        last: str | None = None
        held: Any = None
        cut = False
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.odd_key(event, pointer, start.flow_style)
                continue
            name, value = self.restored(event.value), self.next()
            if name == "<<" and event.implicit[0]:
                merges.append((self.merged(value, pointer), self.used(value)))
                continue
            kind = cut_kind(self.text, event, value, last is None) if start.flow_style else None
            if kind is not None:
                self.cut(kind, event, (*pointer, last) if last else pointer, cut, whole_text(self.text, held, event))
                self.rejected.append((*pointer, name.partition(" ")[0].partition(":")[0]))
                self.discard(value)
                cut = True
                continue
            if name in data:
                self.twice(event, pointer, spots, last if not start.flow_style and data[last or ""] is None else None)
                self.discard(value)
                continue
            spots[name], last, held, cut = self.used(event), name, value, False
            data[name] = self.node(value, (*pointer, name), spots[name])
        for sources, used in merges:
            for source in sources:
                self.copies.merge(source, data, pointer, used)
        return data, self.used(event)[1]

    def sequence(self, start: Any, pointer: Pointer) -> tuple[list[Any], int]:
        data: list[Any] = []
        plain: list[str] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            item = self.used(event)[0]
            data.append(self.node(event, (*pointer, len(data)), (item, self.used(event)[1])))
            if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.style:
                plain.append(event.value)
        if start.flow_style and len(plain) == len(data) and is_one_sentence(plain):
            span = (start.start_mark.index, self.used(event)[1])
            whole = within(self.text, *span)
            self.faults.append(Fault("cut-list", *span, pointer, plain[0], whole=whole))
            self.rejected.append(pointer)
        return data, self.used(event)[1]

    def alias(self, event: Any, pointer: Pointer, key: tuple[int, int]) -> Any:
        name = event.anchor
        anchor = self.copies.anchors.get(name)
        if anchor is None or name in self.open:
            self.fault("endless-alias" if name in self.open else "unknown-alias", event, pointer, name)
            if pointer and isinstance(pointer[-1], int):
                self.rejected.append(pointer[:-1])  # a list with an unknown item is no empty one
            return None
        self.grow(anchor, event)
        self.copies.alias(anchor, pointer, key, self.used(event))
        return anchor.data

    def grow(self, anchor: Anchor, event: Any) -> None:
        self.size += anchor.size
        self.aliased += anchor.size
        if self.aliased > MAX_ALIASED:
            raise TooMuch("alias-bomb", *self.used(event))

    def merged(self, event: Any, pointer: Pointer, in_list: bool = False) -> list[Anchor]:
        """Read what stands behind `<<`: a map, an alias of one, or a list of these; the nearest first."""
        if isinstance(event, yaml.SequenceStartEvent) and not in_list:
            found: list[Anchor] = []
            while not isinstance(item := self.next(), yaml.SequenceEndEvent):
                found += self.merged(item, pointer, in_list=True)
            return found
        if isinstance(event, yaml.AliasEvent):
            return self.merged_alias(event, pointer)
        if isinstance(event, yaml.MappingStartEvent):
            place, before = (*pointer, "<<", self.used(event)[0]), (self.size, len(self.rejected))
            data = self.node(event, place, self.used(event))
            return [self.anchored(data, place, before, self.used(event))]
        self.discard(event)
        self.fault("merge", event, pointer)
        return []

    def merged_alias(self, event: Any, pointer: Pointer) -> list[Anchor]:
        anchor = self.copies.anchors.get(event.anchor)
        if event.anchor in self.open:
            self.fault("endless-alias", event, pointer, event.anchor)
        elif anchor is None:
            self.fault("unknown-alias", event, pointer, event.anchor)
        elif not isinstance(anchor.data, dict):
            self.fault("merge", event, pointer)
        else:
            self.grow(anchor, event)
            return [anchor]
        return []

    def odd_key(self, event: Any, pointer: Pointer, flow: bool) -> None:
        """Refuse a key that is no word: in braces the whole map, as in `{{ name }}`, else what the key may name."""
        place = pointer if flow else (*pointer, f"?{self.used(event)[0]}")
        self.fault("odd-key", event, place)
        self.rejected.extend((*pointer, name) for name in self.discard(event))
        if isinstance(event, yaml.AliasEvent) and event.anchor in self.copies.anchors:
            self.rejected.append((*pointer, str(self.copies.anchors[event.anchor].data)))
        self.discard(self.next())

    def twice(self, event: Any, pointer: Pointer, spots: dict[str, tuple[int, int]], empty: str | None) -> None:
        """Note a key that stands twice; once for all that follow an `empty` key, which is then an id indented too far."""
        name = self.restored(event.value)
        if empty is None and pointer not in self.shifted:
            self.fault("duplicate-key", event, (*pointer, name), name, spots[name])
            return
        self.rejected.append((*pointer, name))
        if empty is not None and pointer not in self.shifted:
            self.shifted.add(pointer)
            self.faults.append(Fault("id-indented", *spots[empty], (*pointer, empty), empty))
            self.rejected += [(*pointer, empty), (*pointer[:-1], empty)]

    def cut(self, kind: str, event: Any, pointer: Pointer, again: bool, whole: tuple[int, int] | None) -> None:
        """Note a cut; further pieces of the same text belong to the first."""
        if again and self.faults[-1].kind == kind:
            known = self.faults[-1]
            self.faults[-1] = known._replace(end=self.used(event)[1], whole=known.whole and whole)
            return
        self.fault(kind, event, pointer, event.value)
        self.faults[-1] = self.faults[-1]._replace(whole=whole)

    def fault(
        self, kind: str, event: Any, pointer: Pointer, detail: str = "", first: tuple[int, int] | None = None
    ) -> None:
        self.faults.append(Fault(kind, *self.used(event), pointer, detail, first))
        self.rejected.append(pointer)

    def discard(self, event: Any) -> list[str]:
        """Read past the value that begins with `event`, and give the texts directly inside it."""
        depth, inside = 0, []
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    raise TooMuch("too-deep", *self.used(event))
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif depth == 1 and isinstance(event, yaml.ScalarEvent):
                inside.append(event.value)
            if depth == 0:
                return inside
            event = self.next()

    @staticmethod
    def used(event: Any) -> tuple[int, int]:
        """The stretch of an event."""
        return event.start_mark.index, event.end_mark.index
