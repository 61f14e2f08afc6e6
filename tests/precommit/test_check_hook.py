"""The real pre-commit in a scratch repository: what blocks a commit, and what does not."""

import sys
from typing import Any

import pytest

from tests.precommit.repository import HOOKS, Repository, local, shipped_hooks


def test_a_clean_commit_passes(repository: Repository, policy: dict[str, Any]) -> None:
    policy["roles"]["head-of-audit"]["title"] = "Head of internal audit"
    repository.stage("policies/policy.yaml", policy)
    commit = repository.commit()
    assert commit.stands, commit.printed
    assert "Passed" in commit.printed


def test_a_commit_with_a_gap_is_refused_and_says_why(repository: Repository, gap: dict[str, Any]) -> None:
    repository.stage("policies/policy.yaml", gap)
    commit = repository.commit()
    assert not commit.stands
    assert "OWN001" in commit.printed
    assert "policies/policy.yaml:" in commit.printed


def test_a_commit_that_only_deletes_the_file_of_an_owner_is_refused(repository: Repository) -> None:
    repository.git("rm", "--quiet", "policies/owner.yaml")
    commit = repository.commit()
    assert not commit.stands
    assert "REF001" in commit.printed
    assert "head-of-lending" in commit.printed


def test_a_file_that_git_no_longer_tracks_is_gone_even_if_it_lies_there(repository: Repository) -> None:
    repository.git("rm", "--quiet", "--cached", "policies/owner.yaml")
    commit = repository.commit()
    assert (repository.folder / "policies/owner.yaml").exists()
    assert not commit.stands
    assert "REF001" in commit.printed


def test_a_commit_that_deletes_every_policy_is_refused(repository: Repository) -> None:
    repository.git("rm", "--quiet", "-r", "policies")
    commit = repository.commit()
    assert not commit.stands
    assert "policies" in commit.printed


def test_a_gap_that_is_not_staged_does_not_block(repository: Repository, gap: dict[str, Any]) -> None:
    repository.write("policies/policy.yaml", gap)
    repository.stage("README.md", "A change elsewhere.\n")
    commit = repository.commit()
    assert commit.stands, commit.printed
    assert repository.git("diff", "--name-only") == "policies/policy.yaml\n"


def test_a_repair_that_is_not_staged_does_not_hide_a_staged_gap(repository: Repository, gap: dict[str, Any]) -> None:
    repaired = repository.folder.joinpath("policies/policy.yaml").read_text(encoding="utf-8")
    repository.stage("policies/policy.yaml", gap)
    repository.write("policies/policy.yaml", repaired)
    commit = repository.commit()
    assert not commit.stands
    assert "OWN001" in commit.printed


def test_a_deletion_that_is_not_staged_does_not_block(repository: Repository) -> None:
    (repository.folder / "policies/owner.yaml").unlink()
    repository.stage("README.md", "A change elsewhere.\n")
    commit = repository.commit()
    assert commit.stands, commit.printed


def test_an_untracked_file_with_mistakes_does_not_block(repository: Repository) -> None:
    repository.write("policies/notes.yaml", "orchestrator: 1\nroels: [\n")
    repository.stage("README.md", "A change elsewhere.\n")
    commit = repository.commit()
    assert commit.stands, commit.printed
    assert "notes.yaml" not in commit.printed


def test_an_untracked_owner_does_not_hide_that_git_knows_none(repository: Repository) -> None:
    owner = repository.folder.joinpath("policies/owner.yaml").read_text(encoding="utf-8")
    repository.git("rm", "--quiet", "policies/owner.yaml")
    repository.write("policies/owner-draft.yaml", owner)
    assert not repository.commit().stands


def test_a_link_that_leads_nowhere_blocks(repository: Repository) -> None:
    (repository.folder / "policies/shared.yaml").symlink_to("nowhere.yaml")
    repository.git("add", "policies/shared.yaml")
    commit = repository.commit()
    assert not commit.stands
    assert "shared.yaml" in commit.printed


