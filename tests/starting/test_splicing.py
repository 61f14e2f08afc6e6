"""A draft comes to stand in its place, and not one other character of the file changes."""

from itertools import takewhile

import pytest

from orchestrator_lint.language import policy_language
from orchestrator_lint.reading.compose import compose
from orchestrator_lint.sources import Source, collect
from orchestrator_lint.starting.refusal import Refusal
from orchestrator_lint.starting.splicing import Spliced, spliced
from tools.readme import ROOT

BODY = "title: New\n# a question\n# measure:\n"
SECTIONS = sorted(policy_language().sections - {"organisation"})
REAL = [
    *collect([str(ROOT / "policies"), str(ROOT / "tests" / "base"), str(ROOT / "docs" / "first-policy.yaml")]),
    *collect([str(ROOT / "tests" / "cases" / "toeslagenaffaire"), str(ROOT / "tests" / "cases" / "syri")]),
]


def _only_more(before: str, after: str) -> bool:
    """Whether `after` is `before` with one stretch put in."""
    prefix = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    return after.endswith(before[prefix:])


def _put(text: str, *pointer: str) -> str:
    made = spliced(text, 0, pointer, BODY)
    assert f"{pointer[-1]}:" in made.text.splitlines()[made.first - 1]
    return made.text


def _refusal(text: str, *pointer: str) -> str:
    with pytest.raises(Refusal) as raised:
        spliced(text, 0, pointer, BODY)
    return raised.value.message("en")


@pytest.mark.parametrize("source", REAL, ids=lambda source: source.path.removeprefix(str(ROOT)))
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_real_policies_take_an_entry_in_every_section_and_keep_every_other_character(
    source: Source, ending: str
) -> None:
    text = source.data.decode().replace("\n", ending)
    spaces = next(compose(text, with_spans=False)).data.get("spaces") or {}
    pointers = [(section, "zz-new") for section in SECTIONS] + [
        ("spaces", space, "decisions", "zz-new") for space in spaces
    ]
    for pointer in pointers:
        made = spliced(text, 0, pointer, BODY)
        assert _only_more(text, made.text), pointer
        assert ("\n" in made.text.replace("\r\n", "")) == (ending == "\n")
        _stands(made, ending)


def _stands(made: Spliced, ending: str) -> None:
    lines = made.text.split(ending)
    assert lines[made.first - 1].strip() == "zz-new:"
    assert lines[made.last - 1].strip() == "# measure:"


def test_an_entry_follows_the_last_of_its_section_moved_in_as_that_is() -> None:
    text = "orchestrator: 1\nroles:\n    a:\n        title: A\nsystems:\n  s: {kind: llm}\n"
    assert _put(text, "roles", "b") == (
        "orchestrator: 1\nroles:\n    a:\n        title: A\n    b:\n      title: New\n      # a question\n      # measure:\n"
        "systems:\n  s: {kind: llm}\n"
    )


def test_a_blank_line_stands_before_it_where_one_stands_before_the_others() -> None:
    text = "orchestrator: 1\nroles:\n\n  # the first\n  a:\n    title: A\n"
    assert "title: A\n\n  b:\n" in _put(text, "roles", "b")


def test_comments_of_the_last_entry_stay_with_it_and_those_of_the_next_section_with_that() -> None:
    text = (
        "orchestrator: 1\nroles:\n  a:\n    title: A  # for now\n    # more to come\n\n# ---- systems ----\nsystems:\n"
    )
    new = _put(text, "roles", "b")
    assert "for now\n    # more to come\n  b:\n" in new
    assert "# measure:\n\n# ---- systems ----\nsystems:\n" in new


@pytest.mark.parametrize("empty", ["roles:", "roles: # none yet", "roles: null", "roles: {}", "roles: {} # none yet"])
def test_an_empty_section_takes_its_first_entry(empty: str) -> None:
    new = _put(f"orchestrator: 1\n{empty}\nsystems:\n  s: {{kind: llm}}\n", "roles", "b")
    data = next(compose(new, with_spans=False)).data
    assert list(data) == ["orchestrator", "roles", "systems"]
    assert data["roles"] == {"b": {"title": "New"}}
    assert ("# none yet" in new) == ("#" in empty)


def test_a_space_without_decisions_takes_its_first_one() -> None:
    text = "orchestrator: 1\nspaces:\n  a:\n    purpose: |\n      People live well.\n\nroles:\n"
    made = spliced(text, 0, ("spaces", "a", "decisions", "b"), BODY)
    assert "      People live well.\n    decisions:\n      b:\n        title: New\n" in made.text
    assert made.text.splitlines()[made.first - 1] == "      b:"


@pytest.mark.parametrize(
    "last",
    [
        "title: |\n      one\n\n      # no comment\n",
        "title: >+\n      one\n\n\n",
        'title: "over\n      two lines"\n',
        "title: over\n      two lines\n",
        "list: [1,\n      2]\n",
        "list:\n    - a\n    - b: c\n",
        "title:\n",
        "title: &anchor A\n    deputy: *anchor\n",
    ],
)
def test_whatever_the_last_value_is_it_stays_what_it_is(last: str) -> None:
    text = f"orchestrator: 1\nroles:\n  a:\n    {last}"
    for whole in (text, f"{text}systems:\n", f"{text}# the end\n", f"{text}...\n"):
        new = _put(whole, "roles", "b")
        assert _only_more(whole, new)


def test_a_file_without_a_last_line_break_gets_one() -> None:
    assert _put("orchestrator: 1\nroles:\n  a: {}", "roles", "b").endswith(
        "a: {}\n  b:\n    title: New\n    # a question\n    # measure:\n"
    )


def test_the_second_document_of_a_file_can_be_meant() -> None:
    text = "orchestrator: 1\nroles:\n  a: {}\n---\norchestrator: 1\nroles:\n  c: {}\n"
    assert spliced(text, 1, ("roles", "b"), BODY).text.startswith(f"{text}  b:\n")
    assert "a: {}\n  b:\n" in spliced(text, 0, ("roles", "b"), BODY).text


def test_braces_are_not_rewritten() -> None:
    text = "orchestrator: 1\nroles: {a: {title: A}}\n"
    assert _refusal(text, "roles", "b").startswith("`roles` is written in braces in line 2")
    assert "`orchestrator`" in _refusal('{"orchestrator": 1}', "roles", "b")


def test_nothing_is_added_twice_through_an_alias() -> None:
    text = "orchestrator: 1\nspaces:\n  a:\n    decisions: &all\n      x: {}\n  c:\n    decisions: *all\n"
    assert "alias" in _refusal(text, "spaces", "c", "decisions", "b")
    assert "by hand" in _refusal(text, "spaces", "a", "decisions", "b")
    merged = "orchestrator: 1\nx-all: &all\n  a: {}\nroles:\n  <<: *all\n"
    assert "alias" in _refusal(merged, "roles", "b")


def test_what_is_no_map_takes_no_entry() -> None:
    assert "no map of entries" in _refusal("orchestrator: 1\nroles: [a]\n", "roles", "b")
    assert "no map of entries" in _refusal("orchestrator: 1\nspaces:\n  a: text\n", "spaces", "a", "decisions", "b")


def test_a_text_that_would_grow_by_a_line_break_is_left_alone() -> None:
    assert "by hand" in _refusal("orchestrator: 1\nroles:\n  a:\n    title: |\n      one", "roles", "b")
