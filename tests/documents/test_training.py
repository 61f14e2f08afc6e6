"""What the record of AI literacy says of roles, and what it does not say of persons."""

from typing import Any

from tests.documents.given import base, dumped, rendered

_LINK = "[Raise a credit limit](decisions/lending/raise-limit.md)"


def _record(language: str = "en", **role: Any) -> str:
    data = base()
    data["roles"]["case-worker"] |= role
    return rendered(dumped(data))[f"{language}/training.md"]


def test_each_role_that_works_with_ai_stands_with_its_part_and_its_decisions():
    topics = "automation bias and limits of the model"
    assert f"| Case worker | does the work; oversees the machine | {_LINK} | {topics} | – |" in _record()


def test_each_measure_stands_with_its_day_when_it_is_due_and_what_asks_for_it():
    page = _record()
    assert f"| Case worker | automation bias | 2 June 2026 | every year | 2 June 2027 | {_LINK} |" in page
    assert "| Case worker | limits of the model | 2 June 2026 | every year | 2 June 2027 | – |" in page


def test_a_role_without_a_measure_is_a_gap_with_its_rule():
    page = _record(training=None)
    assert "| **not stated ([TRN001](rules.md#rule-trn001))** | [TRN001](rules.md#rule-trn001) |" in page


def test_a_measure_without_a_day_is_said_to_lack_it():
    training = [{"topic": "automation-bias", "date": "2026-06-02"}, {"topic": "law"}]
    page = _record(training=training)
    assert f"| Case worker | automation bias | 2 June 2026 | not stated | not stated | {_LINK} |" in page
    assert "| Case worker | law | not stated | not stated | not stated | – |" in page


def test_the_record_explains_what_the_law_asks_for_and_grades_nobody():
    page = _record()
    assert "It is a duty to make an effort." in page
    assert "applies from 2 February 2025 (reworded with effect from 2026-07-27)" in page
    assert "bank.example" not in page
    assert "Verlangt ist das Bemühen." in _record("de")


def test_roles_that_work_with_no_machine_are_listed_apart():
    others = _record().split('<a id="others"></a>')[1]
    assert "AI officer" in others
    assert "Case worker" not in others


def test_many_decisions_of_one_role_are_counted_by_space():
    data = base()
    decisions = data["spaces"]["lending"]["decisions"]
    for number in range(12):
        decisions[f"d-{number}"] = decisions["raise-limit"]
    page = rendered(dumped(data))["en/training.md"]
    assert "| 13 decisions in: [Retail lending](spaces/lending.md) |" in page
