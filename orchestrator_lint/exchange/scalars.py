"""One text in, one YAML scalar out that YAML 1.1 and 1.2 both read as that very text."""

import re
import textwrap

WIDTH = 100

# Letters, digits and single blanks, begun by a letter: no indicator, no number, no date, nothing that cuts.
_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9_/-]| (?=[A-Za-z0-9]))*")
_NOT_TEXT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LAST_OF_FOUR_DIGITS = 0xFFFF
# Visible blanks of other kinds; everything else that cannot be seen (bidirectional marks too) is escaped.
_BLANKS = frozenset("\u00a0\u2009\u202f\u3000")


def scalar(text: str, indent: int) -> str:
    """Write a value. Prose of several lines stands as a literal block, long prose as a folded one, the rest quoted.

    `indent` is the column of the lines that belong to the value.
    """
    if len(text) <= WIDTH and is_plain(text):
        return text
    if "\n" in text:
        return _literal(text, indent) if _fits_literal(text) else quoted(text, indent)
    if _fits_folded(text):
        return _folded(text, indent)
    return _single_quoted(text) if '"' in text and _is_visible_line(text) else quoted(text, indent)


def key(text: str) -> str:
    """Write a key."""
    return text if is_plain(text) else quoted(text)


def is_plain(text: str) -> bool:
    """Say whether a text needs no quotes under either version of YAML."""
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _NOT_TEXT


def quoted(text: str, indent: int | None = None) -> str:
    """Write a text in double quotes; with an indent, each of its lines on a line of its own."""
    lines = "".join(_escaped(letter) for letter in text).split("\\n")
    if indent is None or text.count("\n") != len(lines) - 1:
        return '"' + "\\n".join(lines) + '"'
    first, *others = lines
    return '"' + first + "".join(f"\\n\\\n{' ' * indent}{_guarded(line)}" for line in others) + '"'


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if _is_visible(letter):
        return letter
    code = ord(letter)
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"


def _guarded(line: str) -> str:
    return f"\\{line}" if line.startswith(" ") else line


def _is_visible(letter: str) -> bool:
    return letter.isprintable() or letter in _BLANKS


def _fits_literal(text: str) -> bool:
    lines = text.split("\n")
    whole = bool(lines[0]) and bool(lines[-1]) and not lines[0].startswith(" ")
    return whole and all(_is_visible_line(line) and line == line.rstrip() for line in lines)


def _fits_folded(text: str) -> bool:
    return len(text) > WIDTH and " " in text and text == text.strip() and _is_visible_line(text)


def _is_visible_line(line: str) -> bool:
    return all(map(_is_visible, line))


def _literal(text: str, indent: int) -> str:
    lines = (f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))
    return "|-\n" + "\n".join(lines)


def _folded(text: str, indent: int) -> str:
    words = re.split(r"(?<=[^ ]) (?=[^ ])", text)
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return ">-\n" + textwrap.indent("\n".join(lines), " " * indent)
