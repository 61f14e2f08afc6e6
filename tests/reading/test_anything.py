"""Whatever stands in a file: a report, never a crash, and nothing lost without a word."""

import string

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orchestrator_lint.reading.statements import STATEMENTS
from tests.mutated import BASE, report_of

SIGNS = st.sampled_from([*"\t\n\r :-[]{},'\"#&*!|>%@`?<~=", "\x85", "\u2028", "\ufeff", "\0", "é", "a", "1", "x: "])
PIECES = st.lists(st.one_of(SIGNS, st.sampled_from(BASE.split("\n")[:60])), max_size=30)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_report(data: bytes) -> None:
    report = report_of(data)
    assert report.findings or report.counts.files
    assert all(finding.message("de") and finding.message("en") for finding in report.findings)


@settings(max_examples=200, deadline=None)
@given(PIECES, st.booleans())
def test_any_signs_of_yaml_give_a_report(pieces: list[str], header: bool) -> None:
    report = report_of(("orchestrator: 1\n" if header else "") + "".join(pieces))
    for finding in report.findings:
        assert finding.location.line >= 1
        assert finding.location.column >= 1
        assert finding.message("en")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(BASE) - 1), st.one_of(SIGNS, st.sampled_from(string.ascii_letters), st.just("")))
def test_one_changed_character_never_loses_a_decision_without_a_word(at: int, sign: str) -> None:
    report = report_of(BASE[:at] + sign + BASE[at + 1 :])
    assert report.findings or report.counts.decisions == 1


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_both_parsers_say_the_same_of_what_both_read(pieces: list[str]) -> None:
    text = "orchestrator: 1\n" + "".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        fast = report_of(text)
        patch.setattr(yaml, "__with_libyaml__", False)
        slow = report_of(text)
    if not fast.counts.unread and not slow.counts.unread:
        assert [(f.card.code, f.location) for f in fast.findings] == [(f.card.code, f.location) for f in slow.findings]


@pytest.mark.parametrize("kind", STATEMENTS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_statement_is_a_sentence_with_its_values_filled_in(kind: str, language: str) -> None:
    filled = STATEMENTS[kind].text.to(language).format_map({"path": "P", "detail": "D", "limit": "L"})
    assert filled[-1] in ".…" or filled.endswith((".", '".'))
    assert filled[0].isupper() or filled[0] == "`"
    assert "Regelwerk" not in filled
