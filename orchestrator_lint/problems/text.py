"""A sentence in both languages and its values in, a sentence in one language out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

LANGUAGES = ("en", "de")

_AND = {"en": "and", "de": "und"}
_MORE = {"en": "{count} more", "de": "{count} weitere"}
_SHOWN = 3


class Text(NamedTuple):
    """The same statement in English and German; `{name}` marks a value."""

    en: str
    de: str

    def to(self, language: str) -> str:
        """Give the statement in `language` (`en` or `de`)."""
        return self.de if language == "de" else self.en


def said(text: Text, values: Mapping[str, object], language: str) -> str:
    """Fill `text` with `values` in `language`; lists are joined, texts translated."""
    words = {name: _word(value, language) for name, value in values.items()}
    return text.to(language).format_map(words)


def listed(items: Sequence[str], language: str, shown: int | None = None) -> str:
    """Join names in backticks as a sentence does; past `shown` the rest is counted."""
    quoted = [f"`{item}`" for item in items]
    if shown is not None and len(quoted) > shown + 1:
        rest = _MORE[language].format(count=len(quoted) - shown)
        quoted = [*quoted[:shown], rest]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {_AND[language]} {quoted[-1]}"


def chained(names: Iterable[str]) -> str:
    """Write names in backticks as a chain, joined by arrows."""
    return " → ".join(f"`{name}`" for name in names)


def _word(value: object, language: str) -> str:
    if isinstance(value, Text):
        return value.to(language)
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return listed([str(item) for item in value], language, _SHOWN)
    return str(value)
