"""A text and an offset in, the line around it out, as an author sees it."""

import re

BREAK = re.compile(r"\r\n|\n|\r")
_KEY = re.compile(r"[\r\n][ \t]*(?:- +)*[\w-]+:(?=[ \r\n])")
_REST = re.compile(r"[^\r\n]*")
_NOTHING = re.compile(r"[ \t]*(?:#.*)?$")


def bounds(text: str, offset: int) -> tuple[int, int]:
    """Give the start and end of the line around an offset."""
    begin = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = _REST.match(text, begin)
    return begin, found.end() if found else begin


def stretch(text: str, offset: int) -> tuple[int, int]:
    """Give the line around an offset without its indentation."""
    begin, end = bounds(text, offset)
    return begin + indent(text[begin:end]), end


def before(text: str, offset: int) -> tuple[int, int]:
    """Give the last line before the one around `offset` that says something; an empty stretch where none does."""
    begin, _ = bounds(text, offset)
    while begin > 0:
        begin, end = bounds(text, begin - 1)
        if not _NOTHING.match(text[begin:end]):
            return begin, end
    return 0, 0


def after(text: str, offset: int) -> tuple[int, int]:
    """Give the next line after the one around `offset` that says something; an empty stretch where none does."""
    _, end = bounds(text, offset)
    while end < len(text):
        begin, end = bounds(text, end + 1)
        if not _NOTHING.match(text[begin:end]):
            return begin, end
    return len(text), len(text)


def first(text: str) -> int:
    """Give the start of the first line that says something."""
    begin, end = bounds(text, 0)
    return after(text, 0)[0] if _NOTHING.match(text[begin:end]) else begin


def newline(text: str) -> str:
    """Give the break that a text uses: its first, LF where it has none."""
    found = BREAK.search(text)
    return found[0] if found else "\n"


def indent(line: str) -> int:
    """Count the spaces and tabs at the start of a line."""
    return len(line) - len(line.lstrip(" \t"))


def holds_keys(quoted: str) -> bool:
    """Whether a quoted text goes over lines that read as keys: its end is then another text's beginning."""
    return _KEY.search(quoted) is not None
