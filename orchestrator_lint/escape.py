"""Policy text in, the same text out so that Markdown, HTML and Mermaid show it and do nothing with it."""

import html
import re
from functools import lru_cache

# Entities where a backslash is not understood everywhere, or does not stop a table, a formula, an address or a
# mention; the rest reads better with a backslash. Python-Markdown and CommonMark agree on both.
_ENTITIES = {mark: f"&#{ord(mark)};" for mark in "|~@${}^"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TABLE = str.maketrans(_ENTITIES | {mark: f"\\{mark}" for mark in "\\`*_[]#"})
_MERMAID = str.maketrans({mark: f"#{ord(mark)};" for mark in '"#;<>&\\`|{}[]()%$*_~!^:@'})

_SPACES = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
# Control, format, surrogate, private and unassigned characters that change how a line reads, or cannot be written.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)
_LEADING = re.compile(r"^[-+=!:]")
_AFTER_NUMBER = re.compile(r"^(\d+)([.)])(?= |$)")
_WWW = re.compile(r"(?i)(www)\.")
_COLON = re.compile(r":(?=\S)")
_CODE = re.compile(r"`([^`]+)`")
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")
_MERMAID_MARK = re.compile(r"^(?:([-+])(?= )|(\d+)([.)])(?= ))")


class Verbatim(str):
    """Markdown of our own, like an address or a diagram: it goes into a page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell templates that nothing is left to escape."""
        return str(self)


def plain(text: str) -> str:
    """Write a text on one line: white space as single spaces, hidden characters by their number."""
    return _HIDDEN.sub(_shown, _SPACES.sub(" ", text)).strip()


@lru_cache(maxsize=8192)
def markdown(text: str) -> str:
    """Write a text so that every Markdown reader shows it as it stands, at any place of a page."""
    escaped = plain(text).translate(_TABLE)
    escaped = _COLON.sub("&#58;", escaped)
    escaped = _WWW.sub(r"\1&#46;", escaped)
    escaped = _AFTER_NUMBER.sub(r"\1\\\2", escaped)
    return _LEADING.sub(lambda found: f"&#{ord(found[0])};", escaped)


def unescaped(text: str) -> str:
    """Read a text back that `markdown` wrote."""
    return html.unescape(_BACKSLASH.sub(r"\1", text))


def message(text: str) -> str:
    """Write the message of a finding: what it quotes in backticks becomes code, the rest is escaped."""
    line = plain(text)
    parts: list[str] = []
    end = 0
    for found in _CODE.finditer(line):
        parts += [_inner(line[end : found.start()], at_start=not end), _code(found[1])]
        end = found.end()
    return "".join([*parts, _inner(line[end:], at_start=not end)])


def code(text: str) -> str:
    """Write a text as code, where nothing in it would end the code or cut a table."""
    line = plain(text)
    return markdown(line) if "`" in line else _code(line)


def mermaid(text: str) -> str:
    """Write a text as the label of a diagram, to stand in double quotes."""
    lines = [plain(line) for line in text.strip().splitlines()]
    return "<br/>".join(_MERMAID_MARK.sub(_mermaid_mark, line.translate(_MERMAID)) for line in lines if line)


def _shown(found: re.Match[str]) -> str:
    return f"⟨U+{ord(found[0]):04X}⟩"


def _inner(text: str, at_start: bool) -> str:
    """Escape a part of a line, with the spaces around it."""
    if not text.strip():
        return " " if text else ""
    before = " " if text[0] == " " else ""
    after = " " if text[-1] == " " else ""
    escaped = markdown(text) if at_start else markdown(f"x{text.strip()}")[1:]
    return f"{before}{escaped}{after}"


def _code(text: str) -> str:
    # a bar would cut a table even inside code, and some site builders read braces there
    return markdown(text) if set(text) & set("|{}") or not text.strip() else f"`{text.strip()}`"


def _mermaid_mark(found: re.Match[str]) -> str:
    if found[1]:
        return f"#{ord(found[1])};"
    return f"{found[2]}#{ord(found[3])};"
