"""Bytes in, text out; or the offset and the kind of what is no UTF-8 text."""

import codecs
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


class Decoded(NamedTuple):
    """A text, and where bytes do not fit UTF-8 the offset of the first and what they look like."""

    text: str
    wrong_at: int | None = None
    looks_like: str = ""


def decode(data: bytes) -> Decoded:
    """Read `data` as UTF-8, with or without a byte order mark.

    The text is complete even where it is wrong: what does not fit is replaced, so that a
    place in it can be shown.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace").removeprefix("\ufeff"), 0, name)
    unmarked = _without_mark(data)
    if unmarked is not None:
        return Decoded(data.decode(unmarked, "replace"), 0, "UTF-16")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        looks = "UTF-16" if b"\0" in data[:4] else "Windows-1252"
        return Decoded(data.decode("utf-8", "replace"), len(before), looks)


def encode(text: str, before: bytes) -> bytes:
    """Write a text as bytes, with a byte order mark where the file had one `before`."""
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8")


def _without_mark(data: bytes) -> str | None:
    """Name the UTF-16 in which two ASCII characters at the start would have been written so."""
    zeros = [byte == 0 for byte in data[:4]]
    if zeros == [False, True, False, True]:
        return "utf-16-le"
    return "utf-16-be" if zeros == [True, False, True, False] else None
