"""The report for a comment on a pull request, read by a parser of Markdown."""

import re

import pytest
from markdown_it import MarkdownIt

from orchestrator_lint.judging import Report
from orchestrator_lint.reports.markdown import MARKER, render
from tests.judging.test_waivers import with_waiver
from tests.reports.workspaces import checked, hostile

_OURS = re.compile(r"</?(?:details|summary)>|<!-- orchestrator-lint -->")


def shown(report: Report, language: str = "en") -> str:
    """The page as a forge makes it: Markdown with HTML let through, as one line of text and tags."""
    return " ".join(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(render(report, language)).split())


def many(count: int) -> Report:
    """A workspace with at least five findings for each of so many spaces."""
    spaces = "".join(f"  s{number}: {{title: S}}\n" for number in range(count))
    return checked(f"orchestrator: 1\nspaces:\n{spaces}").report


def test_a_bot_finds_its_comment_by_the_first_line() -> None:
    assert render(checked().report).splitlines()[0] == MARKER == "<!-- orchestrator-lint -->"


def test_what_matters_most_stands_open_with_its_reason_and_the_rest_is_folded() -> None:
    report = many(3)
    page = shown(report)
    opened, folded = page.split("<details>")
    first = report.findings[report.ranked[0]]
    assert opened.count("<li>") == 5 and first.card.code in opened
    assert f"why: {first.card.why.en.split('`')[0]}" in opened
    assert folded.count("<li>") == len(report.findings) - 5
    assert f"<summary>{len(report.findings) - 5} more findings</summary>" in folded


def test_everything_fits_where_there_are_few() -> None:
    assert "<details>" not in render(checked("a: [").report)


@pytest.mark.parametrize(
    ("language", "folded", "words"),
    [
        (
            "en",
            "1 finding does not count, by an exception:",
            "not counted (waiver w-1, approved by ai-officer, until 2026-12-31)",
        ),
        (
            "de",
            "1 Befund zählt nicht, aufgrund einer Ausnahme:",
            "nicht mitgezählt (Ausnahme w-1, bewilligt von ai-officer",
        ),
    ],
)
def test_what_does_not_count_is_folded_with_its_reason(language: str, folded: str, words: str) -> None:
    page = shown(with_waiver(), language)
    assert folded in page.split("<summary>")[1] and words in page


def test_the_page_says_which_day_holds_and_what_was_not_possible() -> None:
    assert "As of 2026-11-24 (the day of this run)." in shown(checked().report)
    assert "not possible because of" in shown(checked().report)
    assert "1 file could not be read" in shown(checked("a: [").report)


def test_a_page_is_never_too_long_for_github_and_counts_what_has_no_room() -> None:
    report = many(400)
    text = render(report)
    assert len(text.encode()) <= 65_536
    told = text.count("**error**") + text.count("**warning**") + text.count("**note**")
    left = re.search(r"([\d,]+) have no room here", text)
    assert left is not None and told + int(left[1].replace(",", "")) == len(report.findings)
    assert text.count("<details>") == text.count("</details>") == 1


def test_an_endless_text_takes_no_more_room_than_others() -> None:
    report = checked("orchestrator: 1\n" + "".join(f'"{letter * 90_000}": 1\n' for letter in "abc")).report
    assert len(render(report).encode()) <= 65_536
    assert "have no room" not in render(report)


def test_hostile_text_calls_nobody_and_makes_no_tag_link_or_command() -> None:
    page = shown(hostile())
    tags = set(re.findall(r"</?[a-z0-9]+[^>]*>", _OURS.sub("", page)))
    assert {re.split(r"[\s>]", tag.strip("</"))[0] for tag in tags} <= {
        "h3",
        "p",
        "strong",
        "ol",
        "li",
        "ul",
        "code",
        "br",
    }
    outside = re.sub(r"<code>.*?</code>", "", page)
    assert "@team" in page and "@team" not in outside and "#1" not in outside
    text = render(hostile())
    assert not re.search(r"^\s*(?:::|/)|##\w*\[", text, re.MULTILINE)
    assert all(line.isprintable() for line in text.splitlines())
