"""The command line as a user meets it: a real process, its output and its exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports.workspaces import GAPS

CLEAN = "orchestrator: 1\norganisation: {name: X}\n"


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in a folder."""
    known = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "orchestrator_lint", *arguments],
        cwd=cwd,
        env={**known, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with policies that have gaps, in `policies`."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "lending.yaml").write_text(GAPS, encoding="utf-8")
    return tmp_path


def test_findings_give_exit_code_1_and_clean_policies_0(folder: Path) -> None:
    assert run("check", cwd=folder).returncode == 1
    (folder / "policies" / "lending.yaml").write_text(CLEAN, encoding="utf-8")
    assert run("check", cwd=folder).returncode == 0


def test_fail_on_decides_what_fails(folder: Path) -> None:
    assert run("check", "--fail-on", "never", cwd=folder).returncode == 0
    assert run("check", "--fail-on", "warning", cwd=folder).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "Did you mean 'check'?"),
        (["check", "polices"], "'polices' does not exist. Did you mean 'policies'?"),
        (["check", "--as-of", "2026-02-30"], "no day of the calendar"),
        (["check", "--as-of", "20260228"], "YYYY-MM-DD"),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["check", "--tracked"], "git"),
        (["explain", "OWN0001"], "Did you mean 'OWN001'?"),
        (["render", "policies"], "--to"),
        (["import", "--mapping", "us-federal-2025", "none.csv", "--to", "out"], "none.csv"),
    ],
)
def test_a_wrong_command_gives_exit_code_2_and_one_clear_line(folder: Path, arguments: list[str], words: str) -> None:
    done = run(*arguments, cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_run_that_read_no_policy_says_so_and_exits_with_2(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "broken").mkdir()
    (folder / "broken" / "a.yaml").write_text("a: [", encoding="utf-8")
    for name in ("empty", "broken"):
        done = run("check", name, cwd=folder)
        assert done.returncode == 2, name
        assert "No policy was read" in done.stderr


def test_one_broken_file_does_not_hide_the_findings_of_the_others(folder: Path) -> None:
    (folder / "policies" / "broken.yaml").write_text("a: [", encoding="utf-8")
    done = run("check", "--format", "json", cwd=folder)
    codes = {finding["code"] for finding in json.loads(done.stdout)["findings"]}
    assert done.returncode == 1
    assert {"YML001", "OWN001"} <= codes


def test_a_broken_file_fails_the_run_even_where_nothing_else_is_wrong(folder: Path) -> None:
    (folder / "policies" / "lending.yaml").write_text(CLEAN, encoding="utf-8")
    (folder / "policies" / "broken.yaml").write_text("a: [", encoding="utf-8")
    assert run("check", cwd=folder).returncode == 1


def test_a_dangling_link_is_one_finding(folder: Path) -> None:
    (folder / "policies" / "lending.yaml").write_text(CLEAN, encoding="utf-8")
    (folder / "policies" / "gone.yaml").symlink_to("nowhere.yaml")
    done = run("check", "--format", "json", cwd=folder)
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["YML008"]
    assert done.returncode == 1


def test_paths_in_reports_are_relative_and_the_folder_does_not_matter(folder: Path) -> None:
    here = run("check", "policies", "--format", "json", cwd=folder)
    assert str(folder) not in here.stdout
    again = run("check", str(folder / "policies"), "--format", "json", cwd=folder)
    assert here.stdout == again.stdout


def test_locale_and_time_zone_change_nothing(folder: Path) -> None:
    plain = run(
        "check", "--lang", "de", "--as-of", "2026-11-24", cwd=folder, LC_ALL="C", TZ="UTC", PYTHONIOENCODING="ascii"
    )
    other = run("check", "--lang", "de", "--as-of", "2026-11-24", cwd=folder, LC_ALL="C.UTF-8", TZ="Asia/Tokyo")
    assert plain.stdout == other.stdout
    assert "Für" in plain.stdout


def test_colour_follows_no_color_and_force_color(folder: Path) -> None:
    assert "\x1b[" not in run("check", cwd=folder).stdout
    assert "\x1b[" in run("check", cwd=folder, FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("check", cwd=folder, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" in run("check", "--color", "always", cwd=folder, NO_COLOR="1").stdout


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    many = "".join(f"  s{number}: {{title: S}}\n" for number in range(3000))
    (folder / "policies" / "many.yaml").write_text(f"orchestrator: 1\nspaces:\n{many}", encoding="utf-8")
    command = f"'{sys.executable}' -m orchestrator_lint check policies | head -n 1"
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    (folder / "policies" / ".hidden.yaml").write_text("a: [", encoding="utf-8")
    (folder / "policies" / ".git").mkdir()
    (folder / "policies" / ".git" / "x.yaml").write_text("a: [", encoding="utf-8")
    done = run("check", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"]["unread"] == 0


def test_tracked_reads_only_what_git_tracks(folder: Path) -> None:
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "policies/lending.yaml"], check=True)
    (folder / "policies" / "untracked.yaml").write_text("a: [", encoding="utf-8")
    done = run("check", "--tracked", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"] | {"findings": 0} == {
        **json.loads(done.stdout)["summary"],
        "files": 1,
        "unread": 0,
        "findings": 0,
    }


def test_a_bug_of_ours_names_the_rule_and_exits_with_3(folder: Path) -> None:
    script = (
        "from orchestrator_lint.rules import index\n"
        "from orchestrator_lint import cli\n"
        "def broken(subject): raise ZeroDivisionError\n"
        "rule = index.all_rules()[0]._replace(check=broken)\n"
        "import orchestrator_lint.journey as journey\n"
        "journey.all_rules = lambda: (rule,)\n"
        "raise SystemExit(cli.run(['check']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert re.search(r"rule [A-Z]{3}\d{3} failed on lending/", done.stderr)
    assert "ZeroDivisionError" in done.stderr


def test_explain_takes_code_or_name_and_speaks_both_languages(folder: Path) -> None:
    by_code = run("explain", "OWN001", cwd=folder)
    by_name = run("explain", "no-human-owner", cwd=folder)
    german = run("explain", "own001", "--lang", "de", cwd=folder)
    assert by_code.stdout == by_name.stdout
    assert "Bad:" in by_code.stdout
    assert "owner: head-of-lending" in by_code.stdout
    assert "Schlecht:" in german.stdout


def test_rules_lists_every_rule_once(folder: Path) -> None:
    listed = run("rules", cwd=folder).stdout.splitlines()
    known = json.loads(run("rules", "--format", "json", cwd=folder).stdout)
    assert [line.split()[0] for line in listed] == [rule["code"] for rule in known]
    assert len({rule["name"] for rule in known}) == len(known)


def test_schema_is_json_in_both_languages(folder: Path) -> None:
    english = json.loads(run("schema", cwd=folder).stdout)
    german = json.loads(run("schema", "--lang", "de", cwd=folder).stdout)
    assert english["properties"].keys() == german["properties"].keys()
    assert english["description"] != german["description"]
    assert '"x-de"' not in json.dumps(english)
    for name in ("mapping", "manifest", "report"):
        assert json.loads(run("schema", name, cwd=folder).stdout)["title"]


def test_help_teaches_by_example(folder: Path) -> None:
    assert "orchestrator-lint check policies" in run("--help", cwd=folder).stdout
    for name in ("check", "render", "inject", "explain", "rules", "schema", "import"):
        done = run(name, "--help", cwd=folder)
        assert done.returncode == 0
        assert f"orchestrator-lint {name}" in done.stdout.replace("python -m orchestrator_lint", "orchestrator-lint")


def test_the_configuration_holds_from_the_folder_upwards_and_options_stand_above_it(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".orchestrator-lint.yaml").write_text("language: de\nselect: [OWN]\nfail_on: never\n", encoding="utf-8")
    inside = run("check", ".", cwd=folder / "policies")
    assert inside.returncode == 0 and "Fehler[OWN001]" in inside.stdout
    assert run("check", "--fail-on", "error", cwd=folder).returncode == 1
    assert "error[SHP002]" in run("check", "--config", "none", cwd=folder).stdout
    shown = json.loads(run("config", "--format", "json", cwd=folder / "policies").stdout)
    assert shown["fail_on"] == {"value": "never", "from": "../.orchestrator-lint.yaml:3"}
    assert shown["profile"] == {"value": "standard", "from": "default"}
    assert "language" in run("config", cwd=folder).stdout


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("profle: starter\n", '.orchestrator-lint.yaml:1: unknown key "profle"; did you mean "profile"?'),
        ("\npolicies: [polices]\n", ".orchestrator-lint.yaml:2: policies: 'polices' does not exist. Did you mean"),
    ],
)
def test_a_configuration_that_cannot_be_meant_is_one_error(folder: Path, written: str, words: str) -> None:
    (folder / ".orchestrator-lint.yaml").write_text(written, encoding="utf-8")
    done = run("check", cwd=folder)
    assert done.returncode == 2 and words in done.stderr and "Traceback" not in done.stderr


def test_the_folder_of_the_documents_may_be_configured(folder: Path) -> None:
    (folder / ".orchestrator-lint.yaml").write_text("documents: {folder: gov}\n", encoding="utf-8")
    assert run("render", cwd=folder).returncode == 0
    assert (folder / "gov" / "en" / "index.md").is_file()


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_misspelt_rule_is_an_error_with_the_one_that_was_meant(folder: Path, option: str) -> None:
    done = run("check", option, "OWN,no-human-ownr", cwd=folder)
    assert done.returncode == 2 and "Did you mean 'no-human-owner'?" in done.stderr
