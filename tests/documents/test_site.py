"""The files that make a site of pages."""

import html
import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from orchestrator_lint.documents import Style, all_pages, write_files, write_pages
from orchestrator_lint.documents.site import shown, site
from orchestrator_lint.documents.stamp import is_unedited, stamped
from orchestrator_lint.escape import markdown
from orchestrator_lint.journey import check
from orchestrator_lint.sources import Source
from tests.documents.given import BASE, TODAY, base, dumped, rendered, texts
from tests.documents.test_hostile_text import HOSTILE

_POLICIES = Path(__file__).parent.parent.parent / "policies"
MERMAID = "globalThis.mermaid = {initialize() {}, async render() { return {svg: '<svg/>'} }}\n"
needs_mkdocs = pytest.mark.skipif(importlib.util.find_spec("mkdocs") is None, reason="mkdocs-material is not installed")


@cache
def _bank() -> dict[str, str]:
    files = sorted(_POLICIES.rglob("*.yaml"))
    return all_pages(*check([Source(file.name, file.read_bytes()) for file in files], TODAY), Style("mkdocs"))


def _settings(pages: dict[str, str], mermaid: str | None = MERMAID, language: str = "en") -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load(site(pages, "Bank", language, mermaid)["mkdocs.yml"])
    return settings


def _paths(nav: Any) -> Iterator[str]:
    for entry in nav:
        for below in entry.values():
            yield from [below] if isinstance(below, str) else _paths(below)


def _titles(nav: Any) -> Iterator[str]:
    for entry in nav:
        for title, below in entry.items():
            yield title
            yield from [] if isinstance(below, str) else _titles(below)


def test_the_navigation_holds_every_page_exactly_once():
    assert sorted(_paths(_settings(_bank())["nav"])) == sorted(texts(_bank()))


def test_the_navigation_leaves_pictures_out():
    pages = {**rendered(BASE), "en/network.svg": "<svg/>"}
    assert "en/network.svg" not in list(_paths(_settings(pages)["nav"]))


def test_the_language_of_the_organisation_stands_first():
    settings = _settings(rendered(BASE), language="de")
    assert settings["theme"]["language"] == "de"
    assert [next(iter(entry)) for entry in settings["nav"]] == ["Start", "Deutsch", "English"]
    assert [entry["lang"] for entry in settings["extra"]["alternate"]] == ["de", "en"]


def test_single_pages_stand_before_groups_and_charters_are_named_by_their_space():
    english = _settings(_bank())["nav"][1]["English"]
    assert [next(iter(entry)) for entry in english][:2] == [
        "How people and AI decide together",
        "Board page",
    ]
    (charters,) = [entry["Decision charters"] for entry in english if "Decision charters" in entry]
    assert next(iter(charters[0])) == "Branch operations"


def test_pages_of_a_space_stand_under_its_title():
    pages = {
        "index.md": "# Home\n",
        "en/spaces/lending.md": "# Decision charter: Lending\n",
        "en/decisions/lending/raise.md": "# Decision sheet: Raise\n",
        "en/decisions/lending/cut.md": "# Decision sheet: Cut\n",
        "en/board.md": "# For the board\n",
        "en/zebra.md": "# Zebra\n",
    }
    assert _settings(pages)["nav"][1]["English"] == [
        {"For the board": "en/board.md"},
        {"Zebra": "en/zebra.md"},
        {"Decision charters": [{"Decision charter: Lending": "en/spaces/lending.md"}]},
        {
            "Decision sheets": [
                {"Lending": [{"Cut": "en/decisions/lending/cut.md"}, {"Raise": "en/decisions/lending/raise.md"}]}
            ]
        },
    ]


def test_nothing_that_the_site_is_made_of_names_an_address_outside():
    for files in (site(_bank(), "Bank", "en", MERMAID), site(_bank(), "Bank", "en", None)):
        for path, text in files.items():
            assert not re.search(r"https?:|//[a-z]|@import|url\(", text), path


def test_the_theme_fetches_no_font_and_only_its_own_plugin_is_used():
    settings = _settings(_bank())
    assert settings["theme"]["font"] is False
    assert settings["plugins"] == [{"search": {"lang": ["en", "de"]}}]


def test_diagrams_are_drawn_by_the_given_program_or_not_at_all():
    """The theme fetches a program from outside where a diagram has the class `mermaid` and none is there."""
    fence = "pymdownx.superfences"
    drawn, undrawn = site(_bank(), "Bank", "en", MERMAID), site(_bank(), "Bank", "en", None)
    assert yaml.safe_load(drawn["mkdocs.yml"])["extra_javascript"] == ["assets/mermaid.min.js"]
    assert drawn["docs/assets/mermaid.min.js"].endswith(MERMAID)
    settings = yaml.safe_load(undrawn["mkdocs.yml"])
    (fences,) = [entry[fence] for entry in settings["markdown_extensions"] if fence in entry]
    assert fences["custom_fences"] == [{"name": "mermaid", "class": "undrawn"}]
    assert settings["extra_javascript"] == []
    assert "docs/assets/mermaid.min.js" not in undrawn
    assert ':lang(de) pre.undrawn::before { content: "Das Diagramm' in undrawn["docs/assets/site.css"]


