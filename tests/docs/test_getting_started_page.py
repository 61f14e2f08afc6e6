"""The page on starting: what it runs gives what it shows, and every file and kind is named."""

import re
import shlex
from pathlib import Path

import pytest

from orchestrator_lint import cli
from orchestrator_lint.starting import KINDS, Answers, Setup, repository
from tools.readme import ROOT

PAGE = (ROOT / "docs" / "getting-started.md").read_text(encoding="utf-8")
COMMAND, OUTPUT = re.findall(r"<!-- run -->\n```sh\n(.*?)```.*?```text\n(.*?)```", PAGE, re.DOTALL)[0]
MORE = re.findall(r"^orchestrator-lint (new .*)$", PAGE, re.MULTILINE)


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """A repository as the page sets it up, and what was printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("orchestrator_lint.cli.init.origin", lambda: None)
    (tmp_path / ".git").mkdir()
    assert cli.run(shlex.split(COMMAND.replace("\\\n", ""))[1:]) == 0
    return capsys.readouterr().out


def test_it_shows_what_init_prints(shown: str) -> None:
    assert OUTPUT.strip() == shown.strip()


def test_what_it_adds_can_be_added(shown: str) -> None:
    assert len(MORE) == 3
    assert [cli.run([*shlex.split(call), "--no-input"]) for call in MORE] == [0, 0, 0]


def test_every_file_and_every_kind_is_named() -> None:
    files = repository(Answers(), Setup())
    assert [path for path in files if path not in PAGE and "policies/" not in path and path != "README.md"] == []
    assert [kind for kind in KINDS if f"`{kind}`" not in PAGE] == []
