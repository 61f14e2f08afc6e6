"""The real pre-commit in a repository that `init` has set up: the first commit passes, a gap does not."""

import sys
from pathlib import Path

import pytest

from tests.precommit.repository import ROOT, Repository


def _started(folder: Path, home: Path, *arguments: str) -> Repository:
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
    repository = _started(tmp_path / "governance", pre_commit_home, "--lang", language)
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


@pytest.mark.slow
def test_the_hook_comes_from_the_repository_that_init_was_told(tmp_path: Path) -> None:
    here = Repository(ROOT, tmp_path / "home")
    here.git("clone", "--quiet", str(ROOT), str(tmp_path / "published"))
    published = Repository(tmp_path / "published", tmp_path / "home")
    head = published.git("rev-parse", "HEAD").strip()
    told = ("--repo", str(published.folder), "--rev", head)
    repository = _started(tmp_path / "governance", tmp_path / "home", *told)
    config = (repository.folder / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    repository.stage(".pre-commit-config.yaml", config.replace("# - id", "- id").replace("#   args", "  args"))
    waiting = repository.attempt(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert not waiting.stands and "orchestrator-lint documents" in waiting.printed, waiting.printed
    repository.git("add", "-A")
    repository.run(sys.executable, "-m", "pre_commit", "run", "--all-files")
