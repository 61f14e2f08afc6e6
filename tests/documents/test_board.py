"""The page for the board, and its picture."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from orchestrator_lint.documents import all_pages
from orchestrator_lint.documents.matrix import Cell, matrix
from orchestrator_lint.documents.stamp import is_unedited
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.journey import check
from orchestrator_lint.sources import Source
from tests.documents.given import BASE, TODAY, changed, dumped, rendered
from tests.documents.large import large
from tests.documents.read_markdown import text

_ROOT = Path(__file__).parent.parent.parent
_DECISION = ("spaces", "lending", "decisions", "raise-limit")


def _board(data: Any, language: str = "en") -> str:
    return rendered(dumped(data))[f"{language}/board.md"]


def _section(page: str, anchor: str) -> str:
    return page.split(f'<a id="{anchor}"></a>')[1].split("<a id=", maxsplit=1)[0]


def _bank() -> dict[str, str]:
    files = sorted((_ROOT / "policies").rglob("*.yaml"))
    return all_pages(*check([Source(file.name, file.read_bytes()) for file in files], TODAY))


def test_where_nothing_is_open_the_board_is_told_so():
    page = rendered(BASE)["en/board.md"]
    assert "Nothing that the policies say waits for the board." in page
    assert "The check found no gaps." in page


def test_the_page_of_the_worked_example_is_short():
    for language in ("de", "en"):
        page = _bank()[f"{language}/board.md"]
        assert len([line for line in page.split("\n") if line.strip() and not line.startswith("<")]) < 50
        assert len(text(page)) < 3500


@pytest.mark.parametrize(
    ("path", "value", "asked"),
    [
        (("spaces", "lending", "owner"), None, "Shall a role be named that answers for this:"),
        ((*_DECISION, "autonomy"), "acts-unless-vetoed", "Shall the machine go less far here:"),
        ((*_DECISION, "status"), "planned", "Shall this go into operation: [Raise a credit limit (planned)]"),
        ((*_DECISION, "law", "practices"), ["social-scoring"], "Shall this end, or go on without AI:"),
        (
            ("changes", "c-1"),
            {"of": "lending/raise-limit"},
            "Shall this change be approved: [lending/raise-limit (c-1)](exceptions.md#changes)?",
        ),
        (
            ("waivers", "w-1"),
            {"rule": "no-stop"},
            "Shall this exception be approved: [no-stop (w-1)](exceptions.md#waiver-w-1)?",
        ),
        (
            ("organisation", "documents"),
            {"approved_by": "credit-committee"},
            "Shall disputes over 1 decision still end with Credit committee",
        ),
    ],
)
def test_what_waits_for_the_board_is_a_plain_question(path: tuple[str, ...], value: Any, asked: str):
    assert asked in _section(_board(changed(path, value)), "asked")


def test_what_is_asked_of_the_board_is_not_told_again_as_a_gap():
    page = _board(changed(("spaces", "lending", "owner"), None))
    assert "OWN001" in _section(page, "asked")
    assert "OWN001" not in _section(page, "gaps")


def test_a_gap_says_why_it_matters_where_it_is_and_whom_it_affects():
    gaps = _section(_board(changed((*_DECISION, "contest"), None)), "gaps")
    assert "(error [CON001](rules.md#rule-con001))" in gaps
    assert "Where: [Raise a credit limit](decisions/lending/raise-limit.md). Affected: Customers." in gaps


def test_many_findings_of_one_rule_are_one_gap():
    lines = _section(rendered(large(40, 4))["en/board.md"], "gaps").strip().split("\n")
    codes = [found for line in lines for found in re.findall(r"rule-([a-z]+\d+)", line)]
    assert len(codes) == len(set(codes)) == 5


def test_an_exception_that_ends_soon_is_asked_about_only_where_a_day_is_fixed():
    waiver = {"guardrail": "no-unexplained-refusal", "approved_by": "ai-officer", "expires": "2026-12-31"}
    data = changed(("waivers", "w-1"), waiver)
    assert "Shall this exception be renewed, or end:" in _section(_board(data), "asked")
    del data["organisation"]["as_of"]
    page = _board(data)
    assert "Shall this exception be renewed" not in page
    assert "31 December 2026" in _section(page, "dates")


def test_only_a_fixed_day_makes_a_review_overdue():
    data = changed(("spaces", "lending", "review", "last"), "2025-01-15")
    assert "15 July 2025 (**overdue**)" in _section(_board(data), "dates")
    del data["organisation"]["as_of"]
    assert "15 July 2025; " not in _board(data)
    assert "overdue" not in _board(data)


def test_the_gaps_keep_their_order_where_no_day_is_fixed():
    data = changed((*_DECISION, "contest"), None)
    data["organisation"]["incidents"] = None
    del data["spaces"]["lending"]["measure"]
    with_day = re.findall(r"rule-([a-z]+\d+)", _section(_board(data), "gaps"))
    del data["organisation"]["as_of"]
    assert with_day == re.findall(r"rule-([a-z]+\d+)", _section(_board(data), "gaps"))


def test_nothing_is_said_of_what_stands_apart_where_not_all_can_be_read():
    page = _board(changed((*_DECISION, "flows"), 7))
    assert "Not every connection can be read." in page
    assert "hang together" not in page


def test_the_picture_says_what_the_table_says():
    pages = rendered(large(60, 4))
    for language in ("de", "en"):
        rows = [line.split("|")[2:-1] for line in _section(pages[f"{language}/board.md"], "levels").split("\n")]
        numbers = [int(cell.split()[0]) for row in rows for cell in row if cell.strip()[:1].isdigit()]
        picture = ET.fromstring(pages[f"{language}/board.svg"])  # noqa: S314 (our own text)
        drawn = [
            int(item.text or "")
            for item in picture.iter("{http://www.w3.org/2000/svg}text")
            if (item.text or "").isdigit()
        ]
        assert sorted(numbers) == sorted(drawn)
        assert sum(numbers) > 40


def test_the_picture_can_be_read_out_and_needs_nothing_else():
    for language in ("de", "en"):
        svg = rendered(BASE)[f"{language}/board.svg"]
        picture = ET.fromstring(svg)  # noqa: S314
        assert picture.get("role") == "img"
        assert picture.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        title, desc = picture[0], picture[1]
        assert (title.get("id"), desc.get("id")) == tuple(str(picture.get("aria-labelledby")).split())
        assert words_of(language).of("level", "recommends") in (desc.text or "")
        assert not re.search(r"<script|<style|href|url\((?!#)|http(?!://www\.w3\.org/2000/svg)", svg)


def test_the_picture_carries_our_mark():
    svg = rendered(BASE)["en/board.svg"]
    assert svg.startswith("<!-- Generated by orchestrator-lint")
    assert is_unedited(svg.encode())
    assert "![" in rendered(BASE)["en/board.md"]
    assert "](board.svg)" in rendered(BASE)["en/board.md"]


def test_decisions_beyond_the_limit_are_marked_without_colour():
    svg = matrix({("high", "acts-on-approval"): Cell(3, 1)}, 2, words_of("en"))
    assert ">▲1<" in svg
    assert "AI acts on approval 3 (1 beyond the limit)" in svg
    assert "level or impact is not stated: 2" in svg


def test_a_cell_of_the_table_says_how_many_lie_beyond_the_limit():
    assert "| high | – | – | – | – | – | 1 (1 beyond) |" in _board(
        changed((*_DECISION, "autonomy"), "acts-unless-vetoed")
    )


def test_every_level_fits_on_two_lines_of_the_picture():
    for language in ("de", "en"):
        svg = matrix({}, 0, words_of(language))
        places = set(re.findall(r'y="(\d+)" text-anchor="middle" font-size="11"', svg))
        assert len(places) == 2
