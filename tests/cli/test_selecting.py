"""What is checked and what is reported: parts of a workspace, standard input, changes, counts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orchestrator_lint.sources import MAX_BYTES
from tests.cli.test_commands import run
from tests.rules.laid_over import BASE
from tests.sources.test_history import commit, git

HEAD = "orchestrator: 1\n"
GAP = (
    HEAD + "spaces:\n  {id}:\n    purpose: People get credit\n    principles: [dignity-first]\n    decisions:\n"
    "      a: {{title: A, status: draft, autonomy: recommends, owner: repayment-score}}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a clean policy in `policies`, and two spaces with gaps beside it."""
    (tmp_path / "policies/spaces").mkdir(parents=True)
    (tmp_path / "policies/base.yaml").write_bytes(BASE.read_bytes())
    for id in ("one", "two"):
        (tmp_path / f"policies/spaces/{id}.yaml").write_text(GAP.format(id=id), encoding="utf-8")
    return tmp_path


def typed(data: bytes, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[bytes]":
    """Run `check` with bytes on standard input."""
    command = [sys.executable, "-m", "orchestrator_lint", "check", *arguments]
    return subprocess.run(command, cwd=cwd, input=data, capture_output=True, check=False)


def files_of(output: str | bytes) -> set[str]:
    return {finding["location"]["path"] for finding in json.loads(output)["findings"]}


def test_a_file_of_the_workspace_is_checked_with_all_others_and_reported_alone(folder: Path) -> None:
    done = run("check", "policies/spaces/one.yaml", cwd=folder)
    assert done.returncode == 1
    assert "REF001" not in done.stdout
    assert "one.yaml:" in done.stdout and "two.yaml" not in done.stdout
    assert "Checked 3 files" in done.stdout
    assert "Shown is what concerns `policies/spaces/one.yaml`; 3 other findings are not shown." in " ".join(
        done.stdout.split()
    )


def test_what_stands_elsewhere_and_points_into_the_file_concerns_it(folder: Path) -> None:
    found = json.loads(run("check", "policies/base.yaml", "--format", "json", cwd=folder).stdout)["findings"]
    assert {(finding["code"], finding["location"]["path"]) for finding in found} == {
        ("OWN002", "policies/spaces/one.yaml"),
        ("OWN002", "policies/spaces/two.yaml"),
    }


def test_a_part_is_the_same_however_it_is_named(folder: Path) -> None:
    (folder / "link").symlink_to("policies")
    expected = {"policies/spaces/one.yaml"}
    for name in (
        "./policies/../policies/spaces/one.yaml",
        str(folder / "policies/spaces/one.yaml"),
        "link/spaces/one.yaml",
    ):
        assert files_of(run("check", name, "--format", "json", cwd=folder).stdout) == expected, name
    assert len(files_of(run("check", "policies/spaces", "--format", "json", cwd=folder).stdout)) == 2


def test_a_part_follows_the_configured_policies_from_any_folder(folder: Path) -> None:
    (folder / "policies").rename(folder / "governance")
    (folder / ".git").mkdir()
    (folder / ".orchestrator-lint.yaml").write_text("policies: [governance]\n", encoding="utf-8")
    done = run("check", "one.yaml", cwd=folder / "governance/spaces")
    assert "Checked 3 files" in done.stdout and "REF001" not in done.stdout
    alone = run("check", "one.yaml", "--config", "none", cwd=folder / "governance/spaces")
    assert "Checked 1 file:" in alone.stdout and "REF001" in alone.stdout


def test_paths_elsewhere_and_the_whole_folder_are_workspaces_of_their_own(folder: Path) -> None:
    (folder / "other.yaml").write_text(GAP.format(id="other"), encoding="utf-8")
    assert "Checked 1 file:" in run("check", "other.yaml", cwd=folder).stdout
    assert "Checked 2 files:" in run("check", "other.yaml", "policies/spaces/one.yaml", cwd=folder).stdout
    whole = run("check", "policies", cwd=folder)
    assert whole.stdout == run("check", cwd=folder).stdout
    assert "Shown" not in whole.stdout


def test_a_named_file_that_the_folder_would_pass_over_is_read(folder: Path) -> None:
    (folder / "policies/.draft.yml").write_text(GAP.format(id="draft"), encoding="utf-8")
    done = run("check", "policies/.draft.yml", "--format", "json", cwd=folder)
    assert files_of(done.stdout) == {"policies/.draft.yml"}
    assert json.loads(done.stdout)["summary"]["files"] == 4


def test_a_part_without_policies_is_a_wrong_command(folder: Path) -> None:
    (folder / "policies/empty").mkdir()
    done = run("check", "policies/empty", cwd=folder)
    assert done.returncode == 2 and "no .yaml or .yml file in 'policies/empty'" in done.stderr


def test_a_file_that_cannot_be_read_fails_a_run_on_another_file(folder: Path) -> None:
    (folder / "policies/broken.yaml").write_text("a: [", encoding="utf-8")
    done = run("check", "policies/base.yaml", cwd=folder)
    assert done.returncode == 1 and "YML001" in done.stdout


def test_standard_input_stands_for_its_file(folder: Path) -> None:
    better = GAP.format(id="one").replace(", owner: repayment-score", ", owner: head-of-lending").encode()
    done = typed(better, "-", "--stdin-name", "policies/spaces/one.yaml", "--format", "json", cwd=folder)
    codes = {finding["code"] for finding in json.loads(done.stdout)["findings"]}
    assert files_of(done.stdout) == {"policies/spaces/one.yaml"}
    assert "OWN002" not in codes and "AUT003" in codes
    assert json.loads(done.stdout)["summary"]["files"] == 3


def test_standard_input_may_stand_for_a_file_to_come(folder: Path) -> None:
    new = GAP.format(id="new").encode()
    inside = typed(new, "-", "--stdin-name", "policies/new.yaml", "--format", "json", cwd=folder)
    assert files_of(inside.stdout) == {"policies/new.yaml"}
    assert json.loads(inside.stdout)["summary"]["files"] == 4
    elsewhere = typed(new, "-", "--stdin-name", "nowhere/new.yaml", "--format", "json", cwd=folder)
    assert json.loads(elsewhere.stdout)["summary"]["files"] == 1


def test_standard_input_outside_the_configuration_has_the_files_of_its_folder_around_it(folder: Path) -> None:
    (folder / "policies").rename(folder / "governance")
    one = (folder / "governance/spaces/one.yaml").read_bytes()
    done = typed(one, "-", "--stdin-name", "governance/spaces/one.yaml", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"]["files"] == 2
    given = typed(one, "-", "governance", "--stdin-name", "governance/spaces/one.yaml", "--format", "json", cwd=folder)
    assert json.loads(given.stdout)["summary"]["files"] == 3
    assert files_of(given.stdout) == {"governance/spaces/one.yaml"}


def test_standard_input_without_a_name_is_a_workspace_of_its_own(folder: Path) -> None:
    done = typed(GAP.format(id="one").encode(), "-", cwd=folder)
    assert done.returncode == 1
    assert b"<stdin>:5:" in done.stdout and b"Checked 1 file:" in done.stdout


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", b"YML010"), (b"\xff\xfe\x00", b"YML004"), (b"a: [", b"YML001"), (b"#" * (MAX_BYTES + 1), b"YML007")],
)
def test_any_bytes_on_standard_input_are_a_finding(folder: Path, data: bytes, code: bytes) -> None:
    done = typed(data, "-", "--stdin-name", "policies/base.yaml", cwd=folder)
    assert done.returncode == 1, done.stderr
    assert code in done.stdout and b"policies/base.yaml" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--stdin-name", "a.yaml"], "check - --stdin-name FILE"),
        (["-", "--stdin-name", "policies"], "'policies' is a folder"),
        (["--changed-since", "main"], "not a git repository"),
        (["--statistics", "--format", "sarif"], "--statistics is text or json"),
    ],
)
def test_a_wrong_selection_gives_exit_code_2_and_one_clear_line(folder: Path, arguments: list[str], words: str) -> None:
    done = run("check", *arguments, cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr and "Traceback" not in done.stderr


def test_a_closed_standard_input_and_a_name_too_long_are_no_bug(folder: Path) -> None:
    command = f"{sys.executable} -m orchestrator_lint check - <&-"
    closed = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert closed.returncode == 2 and "Standard input is closed" in closed.stderr
    assert typed(b"orchestrator: 1\n", "-", "--stdin-name", "a" * 5000, cwd=folder).returncode == 0


def test_quiet_prints_findings_and_nothing_else(folder: Path) -> None:
    loud, quiet = run("check", cwd=folder), run("check", "--quiet", cwd=folder)
    assert quiet.returncode == loud.returncode == 1
    assert quiet.stdout and loud.stdout.startswith(quiet.stdout)
    assert "Checked" in loud.stdout and "Checked" not in quiet.stdout
    for path in (folder / "policies/spaces").iterdir():
        path.unlink()
    clean = run("check", "-q", cwd=folder)
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "")


