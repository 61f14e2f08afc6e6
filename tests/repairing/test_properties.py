"""Whatever is wrong in a file, and however it is written: only edits change, and what the file says only as they mean."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_lint.journey import check
from orchestrator_lint.reading import Page, encode
from orchestrator_lint.repairing import mended as one_round
from orchestrator_lint.repairing import plans, spliced
from orchestrator_lint.repairing.skeleton import is_blank
from orchestrator_lint.sources import Source, collect
from tests.mutated import BASE
from tests.repairing.mending import TODAY, mended

ROOT = Path(__file__).parent.parent.parent
MISTAKES = [
    ("within: 24 hours", "within: 24 Stunden"),
    ("every: 6 months", "every: halbjährlich"),
    ("last: 2026-06-15", "last: 15.06.2026"),
    ("    mandate: ", "    mandat: "),
    ("    measure: Share", "    measure: Share: the"),
    ("contract: KV-2025-118", "contract: 012"),
    ("persons: Letter KA-7", "persons: {en: Letter KA-7, the new one}"),
    ("orchestrator: 1\n", ""),
    ("case-worker:", "Case_Worker:"),
    ("autonomy: recommends", "autonomy: recomends"),
    ("          stop: {", "          x-stop: {"),
    ("    owner: head-of-lending\n", "    owner:   # open\n"),
    ("    purpose: People", "    x-purpose: People"),
    ("  lending:\n", "  lending: &space\n"),
    ("        law:\n", "        law: &law\n"),
    ("        human:\n", "        human: # both\n\n"),
    (
        "    review: {every: 6 months, last: 2026-06-15, by: internal-audit}",
        "    review: {every: 6 Monate, last: 15.6.2026, by: }",
    ),
    ("        monitoring: {by", "        monitoring: {bye"),
    ("  case-worker:\n    title: Case worker\n", "  case-worker:\n    <<: {title: Case worker}\n"),
]
CHANGES = st.lists(st.sampled_from(MISTAKES), max_size=6, unique=True)
WRITTEN = st.sampled_from(["\n", "\r\n", "\r"])
PIECES = [
    "a",
    ":",
    " ",
    "\n",
    "- ",
    "{",
    "}",
    ",",
    "[",
    "]",
    '"',
    "'",
    "#",
    "&x",
    "*x",
    "|",
    "owner",
    "spaces",
    "ü",
    "\t",
    "---\n",
    "<<: ",
]


def _broken(changes: list[tuple[str, str]]) -> str:
    text = BASE
    for old, new in changes:
        text = text.replace(old, new, 1)
    return text


@settings(max_examples=25, deadline=None)
@given(CHANGES, WRITTEN, st.booleans(), st.booleans())
def test_fixes_change_nothing_but_their_edits_and_come_to_an_end(
    changes: list[tuple[str, str]], newline: str, marked: bool, unsafe: bool
) -> None:
    data = encode(_broken(changes).replace("\n", newline), b"\xef\xbb\xbf" if marked else b"")
    done = mended(unsafe, policy=data)
    assert done.dropped == ()
    new = done.sources[0].data
    assert mended(unsafe, policy=new).sources[0].data == new
    assert new.startswith(b"\xef\xbb\xbf") == marked
    assert set(re.findall(rb"\r\n|\n|\r", new)) == {newline.encode()}
    if not changes:
        assert new == data


@settings(max_examples=25, deadline=None)
@given(CHANGES, st.booleans())
def test_what_stands_between_the_edits_stays_byte_by_byte(changes: list[tuple[str, str]], unsafe: bool) -> None:
    text = _broken(changes)
    report = check([Source("policy.yaml", text.encode())], TODAY).report
    for plan in plans(report).values():
        new = spliced(text, plan.edits)
        at = grown = 0
        for edit in sorted(plan.edits, key=lambda edit: (edit.start, edit.end)):
            assert text[at : edit.start] == new[at + grown : edit.start + grown]
            at, grown = edit.end, grown + len(edit.text) - (edit.end - edit.start)
        assert text[at:] == new[at + grown :]
    done = one_round(report, unsafe)
    for path, new in done.texts.items():
        assert Page(path, new).documents


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.integers(0, len(BASE)))
def test_fixes_of_odd_text_are_certain_or_none(odd: str, at: int) -> None:
    for text in (odd, f"orchestrator: 1\nspaces:\n  a:\n    title: {odd}\n"):
        done = mended(unsafe=True, policy=text)
        new = done.sources[0].data
        assert mended(unsafe=True, policy=new).sources[0].data == new


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(PIECES), st.integers(0, len(BASE)))
def test_fixes_of_a_policy_with_a_slip_of_the_pen_come_to_an_end(odd: str, at: int) -> None:
    done = mended(unsafe=True, policy=BASE[:at] + odd + BASE[at:])
    again = mended(unsafe=True, policy=done.sources[0].data)
    assert again.sources == done.sources


@pytest.mark.parametrize("folder", ["policies", "tests/cases"])
def test_real_policies_stay_themselves_and_take_skeletons(folder: str) -> None:
    sources = collect([str(ROOT / folder)])
    for source in sources:
        done = mended(unsafe=True, policy=source.data)
        assert done.dropped == ()
        for old, new in zip(_data(source.data), _data(done.sources[0].data), strict=True):
            _holds(new, old)


def _data(data: bytes) -> list[Any]:
    return [document.data for document in Page("policy.yaml", data.decode()).documents]


def _holds(new: Any, old: Any) -> None:
    """See that all that was said is still said, in lists at its place."""
    if isinstance(old, dict) and old:
        for key, value in old.items():
            _holds(new[key], value)
    elif isinstance(old, list) and old:
        assert len(new) == len(old)
        for one, other in zip(new, old, strict=True):
            _holds(one, other)
    elif not is_blank(old):
        assert new == old
