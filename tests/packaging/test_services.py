"""The action for GitHub and the component for GitLab: their scripts run as the services run them."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from orchestrator_lint.cli.outputs import planned
from tests.packaging.packages import ROOT
from tests.reports.workspaces import GAPS

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPEC, PIPELINE = yaml.safe_load_all((ROOT / "templates" / "check.yml").read_text(encoding="utf-8"))
_STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}
((_, _JOB),) = PIPELINE.items()
_SCRIPTS = Path(sys.executable).parent
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are run by the bash or sh of the service")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with a policy that has gaps."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "lending.yaml").write_text(GAPS, encoding="utf-8")
    return tmp_path


def action(folder: Path, arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the step that checks, as the runner does: bash, ending at the first error."""
    given = {
        "ARGUMENTS": arguments,
        "REPORTS": str(folder / "reports"),
        "SCRIPTS": str(_SCRIPTS),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
    }
    assert set(_STEPS["Check"]["env"]) == {"ARGUMENTS", "REPORTS", "SCRIPTS"}
    (folder / "reports").mkdir()
    return _shell(["bash", "-eo", "pipefail", "-c", _STEPS["Check"]["run"]], folder, given)


def _shell(command: list[str], folder: Path, given: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **given}, capture_output=True, encoding="utf-8", check=False
    )


@_POSIX
def test_the_action_annotates_and_gives_the_reports_to_the_steps_that_follow(repository: Path) -> None:
    done = action(repository, "policies\n  --fail-on never")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("::error file=policies/lending.yaml,")
    outputs = dict(line.split("=", 1) for line in (repository / "output").read_text(encoding="utf-8").splitlines())
    assert set(outputs) == set(ACTION["outputs"]) and all(Path(path).is_file() for path in outputs.values())
    assert "### orchestrator-lint" in (repository / "summary").read_text(encoding="utf-8")


@_POSIX
def test_the_action_fails_as_check_does_and_offers_no_report_that_is_not_there(repository: Path) -> None:
    assert action(repository, "--select nothing").returncode == 2
    assert not (repository / "output").exists()


@_POSIX
@pytest.mark.parametrize("arguments", ["; touch stolen", "$(touch stolen)", "`touch stolen`", "' \" && touch stolen"])
def test_what_a_workflow_gives_is_never_run(repository: Path, arguments: str) -> None:
    assert action(repository, arguments).returncode == 2
    assert not (repository / "stolen").exists()


def test_no_script_of_the_action_holds_an_expression_and_others_are_pinned_by_their_hash() -> None:
    for step in _STEPS.values():
        assert "${{" not in step.get("run", "")
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step.get("uses", f"a@{'0' * 40}"))


@_POSIX
def test_the_component_writes_the_reports_that_its_job_hands_to_gitlab(repository: Path) -> None:
    script = "\n".join(_JOB["script"][-2:]).replace("/tmp/orchestrator-lint/bin", str(_SCRIPTS))  # noqa: S108 - of the job
    done = _shell(
        ["sh", "-ec", script], repository, {"ORCHESTRATOR_LINT_ARGUMENTS": "policies --fail-on error; touch *"}
    )
    assert done.returncode == 2 and "'error;' is not one of" in done.stderr
    done = _shell(["sh", "-ec", script], repository, {"ORCHESTRATOR_LINT_ARGUMENTS": ""})
    assert done.returncode == 1
    reports = _JOB["artifacts"]["reports"]
    assert all((repository / path).is_file() for path in reports.values())


def test_no_script_of_the_component_holds_an_input_and_the_package_has_no_default() -> None:
    assert not any("$[[" in line for line in _JOB["script"])
    assert [name for name, entry in SPEC["spec"]["inputs"].items() if "default" not in entry] == ["package"]
    used = set(re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", str(PIPELINE)))
    assert used == set(SPEC["spec"]["inputs"])


def test_the_formats_of_both_are_formats_that_exist() -> None:
    for script in (_STEPS["Check"]["run"], " ".join(_JOB["script"])):
        for form in re.findall(r"--output \"?(\w+)=", script):
            assert planned(None, [f"{form}=x"])
