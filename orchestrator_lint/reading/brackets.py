"""A place between brackets that the parser cannot read in, what its author did wrong out."""

import re

import yaml

from orchestrator_lint.reading import lines
from orchestrator_lint.reading.mistake import Mistake
from orchestrator_lint.reading.parser import tokens

_CLOSING = {"[": "]", "{": "}"}
_STARTS = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_ENDS = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)


def bracket(text: str, start: int, here: int) -> Mistake:
    """Say what is wrong at `here`, between brackets of which the innermost may open at `start`."""
    opened = _innermost(text, start, here)
    closing = _CLOSING.get(text[opened : opened + 1], "]")
    if not text[here:].strip() or (_runs_over(text, opened, here) and not _closes(text, here, closing)):
        return Mistake("open-list", opened, opened + 1, closing)
    char = text[here]
    if char in ("]", "}"):
        return Mistake("wrong-bracket", here, here + 1, closing)
    if char == ",":
        return Mistake("comma", here, here + 1)
    if char == ":":
        return Mistake("flow-colon", here, here + 1)
    if char in _CLOSING and re.search(r"\w[ ]*$", text[opened:here]):
        return Mistake("no-colon", here, here + 1)
    return Mistake("no-comma", here, here + 1)


def _innermost(text: str, start: int, here: int) -> int:
    """The last bracket before `here` that is not closed there."""
    if text[start : start + 1] in _CLOSING:
        return start
    stack: list[int] = []
    for token in tokens(text):
        if token.start_mark.index >= here:
            break
        if isinstance(token, _STARTS):
            stack.append(token.start_mark.index)
        elif isinstance(token, _ENDS) and stack:
            stack.pop()
    return stack[-1] if stack else start


def _closes(text: str, here: int, closing: str) -> bool:
    """Whether the line of `here` closes a bracket that it has not opened."""
    begin, end = lines.bounds(text, here)
    opening = "{" if closing == "}" else "["
    return text.count(closing, begin, end) > text.count(opening, begin, end)


def _runs_over(text: str, opened: int, here: int) -> bool:
    """Whether the bracket was to be closed on its own line: something stands behind it there, and `here` is further down."""
    _, end = lines.bounds(text, opened)
    return here > end and (bool(text[opened + 1 : end].strip()) or _dedented(text, opened, here))


def _dedented(text: str, opened: int, here: int) -> bool:
    """Whether a line between is indented no further than the one with the bracket."""
    begin, end = lines.bounds(text, opened)
    depth = lines.indent(text[begin:end])
    while end < here:
        begin, end = lines.after(text, end)
        line = text[begin:end].lstrip()
        if line and lines.indent(text[begin:end]) <= depth and line[0] not in "]}":
            return True
    return False
