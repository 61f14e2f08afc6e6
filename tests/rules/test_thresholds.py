"""Thresholds: each says which way is stricter, so that a mandatory base can refuse a looser one."""

from collections import defaultdict

import pytest

from orchestrator_lint.journey import cards
from orchestrator_lint.model import Duration
from orchestrator_lint.problems import Threshold

WAYS = {str: ("lower", "higher"), int: ("lower", "higher"), float: ("lower", "higher"), list: ("more", "fewer")}


def test_every_threshold_says_which_way_is_stricter() -> None:
    for card in cards().values():
        for name, threshold in card.thresholds.items():
            assert threshold.stricter in WAYS[type(threshold.value)], f"{card.code} {name}"


def test_rules_that_share_a_threshold_agree_on_it() -> None:
    shared: dict[str, list[Threshold]] = defaultdict(list)
    for card in cards().values():
        for name, threshold in card.thresholds.items():
            shared[name].append(threshold)
    assert len(shared["network-min-decisions"]) == 4
    assert [name for name, said in shared.items() if any(other != said[0] for other in said)] == []


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("12 months", "12 months", True),
        ("1 year", "12 months", True),
        ("11 months", "1 year", True),
        ("2 weeks", "14 days", True),
        ("15 days", "2 weeks", False),
        ("12 months", "360 days", False),
        ("365 days", "12 months", False),
        ("50 weeks", "12 months", True),
        ("1.5 months", "2 months", True),
        ("30 days", "1 month", False),
        ("12 months", "400 days", True),
        ("0 days", "0 days", True),
    ],
)
def test_a_duration_is_within_another_only_if_it_is_on_every_day(one: str, other: str, within: bool) -> None:
    assert Duration.parse(one).is_within(Duration.parse(other)) is within
