"""Marks in hand-written pages: which count, and what is said of those that lead nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from orchestrator_lint.documents.regions import regions_of

BEGIN, END = "<!-- orchestrator-lint begin register -->", "<!-- orchestrator-lint end -->"
PAIR = f"{BEGIN}\n{END}"


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


def test_a_region_has_a_name_a_language_and_the_level_of_the_heading_above():
    page = "# A\n\n## B\n\n<!--orchestrator-lint   begin a#b lang=de-->\n\nold\n\n<!-- orchestrator-lint end -->\n"
    ((region,), mistakes) = regions_of(page)
    assert mistakes == []
    assert region == (4, 8, "", "a#b", "de", "", 2)


def test_headings_inside_a_region_and_in_front_matter_are_not_above():
    page = f"---\ntitle: x\n---\n\n{PAIR}\n\n# A\n\n{BEGIN}\n\n### Inside\n\n{END}\n\n{PAIR}\n"
    regions, mistakes = regions_of(page)
    assert mistakes == [] and [region.level for region in regions] == [0, 1, 1]
    assert [region.begin for region in regions] == [4, 9, 15]


@pytest.mark.parametrize(
    "page",
    [
        f"```\n{PAIR}\n```\n",
        f"~~~ html\n{PAIR}\n```\n~~~\n",
        f"`````\n```\n{PAIR}\n```\n`````\n",
        f"- item\n\n  ```html\n{_indented(PAIR, '  ')}\n  ```\n",
        f"10. item\n\n    - deeper\n\n      ~~~~\n{_indented(PAIR, '      ')}\n      ~~~\n      ~~~~\n",
        f"- ```\n{_indented(BEGIN, '  ')}\n  ```\n",
        f"> ```\n> {BEGIN}\n> ```\n",
        f"text\n\n{_indented(PAIR, '    ')}\n",
        f"\t{BEGIN}\n",
        f"See `{BEGIN}` and ``{END} ` ``.\n",
        f"A long `code\nspan {BEGIN}` here.\n",
        f"```\n{BEGIN}\n",
        "&lt;!-- orchestrator-lint begin register -->\n",
        "\\<!-- orchestrator-lint begin register -->\n",
        "<!-- orchestrator-lint-other begin -->\n<!-- begin output of: orchestrator-lint check -->\n",
        "",
    ],
)
def test_what_is_shown_as_code_or_text_is_no_mark(page: str):
    assert regions_of(page) == ([], [])


@pytest.mark.parametrize(
    "page",
    [
        f"Text\n{PAIR}\nText",
        f"- item\n\n{_indented(PAIR, '  ')}\n",
        f"10. item\n\n{_indented(PAIR, '    ')}\n",
        f"   {BEGIN}\n{END}   \n",
        f"```\n{BEGIN}\n```\n{PAIR}",
        f"> quote\n{PAIR}",
        f"| a |\n|---|\n| b |\n{PAIR}",
        f"{BEGIN}\n\n```\n{END}\n```\n\n{END}\n",
        PAIR.replace("\n", "\r\n"),
        PAIR.replace("\n", "\r"),
        f"---\n\n{PAIR}\n\n---\n",
    ],
)
def test_marks_alone_on_their_lines_make_a_region(page: str):
    regions, mistakes = regions_of(page)
    assert len(regions) == 1 and mistakes == []


@pytest.mark.parametrize(
    ("page", "line", "words"),
    [
        (f"x\n\n{BEGIN}\n", 3, "has no end"),
        (f"{BEGIN}\n\n```\n{END}\n", 1, "has no end"),
        (f"\n{END}\n", 2, "has no `<!-- orchestrator-lint begin"),
        (f"{BEGIN}\n\n{PAIR}\n", 1, "no end before the next begins in line 3"),
        (f"a\n\ntext {BEGIN}\n", 3, "alone on its line"),
        (f"a\ntext {BEGIN} `{BEGIN}`\nb\n", 2, "alone on its line"),
        (f"{BEGIN} {END}\n", 1, "alone on its line"),
        (f"{BEGIN} text\n", 1, "alone on its line"),
        (f"> {BEGIN}\n", 1, "alone on its line"),
        (f"- {BEGIN}\n", 1, "alone on its line"),
        (f"> a\n> <!--\n> {BEGIN[5:]}\n", 2, "alone on its line"),
        (f"<details>\n{BEGIN}\n", 2, "not inside other HTML"),
        ("<!-- orchestrator-lint beginn register -->\n", 1, "begin NAME"),
        ("<!-- orchestrator-lint\nbegin register -->\n", 1, "begin NAME"),
        (f"- item\n\n  {BEGIN}\n\n{END}\n", 5, "same list item"),
        (f"{BEGIN}\n\n- item\n\n  {END}\n", 5, "same list item"),
        (f"- item\n\n  {BEGIN}\n- item\n\n  {END}\n", 6, "same list item"),
        (f"<!-- orchestrator-lint begin -->\n{END}\n", 1, "name what is filled in"),
        (f"<!-- orchestrator-lint begin lang=de -->\n{END}\n", 1, "name what is filled in"),
        (f"<!-- orchestrator-lint begin register language=de -->\n{END}\n", 1, 'did you mean "lang"?'),
        (f"<!-- orchestrator-lint begin register lang=fr -->\n{END}\n", 1, "`lang=en` or `lang=de`"),
        (f"<!-- orchestrator-lint begin register lang=de lang=en -->\n{END}\n", 1, "write one language"),
        (f"{BEGIN}\n<!-- orchestrator-lint end sha256=abc -->\n", 2, "64 digits"),
        (f"{BEGIN}\n<!-- orchestrator-lint end register -->\n", 2, "64 digits"),
    ],
)
def test_a_mark_that_leads_nowhere_is_one_mistake_at_its_line(page: str, line: int, words: str):
    _, (mistake, *others) = regions_of(page)
    assert mistake.line == line and words in mistake.message
    assert others == []


@pytest.mark.parametrize(
    "deep", ["- " * 1000 + "a\n", "> " * 1000 + "a\n", "".join(" " * (2 * n) + "- a\n" for n in range(99))]
)
def test_a_page_too_deep_to_be_read_is_a_mistake(deep: str):
    regions, mistakes = regions_of(f"# A\n\n{deep}\n{PAIR}\n")
    assert regions == [] and len(mistakes) == 1 and "too deep" in mistakes[0].message and mistakes[0].line >= 3


def test_a_list_as_deep_as_people_write_hides_no_region():
    deep = "".join(" " * (2 * n) + "- a\n" for n in range(30))
    assert len(regions_of(f"{deep}\n{PAIR}\n")[0]) == 1


PIECES = [
    BEGIN,
    END,
    "```",
    "~~~",
    "````",
    "- ",
    "1. ",
    "> ",
    "  ",
    "    ",
    "\t",
    "`",
    "text",
    "<div>",
    "# A",
    "---",
    "\n",
]


@given(st.lists(st.sampled_from([*PIECES, "\n", "\n\n", "\r\n"]), max_size=30).map("".join))
def test_every_mark_that_a_reader_takes_for_a_comment_is_used_or_a_mistake(page: str):
    regions, mistakes = regions_of(page)
    tokens = MarkdownIt("commonmark").parse(page)
    seen = any(
        "<!-- orchestrator" in part.content
        for token in tokens
        for part in (token, *(token.children or ()))
        if "html" in part.type
    )
    assert bool(regions or mistakes) == seen or page.startswith("---")
