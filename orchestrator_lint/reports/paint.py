"""Words in, words with or without colour out; what a terminal or the reader of a log would obey is made visible."""

import re
from typing import NamedTuple

_CODES = {
    "error": "31;1",
    "warning": "33;1",
    "note": "36;1",
    "strong": "1",
    "dim": "2",
    "good": "32;1",
    "added": "32",
    "removed": "31",
}
# C0, DEL, C1, zero-width, line and paragraph separators, bidirectional controls, the byte order mark, lone surrogates,
# and the two that are no characters at all
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
    # `##[…]`, `##vso[…]` and `##teamcity[…]`, which GitHub, Azure and TeamCity obey wherever they stand in a line of a log
    r"|(?<=#)#(?=\w*\[)"
)
_COMMAND = re.compile(r"^(\s*):(?=:)")  # a line that begins like `::error::`, which GitHub obeys


class Paint(NamedTuple):
    """Whether escape codes may be written."""

    colour: bool = False

    def __call__(self, kind: str, text: str) -> str:
        """Give `text` in the colour of `error`, `warning`, `note`, `strong`, `dim`, `good`, `added` or `removed`."""
        return f"\x1b[{_CODES[kind]}m{text}\x1b[0m" if self.colour else text


def visible(text: str) -> str:
    """Write out characters that a terminal would hide or obey, as `\\u202e`; tabs become a space."""
    return _HIDDEN.sub(lambda match: _written(match[0]), text).replace("\t", " ")


def logged(line: str) -> str:
    """Write a line of a log so that no service that reads the log obeys it."""
    return _COMMAND.sub(lambda match: f"{match[1]}{_written(':')}", line)


def one_line(text: str) -> str:
    """Write a text on one line of a log, whatever stands in it."""
    return logged(" ".join(visible(text).split()))


def _written(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
