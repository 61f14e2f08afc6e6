"""Paths in, files out; what cannot be read is said, and hides nothing else."""

import os
from pathlib import Path

import pytest

from orchestrator_lint.sources import MAX_BYTES, collect
from tests.mutated import BASE, checked


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies/policy.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


def faults(*paths: str) -> list[tuple[str, str]]:
    return [(source.path, source.fault) for source in collect(paths or ("policies",))]


GOOD = ("policies/policy.yaml", "")


def test_files_below_a_folder_are_read_in_order_and_hidden_ones_are_not(folder: Path) -> None:
    for name in ("b.yml", "a.YAML", ".hidden.yaml", "notes.txt", "sub/c.yaml", ".git/d.yaml"):
        path = folder / "policies" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("orchestrator: 1\n", encoding="utf-8")
    names = [path for path, _ in faults()]
    assert names == ["policies/a.YAML", "policies/b.yml", "policies/policy.yaml", "policies/sub/c.yaml"]


def test_a_folder_named_like_a_file_is_walked(folder: Path) -> None:
    (folder / "policies/x.yaml").mkdir()
    (folder / "policies/x.yaml/a.yaml").write_text("orchestrator: 1\n", encoding="utf-8")
    assert faults() == [GOOD, ("policies/x.yaml/a.yaml", "")]


@pytest.mark.parametrize("target", ["gone.yaml", "loop.yaml"])
def test_a_link_that_leads_nowhere_is_said_and_the_rest_is_read(folder: Path, target: str) -> None:
    (folder / "policies/loop.yaml").symlink_to(target)
    assert faults() == [("policies/loop.yaml", "missing"), GOOD]
    done = checked(folder / "policies")
    assert done.returncode == 1
    assert done.stdout.count("error[YML008]") == 1
    assert "raise-limit" not in done.stdout


def test_links_in_a_circle_are_said(folder: Path) -> None:
    (folder / "policies/a.yaml").symlink_to("b.yaml")
    (folder / "policies/b.yaml").symlink_to("a.yaml")
    assert faults() == [("policies/a.yaml", "missing"), ("policies/b.yaml", "missing"), GOOD]


def test_a_link_to_the_folder_itself_is_not_followed(folder: Path) -> None:
    (folder / "policies/again").symlink_to(".")
    assert faults() == [GOOD]


def test_a_link_to_a_folder_elsewhere_is_said_since_nobody_reads_it(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "policies/more").symlink_to("../elsewhere")
    assert faults() == [("policies/more", "linked-folder"), GOOD]
    assert checked(folder / "policies").returncode == 1


def test_a_file_that_has_two_names_is_read_once(folder: Path) -> None:
    (folder / "policies/alias.yaml").symlink_to("policy.yaml")
    assert faults() == [GOOD]
    assert faults("policies", "policies/policy.yaml", "./policies") == [GOOD]


def test_a_large_file_is_said_and_not_read(folder: Path) -> None:
    with (folder / "policies/large.yaml").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (source, _) = collect(["policies"])
    assert (source.path, source.fault, source.detail, source.data) == ("policies/large.yaml", "too-large", "200", b"")
    with (folder / "policies/large.yaml").open("wb") as file:
        file.truncate(MAX_BYTES)
    assert len(collect(["policies"])[0].data) == MAX_BYTES


def test_a_path_that_does_not_exist_is_said(folder: Path) -> None:
    assert faults("nowhere", "policies") == [("nowhere", "missing"), GOOD]
    assert faults("") == [("", "missing")]


def test_what_is_no_file_is_said(folder: Path) -> None:
    os.mkfifo(folder / "policies/pipe.yaml")
    assert faults() == [("policies/pipe.yaml", "not-a-file"), GOOD]


def test_a_file_that_may_not_be_read_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert faults() == [("policies/policy.yaml", "unreadable")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_opened_is_said(folder: Path) -> None:
    closed = folder / "policies/closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        assert faults() == [("policies/closed", "unreadable"), GOOD]
    finally:
        closed.chmod(0o700)


def test_a_folder_that_the_system_refuses_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "policies/closed").mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert faults() == [("policies/closed", "unreadable"), GOOD]


def test_a_name_that_is_no_utf_8_can_be_printed(folder: Path) -> None:
    (folder / os.fsdecode(b"policies/gr\xfcn.yaml")).write_text("orchestrater: 1\n", encoding="utf-8")
    assert [path for path, _ in faults()] == ["policies/gr\\xfcn.yaml", "policies/policy.yaml"]
    assert "gr\\xfcn.yaml" in checked(folder / "policies").stdout
