"""What `init` sets up, as a new user would use it: with the real pre-commit."""

import sys
from pathlib import Path

from tests.precommit.repository import Repository


def test_after_init_the_first_commit_passes_and_a_gap_stops_the_second(tmp_path: Path, pre_commit_home: Path) -> None:
    repository = Repository(tmp_path / "new", pre_commit_home)
    repository.folder.mkdir()
    repository.git("init", "--quiet")
    repository.git("config", "user.name", "Test")
    repository.git("config", "user.email", "test@example.org")
    repository.run(sys.executable, "-m", "orchestrator_lint", "init", "--no-input", "--name", "Example Bank")
    repository.git("add", "--all")
    checked = repository.attempt(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert checked.stands, checked.printed
    repository.run(sys.executable, "-m", "pre_commit", "install")
    first = repository.commit()
    assert first.stands and "Passed" in first.printed, first.printed
    space = repository.folder / "policies/spaces/use-of-ai.yaml"
    space.write_text(space.read_text(encoding="utf-8").replace("owner:", "# owner:", 1), encoding="utf-8")
    repository.git("add", "--all")
    second = repository.commit()
    assert not second.stands and "OWN001" in second.printed
