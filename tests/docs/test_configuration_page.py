"""The page on the configuration: its examples are read by the tool, and no setting is left out."""

import re
from pathlib import Path

import pytest

from orchestrator_lint.configuration import parse_configuration, read_configuration
from orchestrator_lint.configuration.keys import KEYS
from orchestrator_lint.forms import InputError, schema
from orchestrator_lint.journey import cards
from tools.readme import ROOT

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
EXAMPLE, BASE, NEAR = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)
(REFUSED,) = re.findall(r"```text\n(.*?)\n```", PAGE, flags=re.DOTALL)


def test_the_example_sets_every_setting() -> None:
    settings = parse_configuration(EXAMPLE.encode(), "example", cards()).settings
    assert [name for name, setting in settings.items() if setting.origin == "default"] == []


def test_schema_and_defaults_know_the_same_settings() -> None:
    assert set(schema("configuration")["properties"]) == set(KEYS)


def test_the_layers_hold_and_the_base_is_not_relaxed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near = Path(".orchestrator-lint.yaml")
    for path, text in (("lint/base.yaml", BASE), ("repository/.orchestrator-lint.yaml", NEAR)):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "repository")
    found = read_configuration(near, cards())
    assert found.value("profile") == "assured"
    assert found.value("severities")["weasel-word"] == "warning"
    assert found.value("thresholds")["waiver-max-duration"] == "3 months"
    near.write_text(NEAR.replace("3 months", "9 months"), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_configuration(near, cards())
    assert error.value.message == REFUSED
