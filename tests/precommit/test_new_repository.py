"""The real pre-commit in a repository that `init` has set up: the first commit passes, a gap does not."""

import sys
from pathlib import Path

import pytest

from tests.precommit.repository import Repository


def started(folder: Path, home: Path, *arguments: str) -> Repository:
    folder.mkdir()
    repository = Repository(folder, home)
    repository.git("init", "--quiet")
    repository.git("config", "user.name", "Test")
    repository.git("config", "user.email", "test@example.org")
    repository.run("orchestrator-lint", "init", "--no-input", *arguments)
    repository.git("add", "-A")
    return repository


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_new_repository_passes_its_own_hook_and_can_be_committed(
    tmp_path: Path, pre_commit_home: Path, language: str
) -> None:
    repository = started(tmp_path / "governance", pre_commit_home, "--lang", language)
    repository.run(sys.executable, "-m", "pre_commit", "install")
    all_files = repository.attempt(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert all_files.stands, all_files.printed
    first = repository.commit()
    assert first.stands and "Passed" in first.printed, first.printed
    assert repository.git("status", "--porcelain") == ""

    (space,) = (repository.folder / "policies/spaces").iterdir()
    repository.run(
        "orchestrator-lint", "new", "decision", f"{space.stem}/buy-it", "--autonomy", "recommends", "--no-input"
    )
    repository.git("add", "-A")
    refused = repository.commit()
    assert not refused.stands
    assert "AUT011" in refused.printed and f"policies/spaces/{space.name}:" in refused.printed
