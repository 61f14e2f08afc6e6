"""Documents in, the text of one of them or of one of its sections out, as it reads from another place."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from orchestrator_lint.documents.pages import Document
from orchestrator_lint.forms import InputError, did_you_mean

_ANCHOR = re.compile(r'<a id="([a-z0-9-]+)"></a>')
_HEADING = re.compile(r"(#{1,6}) ")
# an escaped character and code are passed over, so that only addresses of our own are left
_LINK = re.compile(r"\\.|`[^`]*`|\]\(([^()\s]+)\)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/")
_DEEPEST = 6


class Section(NamedTuple):
    """A part of a document, and the path of the page that it stands on, below the folder of the documents."""

    path: str
    lines: tuple[str, ...]


class Sections:
    """All documents by id and language. `language` is the one where none is asked for."""

    def __init__(self, documents: Mapping[str, Document], language: str) -> None:
        pages = {path: document for path, document in documents.items() if path.endswith(".md")}
        self._paths = {(document.id, document.language): path for path, document in pages.items()}
        self._texts = {path: document.text for path, document in pages.items()}
        self._language = language

    def find(self, name: str, language: str = "") -> Section:
        """Give what stands under a name: `register`, or `register#systems` without its heading.

        Raises InputError where there is no such document or section.
        """
        id, hash_sign, anchor = name.partition("#")
        wanted = language or self._language
        path = self._paths.get((id, wanted))
        if path is None:
            known = [known for known, spoken in self._paths if spoken == wanted]
            raise InputError(f'there is no document "{id[:80]}"{did_you_mean(id, known)} (`manifest.json` lists all)')
        content = _content(self._texts[path].split("\n"))
        return Section(path, tuple(_under(anchor, content, id) if hash_sign else _trimmed(content)))


def moved(section: Section, to: str, level: int) -> str:
    """Write a section so that it reads from elsewhere: `to` leads from there to the folder of the documents.

    Links to what is inside stay inside; the highest heading goes one below `level`, where that is not 0.
    """
    texts = {number: section.lines[number] for number in _outside_code(section.lines)}
    anchors = {found[1] for line in texts.values() if (found := _ANCHOR.fullmatch(line))}
    levels = [len(found[1]) for line in texts.values() if (found := _HEADING.match(line))]
    by = level + 1 - min(levels) if level and levels else 0

    def link(found: re.Match[str]) -> str:
        return f"]({_address(found[1], section.path, anchors, to)})" if found[1] else found[0]

    lines = list(section.lines)
    for number, line in texts.items():
        lines[number] = _LINK.sub(link, _HEADING.sub(lambda found: _heading(len(found[1]) + by), line, count=1))
    return "\n".join(lines)


def _content(lines: Sequence[str]) -> Sequence[str]:
    """What stands between the table of particulars and the rule above the footer."""
    table = next((number for number, line in enumerate(lines) if line.startswith("|")), 0)
    begin = next((number for number in range(table, len(lines)) if not lines[number]), len(lines))
    rules = [number for number in range(begin, len(lines)) if lines[number] == "---"]
    return lines[begin : rules[-1] if rules else None]


def _under(anchor: str, lines: Sequence[str], id: str) -> Sequence[str]:
    """What stands under the heading of an anchor, up to the next heading that is as high."""
    texts = list(_outside_code(lines))
    anchors = {found[1]: number for number in texts if (found := _ANCHOR.fullmatch(lines[number]))}
    if anchor not in anchors:
        raise InputError(f'there is no section "{anchor[:80]}" in "{id}"{did_you_mean(anchor, anchors)}')
    headings = [(number, len(found[1])) for number in texts if (found := _HEADING.match(lines[number]))]
    heading, level = next((found for found in headings if found[0] > anchors[anchor]), (anchors[anchor], _DEEPEST))
    end = next((number for number, other in headings if number > heading and other <= level), len(lines))
    return _trimmed(lines[heading + 1 : end])


def _trimmed(lines: Sequence[str]) -> Sequence[str]:
    """Leave out empty lines around, and anchors of a heading that is left out below."""
    end = len(lines)
    while end and (not lines[end - 1] or _ANCHOR.fullmatch(lines[end - 1])):
        end -= 1
    begin = next((number for number, line in enumerate(lines[:end]) if line), end)
    return lines[begin:end]


def _outside_code(lines: Sequence[str]) -> Iterator[int]:
    """The lines outside of fenced code, which in our pages are diagrams."""
    fenced = False
    for number, line in enumerate(lines):
        if line.startswith("```"):
            fenced = not fenced
        elif not fenced:
            yield number


def _heading(level: int) -> str:
    return "#" * max(1, min(level, _DEEPEST)) + " "


def _address(written: str, page: str, anchors: set[str], to: str) -> str:
    if _ELSEWHERE.match(written):
        return written
    path, hash_sign, anchor = written.partition("#")
    if not path and anchor in anchors:
        return written
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return quote(posixpath.normpath(posixpath.join(to, there))) + hash_sign + anchor
