"""What values mean: as the author means them, under YAML 1.2."""

from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from orchestrator_lint.reading import PlainNumber, read
from orchestrator_lint.sources import Source
from tests.mutated import BASE, changed, report_of, sole

SECTIONS = frozenset(("spaces",))


def data_of(text: str) -> Any:
    reading = read(Source("a.yaml", f"orchestrator: 1\nx-a: {text}\n".encode()), SECTIONS)
    assert not reading.problems, reading.problems
    return reading.documents[0].data["x-a"]


@pytest.mark.parametrize(
    "text",
    ["no", "on", "off", "yes", "y", "12:30", "2026-03-31", "2026-03-31T10:00:00Z", "1_000", ".inf", ".nan", "0b1", "1.10",
     "012", "0o14", "1e3", "+1", "1e999", "=", "True story"],
)  # fmt: skip
def test_a_text_stays_as_it_is_written(text: str) -> None:
    value = data_of(text)
    assert isinstance(value, str)
    assert value == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("-3", -3), ("0.81", 0.81), ("true", True), ("False", False), ("null", None), ("~", None), ("", None)],
)
def test_a_plain_value_is_read_as_yaml_1_2_says(text: str, value: object) -> None:
    assert data_of(text) == value
    assert type(data_of(text)) is type(value)


@pytest.mark.parametrize(("text", "number"), [("012", 12), ("0o14", 12), ("0x1F", 31), ("1.10", 1.1), ("1e1", 10.0)])
def test_an_oddly_spelt_number_is_a_number_where_one_is_asked(text: str, number: float) -> None:
    value = data_of(text)
    assert isinstance(value, PlainNumber)
    assert value.number == number
    assert report_of(changed("cases_per_week: 6", f"cases_per_week: {text}")).findings == ()


MEASURE = "    measure: Share of customers in arrears after 12 months"


@pytest.mark.parametrize("word", ["2026-03-31", "1e3", '"on: off"', '"no"', "'012'", "y"])
def test_such_a_word_may_stand_as_text(word: str) -> None:
    assert report_of(changed(MEASURE, f"    measure: {word}")).findings == ()


@pytest.mark.parametrize("word", ["no", "On", "1.10", "012", "1_000", "12:30"])
def test_a_text_that_programs_of_yaml_1_1_read_otherwise_is_a_warning_that_asks_for_quotes(word: str) -> None:
    finding = sole(changed(MEASURE, f"    measure: {word}"))
    assert (finding.card.code, finding.severity.word) == ("SHP006", "warning")
    assert f'"{word}"' in finding.message("en")


@pytest.mark.parametrize("id", ["no", "on", "012", "2026-03-31", "1", "1e3"])
def test_such_a_word_may_stand_as_id(id: str) -> None:
    assert report_of(BASE.replace("dignity-first", id)).findings == ()


@pytest.mark.parametrize("id", ["1.10", "1_000", "12:30"])
def test_an_id_with_other_signs_is_one_finding_at_the_id(id: str) -> None:
    text = BASE.replace("  data-steward:\n", f"  {id}:\n", 1)
    findings = [finding for finding in report_of(text).findings if finding.card.code == "SHP004"]
    assert [finding.location[1:3] for finding in findings] == [(84, 3)]


TEXTS = [
    "a: 1\nb: [x, 'y', \"z\\n\"]\n",
    "a: |\n  one\n  two\nb: >-\n  folded\n  text\n",
    "base: &b {x: 1, y: {z: 2}}\nuse: {<<: *b, x: 3}\nsame: *b\n",
    "a: &a {x: 1}\nb: &b {y: 2}\nc: {<<: [*a, *b], z: 3}\n",
    "a: 'it''s'\nb: \"\\u00e4\\t\"\nc: plain text, with comma\n",
    "? a\n: b\n",
    "- 1\n- [2, [3]]\n- {}\n- []\n- ''\n",
    "a: !!str 12\nb: !!int 3\nc: !!float 1\nd: ! x\n",
    "a:\n- x\n-  y: 1\n   z: 2\n",
    "a: https://example.org/x#y\nb: a#b\nc: x # comment\n",
    "no: off\nyes: on\na: 12:30\nb: 2026\n",
    BASE,
]


@pytest.mark.parametrize("text", TEXTS)
def test_data_are_those_of_another_parser_of_yaml_1_2(text: str) -> None:
    from orchestrator_lint.reading.compose import compose

    other = YAML(typ="safe", pure=True)
    try:
        expected = other.load(text)
    except YAMLError:
        pytest.skip("the other parser refuses it")
    composed = next(iter(compose(text, with_spans=True)))
    assert not composed.faults
    assert _plain(composed.data) == _plain(expected)


def _plain(data: Any) -> Any:
    """Maps with texts as keys, and what is spelt in several ways as text: dates and odd numbers."""
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    if isinstance(data, PlainNumber):
        return data.number
    return str(data) if type(data).__name__ in ("date", "datetime", "TimeStamp") else data
