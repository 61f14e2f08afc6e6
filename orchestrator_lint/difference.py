"""Two texts in, a unified diff out."""

import difflib
import re

_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # for `patch` a line ends with LF alone
_OPEN = "\n\\ No newline at end of file\n"


def unified(before: str, after: str, old: str, new: str) -> str:
    """Give the diff of a file as `patch` reads it, `old` and `new` in its head; empty where nothing differs."""
    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), old, new)
    return "".join(line if line.endswith("\n") else line + _OPEN for line in lines)
