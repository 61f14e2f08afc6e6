"""A value in, YAML for it out that every version of YAML reads alike."""

import re

from orchestrator_lint.reading.differences import reads_differently
from orchestrator_lint.reading.scalars import resolve

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._/()-]*[A-Za-z0-9.)])?")


def scalar(value: str | int | bool, like: str = "") -> str:
    """Write a scalar, in the quotes of `like`, which stood there before, else in none where none are needed."""
    if not isinstance(value, str):
        return str(value).lower()
    if like[:1] == "'":
        return _single(value)
    if like[:1] == '"':
        return quoted(value)
    plain = _PLAIN.fullmatch(value) and isinstance(resolve(value), str) and not reads_differently(value)
    return value if plain else quoted(value)


def quoted(text: str) -> str:
    """Write a text of one line in quotes, with nothing in it spelt otherwise where that can be."""
    return _single(text) if '"' in text or "\\" in text else f'"{text}"'


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