def test_statistics_count_each_rule_the_most_frequent_first(folder: Path) -> None:
    (folder / "policies/more.yaml").write_text(
        GAP.format(id="more").replace("recommends", "recomends"), encoding="utf-8"
    )
    done = run("check", "--statistics", "-q", cwd=folder)
    assert done.returncode == 1
    rows = [line.split() for line in done.stdout.splitlines()]
    assert rows[0] == ["3", "OWN002", "error", "owner-is-machine"]
    assert ["1", "SHP002", "error", "unknown-value"] in rows
    assert [int(row[0]) for row in rows] == sorted((int(row[0]) for row in rows), reverse=True)
    counted = json.loads(run("check", "--statistics", "--format", "json", cwd=folder).stdout)
    assert counted[0] == {"code": "OWN002", "rule": "owner-is-machine", "severity": "error", "count": 3}
    assert "Found:" in run("check", "--statistics", cwd=folder).stdout


def test_show_files_lists_what_is_read_and_says_why_the_rest_is_not(folder: Path) -> None:
    for name in (".hidden.yaml", "notes.txt", ".folder/x.yaml"):
        (folder / "policies" / name).parent.mkdir(exist_ok=True)
        (folder / "policies" / name).write_text("", encoding="utf-8")
    (folder / "policies/again.yaml").symlink_to("base.yaml")
    (folder / "policies/gone.yaml").symlink_to("nowhere.yaml")
    done = run("check", "--show-files", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["policies/base.yaml", "policies/spaces/one.yaml", "policies/spaces/two.yaml"]
    assert done.stderr.splitlines() == [
        "policies/gone.yaml: cannot be read (missing)",
        "policies/.folder: not read, hidden: its name begins with a dot",
        "policies/.hidden.yaml: not read, hidden: its name begins with a dot",
        "policies/again.yaml: not read, a link to a file that is read",
        "1 file with another ending than .yaml or .yml: not read",
    ]


@pytest.fixture
def repository(folder: Path) -> Path:
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    git(folder, "checkout", "--quiet", "-b", "topic")
    return folder


def test_nothing_is_reported_where_nothing_changed(repository: Path) -> None:
    done = run("check", "--changed-since", "main", cwd=repository)
    assert done.returncode == 0
    assert "touches or causes; 6 other findings are not shown." in done.stdout.replace("\n", " ")
    assert "No findings." in done.stdout


def test_what_a_change_touches_or_causes_is_reported_staged_committed_or_untracked(repository: Path) -> None:
    (repository / "policies/spaces/three.yaml").write_text(GAP.format(id="three"), encoding="utf-8")
    gone = (
        (repository / "policies/base.yaml").read_text(encoding="utf-8").replace("  repayment-score:", "  other-score:")
    )
    (repository / "policies/base.yaml").write_text(gone, encoding="utf-8")
    two = (repository / "policies/spaces/two.yaml").read_text(encoding="utf-8").replace("title: A", "title: B")
    (repository / "policies/spaces/two.yaml").write_text(two, encoding="utf-8")
    git(repository, "add", "policies/spaces/two.yaml")
    since = run("check", "--changed-since", "main", "--format", "json", cwd=repository)
    report = json.loads(since.stdout)
    about = {finding["about"] for finding in report["findings"]}
    assert {"three/a", "two/a"} <= about
    assert "one/a" not in about
    assert "REF001" in {finding["code"] for finding in report["findings"]}
    assert report["left_out"][0]["kind"] == "change" and report["left_out"][0]["findings"] > 0
    assert since.returncode == 1
    commit(repository)
    assert run("check", "--changed-since", "main", "--format", "json", cwd=repository).stdout == since.stdout
    below = run("check", "--changed-since", "HEAD", "../policies", cwd=repository / "policies")
    assert below.returncode == 0


def test_a_change_is_combined_with_a_file_and_with_standard_input(repository: Path) -> None:
    for id in ("three", "four"):
        (repository / f"policies/spaces/{id}.yaml").write_text(GAP.format(id=id), encoding="utf-8")
    three = ("policies/spaces/three.yaml", "--changed-since", "main", "--format", "json")
    assert files_of(run("check", *three, cwd=repository).stdout) == {"policies/spaces/three.yaml"}
    old = (repository / "policies/spaces/one.yaml").read_bytes()
    name = ("--stdin-name", "policies/spaces/one.yaml", "--changed-since", "main", "--format", "json")
    assert files_of(typed(old, "-", *name, cwd=repository).stdout) == set()
    assert files_of(typed(old.replace(b": A", b": B"), "-", *name, cwd=repository).stdout) == {
        "policies/spaces/one.yaml"
    }
    assert typed(b"", "-", "--changed-since", "main", cwd=repository).returncode == 2


def test_a_file_that_cannot_be_read_fails_a_run_on_a_change(repository: Path) -> None:
    (repository / "policies/broken.yaml").write_text("a: [", encoding="utf-8")
    commit(repository)
    done = run("check", "--changed-since", "HEAD", cwd=repository)
    assert done.returncode == 1 and "YML001" in done.stdout


def test_a_change_cannot_be_told_without_its_commit(repository: Path) -> None:
    done = run("check", "--changed-since", "mian", cwd=repository)
    assert done.returncode == 2
    assert "--changed-since: 'mian' is no branch, tag or commit of this repository" in done.stderr
    done = run("check", "--changed-since", "main", cwd=repository, PATH=os.devnull)
    assert done.returncode == 2 and "git is not installed" in done.stderr
