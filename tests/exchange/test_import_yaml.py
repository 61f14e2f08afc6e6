"""Texts in YAML: what is written is what is read, by YAML 1.1 and by YAML 1.2."""

import io
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from orchestrator_lint.exchange import Converted
from orchestrator_lint.exchange.emit import emit
from orchestrator_lint.forms.load import load

TRAPS = [
    "no", "On", "y", "N", "~", "null", "True", "012", "0o14", "0x1F", "1_000", "12:30", "1e3", ".inf", "-.INF", ".nan",
    "2026-01-01", "=", "<<", "-", "- a", "? a", ": a", "a: b", "a:", "a #b", "#a", "*a", "&a", "!a", "%a", "@a", "`a",
    "{a}", "[a]", "a, b", "'a'", '"a"', "|", ">", "---", "...", "\t", " a", "a ", "a\n", "\na", "a\n\nb", "a\n b",
    " a\nb", "a \nb", "\n", "a\r\nb", "a\u2028b", "a\x85b", "\ufeffa", "\x00", "\x1b[31m", "\\", "a\\nb", "",
    "{{ x }}", "word " * 60, "word  " * 60, ("x" * 300 + " ") * 3, "- " + "word " * 60 + "end", "# " * 90 + "x",
    "key: " * 60 + "x", 'said "so" ' * 30 + "x", "it's \"so\"", "\U0001f600", "\u202e", "\ud800",
]  # fmt: skip

texts = st.one_of(
    st.sampled_from(TRAPS),
    st.text(max_size=60),
    st.text(st.sampled_from(" \n\t\r#:-'\"\\,[]{}ab\u00a0\u200b"), max_size=300),
).filter(lambda text: not any("\ud800" <= letter <= "\udfff" for letter in text))
short = texts.filter(lambda text: len(text) < 100)
values = st.recursive(
    texts | st.none() | st.booleans() | st.integers(-9, 9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(short, inner, max_size=3),
    max_leaves=8,
)


def by_yaml_1_2(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(io.StringIO(text))


@given(st.dictionaries(st.sampled_from(["a", "b", "no", "12"]), values, min_size=1, max_size=3))
def test_what_is_written_is_what_is_read(data: dict[str, Any]) -> None:
    text = emit(data)
    assert yaml.safe_load(text) == by_yaml_1_2(text) == load(text.encode(), "x.yaml").data == data


@pytest.mark.parametrize("trap", [trap for trap in TRAPS if trap != "\ud800"])
def test_a_trap_is_written_so_that_it_stays_text(trap: str) -> None:
    text = emit({"a": {"b": trap}, "c": [trap], "d": [{"e": trap, "f": trap}]})
    expected = {"a": {"b": trap}, "c": [trap], "d": [{"e": trap, "f": trap}]}
    assert yaml.safe_load(text) == by_yaml_1_2(text) == expected


def test_a_lone_surrogate_can_be_written_to_a_file() -> None:
    assert emit({"a": "\ud800"}).encode() == b'a: "\\ud800"\n'


@pytest.mark.parametrize("trap", TRAPS)
def test_no_line_ends_in_a_blank_that_an_editor_would_strip(trap: str) -> None:
    assert not any(line != line.rstrip() for line in emit({"a": trap, "b": [trap]}).split("\n"))


def test_the_sample_reads_the_same_under_both_versions(sample: Converted) -> None:
    for text in sample.files.values():
        old, new = yaml.safe_load(text), by_yaml_1_2(text)
        assert json.dumps(old) == json.dumps(new)


def test_prose_stands_folded_or_literal_and_short_words_plain() -> None:
    assert emit({"a": "word " * 30 + "end"}).startswith("a: >-\n  word word")
    assert emit({"a": "one\ntwo"}) == "a: |-\n  one\n  two\n"
    assert emit({"a": "Raise a limit", "b": 'He said "no".'}) == "a: Raise a limit\n\nb: 'He said \"no\".'\n"
