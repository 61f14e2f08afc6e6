"""Every command and option that a page names exists."""

import re
from pathlib import Path

import click
import pytest

from orchestrator_lint.cli.group import commands
from tools.readme import README, ROOT

PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
_CODE = re.compile(r"^```[a-z]*\n(.*?)^```|`(orchestrator-lint [^`]*)`", re.DOTALL | re.MULTILINE)
_CALL = re.compile(r"(?:^|&& |run: )(?:\.venv/bin/)?orchestrator-lint((?: [^`\n|&<>]*)?)", re.MULTILINE)
_ASIDE = re.compile(r"<!--.*?-->", re.DOTALL)


def _known(command: click.Command) -> set[str]:
    context = click.Context(command)
    options = {name for option in command.get_params(context) for name in (*option.opts, *option.secondary_opts)}
    return options | {"-h", "--help"}


def _faults(call: str) -> list[str]:
    """What of a command line does not exist."""
    words = re.sub(r"\s#.*| {2,}.*", "", call).split()
    command: click.Command = commands
    while isinstance(command, click.Group) and words and re.fullmatch(r"[a-z]+", words[0]):
        found = command.get_command(click.Context(command), words[0])
        if found is None:
            return [words[0]]
        command = found
        words = words[1:]
    options = [re.sub(r"[=\].,;:)]+.*", "", word) for word in words if word.startswith("-") and word != "-"]
    return [option for option in options if option not in _known(command)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_on_a_page_exist(page: Path) -> None:
    text = _ASIDE.sub("", page.read_text(encoding="utf-8"))
    code = "\n".join(match[1] or match[2] for match in _CODE.finditer(text))
    calls = [match[1].strip() for match in _CALL.finditer(code)]
    assert [(call, fault) for call in calls for fault in _faults(call)] == []


def test_the_check_finds_what_does_not_exist() -> None:
    assert _faults("chek policies") == ["chek"]
    assert _faults("check policies --fromat json") == ["--fromat"]
    assert _faults("baseline shrink") == ["shrink"]
    assert _faults("check - --stdin-name x") == []
