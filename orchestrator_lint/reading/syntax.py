"""An error of the YAML parser in, the kind of mistake and its offsets out, in an author's terms."""

import re
from typing import Any, NamedTuple

import yaml

_CLOSING = {"[": "]", "{": "}"}


class Mistake(NamedTuple):
    """The kind of a statement in `faults`, where it stands, and a detail for its text."""

    kind: str
    start: int
    end: int
    detail: str = ""


def diagnose(error: yaml.YAMLError, text: str) -> Mistake:
    """Say what an author did wrong. libyaml and its Python twin word the same errors differently."""
    if isinstance(error, yaml.reader.ReaderError):
        return _character(error, text)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None) or mark
    here = min(mark.index, len(text)) if mark else 0
    start = context.index if context else here
    problem = str(getattr(error, "problem", None) or error)
    if "cannot start any token" in problem:
        return _token(text, here)
    if "mapping values are not allowed" in problem:
        return _colon(text, here)
    if "expected ':'" in problem:
        return Mistake("no-colon", *_line(text, start))
    if "escape" in problem:
        return Mistake("escape", here, here + 1)
    if "quoted scalar" in str(getattr(error, "context", "")):
        return Mistake("open-quote", start, start + 1)
    if "',' or" in problem or "flow" in str(getattr(error, "context", "")):
        return _bracket(text, start, here)
    if text[max(0, here - 1) : here] in ("'", '"') and text[here : here + 1].strip():
        return Mistake("after-quote", here, here + 1)
    if "block sequence entries" in problem:
        return Mistake("list-item", here, here + 1)
    if "expected key" in problem or "block" in problem or "'-' indicator" in problem:
        return _indentation(text, here)
    return Mistake("other", *_line(text, here), problem)


def _character(error: Any, text: str) -> Mistake:
    position = min(error.position, len(text))
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    position = found.start() if found else position
    code = ord(text[position]) if position < len(text) else 0
    return Mistake("control-character", position, position + 1, f"U+{code:04X}")


def _token(text: str, here: int) -> Mistake:
    char = text[here : here + 1]
    if char == "\t":
        return Mistake("tab", here, here + 1)
    return Mistake("reserved", here, here + 1, char)


def _colon(text: str, here: int) -> Mistake:
    """A colon too many on its line, or the line before it has none."""
    begin, _ = _line(text, here)
    lead = re.search(r"([^\n]*)\n\s*$", text[:begin] + "\n" if begin == 0 else text[:begin])
    before = lead[1] if lead else ""
    if ":" not in text[begin:here] and before.strip() and ":" not in before and "#" not in before:
        end = begin - 1
        return Mistake("no-colon", *_line(text, max(0, end - 1)))
    if "\t" in re.match(r"\s*", text[begin:here])[0]:  # type: ignore[index]
        return _token(text, text.index("\t", begin))
    if ":" not in text[begin:here]:
        return Mistake("too-far", *_line(text, here))
    return Mistake("colon", here, here + 1)


def _bracket(text: str, start: int, here: int) -> Mistake:
    opened = text[start : start + 1]
    if "\n" in text[start:here].rstrip() or here >= len(text.rstrip()):
        return Mistake("open-list", start, start + 1, _CLOSING.get(opened, "]"))
    return Mistake("open-list", here, here + 1, _CLOSING.get(opened, "]"))


def _indentation(text: str, here: int) -> Mistake:
    begin, end = _line(text, here)
    if "\t" in text[begin:here]:
        return _token(text, text.index("\t", begin))
    return Mistake("indentation", here, max(here + 1, end))


def _line(text: str, offset: int) -> tuple[int, int]:
    """The stretch of the line around an offset, without its indentation."""
    begin = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = re.compile(r"[^\r\n]*").match(text, begin)
    end = found.end() if found else begin
    return begin + len(text[begin:end]) - len(text[begin:end].lstrip()), end
