"""The page for those who come from other linters says the same as the command line, and nothing that does not exist."""

import re

import click
import pytest

from orchestrator_lint.cli import run
from orchestrator_lint.cli.check import command
from orchestrator_lint.cli.elsewhere import _CHECK
from tools.readme import ROOT

TEXT = (ROOT / "docs" / "coming-from.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in TEXT.split("## Exit codes")[0].splitlines() if line.startswith("| `")]
OURS = {name for option in command.get_params(click.Context(command)) for name in option.opts}


def _options(cell: str) -> list[str]:
    return re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(re.findall(r"`([^`]*)`", cell)))


def test_every_option_that_is_said_to_be_ours_is() -> None:
    named = {option for _, ours in ROWS for option in _options(ours)} - {"--max-warnings"}
    assert named - OURS == set()


@pytest.mark.parametrize("theirs", sorted(_CHECK))
def test_an_option_of_another_linter_is_answered_with_ours(theirs: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", theirs]) == 2
    said = capsys.readouterr().err
    assert f"No such option '{theirs}'. Here that is `{_CHECK[theirs]}`." in said
    assert set(_options(f"`{_CHECK[theirs]}`")) <= OURS


def test_what_the_command_line_answers_stands_on_the_page() -> None:
    for theirs, ours in _CHECK.items():
        cells = [row[1] for row in ROWS if theirs in _options(row[0])]
        assert any(ours in cell for cell in cells), theirs


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("lint", "Here that is `orchestrator-lint check`."),
        ("rule", "Here that is `orchestrator-lint explain CODE`."),
        ("policies", "To check that path: `orchestrator-lint check policies`."),
        ("chekc", "Did you mean 'check'?"),
        ("a" * 5000, "No such command"),
        ("nothing-like-it", "No such command 'nothing-like-it'.\n"),
    ],
)
def test_a_command_of_another_linter_is_answered_with_ours(
    word: str, answer: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run([word]) == 2
    assert answer in capsys.readouterr().err


def test_an_option_that_is_misspelt_is_answered_by_its_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--formt", "json"]) == 2
    assert "Did you mean '--format'?" in capsys.readouterr().err
    assert run(["rules", "--output-format", "json"]) == 2
    assert "Here that is" not in capsys.readouterr().err
