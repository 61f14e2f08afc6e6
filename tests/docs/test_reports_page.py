"""The page on reports: its examples are what the command writes, and what it calls exists."""

import re

import yaml

from orchestrator_lint.cli.outputs import FORMATS, planned
from tools.readme import ROOT
from tools.reports_page import PAGE, renewed

TEXT = PAGE.read_text(encoding="utf-8")
_YAML = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)]


def test_the_examples_are_fresh() -> None:
    assert renewed(TEXT) == TEXT, "run: python tools/reports_page.py"


def test_every_format_has_a_row_and_an_example() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)) == FORMATS
    assert tuple(re.findall(r"^## (\w+)$", TEXT, re.MULTILINE)) == FORMATS[1:]
    for form in FORMATS[1:]:
        assert len(re.findall(rf"<!-- begin {form} of: [^\n]*-->\n````\w+\n.+?````", TEXT, re.DOTALL)) == 1


def test_the_outputs_that_it_names_can_be_asked_for() -> None:
    for written in re.findall(r"--output ([a-z]+=[\w.-]+)", TEXT):
        assert planned(None, [written])


def test_the_workflow_gives_inputs_that_the_action_has_and_reads_outputs_that_it_gives() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (ours,) = [step for step in _YAML[0]["jobs"]["check"]["steps"] if "orchestrator-lint" in step["uses"]]
    assert set(ours["with"]) <= set(action["inputs"])
    assert set(re.findall(r"steps\.lint\.outputs\.(\w+)", str(_YAML[1]))) <= set(action["outputs"])


def test_the_pipeline_includes_a_component_that_exists_with_all_that_it_needs() -> None:
    (included,) = _YAML[2]["include"]
    name = re.fullmatch(r"\$CI_SERVER_FQDN/.*/([\w-]+)@v[\d.]+", included["component"])
    assert name is not None
    component = next(yaml.safe_load_all((ROOT / "templates" / f"{name[1]}.yml").read_text(encoding="utf-8")))
    inputs = component["spec"]["inputs"]
    needed = {key for key, entry in inputs.items() if "default" not in entry}
    assert needed <= set(included["inputs"]) <= set(inputs)
