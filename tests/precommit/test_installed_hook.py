"""This repository at HEAD in, hooks out: as a governance repository gets them. Needs a package index."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.precommit.repository import ROOT, Repository


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A clone of HEAD."""
    known = subprocess.run(
        ["git", "-C", ROOT, "cat-file", "-e", "HEAD:.pre-commit-hooks.yaml"], capture_output=True, check=False
    )
    if known.returncode:
        pytest.skip("HEAD has no .pre-commit-hooks.yaml, or this is no git checkout: nothing to install hooks from")
    subprocess.run(["git", "clone", "--quiet", ROOT, tmp_path / "published"], check=True)
    return tmp_path / "published"


@pytest.mark.slow
def test_a_governance_repository_installs_the_hooks_and_is_checked(
    published: Path, policy: dict[str, Any], gap: dict[str, Any], owner: dict[str, Any], tmp_path: Path
) -> None:
    head = Repository(published, tmp_path / "home").git("rev-parse", "HEAD").strip()
    hooks = [{"id": "orchestrator-lint"}, {"id": "orchestrator-lint-docs"}]
    repository = Repository(tmp_path / "governance", tmp_path / "home")
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
