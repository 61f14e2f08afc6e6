"""Files appear whole, and none is overwritten that `create_atomically` did not make."""

import os
from pathlib import Path

import pytest

from orchestrator_lint.writing import create_atomically


def test_a_file_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert create_atomically(path, b"one")
    assert not create_atomically(path, b"two")
    assert path.read_bytes() == b"one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_a_link_that_leads_nowhere_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("nowhere")
    assert not create_atomically(tmp_path / "a", b"one")
    assert not (tmp_path / "nowhere").exists()


def test_what_somebody_else_puts_there_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"theirs")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    assert not create_atomically(path, b"ours")
    assert path.read_bytes() == b"theirs"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_a_file_system_without_hard_links_gets_the_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    assert create_atomically(tmp_path / "a", b"one")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]
