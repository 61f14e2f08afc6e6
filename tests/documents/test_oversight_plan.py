"""What the plan for human oversight says of people, their time, and the stop."""

from typing import Any

from tests.documents.given import base, dumped, rendered

_PAGE = "oversight/lending/raise-limit.md"


def _plan(language: str = "en", role: dict[str, Any] | None = None, **keys: Any) -> str:
    data = base()
    data["roles"]["case-worker"] |= role or {}
    data["spaces"]["lending"]["decisions"]["raise-limit"]["oversight"] |= keys
    return rendered(dumped(data))[f"{language}/{_PAGE}"]


def test_the_time_of_oversight_is_reckoned_in_a_sentence():
    page = _plan(workload={"cases_per_week": 90, "minutes_per_case": 10, "minutes_needed": 8})
    says = "Case worker has 90 cases in an ordinary week and 10 minutes for each: 90 × 10 ÷ 60 = 15 hours a week."
    assert says in page
    assert "Time kept free for oversight: 100 hours a week. That leaves 85 hours." in page


def test_a_number_that_had_to_be_rounded_is_not_said_to_be_equal():
    page = _plan(workload={"cases_per_week": 10, "minutes_per_case": 8, "minutes_needed": 8})
    assert "10 × 8 ÷ 60 ≈ 1.3 hours a week." in page


def test_too_little_time_is_said_with_the_rule_that_reports_it():
    page = _plan(role={"capacity": {"hours_per_week": 1.5}})
    assert "**Time missing: 0.5 hours a week** ([OVR014](../../rules.md#rule-ovr014))." in page
    assert "A careful look takes 15 minutes. " in page
    assert "**Fehlende Zeit: 0,5 Stunden in der Woche**" in _plan("de", role={"capacity": {"hours_per_week": 1.5}})


def test_a_look_that_takes_longer_than_there_is_time_for_is_said_with_its_rule():
    page = _plan(workload={"cases_per_week": 6, "minutes_per_case": 10, "minutes_needed": 15})
    assert "A careful look takes 15 minutes ([OVR014](../../rules.md#rule-ovr014))." in page


def test_all_that_a_role_oversees_counts_against_its_time():
    data = base()
    data["roles"]["case-worker"]["capacity"] = {"hours_per_week": 3}
    decisions = data["spaces"]["lending"]["decisions"]
    decisions["lower-limit"] = {**decisions["raise-limit"], "title": "Lower a credit limit"}
    page = rendered(dumped(data))[f"en/{_PAGE}"]
    assert "Case worker oversees 1 more decision; in all this takes 4 hours a week." in page
    assert "**Time missing: 1 hour a week** ([OVR011](../../rules.md#rule-ovr011))." in page


def test_authority_is_compared_with_the_level_of_the_decision():
    assert "This decision goes as far as “AI recommends”: the authority suffices." in _plan()
    low = _plan(role={"may_overrule": "informs"})
    assert "**the authority does not suffice** ([OVR003](../../rules.md#rule-ovr003))." in low
    assert "may overrule a machine: **not stated ([OVR003]" in _plan(role={"may_overrule": None})


def test_training_stands_with_its_days_and_with_what_the_decision_asks_for():
    page = _plan()
    assert "| automation bias | yes | 2 June 2026 | 2 June 2027 |" in page
    assert "| limits of the model | – | 2 June 2026 | 2 June 2027 |" in page


def test_a_competence_that_is_asked_for_and_not_stated_is_named():
    page = _plan(role={"competences": ["sales"]})
    assert "Needed and not stated for this role: credit-risk ([OVR004](../../rules.md#rule-ovr004))." in page


def test_stop_and_fallback_open_the_log_of_tests_which_has_room_for_more():
    page = _plan()
    assert "| 12 May 2026 | stop |  |  |  |" in page
    assert "| 12 May 2026 | fallback |  |  |  |" in page
    assert page.count("|  |  |  |  |  |") == 4


def test_deputies_stand_beside_their_roles():
    assert "| oversees the machine | Case worker | a person | Head of lending |" in _plan()
    reason = {"deputy": {"none_because": "Six people share the tray."}}
    assert "| a person | nobody. Reason: Six people share the tray. |" in _plan(role=reason)


def test_what_nobody_stated_is_said_and_not_left_out():
    data = base()
    data["spaces"]["lending"]["decisions"]["raise-limit"] = {"autonomy": "recommends", "impact": {"level": "high"}}
    page = rendered(dumped(data))[f"en/{_PAGE}"]
    assert "| oversees the machine | **not stated ([OVR001](../../rules.md#rule-ovr001))** | – | – |" in page
    assert "Stop button: **not stated ([SAF001](../../rules.md#rule-saf001))**." in page
    assert "Nobody oversees the machine, or nobody can tell who does." in page
    assert "How many cases there are, and how long each takes: not stated." in page


def test_the_day_from_which_the_duty_binds_is_that_of_its_area():
    assert "both provisions apply from 2 December 2027 (for high-risk AI systems of Annex III" in _plan()
    data = base()
    data["spaces"]["lending"]["decisions"]["raise-limit"]["law"]["area"] = "product-safety"
    assert "both provisions apply from 2 August 2028" in rendered(dumped(data))[f"en/{_PAGE}"]
    data["organisation"]["frameworks"] = ["gdpr"]
    assert "the policies do not declare that the AI Act applies" in rendered(dumped(data))[f"en/{_PAGE}"]


def test_a_light_decision_has_no_plan():
    data = base()
    decision = data["spaces"]["lending"]["decisions"]["raise-limit"]
    decision["impact"] = {"affects": ["customers"], "level": "low", "effect": "economic", "reversibility": "easy"}
    decision["law"] = {"risk_class": "minimal", "area": "none", "practices": []}
    assert f"en/{_PAGE}" not in rendered(dumped(data))


def test_what_a_person_must_add_is_marked_in_both_languages():
    assert "**[please complete: which people hold these roles" in _plan()
    assert "**[bitte ergänzen: welche Menschen diese Rollen innehaben" in _plan("de")
