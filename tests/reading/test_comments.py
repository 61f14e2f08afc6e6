"""Comments that speak to the tool are found where YAML has a comment, and nowhere else."""

import time

import pytest

from orchestrator_lint.reading import comments

ALLOW = "# orchestrator-lint: allow no-stop until 2027-01-31 because it is built"


def lines(text: str) -> list[int]:
    return [comment.line for comment in comments(text)]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (f"a: 1\nb: 2  {ALLOW}\n", [2]),
        (f"a: 1\n{ALLOW}\nb: 2\n", [2 + 1]),
        (f"a: 1\n  {ALLOW}\n\n# why\n{ALLOW}\nb: 2\n", [6, 6]),
        (f"{ALLOW}\n---\na: 1\n", [3]),
        (f"a: |  {ALLOW}\n  text\n", [1]),
        (f"a: {{b: 1}}\t{ALLOW}\r\nc: 2\r\n", [1]),
        (f"a: 1\n{ALLOW}\n", [0]),
        (f"a: 1  {ALLOW}", [1]),
        (f"a: 'x'{ALLOW}\n", []),
        (f"a: 'x' {ALLOW}\n", [1]),
    ],
)
def test_a_comment_speaks_of_its_line_or_of_the_next_that_says_something(text: str, spoken: list[int]) -> None:
    assert lines(text) == spoken


@pytest.mark.parametrize(
    "text",
    [
        f"a: '{ALLOW}'\n",
        f'a: "x {ALLOW}"\n',
        f"a: |\n  x\n  {ALLOW}\n  y\nb: 1\n",
        f"a: >-\n  {ALLOW}\n",
        f"a: '\n  {ALLOW}\n  '\n",
        f"'{ALLOW}': 1\n",
        f"[{{'{ALLOW}': 1}}]\n",
    ],
)
def test_what_stands_inside_a_text_is_no_comment(text: str) -> None:
    assert comments(text) == ()


def test_behind_a_block_of_text_comments_are_comments_again() -> None:
    assert lines(f"a: |\n  x # orchestrator-lint: no comment\n{ALLOW}\nb: 1\n") == [4]


@pytest.mark.parametrize(
    ("written", "name", "said"),
    [
        ("# orchestrator-lint: allow x", "orchestrator-lint", "allow x"),
        ("#orchestrator-lint:allow x ", "orchestrator-lint", "allow x"),
        ("# Orchestrator-Lint allow x", "Orchestrator-Lint", "allow x"),
        ("# orchestrator-lnt: ignore x", "orchestrator-lnt", "ignore x"),
        ("# orchestratorlint disable x", "orchestratorlint", "disable x"),
    ],
)
def test_a_comment_that_means_the_tool_is_found_however_it_is_spelt(written: str, name: str, said: str) -> None:
    (found,) = comments(f"a: 1 {written}\n")
    assert (found.name, found.said) == (name, said)


@pytest.mark.parametrize(
    "written",
    [
        "# orchestrator-lint checks this file",
        "# see orchestrator-lint: allow x",
        "# orchestrator: 1",
        "# yamllint disable",
    ],
)
def test_a_comment_that_only_mentions_the_tool_is_left_alone(written: str) -> None:
    assert comments(f"a: 1 {written}\n") == ()


def test_in_a_file_that_is_no_yaml_what_can_be_read_counts() -> None:
    assert lines(f"a: 1 {ALLOW}\nb: [\n") == [1]


@pytest.mark.parametrize(
    "text",
    [
        "# orch" + "l" * 200_000 + "\na: 1\n",
        "# orchl" + "-" * 200_000 + "\na: 1\n",
        "# orchlint" + " " * 200_000 + "\na: 1\n",
        "# " * 100_000 + "\na: 1\n",
        f"{ALLOW}\n" * 10_000 + "a: 1\n",
        f"a: 1 {ALLOW}\n" * 10_000,
    ],
    ids=["name", "name-hyphens", "blanks", "marks", "many", "many-behind"],
)
def test_comments_of_any_length_and_number_are_read_in_no_time(text: str) -> None:
    begin = time.monotonic()
    assert len(comments(text)) == text.count("because")
    assert time.monotonic() - begin < 8
