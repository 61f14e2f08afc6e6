"""Both languages say the same."""

import re
from pathlib import Path

import pytest

from orchestrator_lint.documents import all_pages
from orchestrator_lint.journey import check
from orchestrator_lint.sources import Source
from tests.documents.given import BASE, TODAY, rendered, texts
from tests.documents.read_markdown import anchors, headings, shape

_ROOT = Path(__file__).parent.parent.parent


def _bank() -> dict[str, str]:
    files = sorted((_ROOT / "policies").rglob("*.yaml"))
    return all_pages(*check([Source(file.name, file.read_bytes()) for file in files], TODAY))


@pytest.fixture(scope="module", params=["base", "bank", "robodebt"])
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    if request.param == "bank":
        return _bank()
    case = _ROOT / "tests/cases/robodebt/policies/income-compliance.yaml"
    return rendered(BASE if request.param == "base" else case.read_text(encoding="utf-8"))


def _pairs(pages: dict[str, str]) -> list[tuple[str, str]]:
    return [(pages[path], pages[f"de/{path[3:]}"]) for path in pages if path.startswith("en/")]


def test_both_languages_have_the_same_pages(pages: dict[str, str]):
    assert {path[3:] for path in pages if path.startswith("en/")} == {
        path[3:] for path in pages if path.startswith("de/")
    }
    assert len(pages) == 2 * len(_pairs(pages)) + 1


def test_anchors_and_headings_are_the_same(pages: dict[str, str]):
    for english, german in _pairs(pages):
        assert anchors(english) == anchors(german)
        assert headings(english) == headings(german)


def test_tables_lists_diagrams_and_links_are_the_same(pages: dict[str, str]):
    # the note that texts stand in another language is a paragraph of one language only
    kinds = ("table_open", "tr_open", "td_open", "th_open", "list_item_open", "link_open", "strong_open", "fence")
    for english, german in _pairs(pages):
        assert [kind for kind, _ in shape(english) if kind in kinds] == [
            kind for kind, _ in shape(german) if kind in kinds
        ]


def test_each_page_leads_to_the_same_page_in_the_other_language(pages: dict[str, str]):
    for path, page in texts(pages).items():
        if path != "index.md":
            other = "en" if path.startswith("de/") else "de"
            up = "../" * path.count("/")
            assert f"]({up}{other}/{path[3:]})" in page


def test_templates_come_in_pairs():
    names = {file.name for file in (_ROOT / "templates").glob("*.j2")}
    for name in names - {"home.en.md.j2"}:
        assert re.sub(r"\.(en|de)\.", lambda found: ".de." if found[1] == "en" else ".en.", name) in names
