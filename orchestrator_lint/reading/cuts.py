"""Values of a flow map or list in, the suspicion that a comma cut a text apart out."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from orchestrator_lint.language import policy_language

# words that begin the second half of a sentence and hardly ever an item of a list
_CONTINUES = re.compile(
    r"(and|or|but|which|who|whose|because|so that|unless|although|"
    r"und|oder|aber|sondern|denn|weil|dass|damit|falls|sofern|obwohl|welche[rmns]?|"
    r"(der|die|das|den|dem|deren|dessen)(?= \S+ .*(t|en)[.]?$)) ",
)
_NO_SPACE = re.compile(r"[A-Za-z][\w-]*:\S+")


def cut_kind(text: str, key: Any, value: Any, first: bool) -> str | None:
    """Give the kind of fault where a key of a flow map is none.

    It may be the rest of a text that an unquoted comma cut (`cut-text`, `cut-number`), or a key and value without colon
    or space (`no-colon`, `no-space`).
    It is cut where no colon follows it, or where it holds a space: keys of policies never do. The
    `first` entry of a map has nothing before it that could have been cut.
    """
    if key.style or not key.implicit[0]:
        return None
    unfinished = _is_unfinished(text, key, value)
    if unfinished and _NO_SPACE.fullmatch(key.value):
        return "no-space"
    if first:
        return "no-colon" if unfinished else None
    if not unfinished and " " not in key.value.strip():
        return None
    digits = (
        key.value.isdigit()
        and text[max(0, key.start_mark.index - 20) : key.start_mark.index].rstrip(" ,")[-1:].isdigit()
    )
    return "cut-number" if digits else "cut-text"


def is_one_sentence(items: Sequence[str]) -> bool:
    """Whether the plain items of a flow list read as one sentence that its commas cut."""
    if len(items) < 2 or " " not in items[0]:
        return False
    later = items[1:]
    if any(_CONTINUES.match(item) for item in later):
        return True
    starts, ends = items[0][0].isupper(), items[-1][-1:] in (".", "!", "?")
    return starts and ends and any(item[:1].islower() for item in later)


def whole_text(text: str, value: Any, rest: Any) -> tuple[int, int] | None:
    """Give the stretch of the text that a comma cut, from the unquoted `value` to the end of its `rest`.

    None where it cannot be told for certain: over several lines, where a colon follows the rest, or the rest is a key.
    """
    is_plain = isinstance(value, yaml.ScalarEvent) and not value.style and value.implicit[0]
    if not is_plain or not value.value or rest.value in policy_language().names:
        return None
    start, end = value.start_mark.index, rest.end_mark.index
    return _on_one_line(text, start, end) if text[end:].lstrip(" ")[:1] in (",", "}") else None


def within(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the stretch between the brackets of a list, without the spaces around it."""
    inside = text[start + 1 : end - 1]
    begin = start + 1 + len(inside) - len(inside.lstrip())
    return _on_one_line(text, begin, begin + len(inside.strip()))


def _on_one_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    return None if "\n" in text[start:end] or "\r" in text[start:end] else (start, end)


def _is_unfinished(text: str, key: Any, value: Any) -> bool:
    empty = isinstance(value, yaml.ScalarEvent) and not value.value and value.implicit[0]
    return empty and ":" not in text[key.end_mark.index : value.end_mark.index + 1]
