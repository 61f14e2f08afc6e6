"""Compiled templates are kept between runs; what is kept never changes a page, whatever happened to it."""

from pathlib import Path

import pytest

from orchestrator_lint.documents.environment import environment
from orchestrator_lint.documents.style import Style

_NAME = "rulebook.en.md.j2"


def compiled(folder: Path | None) -> str:
    """The blocks of a template, as it is loaded with what is kept in a folder."""
    template = environment("en", Style(compiled=folder)).get_template(_NAME)
    return ",".join(sorted(template.blocks))


def test_what_was_compiled_is_kept_and_used_again(tmp_path: Path) -> None:
    expected = compiled(None)
    assert compiled(tmp_path) == expected
    kept = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    assert kept
    assert compiled(tmp_path) == expected
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()} == kept


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 5000, None])
def test_a_damaged_file_costs_time_and_nothing_else(tmp_path: Path, damage: bytes | None) -> None:
    expected = compiled(tmp_path)
    for file in tmp_path.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) if damage is None else damage)
    assert compiled(tmp_path) == expected


def test_where_nothing_can_be_kept_pages_are_made_all_the_same(tmp_path: Path) -> None:
    place = tmp_path / "a-file"
    place.write_text("no folder", encoding="utf-8")
    assert compiled(place) == compiled(None)
    assert place.read_text(encoding="utf-8") == "no folder"


def test_templates_of_ones_own_are_compiled_each_time(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    made = environment("en", Style(templates=own, compiled=tmp_path / "kept"))
    made.get_template("shipped/" + _NAME)
    assert not (tmp_path / "kept").exists()
