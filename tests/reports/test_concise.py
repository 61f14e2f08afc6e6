"""The report with a line for each finding."""

import re

import pytest

from orchestrator_lint.reports.concise import render
from tests.judging.test_waivers import with_waiver
from tests.reports.workspaces import checked, hostile

_LINE = re.compile(
    r"^(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+)\[(?P<code>\w+)\] (?P<name>\S+): .+$"
)


def test_every_finding_is_one_line_that_editors_can_read() -> None:
    report = checked().report
    read = [match for line in render(report).splitlines() if (match := _LINE.match(line))]
    assert [(match["path"], int(match["line"]), int(match["column"]), match["code"]) for match in read] == [
        (finding.location.path, finding.location.line, finding.location.column, finding.card.code)
        for finding in report.findings
    ]


def test_the_last_lines_name_what_could_not_be_checked_and_the_day() -> None:
    lines = render(checked().report).splitlines()
    assert re.search(r"checks? (was|were) not possible because of policies/lending.yaml:10:", lines[-2])
    assert re.fullmatch(r"Found: .*\. As of 2026-11-24 \(the day of this run\)\.", lines[-1])
    assert "1 file could not be read" in render(checked("a: [").report)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "error[SAF001] no-stop: not counted (waiver w-1, approved by ai-officer, until 2026-12-31): The switch"),
        (
            "de",
            "Fehler[SAF001] no-stop: nicht mitgezählt (Ausnahme w-1, bewilligt von ai-officer, bis 2026-12-31): The",
        ),
    ],
)
def test_what_does_not_count_says_so_and_why(language: str, words: str) -> None:
    assert words in render(with_waiver(), language)


def test_no_line_of_a_policy_becomes_a_command_of_the_service_that_reads_the_log() -> None:
    text = render(hostile())
    assert all(char.isprintable() for char in text.replace("\n", ""))
    assert not re.search(r"^\s*::|##\w*\[", text, re.MULTILINE)
