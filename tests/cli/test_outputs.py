"""Several reports of one run, on standard output and in files."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from orchestrator_lint.cli.outputs import FORMATS, Output, planned
from tests.cli.test_commands import CLEAN, folder, run

__all__ = ["folder"]


def test_every_format_is_written_into_its_file_and_the_text_still_stands_on_standard_output(folder: Path) -> None:
    asked = [argument for form in FORMATS for argument in ("--output", f"{form}=out.{form}")]
    done = run("check", "--as-of", "2026-11-24", *asked, cwd=folder, FORCE_COLOR="1")
    assert (done.returncode, done.stderr) == (1, "")
    assert "\x1b[" in done.stdout and "What to do first" in done.stdout
    written = {form: (folder / f"out.{form}").read_bytes() for form in FORMATS}
    assert b"\x1b[" not in written["text"] and b"What to do first" in written["text"]
    for form in ("json", "csv", "junit"):
        alone = run("check", "--as-of", "2026-11-24", "--format", form, cwd=folder)
        assert alone.stdout.encode() == written[form].replace(b"\r\n", b"\n"), form
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def test_german_holds_for_every_file(folder: Path) -> None:
    run("check", "--lang", "de", "-o", "concise=a", "-o", "csv=b", cwd=folder)
    assert "Fehler[OWN001]" in (folder / "a").read_text(encoding="utf-8")
    assert '"Zeile"' in (folder / "b").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--output", "sarif"], "'sarif' names no file; write sarif=FILE, or --format sarif for standard output."),
        (["--output", "sarf=a"], "'sarf' is no format. Did you mean 'sarif'?"),
        (["--output", "findings.sarif"], "'findings.sarif' is no format. There are: text, concise,"),
        (["--output", "json=no/where/a.json"], "The folder 'no/where' does not exist."),
        (["--output", "json=policies/lending.yaml"], "'policies/lending.yaml' may be a policy, and no report is YAML"),
        (["--output", "json=policies"], "'policies' is a folder; name a file in it."),
        (["--output", "json=a", "--output", "sarif=policies/../a"], "json and sarif would both go to"),
        (["--output", "json=-", "--output", "sarif=-"], "json and sarif would both go to standard output"),
        (["--format", "text", "--output", "sarif=-"], "sarif and text would both go to standard output"),
    ],
)
def test_an_output_that_cannot_be_meant_is_one_error_before_anything_is_written(
    folder: Path, arguments: list[str], words: str
) -> None:
    done = run("check", *arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in " ".join(done.stderr.split()) and "Traceback" not in done.stderr
    assert not (folder / "a").exists()


def test_a_hyphen_is_standard_output_and_stands_for_the_text() -> None:
    assert planned(None, ["json=-", "csv=a.csv"]) == (Output("csv", Path("a.csv")), Output("json"))
    assert planned(None, []) == (Output("text"),)
    assert planned("junit", ["csv=a.csv"]) == (Output("csv", Path("a.csv")), Output("junit"))


def test_the_page_of_a_run_on_github_gets_a_summary_below_what_stands_there(folder: Path) -> None:
    page = folder / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    done = run("check", "--format", "github", cwd=folder, GITHUB_STEP_SUMMARY=str(page))
    assert done.stdout.startswith("::error file=policies/lending.yaml,line=")
    assert page.read_text(encoding="utf-8").startswith("before\n<!-- orchestrator-lint -->\n### orchestrator-lint\n")
    run("check", cwd=folder, GITHUB_STEP_SUMMARY=str(page))
    assert page.read_text(encoding="utf-8").count("### orchestrator-lint") == 1


def test_a_file_that_cannot_be_written_is_one_clear_error(folder: Path) -> None:
    missing = str(folder / "none" / "summary.md")
    endless = run("check", "--output", f"json={'x' * 300}", cwd=folder)
    assert endless.returncode == 2 and "cannot be written" in endless.stderr and "Traceback" not in endless.stderr
    done = run("check", "--format", "github", cwd=folder, GITHUB_STEP_SUMMARY=missing)
    assert done.returncode == 2 and "GITHUB_STEP_SUMMARY" in done.stderr and "Traceback" not in done.stderr


def test_an_old_file_is_replaced_where_a_link_points_and_keeps_its_mode(folder: Path) -> None:
    target = folder / "kept.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    (folder / "link.json").symlink_to("kept.json")
    run("check", "--output", "json=link.json", cwd=folder)
    assert (folder / "link.json").is_symlink() and stat.S_IMODE(target.stat().st_mode) == 0o640
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in the file system")
def test_a_pipe_is_written_into_and_not_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    (folder / "policies" / "lending.yaml").write_text(CLEAN, encoding="utf-8")
    assert run("check", "--output", "concise=pipe", cwd=folder).returncode == 0
    assert os.read(reader, 1000).startswith(b"No findings.")
    os.close(reader)
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)
