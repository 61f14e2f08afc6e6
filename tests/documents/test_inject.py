"""Regions of hand-written pages: what is filled in, what stays, and what is refused."""

import hashlib
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orchestrator_lint.documents import Document, Handwritten, Sections, documents, filled, handwritten
from orchestrator_lint.documents.regions import lines_of
from tests.documents.given import BASE, checked
from tests.documents.read_markdown import anchors, links

PAGE = """<!-- mark -->

# Register

| Document | register |
|---|---|
| Other language | [Deutsch](../de/register.md) |

All of it, see [below](#systems), `[no](link.md)` and \\[no\\](link.md).

<a id="systems"></a>

## Systems

[Charter](spaces/a.md#purpose), [index](index.md), [home](../index.md), [law](https://law.example/a), [first](#first)

```mermaid
# no heading [a](b.md)
```

<a id="first"></a>

### First

[up](#systems) [along](#first) [itself](register.md#first)

<a id="unused"></a>

## Unused

- none

---

Footer
"""
MADE = {
    "en/register.md": Document("register", "en", "Register", PAGE),
    "de/register.md": Document("register", "de", "Register", PAGE.replace("All of it", "Alles")),
    "index.md": Document("home", "mul", "Home", "# Home\n"),
    "en/board.svg": Document("board", "en", "Board", "<svg/>"),
}
SECTIONS = Sections(MADE, "en")
END = "<!-- orchestrator-lint end -->"


def _begin(name: str) -> str:
    return f"<!-- orchestrator-lint begin {name} -->"


def _region(name: str) -> str:
    return f"{_begin(name)}\n{END}\n"


def _fill(text: str, to: str = "gov") -> str:
    page, mistakes = filled(handwritten(text.encode()), SECTIONS, to)
    assert mistakes == ()
    return page


def _wrong(text: str) -> list[tuple[int, str]]:
    return [(mistake.line, mistake.message) for mistake in filled(handwritten(text.encode()), SECTIONS, "gov")[1]]


def _inside(text: str) -> str:
    found = re.search(r"begin [^\n]*\n(.*)\n<!-- orchestrator-lint end", text, re.DOTALL)
    assert found
    return found[1]


def test_a_document_is_filled_in_without_its_head_and_footer():
    text = _inside(_fill(_region("register")))
    assert text.startswith("\nAll of it, see [below](#systems)") and text.endswith("\n- none\n")


def test_a_section_is_filled_in_without_its_heading_up_to_the_next_that_is_as_high():
    text = _inside(_fill(_region("register#systems")))
    assert text.startswith("\n[Charter]") and text.endswith("register.md#first)\n")
    assert "### First" in text and "Unused" not in text and "unused" not in text
    assert _inside(_fill(_region("register#unused"))) == "\n- none\n"


def test_the_language_is_that_of_the_region_else_of_the_organisation():
    assert "All of it" in _fill(_region("register")) and "Alles" in _fill(_region("register lang=de"))
    german, _ = filled(handwritten(_region("register").encode()), Sections(MADE, "de"), "gov")
    assert "Alles" in german


def test_links_lead_from_the_page_to_the_documents_and_stay_inside_where_they_can():
    found = links(_fill(_region("register#systems"), "../our docs"))
    assert found == [
        "../our%20docs/en/spaces/a.md#purpose",
        "../our%20docs/en/index.md",
        "../our%20docs/index.md",
        "https://law.example/a",
        "#first",
        "../our%20docs/en/register.md#systems",
        "#first",
        "../our%20docs/en/register.md#first",
    ]
    assert "[Charter](en/spaces/a.md#purpose)" in _fill(_region("register#systems"), ".")


def test_code_and_escaped_brackets_are_no_links():
    text = _fill(_region("register"))
    assert "`[no](link.md)` and \\[no\\](link.md)." in text and "# no heading [a](b.md)" in text


@pytest.mark.parametrize(("above", "first"), [("# A", "## "), ("## A", "### "), ("###### A", "###### "), ("A", "## ")])
def test_headings_go_below_the_heading_above_the_region(above: str, first: str):
    text = _fill(f"{above}\n\n{_region('register')}")
    assert f"\n{first}Systems\n" in text


def test_the_checksum_is_that_of_the_lines_between_the_marks():
    text = _fill(_region("register#unused"))
    written = re.search(r"sha256=([0-9a-f]{64}) -->\n", text)
    assert written and written[1] == hashlib.sha256(_inside(text).encode()).hexdigest()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_region_takes_the_line_ends_of_the_page(end: str):
    text = _fill(f"a\n\n{_region('register#first')}b".replace("\n", end))
    assert text.replace(end, "\n") == _fill(f"a\n\n{_region('register#first')}b")
    assert set(re.findall(r"\r\n|\r|\n", text)) == {end}
    assert _fill(text) == text


def test_line_ends_of_a_checkout_are_no_edit():
    text = _fill(_region("register"))
    assert _fill(text.replace("\n", "\r\n")) == text.replace("\n", "\r\n")


def test_a_region_in_a_list_stays_in_the_list():
    text = _fill("10. item\n\n    " + _region("register#unused").replace("\n", "\n    ").rstrip(" ") + "11. next\n")
    assert "\n\n    - none\n\n    <!-- orchestrator-lint end sha256=" in text
    assert _fill(text) == text


def test_a_region_edited_by_hand_is_refused_and_says_what_to_do():
    text = _fill(f"# A\n\n{_region('register#unused')}").replace("- none", "- mine")
    ((line, message),) = _wrong(text)
    assert line == 3 and "edited by hand" in message and "delete `sha256=…` in line 7" in message
    assert "- none" in _fill(re.sub(r" sha256=\w+", "", text))


