"""This repository at HEAD in, hooks out: as a governance repository gets them. Needs a package index."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.precommit.repository import ROOT, Repository
from tests.precommit.test_new_repository import started


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installed; installing takes long enough once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of HEAD."""
    tmp_path = tmp_path_factory.mktemp("clone")
    known = subprocess.run(
        ["git", "-C", ROOT, "cat-file", "-e", "HEAD:.pre-commit-hooks.yaml"], capture_output=True, check=False
    )
    if known.returncode:
        pytest.skip("HEAD has no .pre-commit-hooks.yaml, or this is no git checkout: nothing to install hooks from")
    subprocess.run(["git", "clone", "--quiet", ROOT, tmp_path / "published"], check=True)
    return tmp_path / "published"


@pytest.mark.slow
def test_a_governance_repository_installs_the_hooks_and_is_checked(
    published: Path, home: Path, policy: dict[str, Any], gap: dict[str, Any], owner: dict[str, Any], tmp_path: Path
) -> None:
    head = Repository(published, home).git("rev-parse", "HEAD").strip()
    hooks = [{"id": "orchestrator-lint"}, {"id": "orchestrator-lint-docs"}]
    repository = Repository(tmp_path / "governance", home)
    repository.begin({"repos": [{"repo": str(published), "rev": head, "hooks": hooks}]})

    repository.stage("policies/owner.yaml", owner)
    repository.stage("policies/policy.yaml", gap)
    refused = repository.commit()
    assert not refused.stands
    assert "OWN001" in refused.printed

    repository.stage("policies/policy.yaml", policy)
    waiting = repository.commit()
    assert not waiting.stands
    assert "OWN001" not in waiting.printed

    repository.git("add", "docs/governance")
    clean = repository.commit()
    assert clean.stands, clean.printed


@pytest.mark.slow
def test_the_hook_comes_from_the_repository_that_init_was_told(published: Path, home: Path, tmp_path: Path) -> None:
    head = Repository(published, home).git("rev-parse", "HEAD").strip()
    repository = started(tmp_path / "governance", home, "--repo", str(published), "--rev", head)
    config = (repository.folder / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    repository.stage(".pre-commit-config.yaml", config.replace("# - id", "- id").replace("#   args", "  args"))
    waiting = repository.attempt(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert not waiting.stands and "orchestrator-lint documents" in waiting.printed, waiting.printed
    repository.git("add", "-A")
    repository.run(sys.executable, "-m", "pre_commit", "run", "--all-files")
