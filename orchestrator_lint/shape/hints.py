"""A rejected value and the place of the language in, what to write instead out, where that is certain."""

import re
from collections.abc import Sequence
from typing import Any

from orchestrator_lint.language import Node
from orchestrator_lint.problems import Text, listed
from orchestrator_lint.shape import faults as say
from orchestrator_lint.shape.forms import date_form, duration_form, number_form
from orchestrator_lint.shape.written import written

_WORDS_SHOWN = 14
_TRUE = frozenset(("yes", "on", "y", "ja", "wahr", "true", "1"))
_FALSE = frozenset(("no", "off", "n", "nein", "falsch", "false", "0"))
_TIME = re.compile(r"\d[T ]+\d")
_BULLET = re.compile(r"[-–—•*·+] ?\S")


def of_key(key: str, near: str | None, node: Node) -> Text:
    """What an unknown key may have been meant as: a word nearby, a place elsewhere, or one of the keys possible."""
    if near:
        return filled(say.DID_YOU_MEAN, near=near)
    home = _home(key, node)
    if home:
        return filled(say.BELONGS, parent=home)
    if node.is_text:
        return say.LANGUAGE_KEY
    return words_of(say.OWN_KEY, node.keys)


def of_type(value: Any, types: Sequence[str]) -> Text:
    """How a value of the wrong type is written in one of `types`."""
    if isinstance(value, list):
        return _of_list(value, types)
    if isinstance(value, dict):
        return say.NO_HINT
    if list(types) == ["boolean"]:
        return _of_boolean(value)
    if value is not None and not isinstance(value, bool) and "array" in types:
        return _as_list(str(value))
    if isinstance(value, str) and set(types) <= {"number", "integer"}:
        return _of_number(value)
    if isinstance(value, bool) and "string" in types:
        return filled(say.QUOTE_IT, value=written(value))
    return say.NO_HINT


def of_form(value: str, pattern: str) -> Text:
    """The form that was probably meant; nothing where that is not certain."""
    if pattern.startswith("^[0-9]{4}") and re.fullmatch(pattern, value):
        return say.NO_SUCH_DAY
    near = _near_form(value, pattern)
    return filled(say.DID_YOU_MEAN, near=near) if near else say.NO_HINT


def form_meant(value: str, pattern: str) -> str | None:
    """The form that was meant, where it says all that `value` says; a time of day behind a date would be lost."""
    near = _near_form(value, pattern)
    return near if near and re.fullmatch(pattern, near) and not _TIME.search(value) else None


def words_of(text: Text, words: Sequence[str]) -> Text:
    """Fill a text with the words possible; nothing where there are none."""
    if not words:
        return say.NO_HINT
    return Text(
        text.en.format(words=listed(words, "en", _WORDS_SHOWN)), text.de.format(words=listed(words, "de", _WORDS_SHOWN))
    )


def filled(text: Text, **values: str) -> Text:
    """Fill both languages of a text."""
    return Text(text.en.format_map(values), text.de.format_map(values))


def _near_form(value: str, pattern: str) -> str | None:
    near = None
    if "minute|hour" in pattern:
        near = duration_form(value)
    elif pattern.startswith("^[0-9]{4}"):
        near = date_form(value)
    return near if near != value else None


def _of_list(value: list[Any], types: Sequence[str]) -> Text:
    if len(value) == 1 and isinstance(value[0], str) and "string" in types:
        return filled(say.WITHOUT_BRACKETS, value=written(value[0]))
    if value and "object" in types and all(isinstance(item, dict) for item in value):
        return say.NO_ITEMS
    return say.NO_HINT


def _of_boolean(value: object) -> Text:
    word = str(value).strip().lower()
    if word in _TRUE or word in _FALSE:
        return filled(say.AS_BOOLEAN, near="true" if word in _TRUE else "false")
    return say.NO_HINT


def _as_list(value: str) -> Text:
    if _BULLET.match(value):
        return say.AS_ITEM
    if " " in value.strip() and "," not in value:
        return say.AS_ITEMS
    return filled(say.AS_LIST, value=written(value))


def _of_number(value: str) -> Text:
    near = number_form(value)
    if near is None:
        return say.NO_HINT
    return filled(say.NO_QUOTES if near == value else say.AS_NUMBER, near=near)


def _home(key: str, node: Node) -> str | None:
    """Name the one object below that has this key, the nearest level first."""
    level = [("", node)]
    for _ in range(4):
        level = [
            (f"{path}.{name}".lstrip("."), child)
            for path, parent in level
            for name in (*parent.keys, *(("<id>",) if parent.child("id") and not parent.keys else ()))
            if (child := parent.child(name.replace("<id>", "id"))) is not None and not child.is_text
        ]
        homes = [path for path, child in level if key in child.keys]
        if homes:
            return homes[0] if len(homes) == 1 else None
    return None
