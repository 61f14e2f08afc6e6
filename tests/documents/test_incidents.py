"""Whom the incident log says to tell, what can be stopped, and what its form asks."""

from typing import Any

from tests.documents.given import base, dumped, rendered


def _log(language: str = "en", data: dict[str, Any] | None = None) -> str:
    return rendered(dumped(data or base()))[f"{language}/incidents.md"]


def test_it_says_whom_to_tell_and_by_when():
    page = _log()
    assert "1. Inside the organisation: AI officer." in page
    assert "2. When: within 24 hours." in page
    assert "3. Authority: Bundesnetzagentur." in page


def test_it_says_from_when_the_law_asks_and_where_that_is_not_settled():
    page = _log()
    assert "| Art. 73 AI Act (day not settled) |" in page
    assert "| Art. 26(5) AI Act (from 2 December 2027) |" in page
    assert "| Art. 33 GDPR | the controller |" in page
    assert "| Art. 73 KI-VO (Zeitpunkt nicht geklärt) |" in _log("de")


def test_laws_that_are_not_declared_are_not_named():
    data = base()
    data["organisation"]["frameworks"] = ["nist-ai-rmf"]
    assert "What the law asks for" not in _log(data=data)


def test_each_decision_stands_with_who_stops_it_how_and_how_work_goes_on():
    row = "| Head of lending | Switch in the decision engine | 12 May 2026 | Manual scorecard by two people |"
    assert f"| [Raise a credit limit](decisions/lending/raise-limit.md) {row}" in _log()


def test_a_stop_that_is_missing_is_a_gap_with_its_rule():
    data = base()
    data["spaces"]["lending"]["decisions"]["raise-limit"]["oversight"]["stop"] = None
    assert "| **not stated ([SAF001](rules.md#rule-saf001))** | – | – |" in _log(data=data)


def test_what_people_decide_alone_and_what_is_retired_cannot_be_stopped():
    data = base()
    decisions = data["spaces"]["lending"]["decisions"]
    decisions["pardon"] = {"title": "Pardon", "autonomy": "human-only"}
    decisions["raise-limit"]["status"] = "retired"
    assert "A machine takes part in no decision." in _log(data=data)


def test_missing_reporting_is_said_with_its_rule():
    data = base()
    data["organisation"]["incidents"] = None
    assert "Whom to report to: **not stated ([SAF005](rules.md#rule-saf005))**." in _log(data=data)


def test_a_missing_authority_is_marked_for_a_person_to_complete():
    data = base()
    data["organisation"]["incidents"]["authority"] = None
    page = _log(data=data)
    assert "3. Authority: **not stated ([SAF005](rules.md#rule-saf005))**. **[please complete: the market" in page


def test_the_supplier_of_a_system_in_use_is_named():
    assert "| Repayment score | Scorewerk GmbH | KV-2025-118 | Model steward |" in _log()


def test_the_form_asks_all_that_has_to_be_known_later():
    form = _log().split('<a id="form"></a>')[1]
    for asked in ("Trigger", "Time", "Person (role)", "State before", "State after", "Effect", "Notified", "Lessons"):
        assert f"| {asked}" in form
    assert "| Change of a guardrail" in form
