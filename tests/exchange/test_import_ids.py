"""Ids: stable, of the right shape, each its own."""

import csv
import io
import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_lint.exchange import Converted, Mapping, convert
from orchestrator_lint.exchange.ids import settle
from orchestrator_lint.exchange.slugs import cut, joined, slug, suffixed

SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def ids_of(workspace: dict[str, Any]) -> list[str]:
    return [name for space in workspace["spaces"].values() for name in space["decisions"]]


@pytest.fixture(scope="module")
def ids(sample: Converted, joined: Callable[[Converted], dict[str, Any]]) -> list[str]:
    return ids_of(joined(sample))


def test_a_record_with_an_id_of_its_own_keeps_it(ids: list[str]) -> None:
    assert "mar-001" in ids


def test_a_record_without_an_id_gets_a_stable_id(ids: list[str]) -> None:
    assert "blc-lone-entry" in ids


def test_the_same_name_in_two_bureaus_is_told_apart_by_the_bureau(ids: list[str]) -> None:
    assert {"blc-front-desk-chatbot", "blc-back-desk-chatbot"} <= set(ids)


def test_the_same_name_in_one_bureau_is_told_apart_by_content(ids: list[str]) -> None:
    assert len([name for name in ids if re.fullmatch("blc-front-desk-minutes-[0-9a-f]{6}", name)]) == 2


def test_identical_rows_are_numbered(ids: list[str]) -> None:
    assert {"blc-twice-told", "blc-twice-told-2"} <= set(ids)


def test_of_a_repeated_id_no_record_gets_it(ids: list[str]) -> None:
    assert {"blc-needle", "blc-another-needle"} <= set(ids)
    assert "blc-7" not in ids


def test_a_record_without_id_and_name_is_named_by_what_there_is_and_its_content(ids: list[str]) -> None:
    assert any(re.fullmatch("blc-haystack-[0-9a-f]{6}", name) for name in ids)


def test_the_order_of_rows_leaves_no_trace(federal: Mapping, sample: Converted, sample_bytes: bytes) -> None:
    header, *rows = csv.reader(io.StringIO(sample_bytes.decode("utf-8-sig"), newline=""))
    random.Random(7).shuffle(rows)  # noqa: S311
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *rows])
    assert convert(text.getvalue().encode(), federal, "federal-sample.csv") == sample


def test_the_same_bytes_give_the_same_files(federal: Mapping, sample: Converted, sample_bytes: bytes) -> None:
    assert convert(sample_bytes, federal, "federal-sample.csv") == sample


@given(st.text(max_size=300), st.text(max_size=20))
def test_any_words_give_an_id_of_the_right_shape_or_none(words: str, more: str) -> None:
    name = joined([slug(words), slug(more)])
    assert bool(name) == bool(words.strip() or more.strip())
    assert not name or (SHAPE.fullmatch(name) and len(name) <= 80)


@given(st.from_regex(SHAPE, fullmatch=True), st.integers(10, 90))
def test_a_shortened_id_keeps_its_shape(name: str, longest: int) -> None:
    found = cut(name, longest)
    assert SHAPE.fullmatch(found)
    assert len(found) <= longest
    assert len(suffixed(name, "abcdef")) <= 80


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Größe & Maß", "groesse-and-mass"),
        ("Agency’s “smart” tool", "agencys-smart-tool"),
        ("Łódź café", "lodz-cafe"),
        ("ﬁne №5", "fine-no5"),
    ],
)
def test_words_beyond_ascii_are_transliterated(words: str, name: str) -> None:
    assert slug(words) == name


def test_words_of_another_script_become_a_short_hash() -> None:
    assert re.fullmatch("[0-9a-f]{8}", slug("河川"))
    assert slug("河川") != slug("警報")


def test_a_part_that_repeats_the_one_before_it_swallows_it() -> None:
    assert joined(["doj", "doj-0357"]) == "doj-0357"
    assert joined(["do", "doj-0357"]) == "do-doj-0357"


@given(st.dictionaries(st.text("xyz", max_size=4), st.lists(st.sampled_from("abc"), max_size=3), max_size=8))
def test_no_two_things_get_the_same_name_whatever_they_propose(wishes: dict[str, list[str]]) -> None:
    settled = settle({key: [*wished, f"own-{key}"] for key, wished in wishes.items()})
    assert len({choice.name for choice in settled.values()}) == len(wishes)
