"""A text that an unquoted comma cuts: one finding, at the first piece that is lost."""

import pytest

from tests.mutated import changed, found_at_mark, report_of


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the customer more.", "the customer, ‸the bank and others more."),
        ("scorecard by two people", "scorecard, ‸by two people"),
        ("Manual scorecard by two people", "Manual, ‸careful, slow"),
        ("{title: Customers,", "{title: Customers, ‸big and small,"),
        ("{title: Customers,", "{title: Customers, ‸etc.,"),
        ("{hours_per_week: 100}", "{hours_per_week: 100,‸5}"),
        ("[consumer loans up to 75 000 EUR]", "‸[consumer loans, which are up to 75 000 EUR, and leases]"),
        ("[data missing, outside the validated population]", "‸[data missing, for example the income, or outside]"),
    ],
)
def test_a_cut_text_is_one_finding_where_it_is_cut(old: str, new: str) -> None:
    assert found_at_mark(old, new)[0] == "YML009"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the customer more.", '"the customer, the bank and others more."'),
        ("[age, region]", "[age, region, ]"),
        ("[age, region]", "[age groups, region]"),
    ],
)
def test_commas_that_cut_nothing_are_no_finding(old: str, new: str) -> None:
    old, new = (f"because: A missed default costs {old}", f"because: {new}") if "customer" in old else (old, new)
    assert report_of(changed(old, new)).findings == ()


def test_the_message_says_what_to_write() -> None:
    english = found_at_mark("{hours_per_week: 100}", "{hours_per_week: 100,‸5}")[1].message("en")
    assert "decimal point" in english
