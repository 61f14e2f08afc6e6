"""The exceptions register: what is waived, how that stands, what became weaker, and what is said not to be needed."""

from typing import Any

import pytest

from orchestrator_lint.documents import all_pages
from orchestrator_lint.journey import check
from orchestrator_lint.sources import Source
from tests.documents.given import TODAY, base, dumped, rendered

_WHOLE = {
    "rule": "no-stop",
    "applies_to": ["lending/raise-limit"],
    "reason": "The switch | is built until December.",
    "compensates": "The team head reads every tenth case daily.",
    "requested_by": "head-of-lending",
    "approved_by": "ai-officer",
    "granted": "2026-10-01",
    "expires": "2026-12-31",
}


def _with(*waivers: dict[str, Any], as_of: str | None = "2026-11-01") -> dict[str, str]:
    data = base()
    data["organisation"]["as_of"] = as_of
    data["spaces"]["lending"]["decisions"]["raise-limit"]["oversight"]["stop"] = None
    data["waivers"] = {f"w-{number}": waiver for number, waiver in enumerate(waivers)}
    return rendered(dumped(data))


def _page(*waivers: dict[str, Any], language: str = "en") -> str:
    return _with(*waivers)[f"{language}/exceptions.md"]


def test_a_waiver_is_described_with_reason_compensation_and_who_answers_for_it():
    page = _page(_WHOLE)
    assert "The switch &#124; is built until December." in page
    assert "What protects people in the meantime: The team head reads every tenth case daily." in page
    assert "Requested by: Head of lending. Approved by: AI officer." in page
    assert "It holds from 1 October 2026 to 31 December 2026." in page
    assert (
        "| [Raise a credit limit](decisions/lending/raise-limit.md) | AI officer | 31 December 2026 | in force |"
        in page
    )


def test_the_findings_that_a_waiver_covers_stand_with_it_and_the_index_leads_there():
    pages = _with(_WHOLE)
    assert "| [SAF001](rules.md#rule-saf001) | lending/raise-limit |" in pages["en/exceptions.md"]
    assert "weil eine Ausnahme sie abdeckt: [1](exceptions.md#waivers)" in pages["de/index.md"]
    assert "exceptions.md#waivers" not in rendered(dumped(base()))["en/index.md"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"reason": None}, "incomplete"),
        ({"approved_by": "head-of-lending"}, "requested and approved by the same person"),
        ({"expires": "2026-09-30"}, "it ends before it begins"),
        ({"expires": "2027-12-31"}, "longer than allowed"),
        ({"rule": "no-human-owner"}, "this rule cannot be waived"),
        ({"rule": "no-such-rule"}, "there is no such rule"),
        ({"granted": 7}, "not readable, see finding"),
    ],
)
def test_a_waiver_that_waives_nothing_is_called_void_and_says_why(changed: dict[str, Any], why: str):
    assert f"**It is void:** {why}." in _page({**_WHOLE, **changed})


def test_what_an_incomplete_waiver_lacks_is_named():
    assert "Es fehlt: Ausgleich" in _page({**_WHOLE, "compensates": " "}, language="de")


def test_what_ends_first_stands_first_and_what_never_ends_before_it():
    soon = {**_WHOLE, "expires": "2026-11-30"}
    page = _page(_WHOLE, soon, {**_WHOLE, "expires": None})
    assert page.index("[w-2]") < page.index("[w-1]") < page.index("[w-0]")


def test_an_exception_that_ran_out_or_is_yet_to_begin_says_so_where_a_day_is_fixed():
    ahead = {**_WHOLE, "granted": "2026-12-01"}
    over = {**_WHOLE, "expires": "2026-10-31"}
    page = _page(ahead, over)
    assert "| not yet in force |" in page
    assert "| expired |" in page


def test_without_a_fixed_day_the_page_does_not_say_what_holds_today():
    page = _with({**_WHOLE, "expires": "2026-10-31"}, as_of=None)["en/exceptions.md"]
    assert "does not say whether an exception holds today" in page
    assert "| complete |" in page
    assert "expired" not in page