@pytest.mark.parametrize(
    "hostile",
    [
        *(text for text in HOSTILE if text.strip("-= ")),
        "</title><script>alert(1)</script>",
        '" onfocus="alert(1)',
        "&lt;/title&gt;&lt;script&gt;",
        "&amp;amp;lt;b&amp;amp;gt;",
        "&#60;b&#62;",
    ],
)
def test_titles_stay_text_whether_a_builder_takes_them_as_html_or_undoes_their_entities(hostile: str):
    pages = {"index.md": "# Home\n", "en/spaces/a.md": f"# Decision charter: {markdown(hostile)}\n"}
    settings = yaml.safe_load(site(pages, hostile, "en", None)["mkdocs.yml"])
    for title in (settings["site_name"], *_titles(settings["nav"])):
        seen = title
        for _ in range(4):
            assert not set(seen) & set('<>"'), title
            seen = html.unescape(seen)


def test_ordinary_titles_are_shown_as_they_are():
    assert shown("R&D, “quoted” – Größe & Co. (50 %)") == "R&D, “quoted” – Größe & Co. (50 %)"


def test_what_was_edited_by_hand_or_is_not_ours_is_left_and_reported(tmp_path: Path):
    files = site(rendered(BASE), "Bank", "en", MERMAID)
    assert write_files(files, tmp_path).changed == tuple(sorted(files))
    assert all(is_unedited((tmp_path / path).read_bytes()) for path in files)
    edited = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") + "site_author: me\n"
    (tmp_path / "mkdocs.yml").write_text(edited, encoding="utf-8")
    (tmp_path / "docs/assets/site.css").write_text("ours\n", encoding="utf-8")
    done = write_files(site(rendered(BASE), "Other", "de", MERMAID), tmp_path)
    assert (done.edited, done.foreign) == (("mkdocs.yml",), ("docs/assets/site.css",))
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == edited
    assert (tmp_path / "docs/assets/site.css").read_text(encoding="utf-8") == "ours\n"


def test_a_second_run_changes_nothing(tmp_path: Path):
    files = site(rendered(BASE), "Bank", "en", MERMAID)
    write_files(files, tmp_path)
    assert write_files(files, tmp_path).changed == ()


class _Shape(HTMLParser):
    """The tags and texts of HTML, without what no reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, _attributes: Any) -> None:
        if tag not in ("a", "p", "tbody", "div", "span"):
            self.found.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("a", "p", "tbody", "div", "span"):
            self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        # site builders colour code: what they set apart by tags is one text
        text = "".join(data.split())
        if self.found and not self.found[-1].startswith("<"):
            text = f"{self.found.pop()}{text}"
        if text:
            self.found.append(text)


def _one_space() -> dict[str, str]:
    """The pages of one space of the worked example in the flavour of the site: every document, without its size."""
    shared = [file for file in sorted(_POLICIES.rglob("*.yaml")) if file.parent == _POLICIES]
    files = [*shared, _POLICIES / "spaces" / "retail-credit.yaml"]
    return all_pages(*check([Source(file.name, file.read_bytes()) for file in files], TODAY), Style("mkdocs"))


def _hostile_pages() -> dict[str, str]:
    data = base()
    for number, text in enumerate(HOSTILE):
        if text.strip():
            data["principles"][f"p-{number}"] = {"statement": text, "means": [text], "counterexamples": [text]}
            data["spaces"]["lending"]["principles"].append(f"p-{number}")
    return rendered(dumped(data))


@needs_mkdocs
@pytest.mark.parametrize("pages", [_one_space, _hostile_pages])
def test_site_builders_read_pages_as_other_readers_of_markdown_do(pages: Any):
    """Python-Markdown differs from CommonMark, for example in how far it wants a list in a list to be indented."""
    from markdown import markdown as python_markdown

    names = ["admonition", "attr_list", "tables", "toc", "pymdownx.superfences"]
    common = MarkdownIt("commonmark", {"html": True}).enable("table")
    for path, page in texts(pages()).items():
        plain = re.sub(r"^(#+ .*) \{: #[a-z0-9-]+ \}$", r"\1", page, flags=re.MULTILINE)
        one, other = _Shape(python_markdown(page, extensions=names)).found, _Shape(common.render(plain)).found
        assert one == other, path


@needs_mkdocs
@pytest.mark.parametrize("mermaid", [MERMAID, None])
def test_mkdocs_builds_the_site_without_a_warning(tmp_path: Path, mermaid: str | None):
    pages = _bank()
    write_files(site(pages, "Muster & Co", "de", mermaid), tmp_path)
    write_pages(pages, tmp_path / "docs")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for path in texts(pages):
        built = (tmp_path / "site" / path.replace(".md", ".html")).read_text(encoding="utf-8")
        assert f'<html lang="{path[:2] if "/" in path else "de"}"' in built
        assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", built), path
    other = (tmp_path / "site/en/spaces/fraud.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="\.\./\.\./de/spaces/fraud\.html" hreflang="de"', other)
    assert (' class="mermaid"' in (tmp_path / "site/en/data-flows.html").read_text(encoding="utf-8")) is bool(mermaid)


def test_a_page_without_a_heading_still_has_a_place():
    pages = {"index.md": stamped("Home\n"), "en/index.md": stamped("No heading\n")}
    assert list(_paths(_settings(pages)["nav"])) == ["index.md", "en/index.md"]
