"""What the RACI matrix says of who answers, and of duties that lie in one hand."""

import re
from typing import Any

import pytest

from tests.documents.given import base, dumped, rendered


def _lending(**keys: Any) -> dict[str, Any]:
    data = base()
    data["spaces"]["lending"] |= keys
    return data


def _decision(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["spaces"]["lending"]["decisions"]["raise-limit"]
    return found


def _row(data: dict[str, Any], language: str = "en") -> str:
    page = rendered(dumped(data))[f"{language}/raci.md"]
    return next(line for line in page.splitlines() if line.startswith("| [Raise a credit limit]"))


def test_each_role_has_its_letters_and_the_machine_supplies():
    assert _row(base()).endswith("| A | R, O | C | I | data and probabilities | – |")
    assert _row(base(), "de").endswith("| A | R, O | C | I | Daten und Wahrscheinlichkeiten | – |")


def test_only_roles_that_occur_are_columns():
    page = rendered(dumped(base()))["en/raci.md"]
    assert "| Decision | Head of lending | Case worker | Ombudsperson | Works council | The machine supplies |" in page


@pytest.mark.parametrize(
    ("owner", "says"),
    [
        (None, "no A: **not stated ([OWN001](rules.md#rule-own001))**"),
        (
            ["head-of-lending", "ai-officer"],
            "no A: 2 owners are named, Head of lending and AI officer ([OWN004](rules.md#rule-own004))",
        ),
        ("repayment-score", "no A: Repayment score (**a system**) ([OWN002](rules.md#rule-own002))"),
        ("nobody-known", "no A: nobody-known (**unknown, see finding**)"),
    ],
)
def test_an_owner_who_is_none_is_a_gap_and_gets_no_letter(owner: Any, says: str):
    page = rendered(dumped(_lending(owner=owner)))["en/raci.md"]
    matrix = page.split('<a id="raci-lending"></a>')[1].split('<a id="findings"></a>')[0]
    assert says in matrix
    assert not re.search(r"\| A[ ,]", matrix)


def test_a_role_that_is_named_twice_as_owner_is_one_owner():
    assert "| A | R, O |" in _row(_lending(owner=["head-of-lending", "head-of-lending"]))


def test_a_system_that_does_the_work_is_said_to_be_one_and_gets_no_column():
    data = base()
    _decision(data)["involves"]["responsible"] = ["repayment-score"]
    assert "R: Repayment score (**a system**)" in _row(data)


def test_an_owner_who_also_oversees_is_noted():
    data = base()
    _decision(data)["oversight"]["by"] = "head-of-lending"
    pages = rendered(dumped(data))
    assert "Head of lending oversees the machine, and also is accountable." in pages["en/raci.md"]
    assert "Sie ist rechenschaftspflichtig." in pages["de/raci.md"]
    assert _row(data).endswith("| note 1 |")


def test_one_person_behind_two_roles_is_noted_without_a_name():
    data = base()
    data["roles"]["ai-officer"]["held_by"] = "Lending@Bank.example"
    data["spaces"]["lending"]["review"]["by"] = "ai-officer"
    page = rendered(dumped(data))["en/raci.md"]
    assert "The same person holds two roles: AI officer reviews the decision, Head of lending is accountable." in page
    assert "[REV003](rules.md#rule-rev003)" in page
    assert "bank.example" not in page.casefold()


def test_a_contest_decided_by_the_overseer_is_noted_with_its_rule():
    data = base()
    _decision(data)["contest"]["decided_by"] = "case-worker"
    page = rendered(dumped(data))["en/raci.md"]
    assert (
        "Case worker decides on contests, and also oversees the machine and does the work. "
        "Duties are not separated here ([CON002](rules.md#rule-con002))." in page
    )


def test_a_committee_that_answers_is_shown_with_the_person_behind_it():
    page = rendered(dumped(_lending(owner="credit-committee")))["en/raci.md"]
    assert "Credit committee is a committee. The person who answers for it: Chief risk officer." in page


def _with_many_roles() -> dict[str, Any]:
    data = base()
    informed = _decision(data)["involves"]["informed"]
    informed += ["ai-officer", "head-of-audit", "model-steward"]
    return data


def test_many_roles_stand_below_each_other_and_decisions_beside():
    page = rendered(dumped(_with_many_roles()))["en/raci.md"]
    assert "| Role | [Raise a credit limit](decisions/lending/raise-limit.md) |\n|---|:---:|\n" in page
    assert "| Head of lending | A |\n| Case worker | R, O |\n| Ombudsperson | C |\n" in page
    assert "| *The machine supplies* | data and probabilities |\n| *Gaps and notes* | – |\n" in page


def test_where_roles_and_decisions_are_many_each_decision_names_its_roles():
    data = _with_many_roles()
    one = _decision(data)
    data["spaces"]["lending"]["decisions"] = {f"d-{number}": dict(one) for number in range(6)}
    page = rendered(dumped(data))["en/raci.md"]
    assert "| Decision | A | R | C | I | O | The machine supplies |" in page
    assert page.count("| Head of lending | Case worker | Ombudsperson | Works council, AI officer") == 6


def test_where_there_are_many_decisions_each_space_has_a_page():
    data = base()
    one = _decision(data)
    data["spaces"]["lending"]["decisions"] = {f"d-{number}": dict(one) for number in range(151)}
    pages = rendered(dumped(data))
    assert "[Retail lending](raci/lending.md#raci-lending) | 151 | 151 | 0 |" in pages["en/raci.md"]
    assert pages["en/raci/lending.md"].count("| A | R, O | C | I |") == 151
    assert "](../decisions/lending/d-7.md)" in pages["en/raci/lending.md"]


def test_people_who_decide_alone_have_no_machine_that_supplies():
    data = base()
    data["spaces"]["lending"]["decisions"]["raise-limit"] = {"title": "Raise a credit limit", "autonomy": "human-only"}
    assert "| – (people alone) |" in _row(data)