def test_a_waiver_for_the_whole_organisation_names_it():
    assert "The exception holds for: Example Bank." in _page({**_WHOLE, "applies_to": ["organisation"]})


def test_a_change_that_weakened_a_policy_is_listed_and_self_approval_shown():
    data = base()
    data["changes"] = {
        "c-1": {
            "of": "lending/raise-limit",
            "field": "autonomy",
            "reason": "A shadow run of six months.",
            "requested_by": "ai-officer",
            "approved_by": "ai-officer",
            "date": "2026-10-01",
        }
    }
    page = rendered(dumped(data))["en/exceptions.md"]
    assert "| c-1 | Raise a credit limit | autonomy | A shadow run of six months. | AI officer |" in page
    assert "(**the same person requested it**) | 1 October 2026 |" in page


def test_a_reasoned_no_is_listed_with_reason_basis_and_what_protects_instead():
    data = base()
    no = {"none_because": "It only grants", "basis": "Art. 22(2) GDPR", "instead": "Anyone may ask again."}
    data["spaces"]["lending"]["decisions"]["raise-limit"]["contest"] = no
    page = rendered(dumped(data))["en/exceptions.md"]
    assert (
        "| [Raise a credit limit](decisions/lending/raise-limit.md) | Contesting the result | It only grants | "
        "Art. 22(2) GDPR | Anyone may ask again. |" in page
    )


def test_a_reasoned_no_of_a_space_stands_once_for_all_its_decisions():
    data = base()
    data["spaces"]["lending"]["every_decision"]["log"] = {"none_because": "Nothing is stored."}
    page = rendered(dumped(data))["en/exceptions.md"]
    assert page.count("Nothing is stored.") == 1 + page.split('id="findings"')[1].count("Nothing is stored.")
    assert "Retail lending (for all decisions)" in page


def test_the_reasoned_noes_of_many_decisions_stand_on_one_page_for_each_space():
    data = base()
    decision = data["spaces"]["lending"]["decisions"]["raise-limit"]
    more = {f"d-{number}": {**decision, "hearing": {"none_because": f"Reason {number}"}} for number in range(151)}
    data["spaces"]["lending"]["decisions"] |= more
    pages = rendered(dumped(data))
    assert "| [Retail lending](exceptions/lending.md) | 151 |" in pages["en/exceptions.md"]
    assert "Reason 150" in pages["en/exceptions/lending.md"]
    assert "Reason 150" not in pages["en/exceptions.md"]


def test_the_order_of_files_does_not_change_the_list_of_reasoned_noes():
    texts = [
        "orchestrator: 1\nsystems: {b: {supplier: {none_because: Our own b}}}\n",
        "orchestrator: 1\nsystems: {a: {supplier: {none_because: Our own a}}}\n",
    ]
    sources = [Source(f"{number}.yaml", text.encode()) for number, text in enumerate(texts)]
    assert all_pages(*check(sources, TODAY)) == all_pages(*check(sources[::-1], TODAY))


@pytest.mark.parametrize("value", [7, {"w": 7}, {"w": {"rule": 7, "applies_to": 7, "granted": "x"}}, {"w": {}}])
@pytest.mark.parametrize("section", ["waivers", "changes"])
def test_no_rejected_waiver_or_change_stops_the_page(section: str, value: Any):
    data = base()
    data[section] = value
    assert rendered(dumped(data))["de/exceptions.md"]


def test_a_change_approved_by_a_role_whose_holder_was_rejected_stops_no_page():
    data = base()
    data["roles"]["ai-officer"]["held_by"] = ["somebody"]
    data["changes"] = {"c-1": {"requested_by": "head-of-lending", "approved_by": "ai-officer"}}
    assert "| c-1 |" in rendered(dumped(data))["en/exceptions.md"]
