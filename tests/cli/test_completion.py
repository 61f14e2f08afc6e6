"""Completion in shells, as a shell asks for it."""

from pathlib import Path

import pytest

from tests.cli.test_commands import run


@pytest.mark.parametrize(
    ("words", "completed"), [("orchestrator-lint ch", "check"), ("orchestrator-lint check --sta", "--statistics")]
)
def test_bash_is_told_how_a_word_goes_on(tmp_path: Path, words: str, completed: str) -> None:
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = run(cwd=tmp_path, _ORCHESTRATOR_LINT_COMPLETE="bash_complete", **asked)
    assert done.stdout == f"plain,{completed}\n"
