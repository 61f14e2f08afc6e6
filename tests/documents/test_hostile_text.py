"""Whatever stands in a text of a policy, a page shows it and does nothing with it."""

import copy
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orchestrator_lint.documents import all_pages, pages
from orchestrator_lint.escape import markdown, message, plain
from orchestrator_lint.language import Node, policy_language
from orchestrator_lint.problems import Pointer
from tests.documents.given import base, checked, dumped, texts, without_findings
from tests.documents.read_markdown import foreign_html, links, shape, text, tokens

HOSTILE = (
    "<script>alert(1)</script>",
    "</td></tr></table><img src=x onerror=alert(1)>",
    "a | b || c\n| d |\n|---|---|",
    "[click](javascript:alert(1)) ![pixel](https://evil.example/x.png)",
    "[a]: https://evil.example\n\n[a]",
    "see https://evil.example, www.evil.example, mail@evil.example, <https://evil.example>, ftp://evil.example",
    "# Heading\n\n---\ntitle: front matter\n---\n\nSetext\n===",
    "<!-- orchestrator-lint end --> <!--",
    "-->",
    "```mermaid\ngraph TD; a-->b\n```\n~~~",
    "**bold** __bold__ *em* _em_ `code` ~~gone~~ ==mark== $x$ $$y$$ ^sup^ @team #1 :smile:",
    "1. one\n2. two\n- three\n+ four\n> five",
    "1) one",
    "1",
    "١",
    "2026. A year",
    "- ",
    "trailing backslash \\",
    "\\` \\* \\\\",
    "&lt;b&gt; &amp; &#60; &copy;",
    "{{ 7 * 7 }} {% raw %} {{< shortcode >}} {: .class #id }",
    "!!! warning\n    admonition",
    ":::danger\nx\n:::",
    "\u202egnp.exe\u2066\u200b\ufeff\u00ad",
    "tab\tand\u2028line\u2029paragraph\u0085next\x0bvertical",
    "\x07bell\x1b[31mred\x7f",
    "   \u00a0 spaces \u3000 ",
    "*", "_", "`", "|", "<", "&", "\\", "[", "]", "!", "~", "#", "=", "+", "-", ">", "$", "^", "@", ":",
    '=== "Tab"',
    "term\n: definition",
    "[^1] [[wiki]] ((ref)) %%comment%%",
    "x" * 3000,
    "Wörter, die Menschen wirklich schreiben – „in Anführungszeichen“, mit 1.000,50 EUR & Co. (z. B. § 5)!",
)  # fmt: skip
_HARMLESS = "Harmless"
# stands in the head of every page, and always in the same way: tested by itself, so that other pages stay the same
_NAME = ("organisation", "name")


def _is_prose(node: Node) -> bool:
    """Whether anything may stand here: no id, reference, date, length of time or closed list."""
    open_branches = [
        branch.schema
        for branch in node.branches
        if "string" in branch.types and not {"enum", "pattern", "format", "x-refers"} & set(branch.schema)
    ]
    return bool(open_branches) and not node.refers


def _proses(data: Any) -> Iterator[Pointer]:
    # who holds a role is not shown, but that the same person holds two is: one text in all places would say so
    for pointer, node, value in policy_language().walk(data):
        if isinstance(value, str) and _is_prose(node) and pointer != _NAME and pointer[-1] != "held_by":
            yield pointer


def _with(written: dict[Pointer, str]) -> str:
    data = copy.deepcopy(_full())
    for pointer, hostile in written.items():
        around: Any = data
        for step in pointer[:-1]:
            around = around[step]
        around[pointer[-1]] = hostile
    return dumped(data)


