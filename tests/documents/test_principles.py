"""What the principles sheet says of principles, their use and their tensions."""

from typing import Any

from tests.documents.given import base, dumped, rendered


def _sheet(data: dict[str, Any], language: str = "en") -> str:
    return rendered(dumped(data))[f"{language}/principles.md"]


def _tense(first: str | None, rank: int | None) -> dict[str, Any]:
    data = base()
    data["principles"]["answer-today"] = {"statement": "Nobody waits in vain", "rank": rank}
    data["spaces"]["lending"]["principles"].append("answer-today")
    data["spaces"]["lending"]["tensions"] = [{"between": ["answer-today", "dignity-first"], "first": first}]
    return data


def test_a_principle_stands_with_how_it_shows_and_with_what_it_is_not():
    page = _sheet(base())
    assert "**We weigh the person before the case.**" in page
    assert "- A refusal is explained by a person who may change it." in page
    assert "- Minimum score 540." in page


def test_it_says_where_a_principle_holds():
    page = _sheet(base())
    assert "in all decisions of these spaces: [Retail lending](spaces/lending.md)." in page
    assert "These guardrails keep it: [" in page


def test_a_principle_of_a_single_decision_is_shown_there():
    data = _tense("dignity-first", 2)
    data["principles"]["thrift"] = {"statement": "We spend what we have", "rank": 3}
    data["spaces"]["lending"]["decisions"]["raise-limit"]["principles"] = ["thrift"]
    assert "In these decisions besides: [Raise a credit limit](decisions/lending/raise-limit.md)." in _sheet(data)


def test_a_principle_that_nobody_names_is_said_to_guide_nothing():
    data = base()
    data["principles"]["thrift"] = {"statement": "We spend what we have", "rank": 2}
    says = "**no space, no decision and no guardrail names it** ([PUR007](rules.md#rule-pur007))."
    assert says in _sheet(data)
    assert "**Kein Raum, keine Entscheidung und keine Leitplanke nennt es**" in _sheet(data, "de")


def test_a_tension_is_settled_by_what_the_policy_puts_first_else_by_rank():
    row = "| [Retail lending](spaces/lending.md) | answer-today ↔ dignity-first |"
    assert f"{row} answer-today |" in _sheet(_tense("answer-today", 2))
    assert f"{row} dignity-first (by rank) |" in _sheet(_tense(None, 2))


def test_a_tension_that_nothing_settles_is_a_gap_with_its_rule():
    assert "| **not stated ([PUR008](rules.md#rule-pur008))** |" in _sheet(_tense(None, None))


def test_principles_stand_in_the_order_of_their_rank():
    data = base()
    data["principles"]["aaa-last"] = {"statement": "We wait", "rank": 9}
    page = _sheet(data)
    assert page.index("## dignity-first") < page.index("## aaa-last")
