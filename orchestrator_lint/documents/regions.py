"""A page that somebody wrote in, the regions that we fill out, and what is wrong with their marks."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from orchestrator_lint.forms import did_you_mean
from orchestrator_lint.problems import LANGUAGES

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_OURS = re.compile(r"<!--\s*orchestrator-lint\s")
_MARK = re.compile(r"([ \t]*)<!--[ \t]*orchestrator-lint[ \t]+(begin|end)\b((?:(?!-->).)*)-->[ \t]*")
_CHECKSUM = re.compile(r"sha256=([0-9a-f]{64})")
_DEEPEST = 100  # the parser passes over what is deeper, and over all that follows
_FRONT = re.compile(r"---[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n))*?---[ \t]*(?:\r\n?|\n|\Z)")


class Mistake(NamedTuple):
    """What is wrong at a line, counted from 1."""

    line: int
    message: str


class Region(NamedTuple):
    """What stands between the mark at line `begin` and the one at line `end`, both counted from 0.

    `language` and `checksum` are empty where the marks name none; `level` is that of the heading above, 0 without one.
    """

    begin: int
    end: int
    indent: str
    name: str
    language: str
    checksum: str
    level: int


class _Mark(NamedTuple):
    line: int
    indent: str
    kind: str
    words: list[str]
    token: int


def lines_of(text: str) -> list[str]:
    """Split where Markdown does, each line with its end."""
    return _LINE.findall(text)


def regions_of(text: str) -> tuple[list[Region], list[Mistake]]:
    """Find the regions. What a reader of Markdown shows as code is no mark; any other mark that leads nowhere is a mistake."""
    if "orchestrator-lint" not in text:
        return [], []
    from markdown_it import MarkdownIt  # slow to import, and few pages have a mark

    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).parse(_without_front_matter(text))
    deep = next((token.map for token in tokens if token.level >= _DEEPEST - 1 and token.map), None)
    if deep:
        return [], [Mistake(deep[0] + 1, "lists and quotes in each other are too deep here to be read")]
    found = list(_marks(tokens, lines_of(text)))
    paired = list(_paired([mark for mark in found if isinstance(mark, _Mark)], tokens))
    mistakes = [found for found in (*found, *paired) if isinstance(found, Mistake)]
    return [region for region in paired if isinstance(region, Region)], sorted(mistakes)


def _without_front_matter(text: str) -> str:
    """Leave empty lines where YAML stands above the Markdown."""
    front = _FRONT.match(text)
    if front is None or _OURS.search(front[0]):
        return text
    return "\n" * len(lines_of(front[0])) + text[front.end() :]


def _marks(tokens: Sequence["Token"], lines: Sequence[str]) -> Iterator[_Mark | Mistake]:
    for position, token in enumerate(tokens):
        html = [child for child in token.children or () if child.type == "html_inline"]
        if token.map is None or not any(_OURS.search(part.content) for part in (token, *html) if "html" in part.type):
            continue
        line = _where(token.map, lines)
        mark = _MARK.fullmatch(lines[line].rstrip("\r\n"))
        if mark and token.type == "html_block" and token.map == [line, line + 1]:
            yield _Mark(line, mark[1], mark[2], mark[3].split(), position)
        else:
            yield Mistake(
                line + 1,
                "a mark of orchestrator-lint is `<!-- orchestrator-lint begin NAME -->` or `<!-- orchestrator-lint end -->`, "
                "alone on its line, and not inside other HTML",
            )


def _where(span: list[int], lines: Sequence[str]) -> int:
    """The line at which the mark in a block begins."""
    block = "".join(lines[slice(*span)])
    *_, last = (0, *(found.start() for found in _OURS.finditer(block)))
    return span[0] + len(lines_of(block[:last] + "x")) - 1


def _paired(marks: Sequence[_Mark], tokens: Sequence["Token"]) -> Iterator[Region | Mistake]:
    begin: _Mark | None = None
    inside: set[int] = set()
    for mark in marks:
        if mark.kind == "begin":
            if begin is not None:
                yield Mistake(begin.line + 1, f"this region has no end before the next begins in line {mark.line + 1}")
            begin = mark
        elif begin is None:
            yield Mistake(mark.line + 1, "this end has no `<!-- orchestrator-lint begin NAME -->` above it")
        else:
            yield _region(begin, mark, tokens, _level(tokens, begin.token, inside))
            inside.update(range(begin.token, mark.token))
            begin = None
    if begin is not None:
        yield Mistake(begin.line + 1, "this region has no end: write `<!-- orchestrator-lint end -->` below it")


def _level(tokens: Sequence["Token"], before: int, inside: set[int]) -> int:
    """The level of the heading above; what we filled in earlier does not count."""
    above = (
        token for place, token in enumerate(tokens[:before]) if token.type == "heading_open" and place not in inside
    )
    return max((int(token.tag[1:]) for token in list(above)[-1:]), default=0)


def _region(begin: _Mark, end: _Mark, tokens: Sequence["Token"], level: int) -> Region | Mistake:
    depth = tokens[begin.token].level
    if tokens[end.token].level != depth or any(token.level < depth for token in tokens[begin.token : end.token]):
        return Mistake(
            end.line + 1, f"this end is not in the same list item or quote as its begin in line {begin.line + 1}"
        )
    name, *attributes = begin.words or [""]
    if not name or "=" in name:
        return Mistake(
            begin.line + 1, "name what is filled in here: `begin register` or `begin charter-lending#decisions`"
        )
    language, wrong = _language(attributes)
    if wrong:
        return Mistake(begin.line + 1, wrong)
    checksum = _CHECKSUM.fullmatch(" ".join(end.words))
    if end.words and not checksum:
        return Mistake(end.line + 1, "after `end` stands nothing, or `sha256=` with the 64 digits that we wrote")
    return Region(begin.line, end.line, begin.indent, name, language, checksum[1] if checksum else "", level)


def _language(attributes: Sequence[str]) -> tuple[str, str]:
    """Read `lang=de`; gives the language and what is wrong."""
    language = ""
    for attribute in attributes:
        key, _, value = attribute.partition("=")
        if key != "lang":
            return "", f'unknown attribute "{key[:80]}"{did_you_mean(key, ["lang"])}'
        if language or value not in LANGUAGES:
            return "", f"write one language: {' or '.join(f'`lang={known}`' for known in LANGUAGES)}"
        language = value
    return language, ""
