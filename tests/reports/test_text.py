"""The report that a person reads."""

import re

import pytest

from orchestrator_lint.reports.paint import Paint, visible
from orchestrator_lint.reports.text import render
from tests.reports.workspaces import GAPS, checked, hostile


def test_a_finding_shows_its_line_with_a_caret_under_the_value() -> None:
    text = render(checked().report)
    lines = text.splitlines()
    shown = next(number for number, line in enumerate(lines) if "autonomy: recomends}" in line)
    caret = lines[shown + 1]
    assert caret.count("^") == len("recomends")
    assert caret.index("^") == lines[shown].index("recomends")


def test_a_finding_says_why_it_matters_and_what_to_write() -> None:
    text = render(checked().report)
    assert "why: Responsibility may be shared" in text
    assert "Write\n  `owner:`" in text or "Write `owner:`" in text


def test_a_gap_that_decisions_inherit_stands_once_with_both_decisions() -> None:
    text = render(checked().report)
    assert text.count("[OWN001]") == 1
    assert "`lending/lower-limit` and `lending/raise-limit`" in " ".join(text.split())


def test_no_line_is_wider_than_eighty_columns() -> None:
    long = GAPS.replace("title: Lending", f"title: {'x' * 300}\n    ownr: {'y' * 200}")
    for language in ("en", "de"):
        wide = [line for line in render(checked(long).report, language).splitlines() if len(line) > 80]
        assert wide == []


def test_the_caret_stands_under_wide_letters_too() -> None:
    text = render(checked(GAPS.replace("Lower a limit", "限度額を下げる")).report)
    lines = text.splitlines()
    shown = next(number for number, line in enumerate(lines) if "recomends" in line)
    wide = sum(char >= "\u3000" for char in lines[shown].split("recomends")[0])
    assert lines[shown + 1].index("^") == lines[shown].index("recomends") + wide


def test_the_summary_counts_what_was_read_and_says_which_day_holds() -> None:
    summary = " ".join(render(checked().report).split())
    assert "Checked 1 file: 1 decision space, 2 decisions" in summary
    assert "As of 2026-11-24 (the day of this run)." in summary
    assert re.search(r"Found: \d+ errors?", summary)
    pinned = checked(GAPS.replace("name: Example Bank", "name: Example Bank, as_of: 2026-01-31"))
    assert "As of 2026-01-31 (as_of of the policy)." in render(pinned.report)


def test_checks_that_a_fault_made_impossible_are_counted_with_its_line() -> None:
    summary = " ".join(render(checked().report).split())
    assert re.search(r"checks? (was|were) not possible because of policies/lending.yaml:10:", summary)


def test_the_first_steps_are_named() -> None:
    text = render(checked().report)
    assert "What to do first" in text
    assert "  1. " in text


def test_many_findings_keep_excerpts_for_the_first_and_a_line_each_for_the_rest() -> None:
    spaces = "".join(f"  s{number}: {{title: S}}\n" for number in range(60))
    report = checked(f"orchestrator: 1\nspaces:\n{spaces}").report
    text = render(report)
    assert len(report.findings) > 20
    assert text.count("\n  --> ") == 20
    for finding in report.findings:
        assert f"{finding.location.path}:{finding.location.line}:{finding.location.column}" in text


def test_german_is_german_throughout() -> None:
    text = render(checked().report, "de")
    for english in ("error[", "why:", "see:", "Checked", "As of", "What to do first", "Found"):
        assert english not in text
    assert "Fehler[OWN001]" in text
    assert "Stand: 2026-11-24 (Tag dieses Laufs)." in text
    assert "Beleg zu: KI-VO Art. 26(2) (ab 2027-12-02), DSGVO Art. 5(2)" in text


def test_colour_is_written_only_where_asked() -> None:
    report = checked().report
    assert "\x1b[" not in render(report)
    assert "\x1b[31;1m" in render(report, paint=Paint(colour=True))


@pytest.mark.parametrize("char", ["\x1b", "\u202e", "\x07", "\u200b", "\ud800", "\x9b"])
def test_what_a_terminal_would_obey_is_made_visible(char: str) -> None:
    assert char not in visible(f"a{char}b")
    assert visible(f"a{char}b").isprintable()


def test_hostile_text_of_a_policy_reaches_the_terminal_as_text() -> None:
    text = render(checked(GAPS.replace("title: Lending", 'ownr: "\\e[2J\\u202Eevil"')).report)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_workspace_without_findings_says_so() -> None:
    text = render(checked("orchestrator: 1\norganisation: {name: X}\n").report)
    assert "No findings." in text
    assert "No framework is declared" in text


def test_no_line_is_a_command_of_the_service_that_reads_the_log() -> None:
    for width in (20, 40, 80):
        text = render(hostile(), width=width)
        assert not re.search(r"^\s*::|##\w*\[", text, re.MULTILINE)
        assert all(line.isprintable() for line in text.splitlines())
