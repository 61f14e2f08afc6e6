"""A file before and after its edits in, whether what it says differs by the changes and by nothing else, out."""

import contextlib
import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from orchestrator_lint.problems import Change, Fill, Pointer, Quote, Rename, Rewrite
from orchestrator_lint.reading import Page
from orchestrator_lint.reading.parser import Events
from orchestrator_lint.repairing.edit import Edit, spliced
from orchestrator_lint.repairing.layout import Layout
from orchestrator_lint.repairing.plan import tree_of
from orchestrator_lint.repairing.skeleton import is_blank

_WORD = "x"


def is_confirmed(page: Page, after: str, changes: Sequence[Change]) -> bool:
    """Whether the file, read anew, says exactly what the changes mean. Quotes are not mixed with other changes."""
    quotes = [change for change in changes if isinstance(change, Quote)]
    return _same_events(page.text, after, quotes) if quotes else _same_data(page, after, changes)


def _same_data(page: Page, after: str, changes: Sequence[Change]) -> bool:
    new = Page(page.path, after).documents
    if len(new) != len(page.documents):
        return False
    for number, (old, read) in enumerate(zip(page.documents, new, strict=True)):
        data = copy.deepcopy(old.data)
        layout = Layout(page, number)
        mine = [change for change in changes if not isinstance(change, Quote) and change.place.document == number]
        for rewrite in (change for change in mine if isinstance(change, Rewrite)):
            _change(data, layout, rewrite)
        _lay_over(data, tree_of(change for change in mine if isinstance(change, Fill)))
        # at last and from within, as every path is that of before
        for rename in sorted((each for each in mine if isinstance(each, Rename)), key=_depth, reverse=True):
            _change(data, layout, rename)
        if not _same(data, read.data) or len(read.faults) != len(old.faults):
            return False
    return True


def _depth(change: Rename) -> int:
    return len(change.place.pointer)


def _change(data: Any, layout: Layout, change: Rename | Rewrite) -> None:
    """Carry a change out in plain data, also where aliases and merge keys repeat it."""
    pointer = change.place.pointer
    for use in (pointer, *layout.uses(pointer)):
        around, step = _at(data, use[:-1]), use[-1]
        if isinstance(change, Rewrite):
            around[step] = change.value
        elif step in around:  # an alias repeats the same map, in which it is done
            around[change.key] = around.pop(step)


def _lay_over(data: Any, tree: Any) -> None:
    for step, value in tree.items():
        present = data.get(step) if isinstance(data, dict) else data[step]
        if is_blank(present):
            data[step] = copy.deepcopy(value)
        elif isinstance(value, Mapping):
            _lay_over(present, value)


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


def _same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _same_events(before: str, after: str, quotes: Sequence[Quote]) -> bool:
    """Whether the texts in quotes are read as words in their places would be, and all else as with those words."""
    word = _WORD
    while word in before:
        word += _WORD
    words = spliced(before, [Edit(quote.path, quote.start, quote.end, word) for quote in quotes])
    texts = iter([before[quote.start : quote.end] for quote in sorted(quotes, key=lambda quote: quote.start)])
    expected = [
        event._replace(value=next(texts), plain=False) if event.value == word else event for event in _told(words)
    ]
    return next(texts, None) is None and expected == list(_told(after))


class _Event(NamedTuple):
    kind: str
    anchor: str | None
    tag: str | None
    value: str | None
    plain: bool


def _told(text: str) -> Iterator[_Event]:
    """What the parser says of a text, up to where it is none."""
    events = Events(text)
    with contextlib.suppress(yaml.YAMLError):
        for event in events:
            tag, value = getattr(event, "tag", None), getattr(event, "value", None)
            plain = value is not None and event.implicit[0] and not event.style
            yield _Event(type(event).__name__, getattr(event, "anchor", None), tag, value, plain)
