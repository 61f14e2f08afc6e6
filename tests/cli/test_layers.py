"""Layers on the command line: what is shown of them, what is refused, and what leaves them out."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import run

BASE = "mandatory: true\nprofile: starter\nlanguage: de\npolicies: [../policies]\nseverities: {OWN001: error}\n"
TOP = "extends: org/base.yaml\nseverities: {weasel-word: note}\nprofile: standard\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("org/base.yaml", BASE), (".orchestrator-lint.yaml", TOP), ("policies/a.yaml", "spaces: {}\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_list_of_settings_says_which_file_and_what_is_mandatory(folder: Path) -> None:
    shown = run("config", cwd=folder).stdout
    lines = {line.split()[0]: line for line in shown.splitlines() if line}
    assert lines["severities.OWN001"].endswith("error  (org/base.yaml:5, mandatory)")
    assert lines["severities.weasel-word"].endswith("note  (.orchestrator-lint.yaml:2)")
    assert lines["profile"].endswith("standard  (.orchestrator-lint.yaml:3)")
    assert lines["language"].endswith("de  (org/base.yaml:3)"), "it may be changed above, so it is not mandatory"
    assert lines["baseline"].endswith('""  (default)')
    assert shown.endswith(
        "Layers, the nearest first:\n"
        "  .orchestrator-lint.yaml\n"
        "  org/base.yaml  mandatory: it and its defaults may be made stricter, never weaker\n"
    )


def test_programs_read_the_same_as_json(folder: Path) -> None:
    shown = json.loads(run("config", "--format", "json", cwd=folder).stdout)
    assert shown["severities"]["parts"] == {
        "OWN001": {"from": ["org/base.yaml:5"], "mandatory": True},
        "weasel-word": {"from": [".orchestrator-lint.yaml:2"]},
    }
    assert shown["policies"] == {"value": ["policies"], "from": "org/base.yaml:4"}
    assert shown["layers"] == [
        {"file": ".orchestrator-lint.yaml", "mandatory": False},
        {"file": "org/base.yaml", "mandatory": True},
    ]


def test_an_option_that_relaxes_is_a_wrong_command_and_none_leaves_the_base_out(folder: Path) -> None:
    refused = run("check", "--ignore", "OWN", cwd=folder)
    assert refused.returncode == 2
    assert '--ignore: "OWN" leaves out `OWN001 no-human-owner`' in refused.stderr
    assert refused.stderr.endswith("A mandatory base (org/base.yaml:1) may be made stricter, never weaker.\n")
    assert run("check", "--ignore", "OWN", "--config", "none", cwd=folder).returncode != 2
