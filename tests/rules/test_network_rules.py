"""What only the whole shows is measured on the whole, and never on a part of it."""

from collections.abc import Mapping
from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding
from orchestrator_lint.sources import Source


def reported(code: str, *texts: str) -> list[Finding]:
    """What a rule says of files `0.yaml`, `1.yaml` and so on; the header is added."""
    sources = [Source(f"{number}.yaml", f"orchestrator: 1\n{text}".encode()) for number, text in enumerate(texts)]
    return [finding for finding in check(sources, date(2026, 11, 1)).report.findings if finding.card.code == code]


def owned(spaces: Mapping[str, str]) -> str:
    """Spaces whose decisions belong to the roles named by the letters, one decision a letter."""
    roles = sorted({letter for letters in spaces.values() for letter in letters})
    lines = [f"roles: {{{', '.join(f'{role}: {{}}' for role in roles)}, chair: {{}}}}", "spaces:"]
    for id, letters in spaces.items():
        decisions = ", ".join(f"d{number}: {{owner: {letter}}}" for number, letter in enumerate(letters))
        lines.append(f"  {id}: {{decisions: {{{decisions}}}}}")
    return "\n".join(lines) + "\n"


def test_two_fifths_are_no_bottleneck_and_more_are() -> None:
    assert reported("NET001", owned({"s": "aab", "t": "aac", "u": "bcd", "v": "d"})) == []
    (finding,) = reported("NET001", owned({"s": "aab", "t": "aac", "u": "bcd", "v": "a"}))
    assert (finding.about, finding.values["share"], finding.values["count"]) == ("roles/a", "50", 5)
    assert len(finding.related) == 3


def test_a_small_network_is_not_measured() -> None:
    assert reported("NET001", owned({"s": "aaa", "t": "aaa", "u": "aaaa"})) == []
    assert reported("NET001", owned({"s": "aaa", "t": "aa", "u": "aa", "v": "aa"})) == []


@pytest.mark.parametrize("broken", ["spaces: {w: {owner: b\n", "spaces: {w: {decisions: {d: {owner: ghost}}}}\n"])
def test_shares_are_not_claimed_where_a_part_is_unknown(broken: str) -> None:
    assert reported("NET001", owned({"s": "aaa", "t": "aaa", "u": "aa", "v": "aa"}), broken) == []


def test_who_oversees_everywhere_lies_between_all() -> None:
    text = owned({"s": "abc", "t": "def", "u": "ghi", "v": "j"}).replace("owner", "oversight: {by: chair}, owner")
    (finding,) = reported("NET001", text)
    assert (finding.about, finding.values["share"]) == ("roles/chair", "100")
    assert len(finding.related) == 4


def test_who_oversees_in_half_of_the_spaces_does_not() -> None:
    text = owned({"s": "abc", "t": "def", "u": "ghi", "v": "j"})
    for letter in "ad":
        text = text.replace(f"{{owner: {letter}}}", f"{{oversight: {{by: chair}}, owner: {letter}}}")
    assert reported("NET001", text) == []


def machines(decisions: Mapping[str, str], every: str = "autonomy: acts-alone, impact: {level: low}") -> str:
    """Decisions of a space `s` that act alone."""
    lines = "\n".join(f"      {id}: {{{rest}}}" for id, rest in decisions.items())
    return f"roles: {{clerk: {{}}}}\nspaces:\n  s:\n    every_decision: {{{every}}}\n    decisions:\n{lines}\n"


def paths(*texts: str) -> list[str]:
    """The chains of machines that are reported."""
    return sorted(
        str(finding.values["path"]).replace("`", "").replace("s/", "") for finding in reported("NET004", *texts)
    )


def test_a_chain_is_reported_once_at_its_end_and_as_long_as_it_is() -> None:
    assert paths(machines({"a": "", "b": "depends_on: [s/a]", "c": "depends_on: [s/a, s/b]"})) == ["a → b → c"]
    assert paths(machines({"a": "", "b": "depends_on: [s/a]", "c": "depends_on: [s/a]"})) == ["a → b", "a → c"]


def test_a_flow_chains_from_either_side_and_in_the_space() -> None:
    to = "flows: [{from: this, to: decisions/s/b, carries: x}]"
    assert paths(machines({"a": to, "b": ""})) == ["a → b"]
    assert paths(machines({"a": "", "b": "flows: [{from: decisions/s/a, to: this, carries: x}]"})) == ["a → b"]
    space = "  t:\n    flows: [{from: decisions/s/a, to: this, carries: x}]\n"
    assert paths(
        machines({"a": ""}) + space + "    decisions: {b: {autonomy: acts-alone, impact: {level: low}}}\n"
    ) == ["a → t/b"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("flows: [{from: roles/clerk, to: decisions/s/b, carries: x}]", "depends_on: [s/a]"),
        ("", "depends_on: [s/a], flows: [{from: roles/clerk, to: this, carries: x}]"),
        ("autonomy: acts-unless-vetoed", "depends_on: [s/a]"),
        ("status: draft", "depends_on: [s/a]"),
        ("status: bogus", "depends_on: [s/a]"),
        ("autonomy: bogus", "depends_on: [s/a]"),
        ("", "depends_on: [s/a], impact: {level: none, affects: []}"),
        ("", "depends_on: [s/a], impact: {level: bogus}"),
        ("", "depends_on: [s/a], impact: bogus"),
    ],
)
def test_no_chain_where_a_person_stands_between_or_nobody_is_reached(first: str, second: str) -> None:
    assert paths(machines({"a": first, "b": second})) == []


def test_the_end_is_the_last_that_reaches_people() -> None:
    harmless = "impact: {level: none}"
    assert paths(machines({"a": harmless, "b": "depends_on: [s/a]", "c": f"depends_on: [s/b], {harmless}"})) == [
        "a → b"
    ]
    assert paths(machines({"a": "", "b": f"depends_on: [s/a], {harmless}", "c": "depends_on: [s/b]"})) == ["a → b → c"]


def test_machines_that_feed_each_other_are_a_chain_too() -> None:
    circle = {
        "a": "flows: [{from: decisions/s/b, to: this, carries: x}]",
        "b": "flows: [{from: decisions/s/a, to: this, carries: x}], impact: {level: none}",
        "c": "flows: [{from: this, to: decisions/s/b, carries: x}], impact: {level: none}",
    }
    assert paths(machines(circle)) == ["c → b → a"]


def test_a_circle_of_dependencies_is_said_once() -> None:
    text = machines({"a": "depends_on: [s/b]", "b": "depends_on: [s/a]"})
    assert paths(text) == []
    (finding,) = reported("NET003", text)
    assert finding.decisions == ("s/a", "s/b")
    assert "`s/a` → `s/b` → `s/a`" in finding.message("de")


def test_of_several_circles_in_one_knot_the_shortest_through_the_first_is_shown() -> None:
    (finding,) = reported(
        "NET003", machines({"a": "depends_on: [s/b]", "b": "depends_on: [s/c, s/a]", "c": "depends_on: [s/a]"})
    )
    assert "`s/a` → `s/b` → `s/a`" in finding.message("en")
    assert finding.decisions == ("s/a", "s/b", "s/c")


def test_two_knots_are_two_findings() -> None:
    circles = {"a": "depends_on: [s/a]", "b": "depends_on: [s/c]", "c": "depends_on: [s/b]"}
    assert len(reported("NET003", machines(circles))) == 2
