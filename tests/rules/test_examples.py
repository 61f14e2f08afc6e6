"""Every example of every rule is run: bad fires this rule only, at its place; good is clean under every rule."""

import pytest

from orchestrator_lint.model import Bad, Good, Rule
from orchestrator_lint.rules.index import all_rules
from tests.rules.laid_over import BASE, found, laid_over, line_of
from tools.rule_index import INDEX, index_text


def _examples(kind: type) -> list[object]:
    chosen = []
    for rule in all_rules():
        every = (rule.card.bad, rule.card.good, *rule.card.cases)
        chosen += [
            pytest.param(rule, example, id=f"{rule.code}-{number}")
            for number, example in enumerate(every)
            if isinstance(example, kind)
        ]
    return chosen


def test_the_base_is_clean_under_every_rule() -> None:
    assert [finding.card.code for finding in found("").findings] == [], BASE


@pytest.mark.parametrize(("rule", "example"), _examples(Bad))
def test_a_bad_example_raises_its_rule_at_its_place_and_no_other(rule: Rule, example: Bad) -> None:
    findings = found(example.yaml).findings
    assert [finding.card.code for finding in findings] == [rule.code], [f.message("en") for f in findings]
    assert findings[0].location.line == line_of(laid_over(example.yaml), example.at)


@pytest.mark.parametrize(("rule", "example"), _examples(Good))
def test_a_good_example_is_clean_under_every_rule(rule: Rule, example: Good) -> None:
    findings = found(example.yaml).findings
    assert [(finding.card.code, finding.message("en")) for finding in findings] == [], rule.code


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_speaks_both_languages(rule: Rule) -> None:
    findings = found(rule.card.bad.yaml).findings
    english, german = findings[0].message("en"), findings[0].message("de")
    assert english and german and english != german
    assert "{" not in english + german
    assert rule.card.title.en != rule.card.title.de
    assert rule.card.why.en != rule.card.why.de


def test_the_index_lists_every_rule_file() -> None:
    assert INDEX.read_text(encoding="utf-8") == index_text(), "run: python tools/rule_index.py"
