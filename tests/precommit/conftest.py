"""Scratch repositories with a clean workspace in them."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.precommit.repository import ROOT, Repository, local

OWNER = "head-of-lending"


@pytest.fixture
def policy() -> dict[str, Any]:
    """A clean workspace, without the role that owns its decision."""
    return _split()[0]


@pytest.fixture
def gap() -> dict[str, Any]:
    """The same policy, but nobody owns its decision."""
    policy = _split()[0]
    del policy["spaces"]["lending"]["owner"]
    return policy


@pytest.fixture
def owner() -> dict[str, Any]:
    """The role that owns the decision, in a file of its own."""
    return _split()[1]


@pytest.fixture(scope="session")
def pre_commit_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory, pre_commit_home: Path) -> Path:
    """A repository whose first commit, a clean workspace, went through the hook."""
    policy, owner = _split()
    made = Repository(tmp_path_factory.mktemp("committed") / "repository", pre_commit_home)
    made.begin(local("orchestrator-lint"))
    made.stage("policies/policy.yaml", policy)
    made.stage("policies/owner.yaml", owner)
    first = made.commit()
    assert first.stands, first.printed
    return made.folder


@pytest.fixture
def repository(committed: Path, pre_commit_home: Path, tmp_path: Path) -> Repository:
    shutil.copytree(committed, tmp_path / "repository")
    return Repository(tmp_path / "repository", pre_commit_home)


def _split() -> tuple[dict[str, Any], dict[str, Any]]:
    policy: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "base" / "policy.yaml").read_bytes())
    return policy, {"orchestrator": 1, "roles": {OWNER: policy["roles"].pop(OWNER)}}
