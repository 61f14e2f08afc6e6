"""The real pre-commit in a scratch repository: documents follow the policies, or the commit waits."""

from typing import Any

import pytest

from tests.precommit.repository import Repository, local

DOCUMENTS = "docs/governance"


@pytest.fixture
def documented(repository: Repository) -> Repository:
    """A repository with fresh documents in it."""
    repository.configure(local("orchestrator-lint-docs"))
    repository.attempt("orchestrator-lint", "render", "policies", "--to", DOCUMENTS)
    repository.git("add", DOCUMENTS)
    commit = repository.commit()
    assert commit.stands, commit.printed
    return repository


@pytest.fixture
def renamed(policy: dict[str, Any]) -> dict[str, Any]:
    """A clean policy that changes a document."""
    policy["spaces"]["lending"]["title"] = "Lending to members"
    return policy


def test_missing_documents_are_written_and_the_commit_waits(repository: Repository) -> None:
    repository.configure(local("orchestrator-lint-docs"))
    assert not repository.commit().stands
    repository.git("add", DOCUMENTS)
    second = repository.commit()
    assert second.stands, second.printed


def test_stale_documents_are_written_and_the_commit_waits(documented: Repository, renamed: dict[str, Any]) -> None:
    documented.stage("policies/policy.yaml", renamed)
    first = documented.commit()
    assert not first.stands
    assert DOCUMENTS in documented.git("diff", "--name-only")
    documented.git("add", DOCUMENTS)
    second = documented.commit()
    assert second.stands, second.printed
    assert "Lending to members" in documented.git("grep", "Lending to members", "HEAD", "--", DOCUMENTS)


def test_stale_documents_stop_every_commit_until_they_are_staged(
    documented: Repository, renamed: dict[str, Any]
) -> None:
    documented.stage("policies/policy.yaml", renamed)
    assert not documented.commit().stands
    assert not documented.commit().stands


def test_new_documents_stop_every_commit_until_they_are_staged(repository: Repository) -> None:
    repository.configure(local("orchestrator-lint-docs"))
    assert not repository.commit().stands
    assert not repository.commit().stands


def test_a_change_that_no_document_shows_passes(documented: Repository) -> None:
    documented.stage("README.md", "A change elsewhere.\n")
    commit = documented.commit()
    assert commit.stands, commit.printed


def test_documents_do_not_follow_a_policy_that_is_not_staged(documented: Repository, renamed: dict[str, Any]) -> None:
    documented.write("policies/policy.yaml", renamed)
    documented.stage("README.md", "A change elsewhere.\n")
    commit = documented.commit()
    assert commit.stands, commit.printed


def test_documents_do_not_follow_a_policy_that_git_does_not_track(documented: Repository) -> None:
    documented.write("policies/draft.yaml", {"orchestrator": 1, "roles": {"newcomer": {"title": "Newcomer"}}})
    documented.stage("README.md", "A change elsewhere.\n")
    commit = documented.commit()
    assert commit.stands, commit.printed


def test_the_document_of_a_space_that_is_gone_is_removed(documented: Repository, policy: dict[str, Any]) -> None:
    policy["spaces"]["retail-credit"] = policy["spaces"].pop("lending")
    documented.stage("policies/policy.yaml", policy)
    assert not documented.commit().stands
    assert documented.git("diff", "--name-only", "--diff-filter=D").startswith(DOCUMENTS)
