"""The pages that people read: fresh, linked, and true to what the tool prints."""

import re
from pathlib import Path

import pytest

from tools import documents_page
from tools.federal_page import KINDS, PAGE, inventory_checked, page, verdicts
from tools.federal_verdicts import NUMBER, drawn
from tools.language_page import PAGES
from tools.language_page import page as language_page
from tools.readme import README, ROOT, renewed

INVENTORY = ROOT.parent / "shared" / "data" / "us-federal-2025" / "individual.csv"
WRITTEN = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_of_the_language_is_fresh(language: str) -> None:
    fresh = PAGES[language].read_text(encoding="utf-8") == language_page(language)
    assert fresh, "run: python tools/language_page.py"


def test_the_readme_shows_what_the_tool_prints() -> None:
    text = README.read_text(encoding="utf-8")
    fresh = renewed(text) == text
    assert fresh, "run: python tools/readme.py"


def test_the_page_on_the_documents_lists_all_of_them_and_their_blocks():
    text = documents_page.PAGE.read_text(encoding="utf-8")
    fresh = documents_page.renewed(text) == text
    assert fresh, "run: python tools/documents_page.py"
    assert "| Evidence matrix (`evidence.md`) | Nachweismatrix |" in text
    assert "| `charter` | `purpose`," in text


@pytest.mark.skipif(not INVENTORY.is_file(), reason="the federal inventory is not in ../shared/data")
def test_the_page_of_the_federal_inventory_is_fresh() -> None:
    fresh = PAGE.read_text(encoding="utf-8") == page(INVENTORY)
    assert fresh, "run: python tools/federal_page.py INVENTORY.csv"


@pytest.mark.skipif(not INVENTORY.is_file(), reason="the federal inventory is not in ../shared/data")
def test_the_fifty_findings_that_were_read_are_those_that_are_drawn() -> None:
    found = [
        (finding.card.code, finding.about, finding.fingerprint)
        for finding in drawn(inventory_checked(INVENTORY).report)
    ]
    assert [(row["rule"], row["about"], row["fingerprint"]) for row in verdicts()] == found


def test_every_one_of_the_fifty_has_a_verdict_and_a_reason() -> None:
    rows = verdicts()
    assert [int(row["number"]) for row in rows] == list(range(1, NUMBER + 1))
    assert {row["verdict"] for row in rows} <= set(KINDS)
    assert all(row["remark"] for row in rows)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_link_of_a_page_leads_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', text))
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif "://" not in target:
            assert (path.parent / target.split("#")[0]).exists(), target


def test_the_first_policy_is_as_long_as_the_readme_says() -> None:
    lines = (ROOT / "docs" / "first-policy.yaml").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 17
    assert "draft of seventeen lines" in README.read_text(encoding="utf-8")
