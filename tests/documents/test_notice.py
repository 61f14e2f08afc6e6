"""What people affected are told, and what the text leaves to be completed."""

from typing import Any

import pytest

from tests.documents.given import base, dumped, rendered

_PAGE = "notices/lending/raise-limit.md"


def _notice(language: str = "en", data: dict[str, Any] | None = None, **keys: Any) -> str:
    data = data or base()
    data["spaces"]["lending"]["decisions"]["raise-limit"] |= keys
    return rendered(dumped(data))[f"{language}/{_PAGE}"]


def test_the_letter_says_in_sentences_what_the_policies_say():
    page = _notice()
    for line in (
        "Example Bank uses an AI system (here: the machine) to answer this question: **May we raise",
        "The machine recommends one result. A person weighs it and decides.",
        "You can turn to a person here: Branch, or telephone 0800 0000000.",
        "The decision is explained to you by: Case worker.",
        "Your objection has to reach us within 3 months.",
        "You have an answer within 1 month.",
        "As long as this is open, the decision takes no effect.",
        "If you say nothing, nothing is decided yet.",
        "Kept for: 10 years. Who receives them: Scorewerk GmbH. They do not go to third countries.",
    ):
        assert line in page


def test_the_letter_speaks_german_to_people():
    page = _notice("de")
    assert "Guten Tag," in page
    assert "Ihre Anfechtung muss uns innerhalb von 3 Monaten erreichen." in page
    assert "**[bitte ergänzen: Name und Anschrift der Aufsichtsbehörde]**" in page


def test_what_no_policy_holds_is_marked_for_a_person_to_complete():
    page = _notice()
    assert "You can complain to a supervisory authority for data protection: **[please complete:" in page
    assert "Data protection officer: **[please complete: contact details]**" in page


def test_what_is_missing_is_marked_and_never_made_up():
    page = _notice(contest=None, explanation=None, hearing=None, decision_notice=None, machine=None)
    assert "**[please complete: whether and how people can contest the decision" in page
    assert "**[please complete: who explains a decision on request" in page
    assert "**[please complete: what the machine does]**" in page
    assert "We hear you before we decide" not in page


def test_a_safeguard_that_is_not_in_force_is_not_promised():
    contest = {**base()["spaces"]["lending"]["decisions"]["raise-limit"]["contest"], "state": "planned"}
    assert "**[please complete: not in force yet (planned): from when it holds]**" in _notice(contest=contest)


def test_a_system_in_the_office_of_a_person_stands_in_no_letter():
    data = base()
    data["spaces"]["lending"]["owner"] = "repayment-score"
    page = _notice(data=data)
    assert "Who answers for the decision: **[please complete: who answers for the decision]**" in page


@pytest.mark.parametrize(
    ("basis", "says", "is_silent_on"),
    [
        ("gdpr 6(1)(f)", "You can object to their use", "withdraw a consent"),
        ("gdpr 6(1)(a)", "You can withdraw a consent at any time", "You can object"),
        ("gdpr 6(1)(b)", "You can receive the data that you gave us", "You can object"),
        ("Works agreement 3", "**[please complete: further rights that follow", "You can object"),
    ],
)
def test_rights_follow_from_the_legal_basis(basis: str, says: str, is_silent_on: str):
    data = base()
    data["datasets"]["credit-file"]["legal_basis"] = [basis]
    page = _notice(data=data)
    assert says in page
    assert is_silent_on not in page


def test_without_the_gdpr_no_rights_of_the_gdpr_are_promised():
    data = base()
    data["organisation"]["frameworks"] = ["eu-ai-act"]
    letter = _notice(data=data).split('<a id="text"></a>')[1]
    assert "Your rights over your data" not in letter
    assert "Data protection officer" not in letter


def test_provisions_stand_with_the_day_from_which_they_apply():
    page = _notice()
    assert "- Art. 26(11) AI Act (from 2 December 2027): " in page
    assert "- Art. 86 AI Act (day not settled): " in page
    assert "- Art. 13 GDPR: " in page


def test_a_short_version_is_for_workers_where_the_policies_speak_of_them():
    assert "Workers and their representatives were informed in this way: Works agreement 12/2025." in _notice()
    notice = {"persons": "Letter KA-7", "alternative": "Branch"}
    assert "Short version for workers" not in _notice(notice=notice)


def test_a_decision_that_is_planned_is_not_said_to_run():
    assert "Example Bank is going to use an AI system" in _notice(status="planned")
    assert "Example Bank wird künftig ein KI-System einsetzen" in _notice("de", status="planned")


def test_fixed_rules_are_not_called_ai():
    data = base()
    data["systems"]["repayment-score"]["kind"] = "rules"
    assert "Example Bank uses a system with fixed rules" in _notice(data=data)


def test_a_reason_for_telling_nobody_stands_before_the_text():
    page = _notice(notice={"none_because": "The offer shows it"})
    assert "The policies say that people are not told. Reason: The offer shows it." in page


def test_where_nobody_is_affected_there_is_no_text():
    data = base()
    decision = data["spaces"]["lending"]["decisions"]["raise-limit"]
    decision["impact"] = {"affects": [], "level": "low", "effect": "none", "reversibility": "easy"}
    assert f"en/{_PAGE}" not in rendered(dumped(data))
