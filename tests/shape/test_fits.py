"""The fast validator never finds right what the reference refuses, and the reference is asked for everything else."""

import sys
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from orchestrator_lint.language import policy_language
from orchestrator_lint.reading import read
from orchestrator_lint.rules.index import all_rules
from orchestrator_lint.shape.coerce import coerced
from orchestrator_lint.shape.fits import _validator, fits
from orchestrator_lint.sources import Source, collect
from tests.mutated import BASE, report_of
from tools.readme import ROOT

LANGUAGE = policy_language()
REFERENCE = Draft202012Validator(LANGUAGE.schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
_SHORT = (
    "0000-01-01",
    "2026-02-30",
    "9999-12-31",
    "2026-1-1",
    "14 days",
    "0 days",
    "x-a",
    "a/b",
    "this",
    "",
    "null",
    "\ud800",
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(_SHORT) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("id", "x-a", "en", "by", "")), inner),
    max_leaves=4,
)


def _data(source: Source) -> list[Any]:
    return [coerced(document.data, LANGUAGE.root) for document in read(source, LANGUAGE.sections).documents]


def _places(data: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for key in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield (*above, key)
        yield from _places(data[key], (*above, key))


CLEAN = _data(Source("base.yaml", BASE.encode()))[0]
PLACES = list(_places(CLEAN))


@pytest.mark.parametrize("folder", ["policies", "tests/base", "tests/cases"])
def test_every_policy_that_fits_has_no_error(folder: str) -> None:
    documents = [data for source in collect([str(ROOT / folder)]) for data in _data(source)]
    assert documents
    assert [fits(data, LANGUAGE) for data in documents] == [REFERENCE.is_valid(data) for data in documents]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_example_that_fits_has_no_error(rule: Any) -> None:
    for example in (rule.card.bad, rule.card.good, *rule.card.cases):
        for data in _data(Source("example.yaml", f"orchestrator: 1\n{example.yaml}".encode())):
            assert fits(data, LANGUAGE) == REFERENCE.is_valid(data)


@given(st.sampled_from(PLACES), _VALUES)
def test_what_fits_with_any_value_at_any_place_has_no_error(place: tuple[Any, ...], value: Any) -> None:
    data = deepcopy(CLEAN)
    around = data
    for step in place[:-1]:
        around = around[step]
    around[place[-1]] = value
    if fits(data, LANGUAGE):
        assert REFERENCE.is_valid(data)


@given(st.sampled_from(PLACES), st.text(min_size=1, max_size=8), _VALUES)
def test_what_fits_with_any_key_at_any_place_has_no_error(place: tuple[Any, ...], key: str, value: Any) -> None:
    data = deepcopy(CLEAN)
    around = data
    for step in place:
        around = around[step]
    if isinstance(around, dict):
        around[key] = value
    assert not fits(data, LANGUAGE) or REFERENCE.is_valid(data)


def test_without_the_fast_validator_the_findings_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = BASE.replace("acts-unless-vetoed", "acts-unless-vetoted")
    with_it = report_of(text).findings
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    _validator.cache_clear()
    try:
        assert not fits(CLEAN, LANGUAGE)
        assert report_of(text).findings == with_it
        assert report_of(BASE).findings == ()
    finally:
        _validator.cache_clear()
