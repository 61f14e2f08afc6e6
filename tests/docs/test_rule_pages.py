"""The pages of the rules: fresh, complete in both languages, linked, and with waivers that can be copied."""

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest
import yaml

from orchestrator_lint.frameworks import provisions
from orchestrator_lint.journey import cards
from orchestrator_lint.problems import Bad, Card
from orchestrator_lint.rules.index import all_rules
from tests.rules.laid_over import found
from tools.rule_pages import FOLDER, pages, waiver
from tools.served_page import ESSAY, PAGES
from tools.served_page import page as served_page

FRESH = pages()
ALL = sorted([*FRESH, *PAGES.values()])
WAIVABLE = [rule.card for rule in all_rules() if rule.card.waivable]
MARKED = re.compile(r'<a id="([^"]+)"></a>')


def test_the_pages_of_the_rules_are_fresh() -> None:
    stale = [
        path.name for path, text in FRESH.items() if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    assert not stale, "run: python tools/rule_pages.py"


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert set(FOLDER.rglob("*.md")) == set(FRESH), "run: python tools/rule_pages.py"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_of_what_the_rules_serve_is_fresh(language: str) -> None:
    fresh = PAGES[language].read_text(encoding="utf-8") == served_page(language)
    assert fresh, "run: python tools/served_page.py"


def test_both_languages_have_a_page_for_every_code() -> None:
    english = {path.name for path in FRESH if path.parent == FOLDER}
    german = {path.name for path in FRESH if path.parent == FOLDER / "de"}
    assert english == german == {"index.md", *(f"{code}.md" for code in cards())}


def test_both_languages_say_the_same_things_in_the_same_order() -> None:
    for path in FRESH:
        if path.parent == FOLDER:
            assert _skeleton(path) == _skeleton(FOLDER / "de" / path.name), path.name


def _skeleton(path: Path) -> list[str]:
    """What does not differ by language: depth of headings, rows of tables, blocks of code."""
    shown = re.sub(r"```yaml\nwaivers:.*?```", "", FRESH[path], flags=re.DOTALL)
    return re.findall(r"^#+ |^\| |```\w+\n.*?```", shown, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("path", ALL, ids=lambda path: str(path.relative_to(FOLDER.parent)))
def test_every_link_leads_to_a_page_and_to_a_place_on_it(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        name, _, place = target.partition("#")
        page = (path.parent / name).resolve()
        assert page.is_file(), target
        assert not place or place in MARKED.findall(page.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("card", WAIVABLE, ids=lambda card: card.code)
def test_the_waiver_on_a_page_can_be_copied(card: Card) -> None:
    assert isinstance(card.bad, Bad)
    written = {language: yaml.safe_load(waiver(card, language))["waivers"] for language in ("en", "de")}
    documents = [card.bad.yaml + "\n", "orchestrator: 1\n" + waiver(card, "en")]
    codes = {finding.card.code for finding in found("---\n".join(documents)).findings}
    assert codes <= {card.code}
    assert written["en"].keys() == written["de"].keys()


def test_what_no_rule_can_see_is_said_of_every_provision_in_both_languages() -> None:
    for row in provisions():
        assert row.title.en and row.title.de, row
        assert row.unseen.en.endswith(".") and row.unseen.de.endswith("."), row
        assert row.unseen.en != row.unseen.de, row


def test_what_no_rule_can_see_speaks_of_provisions_that_the_page_has() -> None:
    unseen = resources.files("orchestrator_lint.frameworks") / "unseen.toml"
    entries = tomllib.loads(unseen.read_text(encoding="utf-8"))["unseen"]
    named = [(key, ref) for entry in entries for key, refs in entry["of"].items() for ref in refs]
    assert sorted(named) == sorted((row.framework, row.ref) for row in provisions())


def test_every_rule_stands_under_each_statement_and_provision_that_its_card_names() -> None:
    lines = served_page("en").splitlines()
    for code, card in cards().items():
        for statement in card.serves:
            assert any(f"{statement} |" in line and f"[{code}]" in line for line in lines), (code, statement)
        if card.provisions:
            assert any(f"[{code}]" in line and 'id="s' not in line for line in lines), code
    assert {row.ref for row in provisions() if row.framework == ESSAY} >= {
        named for card in cards().values() for named in card.serves
    }
