"""What git had at a commit, read without a checkout: the same names, the same bytes, the same faults as on the disk."""

import os
import subprocess
from pathlib import Path

import pytest

from orchestrator_lint.sources import MAX_BYTES, Source, collect, collect_at, merge_base, revision

HEAD = "orchestrator: 1\n"


def git(folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    fixed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    named = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "protocol.file.allow=always"]
    done = subprocess.run(
        ["git", *named, *arguments], cwd=folder, env={**environment, **fixed}, capture_output=True, check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout.decode().strip()


def commit(folder: Path) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "A change")
    return git(folder, "rev-parse", "HEAD")


def write(path: Path, data: bytes = HEAD.encode()) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    monkeypatch.chdir(folder)
    return folder


def at_head(*paths: str) -> list[Source]:
    return collect_at(paths, revision(paths, "HEAD"))


def test_a_commit_gives_what_the_disk_gave_whatever_the_names_links_and_bytes(repository: Path) -> None:
    policies = repository / "policies"
    write(policies / "a.yaml", b"orchestrator: 1\r\n\xff\x00")
    for name in ("sub/Ümlaut und mehr.yml", "sub/new\nline.yaml", ":(glob)*.yaml", "-x.YAML", "notes.txt", ".h.yaml"):
        write(policies / name)
    write(policies / ".hidden/x.yaml")
    write(policies / os.fsdecode(b"raw\xff.yaml"))
    write(policies / "empty.yaml", b"")
    write(repository / "shared/link me.yaml", b"orchestrator: 1 # shared\n")
    for name, target in (
        ("again.yaml", "a.yaml"),
        ("chain.yaml", "again.yaml"),
        ("shared.yaml", "../shared/link me.yaml"),
        ("gone.yaml", "nowhere.yaml"),
        ("loop.yaml", "loop.yaml"),
        ("outside.yaml", "../../outside.yaml"),
        ("other", "../shared"),
        ("through.yaml", "other/link me.yaml"),
        ("itself", "."),
    ):
        (policies / name).symlink_to(target)
    write(policies / "large.yaml", b"#" * (MAX_BYTES + 1))
    commit(repository)
    read = at_head("policies")
    assert read == collect(["policies"])
    assert len(read) == 14
    assert {source.path: source.fault for source in read if source.fault} == {
        "policies/gone.yaml": "missing",
        "policies/large.yaml": "too-large",
        "policies/loop.yaml": "missing",
        "policies/other": "linked-folder",
        "policies/outside.yaml": "missing",
    }


def test_what_changed_since_is_read_as_it_was(repository: Path) -> None:
    write(repository / "policies/a.yaml")
    write(repository / "policies/gone.yaml")
    before = commit(repository)
    write(repository / "policies/a.yaml", b"orchestrator: 1 # new\n")
    (repository / "policies/gone.yaml").unlink()
    write(repository / "policies/new.yaml")
    read = collect_at(["policies"], revision(["policies"], before))
    assert read == [Source("policies/a.yaml", HEAD.encode()), Source("policies/gone.yaml", HEAD.encode())]


def test_names_are_those_of_the_run_wherever_it_starts(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository / "deep/policies/a.yaml")
    write(repository / "deep/b.yaml")
    (repository / "link").symlink_to("deep")
    commit(repository)
    for paths in (["."], ["deep/policies", "deep/b.yaml"], ["link/policies"], ["link"], [str(repository / "deep")]):
        assert at_head(*paths) == collect(paths) != [], paths
    monkeypatch.chdir(repository / "deep/policies")
    for paths in (["."], ["..", "a.yaml"], ["../b.yaml"]):
        assert at_head(*paths) == collect(paths) != [], paths


def test_a_path_that_was_not_there_then_gives_nothing(repository: Path) -> None:
    commit(repository)
    write(repository / "policies/a.yaml")
    assert at_head("policies", "policies/a.yaml") == []


