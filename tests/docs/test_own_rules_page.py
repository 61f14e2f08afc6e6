"""The page on own rules: its rule holds, its tables name every key and every check."""

import re

from orchestrator_lint.forms import schema
from orchestrator_lint.house_rules import parse_rules
from orchestrator_lint.house_rules.checks import CHECKS
from orchestrator_lint.journey import tried
from tools.readme import ROOT

PAGE = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf-8")
RULE = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)[0]


def test_the_rule_of_the_page_holds() -> None:
    (house,) = parse_rules(RULE.encode(), "rules/ours.yaml")
    assert tried(house) == []


def test_the_page_shows_what_is_told_of_an_example_that_does_not_hold() -> None:
    (house,) = parse_rules(RULE.replace(", notice: {alternative: Call the desk.}", "").encode(), "rules/ours.yaml")
    (fault,) = tried(house)
    shown = re.findall(r"^      (rules/ours\.yaml:.*) …$", PAGE, flags=re.MULTILINE)
    assert [fault.startswith(line) for line in shown] == [True]
    assert f"(2 examples, {house.origin})" in PAGE


def test_the_page_names_every_check_in_its_words() -> None:
    for name, words in CHECKS.items():
        assert re.search(rf"^\| `{name}: .*` \| {re.escape(words)} \|$", PAGE, flags=re.MULTILINE), name


def test_the_page_names_every_key() -> None:
    keys = set(schema("rules")["$defs"]["rule"]["properties"])
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE, flags=re.MULTILINE)) | set(
        re.findall(r"^ +(?:- )?(\w+):", RULE, flags=re.MULTILINE)
    )
    assert keys - named == set()
