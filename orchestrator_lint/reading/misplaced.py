"""A line that stands where it cannot stand in, what its author did wrong out."""

import re

from orchestrator_lint.reading import lines
from orchestrator_lint.reading.mistake import Mistake

_SEPARATOR = re.compile(r":(?=\s|$)")
_NO_SPACE = re.compile(r"[ \t]*(?:- +)*[\w-]+:[^\s:/]")
_BLOCK = re.compile(r"[:-] *[|>][-+0-9]*[ \t]*(?:#.*)?$")
_LONGEST_KEY = 1000  # the parsers stop at 1024


def colon(text: str, here: int) -> Mistake:
    """A colon too many on its line, or a line that its neighbours do not allow."""
    begin, _ = lines.bounds(text, here)
    ahead = text[begin:here]
    if here - begin > _LONGEST_KEY:
        return Mistake("long-key", *lines.stretch(text, here))
    if "\t" in ahead[: lines.indent(ahead)]:
        at = text.index("\t", begin)
        return Mistake("tab", at, at + 1)
    if _SEPARATOR.search(ahead):
        return Mistake("colon", here, here + 1)
    return _after_line(text, here, lines.before(text, here))


def _after_line(text: str, here: int, above: tuple[int, int]) -> Mistake:
    """A key under a line that is no object: one of both is wrong."""
    before = text[above[0] : above[1]]
    if before.strip() and not _SEPARATOR.search(before):
        if _continues(text, here, above):
            return Mistake("colon", here, here + 1)
        return _lacks_colon(text, above[0])
    return _of_two(text, here, above)


def _of_two(text: str, here: int, above: tuple[int, int]) -> Mistake:
    """Of a line and the one above it that has its value already, the one that stands out."""
    begin, end = lines.bounds(text, here)
    depth = lines.indent(text[begin:end])
    first, last = lines.after(text, end)
    opens_nothing = text[begin:end].rstrip().endswith(":") and lines.indent(text[first:last]) == depth
    if above[1] and not opens_nothing and _goes_on(text, end, depth):
        return Mistake("too-near", *lines.stretch(text, above[0]))
    return Mistake("too-far", *lines.stretch(text, here))


def _continues(text: str, here: int, above: tuple[int, int]) -> bool:
    """Whether the line above belongs to a text that began under its key, and this line of several words goes on with it."""
    begin, end = lines.bounds(text, here)
    if " " not in text[begin:here].strip():
        return False
    first = lines.before(text, above[0])
    opens = text[first[0] : first[1]].rstrip().endswith(":")
    return opens and lines.indent(text[above[0] : above[1]]) == lines.indent(text[begin:end])


def _goes_on(text: str, end: int, depth: int) -> bool:
    """Whether further lines of the same depth follow: then the line above them stands out, not the first of them."""
    begin, end = lines.after(text, end)
    while begin < len(text) and lines.indent(text[begin:end]) > depth:
        begin, end = lines.after(text, end)
    return begin < len(text) and lines.indent(text[begin:end]) == depth


def no_colon(text: str, start: int) -> Mistake:
    """A line without a colon where a key must stand."""
    first, last = lines.before(text, start)
    if _BLOCK.search(text[first:last]):
        return Mistake("block-text", *lines.stretch(text, start))
    return _lacks_colon(text, start)


def _lacks_colon(text: str, offset: int) -> Mistake:
    begin, end = lines.bounds(text, offset)
    if end - begin > _LONGEST_KEY:
        return Mistake("long-key", *lines.stretch(text, offset))
    kind = "no-space" if _NO_SPACE.match(text[begin:end]) else "no-colon"
    return Mistake(kind, *lines.stretch(text, offset))


def outside(text: str, start: int, here: int) -> Mistake:
    """What ends an object, begun at `start`, without being one of its keys."""
    begin, end = lines.bounds(text, here)
    ahead, rest = text[begin:here], text[here:end]
    first, last = lines.before(text, here)
    if "\t" in ahead[: lines.indent(ahead)]:
        at = text.index("\t", begin)
        return Mistake("tab", at, at + 1)
    if rest[:1] in ("]", "}"):
        return Mistake("closing-bracket", here, here + 1, rest[0])
    if ahead.rstrip()[-1:] in ("'", '"'):
        return Mistake("after-quote", here, end)
    if rest[:1] == ":":
        return Mistake("no-key", here, here + 1)
    if start == lines.first(text) and text[start : start + 2] == "- ":
        return Mistake("list-item", start, start + 1)  # a policy is no list
    if _BLOCK.search(text[first:last]):
        return Mistake("block-text", here, end)
    if ahead.strip():
        return Mistake("indentation", here, end)
    return _among_lines(text, here, (first, last))


def _among_lines(text: str, here: int, above: tuple[int, int]) -> Mistake:
    """A line that fits none of those before it, or whose neighbours are indented wrongly."""
    begin, end = lines.bounds(text, here)
    depth, before = here - begin, text[above[0] : above[1]]
    if lines.indent(before) < depth and _SEPARATOR.search(before.rstrip().rstrip(":")):
        return _of_two(text, here, above)
    inner, opener = _block_above(text, here, depth)
    if opener is not None and len(inner) == 1 and _is_odd(text, inner[0], here, opener):
        return Mistake("deeper", *lines.stretch(text, inner[0]))
    if opener is not None and _goes_on(text, end, depth):
        return Mistake("too-near", *lines.stretch(text, opener))
    if text[here : here + 1] != "-":
        return Mistake("indentation", here, end)
    if lines.indent(before) == depth and _opens(text, above[0]) and not before.lstrip().startswith("-"):
        return Mistake("no-dash", *lines.stretch(text, above[0]))
    return Mistake("list-item", here, here + 1)


def _is_odd(text: str, inner: int, here: int, opener: int) -> bool:
    """Whether the one line below `opener` is indented oddly, and not the one at `here` after it."""
    own, above, base = (lines.indent(text[slice(*lines.bounds(text, at))]) for at in (here, inner, opener))
    if (own - base) % 2 != (above - base) % 2:
        return (above - base) % 2 == 1
    first, last = lines.after(text, here)
    return _goes_on(text, here, own) or lines.indent(text[first:last]) != above


def _opens(text: str, offset: int) -> bool:
    """Whether the line before the one at `offset` is a key without a value on its line."""
    first, last = lines.before(text, offset)
    return text[first:last].rstrip().endswith(":")


def _block_above(text: str, here: int, depth: int) -> tuple[list[int], int | None]:
    """Give the outermost lines above that are deeper than `depth`, and the shallower key that opens them, if one does."""
    deeper: list[tuple[int, int]] = []
    first, last = lines.before(text, here)
    while last and lines.indent(text[first:last]) > depth:
        deeper.append((lines.indent(text[first:last]), first))
        first, last = lines.before(text, first)
    if not deeper or lines.indent(text[first:last]) >= depth or not text[first:last].rstrip().endswith(":"):
        return [], None
    outermost = min(deeper)[0]
    return [at for width, at in deeper if width == outermost], first