@pytest.mark.parametrize("how", [("--all",), ("--", "policies/policy.yaml")], ids=["all", "one-path"])
def test_a_commit_of_changes_that_are_not_staged_is_checked(
    repository: Repository, gap: dict[str, Any], how: tuple[str, ...]
) -> None:
    repository.write("policies/policy.yaml", gap)
    commit = repository.commit(*how)
    assert not commit.stands
    assert "OWN001" in commit.printed


def test_a_commit_of_one_path_leaves_out_a_gap_staged_elsewhere(repository: Repository, gap: dict[str, Any]) -> None:
    repository.stage("README.md", "A change elsewhere.\n")
    repository.stage("policies/policy.yaml", gap)
    commit = repository.commit("--", "README.md")
    assert commit.stands, commit.printed


def test_a_commit_in_a_linked_worktree_is_checked(repository: Repository, gap: dict[str, Any]) -> None:
    repository.git("worktree", "add", "--quiet", "-b", "elsewhere", "linked")
    linked = repository.within("linked")
    linked.stage("README.md", "A change elsewhere.\n")
    clean = linked.commit()
    assert clean.stands, clean.printed
    linked.stage("policies/policy.yaml", gap)
    assert "OWN001" in linked.commit().printed


def test_a_commit_from_a_folder_below_is_checked(repository: Repository, gap: dict[str, Any]) -> None:
    repository.stage("policies/policy.yaml", gap)
    assert "OWN001" in repository.within("policies").commit().printed


def test_what_only_the_calendar_causes_is_reported_and_does_not_block(
    repository: Repository, policy: dict[str, Any]
) -> None:
    policy["organisation"]["as_of"] = "2031-01-01"
    repository.stage("policies/policy.yaml", policy)
    commit = repository.commit()
    assert commit.stands, commit.printed
    strict = repository.attempt("orchestrator-lint", "check", "--tracked", "--calendar", "block")
    assert not strict.stands
    assert "REV002" in strict.printed


def test_policies_may_lie_elsewhere(repository: Repository, gap: dict[str, Any]) -> None:
    repository.git("mv", "policies", "governance")
    repository.configure(local("orchestrator-lint", args=["governance"]))
    assert repository.commit().stands
    repository.stage("governance/policy.yaml", gap)
    assert "governance/policy.yaml:" in repository.commit().printed


def test_a_policy_with_an_unusual_name_is_checked(repository: Repository) -> None:
    repository.stage("policies/Prüfung, neu (2).yaml", "orchestrator: 1\nroels: {}\n")
    commit = repository.commit()
    assert not commit.stands
    assert "Prüfung, neu (2).yaml:2" in commit.printed


def test_pre_commit_accepts_the_hooks(repository: Repository) -> None:
    said = repository.run(sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS))
    assert said == ""


def test_only_the_hook_on_files_depends_on_the_files_of_a_commit() -> None:
    for hook in shipped_hooks():
        of_files = hook["id"] == "orchestrator-lint-files"
        assert bool(hook.get("always_run")) is not of_files
        assert hook["require_serial"]
        assert hook.get("pass_filenames", True) is of_files
        assert "--tracked" in hook["entry"]


def test_the_hook_on_files_lets_old_gaps_elsewhere_pass_and_finds_those_of_the_commit(
    repository: Repository, gap: dict[str, Any], owner: dict[str, Any]
) -> None:
    repository.configure(local("orchestrator-lint-files"))
    repository.stage("policies/policy.yaml", gap)
    assert not repository.commit().stands
    assert repository.commit("--no-verify").stands
    repository.stage("policies/owner.yaml", {**owner, "x-note": "A change that has nothing to do with the gap."})
    elsewhere = repository.commit()
    assert elsewhere.stands, elsewhere.printed
    assert "OWN001" not in elsewhere.printed
