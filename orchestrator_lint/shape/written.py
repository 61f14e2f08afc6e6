"""A value of a policy in, the words for it in a message out: short, and with nothing invisible in it."""

import unicodedata
from typing import Any

_LONGEST = 60
_INVISIBLE = frozenset(("Cc", "Cf", "Cn", "Co", "Zl", "Zp"))


def written(value: Any) -> str:
    """Write a value as it stands in the file, invisible characters by their code, shortened to 60 characters."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = str(value)
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return text if text.isascii() and text.isprintable() else "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    kind = unicodedata.category(char)
    hidden = kind in _INVISIBLE or (kind == "Zs" and char != " ")
    return f"<U+{ord(char):04X}>" if hidden else char