@cache
def _full() -> dict[str, Any]:
    """The base with further keys, so that every kind of text stands somewhere."""
    data = base()
    decision = data["spaces"]["lending"]["decisions"]["raise-limit"]
    decision["purpose"] = "So that people can pay"
    decision["flows"].append(
        {"from": "this", "to": "external/registry", "carries": "x", "via": [{"name": "hop", "where": "Ulm"}]}
    )
    decision["machine"]["cutoff"] = {"field": "score", "below": 540, "outcome": "refusal"}
    decision["law"]["derogation"] = {"ground": "a", "reason": "Only sorts files"}
    decision["notice"] = {"persons": {"none_because": "Nobody", "basis": "Law", "instead": "Sign"}, "workers": "w"}
    data["spaces"]["lending"]["transparency"] = {"none_because": "Secret", "instead": "Report"}
    data["principles"]["dignity-first"]["title"] = "Dignity"
    data["guardrails"]["no-unexplained-refusal"] |= {"title": "Reasons", "test": "Two reasons?"}
    data["guardrails"]["no-unexplained-refusal"]["limit"]["metric"] = "refusals"
    data["datasets"]["credit-file"] |= {
        "proxies": ["postcode"],
        "justification": "Bias",
        "third_countries": ["US"],
        "transfer_basis": "SCC",
    }
    data["waivers"] = {
        "w-1": {"guardrail": "no-unexplained-refusal", "applies_to": ["lending"], "reason": "r", "compensates": "c"}
    }
    return data


def _pages(written: dict[Pointer, str], *languages: str) -> dict[str, str]:
    result = checked(_with(written))
    workspace, report = result.workspace, without_findings(result)
    each = [pages(workspace, report, language) for language in languages]
    return texts({path: page for made in each for path, page in made.items()} if each else all_pages(workspace, report))


@cache
def _harmless_shapes() -> dict[str, list[tuple[str, str]]]:
    made = _pages(dict.fromkeys(_proses(_full()), _HARMLESS))
    return {path: shape(page) for path, page in made.items()}


def _hold(made: dict[str, str]) -> None:
    for path, page in made.items():
        assert foreign_html(page) == []
        for link in links(page):
            assert re.fullmatch(r"(\.\./)*[a-z0-9/-]*(\.md)?(#[a-z0-9-]+)?", link), link
        pictures = [token.attrs["src"] for token in tokens(page) if token.type == "image"]
        assert pictures == (["board.svg"] if path.endswith("board.md") else [])
        assert shape(page) == _harmless_shapes()[path], path
        assert page.isprintable() or not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]", page
        )


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_every_text_changes_no_page(hostile: str):
    # one language after another: the mixture below has both
    _hold(_pages(dict.fromkeys(_proses(_full()), hostile), ("de", "en")[HOSTILE.index(hostile) % 2]))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_name_of_the_organisation_changes_no_page(hostile: str):
    made = _pages({**dict.fromkeys(_proses(_full()), _HARMLESS), _NAME: hostile})
    _hold({path: made[path] for path in ("index.md", "de/register.md", "en/decisions/lending/raise-limit.md")})


@given(st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_mixture_of_texts_changes_no_page(data: st.DataObject):
    # what YAML can carry: no surrogates and nothing that stands for no character
    marks = st.text(st.sampled_from(list("`*_[]()<>|#~!\\&:=+-.1{}$^@\"' \n\tab")), min_size=1, max_size=25)
    anything = st.text(st.characters(exclude_categories=("Cs", "Cn")), min_size=1, max_size=15)
    mixed = st.one_of(st.sampled_from(HOSTILE), marks, anything).filter(lambda text: bool(text.strip()))
    _hold(_pages({pointer: data.draw(mixed) for pointer in _proses(_full())}))


@pytest.mark.parametrize("hostile", [hostile for hostile in HOSTILE if hostile.strip("-= ")])
def test_what_was_written_can_be_read(hostile: str):
    shown = text(f"{markdown(hostile)}\n")
    assert shown == " ".join(plain(hostile).split())


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_every_text_reads_as_it_was_written(written: str):
    assert text(f"{markdown(written)}\n") == " ".join(plain(written).split())
    assert text(f"A {markdown(written)} z\n") == " ".join(f"A {plain(written)} z".split())


@given(st.text(st.sampled_from(list("`*_[]<>|\\&:{}ab -.1w\n")), max_size=30))
def test_the_message_of_a_finding_is_text_but_for_what_it_quotes(written: str):
    page = f"- {message(written)}\n"
    kinds = {token.type for token in tokens(page)} - {"bullet_list_open", "bullet_list_close", "list_item_open"}
    assert kinds <= {
        "list_item_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
        "code_inline",
    }


def test_a_message_keeps_its_code():
    assert message("`a_b` of `c|d` is *not* there") == "`a_b` of c&#124;d is \\*not\\* there"


def test_lone_surrogates_are_shown_by_their_number():
    assert markdown("a\ud800b") == "a⟨U+D800⟩b"