def test_a_submodule_is_read_at_the_commit_that_it_had(repository: Path, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    git(inner, "init", "--quiet")
    write(inner / "roles.yaml")
    commit(inner)
    git(repository, "submodule", "--quiet", "add", str(inner), "policies/shared")
    commit(repository)
    write(repository / "policies/shared/roles.yaml", b"orchestrator: 1 # new\n")
    assert at_head("policies") == [Source("policies/shared/roles.yaml", HEAD.encode())]


def test_a_submodule_that_is_not_checked_out_is_as_empty_as_on_the_disk(repository: Path, tmp_path: Path) -> None:
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},policies/shared")
    write(repository / "policies/a.yaml")
    git(repository, "add", "policies/a.yaml")
    git(repository, "commit", "--quiet", "--message", "A change")
    assert [source.path for source in at_head("policies")] == ["policies/a.yaml"]


def test_a_commit_of_a_submodule_that_is_not_here_is_said(repository: Path) -> None:
    git(repository, "init", "--quiet", "policies/shared")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},policies/shared")
    git(repository, "commit", "--quiet", "--message", "A change")
    assert [(source.path, source.fault) for source in at_head("policies")] == [("policies/shared", "unreadable")]


def test_since_a_branch_means_since_the_work_left_it(repository: Path) -> None:
    first = commit(repository)
    git(repository, "checkout", "--quiet", "-b", "topic")
    write(repository / "a.yaml")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    write(repository / "b.yaml")
    later = commit(repository)
    git(repository, "checkout", "--quiet", "topic")
    assert merge_base(["."], "main").commit == first
    assert revision(["."], "main").commit == later


@pytest.mark.parametrize("ref", ["nowhere", "--all", "", "HEAD:a.yaml", "HEAD~7"])
def test_an_unknown_commit_is_said(repository: Path, ref: str) -> None:
    write(repository / "a.yaml")
    commit(repository)
    with pytest.raises(ValueError, match="is no branch, tag or commit"):
        revision(["."], ref)


def test_a_branch_that_only_the_remote_has_is_suggested(repository: Path, tmp_path: Path) -> None:
    commit(repository)
    git(tmp_path, "clone", "--quiet", str(repository), "clone")
    git(tmp_path / "clone", "checkout", "--quiet", "-b", "topic")
    git(tmp_path / "clone", "branch", "--quiet", "-D", "main")
    with pytest.raises(ValueError, match="did you mean 'origin/main'"):
        revision([str(tmp_path / "clone")], "main")


def test_a_misspelt_branch_or_tag_is_suggested(repository: Path) -> None:
    commit(repository)
    git(repository, "tag", "v1.0")
    for written, meant in (("mian", "main"), ("v1.o", "v1.0")):
        with pytest.raises(ValueError, match=f"did you mean '{meant}'"):
            revision(["."], written)


def test_a_shallow_clone_is_said_with_the_way_out(repository: Path, tmp_path: Path) -> None:
    first = commit(repository)
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "clone")
    clone = [str(tmp_path / "clone")]
    with pytest.raises(ValueError, match="fetch --unshallow"):
        revision(clone, first)
    git(tmp_path / "clone", "fetch", "--quiet", "--depth=1", "origin", first)
    with pytest.raises(ValueError, match=r"what changed since .*fetch --unshallow"):
        merge_base(clone, "FETCH_HEAD")


def test_histories_without_a_common_commit_are_said(repository: Path) -> None:
    commit(repository)
    git(repository, "checkout", "--quiet", "--orphan", "other")
    write(repository / "a.yaml")
    commit(repository)
    with pytest.raises(ValueError, match="share no commit"):
        merge_base(["."], "main")


def test_no_repository_no_commit_and_two_repositories_are_said(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no commit yet"):
        revision(["."], "HEAD")
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(ValueError, match="not a git repository"):
        revision([str(tmp_path / "elsewhere")], "HEAD")
    git(tmp_path / "elsewhere", "init", "--quiet")
    with pytest.raises(ValueError, match="different repositories"):
        revision([".", str(tmp_path / "elsewhere")], "HEAD")


def test_a_missing_git_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ValueError, match="git is not installed"):
        revision(["."], "HEAD")
