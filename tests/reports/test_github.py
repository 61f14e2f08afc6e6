"""The report that the runner of GitHub Actions reads, read here by the rules of its parser."""

import re
from typing import NamedTuple

import pytest

from orchestrator_lint.problems import Severity
from orchestrator_lint.reports.github import render
from tests.judging.test_waivers import with_waiver
from tests.reports.workspaces import HOSTILE_PATH, checked, hostile

_COMMANDS = frozenset(
    ("error", "warning", "notice", "debug", "add-mask", "stop-commands", "group", "set-env", "add-path")
)
_OLD = re.compile(r"##\[([^\] ]+)")


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def obeyed(output: str) -> list[Command]:
    """What the runner obeys: lines that begin with `::name`, or else hold `##[name]` anywhere."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [command for line in lines if (command := _read(line)) is not None]


def _read(line: str) -> Command | None:
    line = line.lstrip()
    info, separator, data = line.removeprefix("::").partition("::")
    name, _, written = info.partition(" ")
    if line.startswith("::") and separator and name in _COMMANDS:
        pairs = [pair.split("=", 1) for pair in written.strip().split(",") if pair]
        return Command(name, {pair[0]: _plain(pair[1], ":,") for pair in pairs if len(pair) == 2}, _plain(data, ""))
    old = _OLD.search(line)
    return Command(old[1], {}, "") if old and old[1] in _COMMANDS else None


def _plain(text: str, more: str) -> str:
    for char in "\r\n" + more + "%":  # the percent sign last, as the runner does
        text = text.replace(f"%{ord(char):02X}", char)
    return text


def test_every_finding_is_an_annotation_at_its_place_and_the_weightiest_stands_first() -> None:
    report = checked().report
    commands = obeyed(render(report))
    ranked = [report.findings[position] for position in report.ranked]
    assert [command.properties["title"] for command in commands] == [
        f"{finding.card.code} {finding.card.name}" for finding in ranked
    ]
    for command, finding in zip(commands, ranked, strict=True):
        place = finding.location
        assert command.name == {Severity.NOTE: "notice"}.get(finding.severity, finding.severity.word)
        assert command.properties["file"] == "policies/lending.yaml"
        assert (command.properties["line"], command.properties["endLine"]) == (str(place.line), str(place.end_line))
        assert command.data.splitlines()[0] == finding.message("en")
        assert f"why: {finding.card.why.en}" in command.data.splitlines()


def test_columns_are_given_only_where_the_stretch_is_in_one_line() -> None:
    text = "orchestrator: 1\nspaces:\n  s: {title: S}\n  s:\n    title: S\n    x: 1\n"
    commands = obeyed(render(checked(text).report)) + obeyed(render(checked().report))
    for command in commands:
        one_line = command.properties["line"] == command.properties["endLine"]
        assert ("col" in command.properties) is ("endColumn" in command.properties) is one_line


def test_hostile_text_stays_text_in_every_annotation() -> None:
    report = hostile()
    commands = obeyed(render(report))
    assert len(commands) == len(report.findings)
    assert {command.name for command in commands} <= {"error", "warning", "notice"}
    assert {command.properties["file"] for command in commands} == {HOSTILE_PATH}
    assert all(
        set(command.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"} for command in commands
    )
    assert any("%0A::stop-commands::y" in command.data for command in commands)


def test_it_says_that_github_shows_ten_of_a_kind_where_there_are_more() -> None:
    spaces = "".join(f"  s{number}: {{title: S}}\n" for number in range(12))
    assert "GitHub shows the first 10 errors" in render(checked(f"orchestrator: 1\nspaces:\n{spaces}").report)
    assert "zeigt GitHub von jedem Schritt die ersten 10" in render(
        checked(f"orchestrator: 1\nspaces:\n{spaces}").report, "de"
    )
    assert "GitHub shows" not in render(checked().report)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "not counted (waiver w-1,"), ("de", "nicht mitgezählt (Ausnahme")]
)
def test_what_does_not_count_is_a_line_of_the_log_and_no_annotation(language: str, words: str) -> None:
    text = render(with_waiver(), language)
    assert words in text and obeyed(text) == []


def test_the_log_ends_with_the_summary() -> None:
    text = render(checked("a: [").report)
    assert "As of 2026-11-24 (the day of this run)." in text
    assert "1 file could not be read" in text