def test_a_region_is_brought_up_to_date_where_nobody_edited_it():
    old = _fill(_region("register#unused"))
    new = Sections({"en/register.md": Document("register", "en", "Register", PAGE.replace("- none", "- one"))}, "en")
    text, mistakes = filled(handwritten(old.encode()), new, "gov")
    assert mistakes == () and "- one" in text and "- none" not in text


def test_a_merge_that_took_the_new_text_and_the_old_checksum_is_no_edit():
    text = _fill(_region("register#unused"))
    assert _fill(re.sub(r"sha256=\w+", f"sha256={'0' * 64}", text)) == text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("registr", 'no document "registr"; did you mean "register"?'),
        ("home", 'no document "home"'),
        ("board", 'no document "board"'),
        ("register#system", 'no section "system" in "register"; did you mean "systems"?'),
        ("register#", 'no section ""'),
        ("#systems", 'no document ""'),
    ],
)
def test_an_unknown_name_is_a_mistake_with_the_one_that_was_meant(name: str, words: str):
    ((line, message),) = _wrong(f"a\n\n{_region(name)}")
    assert line == 3 and words in message


def test_all_mistakes_of_a_page_are_named_in_order():
    found = _wrong(f"{_region('nobody')}\n{_region('register')}\n{_region('register#nothing')}\n{END}\n")
    assert [line for line, _ in found] == [1, 7, 10]


def test_a_page_in_another_encoding_is_a_mistake_only_where_it_names_us():
    assert handwritten("Über uns\n".encode("latin-1")) == Handwritten("", (), ())
    (mistake,) = handwritten(f"a\r\nÜber\n{_region('register')}".encode("latin-1")).mistakes
    assert mistake.line == 2 and "UTF-8" in mistake.message


def test_a_byte_order_mark_stays():
    text = _fill("\ufeff" + _region("register#unused"))
    assert text.startswith("\ufeff<!-- orchestrator-lint begin") and "- none" in text


def test_real_documents_offer_every_anchor_as_a_section():
    result = checked(BASE)
    made = documents(*result)
    sections = Sections(made, "en")
    names = [
        (document.id, document.language, anchor)
        for path, document in made.items()
        if path != "index.md"
        for anchor in anchors(document.text)
    ]
    assert len(names) > 40
    for id, language, anchor in names:
        text, mistakes = filled(handwritten(_region(f"{id}#{anchor} lang={language}").encode()), sections, "gov")
        assert mistakes == ()
        for link in links(text):
            target, _, fragment = link.partition("#")
            there = made[target.removeprefix("gov/")].text if target else text
            assert not fragment or fragment in anchors(there), (id, anchor, link)


WRITTEN = [
    *(_region(name) for name in ("register", "register#systems lang=de", "register#first", "register#unused")),
    *(
        "\n" + _region("register"),
        _begin("register"),
        END,
        "```",
        "~~~",
        "# A",
        "## B\n",
        "- item",
        "  ",
        "1. x",
        "> q",
        "text",
        "`code`",
        "\ufeff",
        "é\u2028\x0c",
    ),
]
PAGES = st.lists(
    st.tuples(st.sampled_from(WRITTEN), st.sampled_from(["\n", "\n\n", "\r\n", "\r", ""])), max_size=25
).map(lambda pieces: "".join(piece + end for piece, end in pieces))


def _outside(text: str) -> list[str]:
    """The lines outside the regions, and what the marks say without the checksum."""
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    lines = lines_of(text.removeprefix("\ufeff"))
    for region in reversed(handwritten(text.encode()).regions):
        lines[region.begin + 1 : region.end] = []
        lines[region.begin + 1] = re.sub(r"<!--.*-->[ \t]*", "end", lines[region.begin + 1])
    return [bom, *lines]


@given(PAGES)
@example(f"{_region('register')}\n\ufeff{_region('register#first')}")
def test_what_is_outside_stays_and_a_second_run_changes_nothing(text: str):
    page = handwritten(text.encode())
    made, mistakes = filled(page, SECTIONS, "gov")
    if mistakes:
        return
    assert _outside(made) == _outside(text)
    assert filled(handwritten(made.encode()), SECTIONS, "gov") == (made, ())
    assert len(handwritten(made.encode()).regions) == len(page.regions)


FILLED = _fill(f"# A\n\n{_region('register#systems')}\nb\n\n{_region('register#unused lang=de')}").encode()
INSIDE = re.compile(rb"lint begin [^\n]*\n(.*?)<!-- orchestrator-lint end", re.DOTALL)
PLACES = [place for found in INSIDE.finditer(FILLED) for place in range(*found.span(1))]


@given(st.sampled_from(PLACES), st.binary(max_size=3))
def test_any_damage_inside_a_region_is_a_mistake_and_never_lost(place: int, put: bytes):
    damaged = FILLED[:place] + put + FILLED[place + 1 :]
    _, mistakes = filled(handwritten(damaged), SECTIONS, "gov")
    normal = [text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") for text in (damaged, FILLED)]
    assert mistakes or normal[0] == normal[1]


@given(st.integers(0, len(FILLED)), st.integers(0, 60), st.binary(max_size=4))
def test_damage_anywhere_is_never_a_crash(start: int, length: int, put: bytes):
    damaged = FILLED[:start] + put + FILLED[start + length :]
    page, mistakes = filled(handwritten(damaged), SECTIONS, "gov")
    assert mistakes or filled(handwritten(page.encode()), SECTIONS, "gov") == (page, ())
