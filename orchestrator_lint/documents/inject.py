"""A page that somebody wrote and the documents in, the page with its regions filled out, or what is wrong with it."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from orchestrator_lint.documents.regions import Mistake, Region, lines_of, regions_of
from orchestrator_lint.documents.sections import Sections, moved
from orchestrator_lint.forms import InputError

_BOM = "\ufeff"


class Handwritten(NamedTuple):
    """A page as it was read: its text, the regions in it, and what is wrong with them."""

    text: str
    regions: tuple[Region, ...]
    mistakes: tuple[Mistake, ...]


def handwritten(page: bytes) -> Handwritten:
    """Read a page. One that is no UTF-8 is a mistake if it names us, else a page without regions."""
    try:
        text = page.decode()
    except UnicodeDecodeError as error:
        line = len(lines_of(page[: error.start].decode() + "x"))
        wrong = (Mistake(line, "this page is not written in UTF-8"),) if b"orchestrator-lint" in page else ()
        return Handwritten("", (), wrong)
    regions, mistakes = regions_of(text.removeprefix(_BOM))
    return Handwritten(text, tuple(regions), tuple(mistakes))


def filled(page: Handwritten, sections: Sections, to: str) -> tuple[str, tuple[Mistake, ...]]:
    """Give the page with every region filled, and what stands in the way; then the page is not to be written.

    `to` leads from the page to the folder of the documents. What is outside the regions stays as it is.
    """
    lines, mistakes = lines_of(page.text.removeprefix(_BOM)), list(page.mistakes)
    for region in reversed(page.regions):
        try:
            lines[region.begin + 1 : region.end + 1] = _region(lines, region, sections, to)
        except InputError as error:
            mistakes.append(Mistake(region.begin + 1, error.message))
    before = _BOM if page.text.startswith(_BOM) else ""
    return before + "".join(lines), tuple(sorted(mistakes))


def _region(lines: Sequence[str], region: Region, sections: Sections, to: str) -> list[str]:
    """The lines below the first mark, the last mark included."""
    section = sections.find(region.name, region.language)
    content = ["", *moved(section, to, region.level).split("\n"), ""]
    there = [line.rstrip("\r\n").removeprefix(region.indent) for line in lines[region.begin + 1 : region.end]]
    if region.checksum not in ("", _checksum(there)) and there != content:
        raise InputError(
            "this region was edited by hand. Undo that, or move the text out of the region; "
            f"or delete `sha256=…` in line {region.end + 1}, and the text is overwritten"
        )
    first, last = lines[region.begin], lines[region.end]
    ends = [text[len(text.rstrip("\r\n")) :] for text in (first, last)]
    mark = last[: len(last) - len(last.lstrip())] + f"<!-- orchestrator-lint end sha256={_checksum(content)} -->"
    return [*(f"{region.indent}{line}{ends[0]}" if line else ends[0] for line in content), mark + ends[1]]


def _checksum(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
