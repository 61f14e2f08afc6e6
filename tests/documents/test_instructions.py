"""The extract for the instructions for use: one for each system that takes part, for those who work with it."""

from typing import Any

import pytest

from tests.documents.given import base, dumped, rendered

_PAGE = "instructions/repayment-score.md"


def _changed(**keys: Any) -> dict[str, str]:
    data = base()
    data["systems"]["repayment-score"] |= keys
    return rendered(dumped(data))


def test_the_provider_s_instructions_are_named_and_prevail():
    pages = _changed()
    assert "where the two differ, the instructions prevail" in pages[f"en/{_PAGE}"]
    assert (
        "- Betriebsanleitung des Anbieters: https&#58;//intranet.example/systems/repayment-score"
        in pages[f"de/{_PAGE}"]
    )
    assert "**not stated ([SAF010](../rules.md#rule-saf010))**" in _changed(instructions=None)[f"en/{_PAGE}"]


def test_the_points_of_art_13_are_there():
    page = _changed()[f"de/{_PAGE}"]
    for point in ("a", "b Ziff. i", "b Ziff. ii", "b Ziff. iii", "b Ziff. iv", "b Ziff. vi", "c", "d", "e", "f"):
        assert f"(Art. 13 Abs. 3 Buchst. {point} " in page


def test_it_says_what_was_measured_on_whom_and_what_holds_in_each_decision():
    page = _changed()[f"en/{_PAGE}"]
    assert "| recall of defaults | 0.81 | 41 000 loans of 2024 and 2025 | age and region |" in page
    assert "| [Raise a credit limit](../decisions/lending/raise-limit.md) | collections and marketing |" in page
    assert "| Case worker | decide not to use the system, disregard the output," in page
    assert "- What goes into the system: [Credit file](../data-flows.md#dataset-credit-file)." in page


def test_a_system_without_measurement_or_supplier_says_why():
    no = {"none_because": "It only adds up."}
    page = _changed(performance=no, supplier=no)[f"en/{_PAGE}"]
    assert "- Measured performance: Reason: It only adds up. (`performance`)" in page
    assert "- Provider or supplier: Reason: It only adds up. (`supplier`)" in page
    assert "Contract" not in page


def test_only_systems_that_take_part_have_a_page_and_the_sheet_leads_to_it():
    data = base()
    data["systems"]["unused"] = {"title": "Unused", "kind": "rules"}
    pages = rendered(dumped(data))
    assert "en/instructions/unused.md" not in pages
    assert "](../../instructions/repayment-score.md)" in pages["en/decisions/lending/raise-limit.md"]


def test_of_many_decisions_some_are_shown_and_the_rest_counted():
    data = base()
    decision = data["spaces"]["lending"]["decisions"]["raise-limit"]
    data["spaces"]["lending"]["decisions"] |= {f"d-{number}": decision for number in range(40)}
    page = rendered(dumped(data))[f"en/{_PAGE}"]
    assert "Decisions that do not stand here: 11. They stand in the [register](../register.md)." in page


@pytest.mark.parametrize(
    "changed",
    [
        {"supplier": 7},
        {"supplier": {"duties": {"us": 7}}},
        {"performance": [7, {"value": []}]},
        {"performance": {"none_because": 7}},
        {"logic": {"open_to": [7, "nobody"]}},
        {"tested": {"date": "once"}},
        {"outputs": ["x", 7]},
        {"kind": 7},
    ],
)
def test_no_rejected_value_stops_the_extract(changed: dict[str, Any]):
    assert _changed(**changed)[f"de/{_PAGE}"]
