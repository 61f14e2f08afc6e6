"""`site` as a user meets it."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from orchestrator_lint.cli.group import commands
from orchestrator_lint.documents.site import MATERIAL
from tests.documents.given import BASE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with policies and a program that draws diagrams."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "lending.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "mermaid.min.js").write_text("globalThis.mermaid = {}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["site", *arguments], standalone_mode=False)


def _wrong(*arguments: str) -> str:
    """Run a command that is wrong, and give its one message."""
    done = CliRunner().invoke(commands, ["site", *arguments])
    assert done.exit_code == 2, done.output
    return done.output


def test_a_site_is_written_with_all_that_builders_need_and_the_way_to_build_it(folder: Path) -> None:
    done = _run("--to", "out", "--mermaid", "mermaid.min.js")
    assert done.return_value == 0
    assert f"mkdocs-material=={MATERIAL}" in done.output
    settings = yaml.safe_load((folder / "out/mkdocs.yml").read_text(encoding="utf-8"))
    for path in (*settings["extra_css"], *settings["extra_javascript"], "index.md", "de/register.md"):
        assert (folder / "out" / settings["docs_dir"] / path).is_file(), path
    assert (folder / "out" / settings["theme"]["custom_dir"] / "partials/language.html").is_file()
    assert "globalThis.mermaid" in (folder / "out/docs/assets/mermaid.min.js").read_text(encoding="utf-8")


def test_without_a_program_for_diagrams_the_command_says_that_none_is_drawn(folder: Path) -> None:
    done = _run("--to", "out")
    assert done.return_value == 0
    assert "Diagrams are not drawn" in done.output
    assert not (folder / "out/docs/assets/mermaid.min.js").exists()


def test_a_second_run_writes_nothing_and_a_page_that_is_gone_is_removed(folder: Path) -> None:
    _run("--to", "out")
    assert "0 files written, 0 removed" in _run("--to", "out").output
    text = BASE.replace("  lending:\n", "  borrowing:\n", 1).replace("lending/", "borrowing/")
    (folder / "policies/lending.yaml").write_text(text, encoding="utf-8")
    _run("--to", "out")
    assert (folder / "out/docs/en/spaces/borrowing.md").exists()
    assert not (folder / "out/docs/en/spaces/lending.md").exists()
    assert "spaces/lending.md" not in (folder / "out/mkdocs.yml").read_text(encoding="utf-8")


def test_settings_that_were_edited_by_hand_are_kept_and_reported(folder: Path) -> None:
    _run("--to", "out")
    with (folder / "out/mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("site_author: me\n")
    done = _run("--to", "out")
    assert done.return_value == 2
    assert "mkdocs.yml: left as it is, it was edited by hand" in done.output
    assert "site_author: me" in (folder / "out/mkdocs.yml").read_text(encoding="utf-8")


def test_files_of_others_are_kept_and_reported(folder: Path) -> None:
    (folder / "out/docs").mkdir(parents=True)
    for path in ("out/mkdocs.yml", "out/docs/index.md", "all.html"):
        (folder / path).write_text("ours\n", encoding="utf-8")
    done = _run("--to", "out", "--single-file", "all.html")
    assert done.return_value == 2
    for path in ("out/mkdocs.yml", "out/docs/index.md", "all.html"):
        assert f"{Path(path)}: not written, this file is not ours" in done.output
        assert (folder / path).read_text(encoding="utf-8") == "ours\n"


def test_the_language_of_the_organisation_comes_first_unless_another_is_asked_for(folder: Path) -> None:
    text = BASE.replace("languages: [en]", "languages: [de, en]")
    (folder / "policies/lending.yaml").write_text(text, encoding="utf-8")
    _run("--to", "out", "--single-file", "all.html")
    assert yaml.safe_load((folder / "out/mkdocs.yml").read_text(encoding="utf-8"))["theme"]["language"] == "de"
    assert '<html lang="de">' in (folder / "all.html").read_text(encoding="utf-8")
    _run("--single-file", "english.html", "--lang", "en")
    assert '<html lang="en">' in (folder / "english.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--to DIR"),
        (["--single-file", "a.html", "--mermaid", "mermaid.min.js"], "--mermaid draws diagrams on a site"),
        (["--to", "out", "--mermaid", "none.js"], "none.js"),
        (["--to", "out", "--mermaid", "picture.js"], "no JavaScript file in UTF-8"),
        (["--single-file", "mermaid.min.js/a.html"], "mermaid.min.js"),
    ],
)
def test_a_wrong_command_says_what_is_wrong(folder: Path, arguments: list[str], words: str) -> None:
    (folder / "picture.js").write_bytes(b"\x89PNG\xff")
    assert words in _wrong(*arguments)
    assert not (folder / "out").exists()


def test_no_policy_is_no_site(folder: Path) -> None:
    shutil.rmtree(folder / "policies")
    (folder / "policies").mkdir()
    (folder / "policies/a.yaml").write_text("a: [", encoding="utf-8")
    assert _run("--to", "out").return_value == 2
    assert not (folder / "out").exists()
