"""Anchors, aliases and merge keys: the place of use, the definition, and bombs."""

import time

import pytest
import yaml

from tests.mutated import changed, found_at_mark, marked, report_of, sole

REVIEW = "review: {every: 6 months, last: 2026-06-15, by: internal-audit}"
HEADER = "orchestrator: 1\n"


def with_anchor(anchor: str, old: str, new: str) -> str:
    return changed(old, new).replace("\norganisation:", f"\n{anchor}\norganisation:", 1)


@pytest.mark.parametrize(
    ("anchor", "review"),
    [
        ("x-r: &r {every: 6 months, last: 2026-06-15, by: internal-audit}", "review: *r"),
        ("x-r: &r {every: 7 Monate, by: internal-audit}", "review: {<<: *r, every: 6 months, last: 2026-06-15}"),
        ("x-r: &r {every: 6 months, by: internal-audit}\nx-s: &s {<<: *r, last: 2026-06-15}", "review: {<<: *s}"),
        ("x-r: &r {by: internal-audit}\nx-s: &s {every: 6 months, last: 2026-06-15, by: x}", "review: {<<: [*r, *s]}"),
        ("x-r: &r {every: 7 Monate}\nx-s: &r {every: 6 months, last: 2026-06-15, by: internal-audit}", "review: *r"),
        ("", "review: {<<: {every: 6 months, by: internal-audit}, last: 2026-06-15}"),
    ],
    ids=["alias", "overridden", "merge-on-merge", "list", "redefined", "inline"],
)
@pytest.mark.parametrize("libyaml", [True, False])
def test_what_aliases_and_merge_keys_say_counts(
    anchor: str, review: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    assert report_of(with_anchor(anchor, REVIEW, review)).findings == ()


@pytest.mark.parametrize(
    ("anchor", "review", "defined"),
    [
        ("x-r: &r {every: 6 Monate, by: internal-audit}", "review: ‸*r", (5, 17)),
        ("x-r: &r {every: 6 Monate, by: internal-audit}", "review: {<<: ‸*r, last: 2026-06-15}", (5, 17)),
        ("x-r: &r {every: 6 Monate}\nx-s: &s {<<: *r}", "review: {<<: ‸*s, last: 2026-06-15}", (5, 17)),
        ("x-r: &r 6 Monate", "review: {every: ‸*r, last: 2026-06-15}", (5, 6)),
    ],
)
def test_a_mistake_behind_an_alias_names_the_place_of_use_and_the_definition(
    anchor: str, review: str, defined: tuple[int, int]
) -> None:
    text, line, column = marked(with_anchor(anchor, REVIEW, review))
    finding = sole(text)
    assert finding.card.code == "SHP004"
    assert (finding.location[1:3], finding.location.defined) == ((line, column), defined)


def test_a_mistake_that_aliases_repeat_is_one_finding_where_it_is_written() -> None:
    text = changed(REVIEW, "review: &r {every: ‸6 Monate, last: 2026-06-15, by: internal-audit}")
    text, line, column = marked(text.replace("        law:", "        review: *r\n        law:"))
    finding = sole(text)
    assert finding.location[1:3] == (line, column)
    assert [related.location.line for related in finding.related] == [234]


def test_a_rule_behind_an_alias_names_both_places() -> None:
    text = with_anchor("x-o: &o [case-wurker]", "{responsible: [case-worker],", "{responsible: ‸*o,")
    text, line, column = marked(text)
    finding = sole(text)
    assert (finding.location[1:3], finding.location.defined) == ((line, column), (5, 10))


@pytest.mark.parametrize("new", ["    owner: ‸*head-of-lending", "    owner: ‸&head-of-lending", "    owner: &a [‸*a]"])
def test_an_alias_or_anchor_of_nothing_is_one_finding_and_no_rule_misses_a_value(new: str) -> None:
    assert found_at_mark("    owner: head-of-lending\n    principles", f"{new}\n    principles")[0] == "YML013"


@pytest.mark.parametrize("merge", ["‸*nope", "‸abc", "[‸[]]", "[‸abc]"])
def test_a_merge_of_what_is_no_map_hides_the_object_and_no_rule_misses_its_keys(merge: str) -> None:
    old = "    title: Credit committee\n    kind: committee\n    accountable: chief-risk-officer\n"
    assert found_at_mark(old, f"    <<: {merge}\n    title: Credit committee\n")[0] == "YML013"


def test_a_key_twice_in_what_is_merged_is_one_finding_there() -> None:
    anchor = "x-r: &r {every: 6 months, ‸every: 7 months, by: internal-audit}"
    text, line, column = marked(with_anchor(anchor, REVIEW, "review: {<<: *r, last: 2026-06-15}"))
    finding = sole(text)
    assert (finding.card.code, *finding.location[1:3]) == ("YML003", line, column)


BOMB = (
    HEADER
    + "x-a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    + "".join(
        f"x-{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
)
DEEP = {
    "flow": HEADER + "x-a: " + "[" * 100_000 + "]" * 100_000,
    "flow-open": HEADER + "x-a: " + "[" * 100_000,
    "flow-map": HEADER + "x-a: " + "{a: " * 100_000,
    "block": HEADER + "x-a:\n" + "- " * 100_000 + "x\n",
    "block-map": HEADER + "x-a:\n" + "".join(f"{' ' * depth}a:\n" for depth in range(1, 2000)),
}


def test_an_alias_bomb_is_one_finding_at_once() -> None:
    begin = time.monotonic()
    finding = sole(BOMB)
    assert finding.card.code == "YML005"
    assert time.monotonic() - begin < 2


@pytest.mark.parametrize("name", DEEP)
def test_nesting_without_end_is_one_finding_at_once(name: str) -> None:
    begin = time.monotonic()
    assert sole(DEEP[name]).card.code == "YML006"
    assert time.monotonic() - begin < 2


HOSTILE = {
    "merged-lists": HEADER + "x-a: {<<: " + "[" * 50_000,
    "odd-keys": HEADER + "? " * 50_000,
    "merges": HEADER + "x-a: &a {" + ",".join(f"k{i}: 1" for i in range(1000)) + "}\n"
    + "".join(f"x-{i}: {{<<: *a}}\n" for i in range(90)) + "rols: {}\n",
    "unknown-keys": HEADER + "".join(f"key{i}: 1\n" for i in range(2000)),
    "bad-ids": HEADER + "roles:\n" + "".join(f"  K{i}: {{}}\n" for i in range(2000)),
    "twice": HEADER + "x-a: 1\n" * 5000,
    "refused-and-repeated": HEADER + "x-a: &a {" + "k: 1, " * 3000 + "k: 1}\n" + "".join(f"x-{i}: *a\n" for i in range(3000)),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_much_of_the_same_takes_no_time_without_bound(name: str) -> None:
    begin = time.monotonic()
    assert report_of(HOSTILE[name]).findings
    assert time.monotonic() - begin < 8
