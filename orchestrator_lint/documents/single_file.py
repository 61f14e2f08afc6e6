"""Pages in, one HTML text out that needs nothing else: no script, no other file, no network."""

import base64
import posixpath
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from orchestrator_lint.documents.outline import Entry, in_order, outline
from orchestrator_lint.documents.stamp import stamped
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.shipped import shipped

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ANCHOR = re.compile(r'<a id="([a-z0-9-]+)">')
_TAGS = re.compile(r"(<[^>]*>)")
_OUTSIDE = re.compile(r"https?://")


def single_file(pages: Mapping[str, str], organisation: str, language: str) -> str:
    """Put the pages of a language into one HTML text.

    One language, because it goes to people who read one. Anchors are named after their page, links between pages
    become links inside the text, and a row that only leads to the other language is left out.
    """
    from markdown_it import MarkdownIt  # slow to import, so only where one file is made

    word = words_of(language).tables["site"]
    entries = outline(pages, language)
    parser = MarkdownIt("commonmark").enable("table")
    articles = [_article(parser, pages, entry, word) for entry in in_order(entries)]
    title = escape(": ".join(part for part in (organisation, word["title"]) if part))
    lines = [
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>\n{shipped('templates', 'single-file.css')}</style>\n</head>\n<body>",
        f'<header>\n<h1>{title}</h1>\n</header>\n<nav id="contents" aria-labelledby="contents-title">',
        f'<h2 id="contents-title">{word["contents"]}</h2>\n{_contents(entries)}</nav>\n<main>',
        *articles,
        f"</main>\n<footer><p>{word['made']}</p></footer>\n</body>\n</html>\n",
    ]
    return stamped("\n".join(lines), "html")


def _contents(entries: Iterable[Entry]) -> str:
    items = (
        f'<li><a href="#{_name(entry.path)}">{escape(entry.title)}</a></li>\n'
        if entry.path
        else f"<li>{escape(entry.title)}\n{_contents(entry.entries)}</li>\n"
        for entry in entries
    )
    return f"<ul>\n{''.join(items)}</ul>\n"


def _article(parser: "MarkdownIt", pages: Mapping[str, str], entry: Entry, word: Mapping[str, str]) -> str:
    place = _Place(pages, entry.path, word["undrawn"])
    tokens = _without_footer(parser.parse(pages[entry.path]))
    _adapt(tokens, place)
    content = parser.renderer.render(_without_other_language(tokens), parser.options, {})
    back = f'<p class="back"><a href="#contents">{word["to_contents"]}</a></p>'
    return f'<article id="{_name(entry.path)}">\n{content}{back}\n</article>'


def _name(path: str, anchor: str = "") -> str:
    """Name a page, or an anchor on it; paths and anchors hold neither dots nor underscores, so no two names are one."""
    name = path.partition("/")[2].removesuffix(".md").replace("/", ".")
    return f"{name}_{anchor}" if anchor else name


def _without_footer(tokens: "list[Token]") -> "list[Token]":
    """Leave out what stands below the rule: the checksum of a page that is not here."""
    rules = [number for number, token in enumerate(tokens) if token.type == "hr"]
    return tokens[: rules[-1]] if rules else tokens


def _without_other_language(tokens: "Iterable[Token]") -> "list[Token]":
    """Leave out the rows of tables that only lead to a page that is not here."""
    kept: list[Token] = []
    row = 0
    for token in tokens:
        row = len(kept) if token.type == "tr_open" else row
        kept.append(token)
        if token.type == "tr_close" and any(_leads_away(cell) for cell in kept[row:]):
            del kept[row:]
    return kept


def _leads_away(cell: "Token") -> bool:
    return any(child.meta.get("away") for child in cell.children or ())


class _Place(NamedTuple):
    """Where tokens stand: all pages, the path of this one, and the sentence in place of a diagram."""

    pages: Mapping[str, str]
    path: str
    undrawn: str

    def target(self, link: str) -> str:
        """Give the path to which a relative link leads."""
        file = link.partition("#")[0]
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), file)) if file else self.path

    def is_here(self, path: str) -> bool:
        """Whether a page stands in the same text."""
        return path in self.pages and path.partition("/")[0] == self.path.partition("/")[0]


def _adapt(tokens: "Iterable[Token]", place: _Place) -> None:
    """Make tokens fit: one step lower headings, links and anchors inside the text, pictures as data."""
    for token in tokens:
        _adapt(token.children or (), place)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
        elif token.type in ("html_inline", "html_block"):
            token.content = _html(token.content, place)
        elif token.type == "fence" and token.info == "mermaid":
            token.type, token.content = "html_block", f'<p class="undrawn">{place.undrawn}</p>\n'
        elif token.type == "image":
            token.attrs["src"] = _picture(place.pages.get(place.target(str(token.attrs["src"])), ""))
        elif token.type == "link_open":
            _link(token, place)


def _html(written: str, place: _Place) -> str:
    """Keep our anchors and drop our mark; anything else is shown as text."""
    if written.startswith("<!--"):
        return ""
    return "".join(_tag(part, place) for part in _TAGS.split(written))


def _tag(part: str, place: _Place) -> str:
    anchor = _ANCHOR.fullmatch(part)
    if anchor:
        return f'<a id="{_name(place.path, anchor[1])}">'
    return part if part == "</a>" else escape(part)


def _picture(svg: str) -> str:
    """Write a picture so that nothing has to be fetched; as an image it cannot run anything."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _link(token: "Token", place: _Place) -> None:
    """Lead to the place in this text; a page that is not here cannot be reached."""
    link = str(token.attrs["href"])
    if _OUTSIDE.match(link):
        return
    if place.is_here(path := place.target(link)):
        token.attrs["href"] = f"#{_name(path, link.partition('#')[2])}"
        return
    token.attrs.pop("href")
    token.meta = {"away": True}
