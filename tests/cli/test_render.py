"""`render` as a user meets it: what it compares, writes and leaves alone."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.documents.given import BASE


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder with clean policies and fresh documents."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "base.yaml").write_text(BASE, encoding="utf-8")
    assert run("render", "policies", "--to", "docs", cwd=tmp_path).returncode == 0
    return tmp_path


def _age(page: Path) -> None:
    page.write_text(page.read_text(encoding="utf-8").replace("# ", "# Old: ", 1), encoding="utf-8")


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_documents_in_step_say_nothing(written: Path, option: str) -> None:
    done = run("render", "--to", "docs", option, cwd=written)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_names_what_differs_and_writes_nothing(written: Path) -> None:
    _age(written / "docs/en/register.md")
    (written / "docs/de/index.md").unlink()
    done = run("render", "--to", "docs", "--check", cwd=written)
    assert done.returncode == 1
    assert done.stdout == "missing: de/index.md\nchanged: en/register.md\n"
    assert not (written / "docs/de/index.md").exists()


@pytest.mark.parametrize("options", [["--diff"], ["--check", "--diff"]])
def test_diff_shows_lines_and_writes_nothing(written: Path, options: list[str]) -> None:
    page = written / "docs/en/register.md"
    _age(page)
    old = page.read_bytes()
    done = run("render", "--to", "docs", *options, cwd=written)
    assert done.returncode == 1
    assert "changed: en/register.md\n--- en/register.md (there)\n+++ en/register.md (generated)\n" in done.stdout
    assert "-# Old: AI and decision register\n+# AI and decision register\n" in done.stdout
    assert page.read_bytes() == old


def test_the_page_of_a_removed_space_goes_and_an_edited_one_is_reported(written: Path) -> None:
    policy = (written / "policies/base.yaml").read_text(encoding="utf-8").replace("lending:", "retail-lending:")
    (written / "policies/base.yaml").write_text(policy, encoding="utf-8")
    kept = written / "docs/de/spaces/lending.md"
    kept.write_text(kept.read_text(encoding="utf-8") + "\nA note.\n", encoding="utf-8")
    done = run("render", "--to", "docs", cwd=written)
    assert "docs/de/spaces/lending.md: no longer generated, but edited by hand" in done.stderr
    assert kept.exists() and not (written / "docs/en/spaces/lending.md").exists()
    listed = json.loads((written / "docs/manifest.json").read_text(encoding="utf-8"))["documents"]
    assert "en/spaces/retail-lending.md" in listed and "en/spaces/lending.md" not in listed


def test_a_manifest_of_somebody_else_is_not_overwritten(written: Path) -> None:
    (written / "docs/manifest.json").write_text("{}", encoding="utf-8")
    done = run("render", "--to", "docs", cwd=written)
    assert done.returncode == 2 and "docs/manifest.json: not written" in done.stderr
    assert "foreign: manifest.json\n" in run("render", "--to", "docs", "--check", cwd=written).stdout
