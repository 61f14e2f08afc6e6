"""Keys that stand twice, are no words, or carry what YAML calls a tag."""

import pytest
import yaml

from tests.mutated import BASE, changed, found_at_mark, marked, report_of, sole

TITLE = "    title: Retail lending"


@pytest.mark.parametrize(
    ("old", "new", "first"),
    [
        (
            "    owner: head-of-lending\n    principles",
            "    owner: head-of-lending\n    ‸owner: case-worker\n    principles",
            163,
        ),
        ("{title: Customers,", "{title: Customers, ‸title: Customer,", 14),
        ("{title: Customers,", "{title: Customers, ‸'title': Customer,", 14),
        ("  - {from: this, to: persons", "  - {from: this, ‸from: this, to: persons", 220),
    ],
)
def test_a_key_that_stands_twice_is_one_finding_with_both_places(old: str, new: str, first: int) -> None:
    code, finding = found_at_mark(old, new)
    assert code == "YML003"
    assert [related.location.line for related in finding.related] == [first]


@pytest.mark.parametrize(
    ("more", "first"),
    [("\n‸roles: {x: {title: X}}\n", 27), ("\n      ‸raise-limit: {title: X}\n", 184), ("\n‸orchestrator: 1\n", 3)],
    ids=["section", "decision", "header"],
)
def test_a_whole_object_that_stands_twice_is_one_finding(more: str, first: int) -> None:
    text, line, column = marked(BASE + more)
    finding = sole(text)
    assert (finding.card.code, *finding.location[1:3]) == ("YML003", line, column)
    assert finding.related[0].location.line == first


@pytest.mark.parametrize("key", ["‸[a, b]: x", "‸{a: b}: x", "? ‸[a, b]\n    : x", "‸[]: x"])
def test_a_key_that_is_no_word_is_one_finding(key: str) -> None:
    assert found_at_mark(TITLE, f"    {key}\n{TITLE}")[0] == "YML011"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TITLE, "    title: {‸{ name }}"),
        ("    owner: head-of-lending\n    principles", "    ? ‸owner: head-of-lending\n    principles"),
    ],
)
def test_what_an_odd_key_hides_is_not_called_missing(old: str, new: str) -> None:
    assert found_at_mark(old, new)[0] == "YML011"


@pytest.mark.parametrize("key", ["1", "~", "yes", "null", "1.10", '""', "k" * 300])
def test_any_other_key_that_the_language_does_not_know_is_one_finding_at_the_key(key: str) -> None:
    code, finding = found_at_mark(TITLE, f"    ‸{key}: x\n{TITLE}")
    assert code == "SHP001"
    assert len(finding.message("en")) < 600


@pytest.mark.parametrize(
    "value",
    ["!!python/object:os.system x", "!!python/object/apply:os.system [x]", "!!binary aGVsbG8=", "!!set {a}", "!!omap [a: b]",
     "!!timestamp 2026-01-01", "!!int abc", "!!map abc", "!mine abc", "!e!foo abc"],
)  # fmt: skip
@pytest.mark.parametrize("libyaml", [True, False])
def test_a_tag_is_one_finding_and_runs_nothing(value: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    code, finding = found_at_mark(TITLE, f"    title: ‸{value}")
    assert code == "YML012"
    assert value.split(maxsplit=1)[0] in finding.message("en")


@pytest.mark.parametrize("value", ["!!str Retail", "! Retail", "!!str 12"])
def test_a_tag_that_says_what_the_value_is_may_stand(value: str) -> None:
    assert report_of(changed(TITLE, f"    title: {value}")).findings == ()
