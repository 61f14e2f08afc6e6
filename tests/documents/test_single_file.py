"""One HTML text that needs nothing else."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from orchestrator_lint.documents import all_pages
from orchestrator_lint.documents.single_file import single_file
from orchestrator_lint.documents.stamp import is_unedited, stamped
from orchestrator_lint.escape import markdown, plain
from orchestrator_lint.journey import check
from orchestrator_lint.problems import LANGUAGES
from orchestrator_lint.sources import Source
from tests.documents.given import BASE, TODAY, rendered, texts
from tests.documents.test_hostile_text import HOSTILE

_POLICIES = Path(__file__).parent.parent.parent / "policies"
_KNOWN = {
    *("article", "body", "footer", "head", "header", "html", "main", "meta", "nav", "style", "title"),
    *("a", "code", "em", "img", "li", "ol", "p", "pre", "strong", "ul", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("table", "tbody", "td", "th", "thead", "tr"),
}


class _Read(HTMLParser):
    """The tags, attributes and text of an HTML file."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.styles = text.partition("<style>")[2].partition("</style>")[0]
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def named(self, name: str) -> list[str]:
        """Give all values of an attribute."""
        return [value for attribute, value in self.attributes if attribute == name]


@cache
def _bank() -> dict[str, str]:
    files = sorted(_POLICIES.rglob("*.yaml"))
    return all_pages(*check([Source(file.name, file.read_bytes()) for file in files], TODAY))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_one_place_in_the_same_file(language: str):
    read = _Read(single_file(_bank(), "Bank", language))
    ids = read.named("id")
    assert len(ids) == len(set(ids))
    assert len(read.named("href")) > 100
    assert {href.removeprefix("#") for href in read.named("href")} <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_no_script_and_names_no_address_outside(language: str):
    read = _Read(single_file(_bank(), "Bank", language))
    assert read.tags <= _KNOWN
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert not [value for _, value in read.attributes if "//" in value]
    assert not re.search(r"//|@import|url\(", read.styles)
    assert read.named("lang") == [language]


def test_it_holds_every_page_of_its_language_and_a_list_of_them():
    text = single_file(_bank(), "Bank", "de")
    contents = text.partition("<main>")[0]
    names = [path[3:-3].replace("/", ".") for path in texts(_bank()) if path.startswith("de/")]
    assert sorted(re.findall(r'<article id="(.*?)">', text)) == sorted(names)
    assert sorted(re.findall(r'href="#(.*?)"', contents)) == sorted(names)


def test_a_row_that_only_leads_to_the_other_language_and_the_checksum_of_pages_are_left_out():
    text = single_file(_bank(), "Bank", "de")
    assert "Andere Sprache" not in text
    assert "Alle Dokumente" in text
    assert "SHA-256" not in text


def test_a_diagram_is_left_to_the_table_that_says_the_same():
    text = single_file(_bank(), "Bank", "en")
    assert "flowchart" not in text
    assert text.count("The table below says the same in words.") == sum(
        page.count("```mermaid") for path, page in _bank().items() if path.startswith("en/")
    )


def test_pictures_are_part_of_the_file():
    pages = {"en/index.md": stamped("# Home\n\n![The network](network.svg)\n"), "en/network.svg": "<svg/>"}
    read = _Read(single_file(pages, "Bank", "en"))
    assert read.named("src") == ["data:image/svg+xml;base64,PHN2Zy8+"]
    assert read.named("alt") == ["The network"]


@pytest.mark.parametrize("hostile", [*HOSTILE, "</title><script>alert(1)</script>", "</style><img src=x>"])
def test_hostile_text_is_shown_as_text(hostile: str):
    written = markdown(hostile) or "empty"
    page = f"# Charter: {written}\n\n- {written}\n\n| {written} |\n|---|\n| {written} |\n"
    read = _Read(single_file({"en/spaces/a.md": page}, hostile, "en"))
    assert read.tags <= _KNOWN
    assert read.named("href") == ["#spaces.a", "#contents"]
    # in the contents, the heading, the list and the table
    assert " ".join("".join(read.texts).split()).count(" ".join(plain(hostile).split()) or "empty") >= 5


def test_html_that_is_not_ours_is_shown_as_text():
    pages = {"en/index.md": '# Home\n\n<script>alert(1)</script>\n\nA <b onclick=x>b</b> <a id="here"></a> c\n'}
    text = single_file(pages, "", "en")
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "<b " not in text
    assert '<a id="index_here"></a>' in text


def test_it_bears_our_mark_and_is_the_same_each_time():
    one = single_file(rendered(BASE), "Bank", "en")
    assert is_unedited(one.encode())
    assert one == single_file(rendered(BASE), "Bank", "en")
