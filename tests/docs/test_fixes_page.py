"""The page on fixes says what the code does: every row of its tables is carried out."""

import re

import pytest

from orchestrator_lint.rules.index import all_rules
from tests.mutated import BASE
from tests.repairing.mending import after, mended
from tools.readme import ROOT

PAGE = (ROOT / "docs" / "fixes.md").read_text(encoding="utf-8")
SAFE, SKELETONS = PAGE.split("## Skeletons")
ROWS = re.findall(r"^\| \[(\w+)\][^|]*\| ([^|]+) \| ([^|]+) \|$", SAFE, re.MULTILINE)
PLACES = {
    "14 Tage": ("before: 14 days", "before: {}"),
    "P14D": ("before: 14 days", "before: {}"),
    "monatlich": ("every: 6 months", "every: {}"),
    "31.12.2026": ("last: 2026-06-15", "last: {}"),
    "2026/12/31": ("last: 2026-06-15", "last: {}"),
    "Head_of_Lending": ("head-of-lending", "{}"),
    "mandat: Up to 20 000 EUR": ("mandate: Case workers decide up to 20 000 EUR without asking anyone.", "{}"),
    'orchestrator: "1"': ("orchestrator: 1", "{}"),
    "title: true": ("title: Retail lending", "{}"),
    "title: Credit: limits": ("title: Retail lending", "{}"),
    "contract: 012": ("contract: KV-2025-118", "{}"),
    "{de: Kredite, die tragen}": ("Letter KA-7", "{}"),
}


def _pairs() -> list[tuple[str, str, str]]:
    known = []
    for code, before, new in ROWS:
        pairs = zip(re.findall(r"`([^`]+)`", before), re.findall(r"`([^`]+)`", new), strict=True)
        known += [(code, *pair) for pair in pairs]
    return known


@pytest.mark.parametrize(("code", "before", "new"), _pairs())
def test_every_row_of_the_page_is_mended_so(code: str, before: str, new: str) -> None:
    if before not in PLACES:
        assert after(f"{before}\n") == f"{new}\n{before}\n"
        return
    old, form = PLACES[before]
    text = BASE.replace(old, form.replace("{}", before))
    assert code in {finding.card.code for finding in mended(policy=text).fixed}
    assert after(text) == BASE.replace(old, form.replace("{}", new))


def test_the_page_has_rows_for_all_sorts_of_safe_fixes() -> None:
    assert len(_pairs()) >= len(PLACES)


def test_the_page_lists_the_skeletons_of_all_rules() -> None:
    rows = re.findall(r"^\| \[(\w+)\]\(rules/\w+\.md\) ([\w-]+) \| `([^|]+)` \|$", SKELETONS, re.MULTILINE)
    assert rows == sorted((rule.code, rule.card.name, rule.card.fix) for rule in all_rules() if rule.card.fix)
