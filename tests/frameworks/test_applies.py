"""From when a provision applies, as the law says it today."""

from datetime import date

import pytest

from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.rules.index import all_rules


@pytest.mark.parametrize(
    ("provision", "area", "day"),
    [
        ("eu-ai-act 5(1)(c)", "", date(2025, 2, 2)),
        ("eu-ai-act 5 new", "", date(2026, 12, 2)),
        ("eu-ai-act 26(2)", "credit-scoring", date(2027, 12, 2)),
        ("eu-ai-act 14", "product-safety", date(2028, 8, 2)),
        ("eu-ai-act 50(1)", "", date(2026, 8, 2)),
        ("eu-ai-act 50(2)", "product-safety", date(2026, 12, 2)),
        ("gdpr 22(3)", "", date(2018, 5, 25)),
    ],
)
def test_the_day_of_a_provision(provision: str, area: str, day: date) -> None:
    found = applies_from(provision, area)
    assert found.day == day
    assert found.settled
    assert found.is_ahead(date(day.year - 1, 1, 1)) and not found.is_ahead(day)


def test_what_is_not_settled_is_said_and_a_standard_has_no_day() -> None:
    assert not applies_from("eu-ai-act 86").settled
    assert applies_from("eu-ai-act 86").note is not None
    assert applies_from("iso-42001 A.3.2") == ("iso-42001 A.3.2", None, True, None)


def test_every_article_that_a_rule_cites_has_a_line() -> None:
    cited = {name for rule in all_rules() for name in (*rule.card.provisions, rule.card.duty)}
    european = {name for name in cited if name.startswith(("eu-ai-act ", "gdpr "))}
    assert {name for name in european if applies_from(name).day is None and applies_from(name).settled} == set()


def test_a_duty_is_one_of_the_provisions_of_its_rule() -> None:
    assert [rule.code for rule in all_rules() if rule.card.duty and rule.card.duty not in rule.card.provisions] == []
