"""Pages in, the order and the titles under which readers find them out."""

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orchestrator_lint.documents.shelf import SHELVES
from orchestrator_lint.documents.words import words_of

# the index comes first, then what stands on the shelves; anything else follows by name
_ORDER = ("index", *(name for shelf in SHELVES for name in shelf.documents))

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_MARKUP = re.compile(r"\\([^\w\s])|(&#?\w+;)|\[((?:[^\]\\]|\\.)*)\]\([^)]*\)|[*`]")


class Entry(NamedTuple):
    """A page, or a group of them: then `path` is empty and `entries` holds what stands in it."""

    title: str
    path: str = ""
    entries: tuple["Entry", ...] = ()


def outline(pages: Mapping[str, str], language: str) -> tuple[Entry, ...]:
    """Give the pages of a language, each once: single ones first, then a group for each folder."""
    folders: dict[str, list[str]] = defaultdict(list)
    for path in sorted(pages):
        if path.startswith(f"{language}/") and path.endswith(".md"):
            folder = path.rpartition("/")[0].partition("/")[2]
            folders[folder].append(path)
    single = sorted(folders.pop("", []), key=lambda path: _place(_name(path), _ORDER))
    groups = sorted({folder.partition("/")[0] for folder in folders}, key=lambda folder: _place(folder, _ORDER))
    return (
        *(Entry(title_of(pages[path]), path) for path in single),
        *(_group(pages, folders, folder, language) for folder in groups),
    )


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Give the pages of an outline in a row."""
    return [page for entry in entries for page in ([entry] if entry.path else in_order(entry.entries))]


def title_of(page: str) -> str:
    """Give the first heading of a page as plain text."""
    found = _TITLE.search(page.partition("\n---\n")[2] if page.startswith("---\n") else page)
    return _plain(found[1]).strip() if found else ""


def _group(pages: Mapping[str, str], folders: Mapping[str, list[str]], folder: str, language: str) -> Entry:
    """Put what stands in a folder under its name; a folder inside it is named like the space whose id it bears."""
    inner = (
        Entry(_title_of_space(pages, language, name), "", _named(pages, folders[name]))
        for name in folders
        if name.startswith(f"{folder}/")
    )
    entries = (*_named(pages, folders.get(folder, [])), *sorted(inner, key=_by_title))
    return Entry(words_of(language).tables["document"].get(folder, folder), "", entries)


def _named(pages: Mapping[str, str], paths: Iterable[str]) -> tuple[Entry, ...]:
    """Name pages by their titles, without the words before a colon with which all of them start."""
    titles = {path: title_of(pages[path]) for path in paths}
    starts = {title.partition(": ")[0] for title in titles.values()}
    if len(titles) > 1 and len(starts) == 1:
        titles = {path: title.partition(": ")[2] or title for path, title in titles.items()}
    return tuple(sorted((Entry(title, path) for path, title in titles.items()), key=_by_title))


def _title_of_space(pages: Mapping[str, str], language: str, folder: str) -> str:
    id = folder.rpartition("/")[2]
    charter = pages.get(f"{language}/spaces/{id}.md", "")
    return title_of(charter).partition(": ")[2] or id


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _place(name: str, order: tuple[str, ...]) -> tuple[int, str]:
    return (order.index(name) if name in order else len(order), name)


def _by_title(entry: Entry) -> tuple[str, str, str]:
    """Sort umlauts beside their letters, the same on every machine."""
    return unicodedata.normalize("NFKD", entry.title).casefold(), entry.title, entry.path


def _plain(markdown: str) -> str:
    return _MARKUP.sub(_unmarked, markdown)


def _unmarked(found: re.Match[str]) -> str:
    escaped, entity, link = found.groups()
    if link is not None:
        return _plain(link)
    return escaped or (html.unescape(entity) if entity else "")
