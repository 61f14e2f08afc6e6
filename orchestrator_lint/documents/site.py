"""Pages in, what makes a site of them out: the file that MkDocs Material and Zensical read, and its few companions."""

import html
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from orchestrator_lint.documents.outline import Entry, outline, title_of
from orchestrator_lint.documents.stamp import stamped
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.problems import LANGUAGES
from orchestrator_lint.shipped import shipped

# 9.8 is the line that is maintained until MATERIAL_ENDS; what follows is Zensical, which reads the same file.
MATERIAL, MATERIAL_ENDS = "9.8.2", "2027-05-05"

PAGES = "docs"
_CSS, _MERMAID = "assets/site.css", "assets/mermaid.min.js"
_FEATURES = ("navigation.tabs", "navigation.indexes", "navigation.prune", "navigation.top", "navigation.footer")
_QUOTES = str.maketrans({"<": "‹", ">": "›", '"': "”"})


def site(pages: Mapping[str, str], organisation: str, language: str, mermaid: str | None) -> dict[str, str]:
    """Give the files that make a site of pages that stand in the folder `docs`, by path beside it.

    `language` is the one that stands first. `mermaid` is the program that draws diagrams, as JavaScript; without it
    the site says where a diagram is not drawn. Nothing that is written here names an address outside.
    """
    languages = (language, *(other for other in LANGUAGES if other != language))
    name = shown(organisation or title_of(pages.get("index.md", "")))
    files = {
        "mkdocs.yml": _yaml(_settings(pages, name, languages, drawn=mermaid is not None)),
        # each page speaks its language, and the language switch leads to the same page in the other one
        "overrides/partials/language.html": shipped("templates", "site-language.html"),
        "overrides/partials/alternate.html": shipped("templates", "site-alternate.html"),
        f"{PAGES}/{_CSS}": shipped("templates", "site.css") + "".join(_undrawn(each) for each in LANGUAGES),
        # the theme asks every language for one; without an answer, browsers report an error
        **{f"{PAGES}/{each}/sitemap.xml": "<urlset/>\n" for each in LANGUAGES},
    }
    if mermaid is not None:
        files[f"{PAGES}/{_MERMAID}"] = mermaid
    return {path: stamped(text, path.rpartition(".")[2]) for path, text in files.items()}


def shown(title: str) -> str:
    """Write a title so that it stays text where site builders put it into HTML as it is, or undo its entities.

    Both do either, at different places; so no sign of HTML is left, and the heading of the page keeps the original.
    """
    while (undone := html.unescape(title)) != title:
        title = undone
    return title.translate(_QUOTES)


def _settings(pages: Mapping[str, str], name: str, languages: tuple[str, ...], drawn: bool) -> dict[str, Any]:
    fence = {"name": "mermaid", "class": "mermaid" if drawn else "undrawn"}
    tabs = ({_word(each, "language"): _nav(outline(pages, each))} for each in languages)
    return {
        "site_name": name,
        "docs_dir": PAGES,
        # pages are files with names, so that they open from a shared folder too
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "variant": "classic",
            "language": languages[0],
            "custom_dir": "overrides",
            "font": False,
            "features": list(_FEATURES),
        },
        "plugins": [{"search": {"lang": list(languages)}}],
        "extra": {"generator": False, "alternate": [_alternate(language) for language in languages]},
        "extra_css": [_CSS],
        "extra_javascript": [_MERMAID] if drawn else [],
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "tables",
            {"toc": {"permalink": False}},
            {"pymdownx.superfences": {"custom_fences": [fence]}},
        ],
        "validation": {"omitted_files": "warn", "absolute_links": "warn", "anchors": "warn"},
        "nav": [{_word(languages[0], "start"): "index.md"}, *tabs],
    }


def _alternate(language: str) -> dict[str, str]:
    return {"name": _word(language, "language"), "link": f"{language}/index.html", "lang": language}


def _nav(entries: Iterable[Entry]) -> list[Any]:
    return [{shown(entry.title) or entry.path: entry.path or _nav(entry.entries)} for entry in entries]


def _undrawn(language: str) -> str:
    return f':lang({language}) pre.undrawn::before {{ content: "{_word(language, "undrawn")}"; }}\n'


def _word(language: str, key: str) -> str:
    return words_of(language).tables["site"][key]


def _yaml(settings: Mapping[str, Any]) -> str:
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1_000_000)
