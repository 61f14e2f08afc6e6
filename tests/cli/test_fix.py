"""`check --fix` and `--diff` as a user meets them."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.mutated import BASE

WRONG = BASE.replace("within: 24 hours", "within: 24 Stunden")
DAY = ("--as-of", "2026-11-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one policy that has one certain fix."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "bank.yaml").write_bytes(WRONG.replace("\n", "\r\n").encode())
    return tmp_path


def test_fix_writes_the_file_keeps_its_mode_and_reports_what_is_left(folder: Path) -> None:
    file = folder / "policies" / "bank.yaml"
    file.chmod(0o640)
    assert "[*] 1 finding can be fixed with `--fix`." in run("check", *DAY, cwd=folder).stdout
    done = run("check", "--fix", *DAY, cwd=folder)
    assert done.returncode == 0
    assert done.stderr == "Fixed 1 finding in 1 file.\n"
    assert "No findings." in done.stdout
    assert file.read_bytes() == BASE.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    again = run("check", "--fix", *DAY, cwd=folder)
    assert (again.stderr, again.returncode) == ("", 0)


def test_diff_writes_nothing_and_its_output_is_a_patch(folder: Path) -> None:
    file = folder / "policies" / "bank.yaml"
    file.write_text(WRONG, encoding="utf-8")
    done = run("check", "--diff", *DAY, cwd=folder)
    assert done.returncode == 1
    assert done.stderr == "Would fix 1 finding in 1 file.\n"
    assert file.read_text(encoding="utf-8") == WRONG
    subprocess.run(["git", "apply", "-p0"], cwd=folder, input=done.stdout, text=True, check=True)
    assert file.read_text(encoding="utf-8") == BASE
    assert run("check", "--diff", *DAY, cwd=folder).returncode == 0


def test_unsafe_writes_skeletons_that_are_findings(folder: Path) -> None:
    text = BASE.replace(
        "          stop: {by: head-of-lending, how: Switch in the decision engine, tested: 2026-05-12}\n", ""
    )
    (folder / "policies" / "bank.yaml").write_text(text, encoding="utf-8")
    before = run("check", *DAY, cwd=folder)
    assert "For 1 finding `--fix --unsafe` writes what is missing" in before.stdout
    assert run("check", "--fix", *DAY, cwd=folder).stderr == ""
    done = run("check", "--fix", "--unsafe", *DAY, cwd=folder)
    assert done.returncode == 1
    assert "TXT004" in done.stdout
    assert "SAF001" not in done.stdout
    assert (
        "          stop:\n            by: TODO\n            how: TODO\n"
        in (folder / "policies" / "bank.yaml").read_text()
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--unsafe"], "--unsafe says how far"),
        (["--diff", "--format", "json"], "--diff shows a difference in place of a report"),
        (["--diff", "--show-fixes"], "--diff shows a difference"),
    ],
)
def test_options_that_do_not_go_together_are_a_wrong_command(folder: Path, arguments: list[str], words: str) -> None:
    done = run("check", *arguments, cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr


def test_a_link_stays_one_and_leads_nowhere_outside(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    inside, outside = folder / "shared.yaml", tmp_path_factory.mktemp("else") / "bank.yaml"
    for target in (inside, outside):
        target.write_text(WRONG, encoding="utf-8")
        link = folder / "policies" / "bank.yaml"
        link.unlink()
        link.symlink_to(target)
        done = run("check", "--fix", *DAY, cwd=folder)
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == (BASE if target == inside else WRONG)
        assert ("outside this folder" in done.stderr) == (target == outside)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_one_clear_message(folder: Path) -> None:
    (folder / "policies").chmod(0o500)
    done = run("check", "--fix", *DAY, cwd=folder)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_standard_input_comes_out_mended(folder: Path) -> None:
    command = [sys.executable, "-m", "orchestrator_lint", "check", "-", "--fix", *DAY]
    done = subprocess.run(command, cwd=folder, input=WRONG.encode(), capture_output=True, check=False)
    assert done.stdout == BASE.encode()
    assert done.stderr == b"Fixed 1 finding in 1 file.\n"
    assert done.returncode == 0
    assert b"Stunden" in (folder / "policies" / "bank.yaml").read_bytes()


def test_show_fixes_shows_the_edit_as_a_difference_in_the_authors_words(folder: Path) -> None:
    done = run("check", "--show-fixes", "--color", "always", *DAY, cwd=folder)
    assert "\x1b[31m-  incidents: {report_to: ai-officer, within: 24 Stunden, " in done.stdout
    assert "\x1b[32m+  incidents: {report_to: ai-officer, within: 24 hours, " in done.stdout
    assert "[*]" in done.stdout


def test_json_and_sarif_hold_the_edits(folder: Path) -> None:
    (finding,) = json.loads(run("check", "--format", "json", *DAY, cwd=folder).stdout)["findings"]
    (edit,) = finding["fix"]["edits"]
    assert finding["fix"]["safety"] == "safe"
    assert (edit["path"], edit["text"], edit["end_column"] - edit["column"]) == ("policies/bank.yaml", "24 hours", 10)
    (result,) = json.loads(run("check", "--format", "sarif", *DAY, cwd=folder).stdout)["runs"][0]["results"]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "24 hours"}
    assert replacement["deletedRegion"]["startColumn"] == edit["column"]


def test_a_part_of_the_policies_is_mended_and_references_follow_everywhere(folder: Path) -> None:
    (folder / "policies" / "bank.yaml").write_text(WRONG.replace("case-worker", "Case_Worker"), encoding="utf-8")
    split = "orchestrator: 1\nspaces: {other: {title: Other, owner: Case_Worker, review: {every: 6 Monate}}}\n"
    (folder / "policies" / "other.yaml").write_text(split, encoding="utf-8")
    run("check", "policies/bank.yaml", "--fix", *DAY, cwd=folder)
    other = (folder / "policies" / "other.yaml").read_text(encoding="utf-8")
    assert "owner: case-worker" in other
    assert "6 Monate" in other
