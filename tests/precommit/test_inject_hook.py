"""The real pre-commit in a scratch repository: pages with regions follow the policies, or the commit waits."""

from typing import Any

import pytest

from tests.precommit.repository import Repository, local

REGION = "# Handbook\n\n<!-- orchestrator-lint begin charter-lending -->\n<!-- orchestrator-lint end -->\n"


@pytest.fixture
def filled(repository: Repository) -> Repository:
    """A repository whose page is filled in."""
    repository.configure(local("orchestrator-lint-inject"))
    repository.stage("README.md", REGION)
    first = repository.commit()
    assert not first.stands and "README.md: 1 region, filled in" in first.printed
    repository.git("add", "README.md")
    second = repository.commit()
    assert second.stands, second.printed
    return repository


def test_a_page_follows_the_policies_or_the_commit_waits(filled: Repository, policy: dict[str, Any]) -> None:
    policy["spaces"]["lending"]["purpose"] = "People get credit that they can carry for long."
    filled.stage("policies/policy.yaml", policy)
    assert not filled.commit().stands
    filled.git("add", "README.md")
    second = filled.commit()
    assert second.stands, second.printed
    assert "carry for long" in filled.git("show", "HEAD:README.md")


def test_a_page_edited_inside_a_region_blocks_and_keeps_the_edit(filled: Repository) -> None:
    text = (filled.folder / "README.md").read_text(encoding="utf-8").replace("##", "## Mine:", 1)
    filled.stage("README.md", text)
    commit = filled.commit()
    assert not commit.stands and "README.md:3: this region was edited by hand" in commit.printed
    assert (filled.folder / "README.md").read_text(encoding="utf-8") == text
