"""Which known word a misspelt one was meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_lint.language import nearest, policy_language, slug
from orchestrator_lint.language.near import distance


@pytest.mark.parametrize(
    ("word", "meant"),
    [("ownr", "owner"), ("onwer", "owner"), ("OWNER", "owner"), ("“owner”", "owner"), ("own er", "owner"), ("xyz", None),
     ("", None), ("...", None), ("\u200bowner", "owner")],
)  # fmt: skip
def test_the_nearest_word_is_the_one_a_reader_would_guess(word: str, meant: str | None) -> None:
    assert nearest(word, ["owner", "purpose", "measure"]) == meant


def test_two_words_that_are_equally_near_are_no_suggestion() -> None:
    assert nearest("bat", ["cat", "hat"]) is None


def test_every_misspelt_key_of_a_decision_leads_back_to_it() -> None:
    node = policy_language().at(("spaces", "a", "decisions", "b"))
    assert node is not None
    lost = [key for key in node.keys if len(key) > 4 and nearest(key[:2] + key[3:], node.keys) != key]
    assert lost == []


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_symmetric_and_zero_only_for_the_same(one: str, other: str) -> None:
    assert distance(one, other, 20) == distance(other, one, 20)
    assert (distance(one, other, 20) == 0) == (one == other)


@given(st.text(max_size=30))
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    made = slug(text)
    assert not made or all(part.isascii() and part.isalnum() and part == part.lower() for part in made.split("-"))
