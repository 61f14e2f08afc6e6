"""A rename, a rewriting or a text without its quotes in, the edit for it out."""

import re

from orchestrator_lint.language import Node, policy_language
from orchestrator_lint.problems import Pointer, Quote, Rename, Rewrite
from orchestrator_lint.reading import Page
from orchestrator_lint.repairing.edit import Edit, NotPossible
from orchestrator_lint.repairing.layout import Layout
from orchestrator_lint.repairing.scalars import quoted, scalar

_ANCHOR = re.compile(r"&\S+ +(?=\S)")
_WORDS = frozenset(("title", "description", "examples", "x-de", "x-also"))  # what a schema says to people
_NOT_PLAIN = ("&", "!", "*", "|", ">", "[", "{")


def renamed(layout: Layout, change: Rename) -> Edit:
    """Give the edit of a key; what aliases repeat keeps its name, unless the same is wrong wherever it is repeated."""
    pointer = change.place.pointer
    around = layout.at(pointer[:-1])
    if isinstance(around, dict) and change.key in around:
        raise NotPossible
    _fits_everywhere(layout, pointer, 1)
    start, end = layout.span(pointer).key
    return Edit(change.place.path, start, end, _in_place_of(layout.text[start:end], str(pointer[-1]), change.key))


def rewritten(layout: Layout, change: Rewrite) -> Edit:
    """Give the edit of a scalar."""
    pointer = change.place.pointer
    _fits_everywhere(layout, pointer, 0)
    span = layout.span(pointer)
    start, end = span.value
    anchor = _ANCHOR.match(layout.text, start, end)
    start = anchor.end() if anchor else start
    before = layout.text[start:end]
    if span.collection or before.startswith(_NOT_PLAIN) or "\n" in before or "\r" in before:
        raise NotPossible
    if start < end:
        return Edit(change.place.path, start, end, scalar(change.value, before))
    colon = layout.colon(pointer)
    return Edit(change.place.path, colon, colon, f" {scalar(change.value)}")


def put_in_quotes(page: Page, change: Quote) -> Edit:
    """Give the edit that makes one text of a stretch."""
    return Edit(change.path, change.start, change.end, quoted(page.text[change.start : change.end]))


def _in_place_of(before: str, old: str, new: str) -> str:
    for quote in ("", "'", '"'):
        if before == f"{quote}{old}{quote}":
            return f"{quote}{new}{quote}"
    raise NotPossible


def _fits_everywhere(layout: Layout, pointer: Pointer, up: int) -> None:
    """See that what is written at a path is repeated at places of the same sort only: there the same is wrong.

    The sort is that of the place, or of the map `up` one level.
    """
    if not layout.is_repeated(pointer):
        return
    language = policy_language()
    here = _sort(language.at(pointer[: len(pointer) - up]))
    for use in layout.uses(pointer):
        if here is None or here != _sort(language.at(use[: len(use) - up])):
            raise NotPossible


def _sort(node: Node | None) -> object:
    """What may stand at a place, whatever people are told of it."""
    return node and {key: value for key, value in node.schema.items() if key not in _WORDS}
