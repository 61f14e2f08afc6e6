"""The page on the configuration: its example is read by the tool, and no setting is left out."""

import re

from orchestrator_lint.configuration import parse_configuration
from orchestrator_lint.configuration.keys import KEYS
from orchestrator_lint.forms import schema
from orchestrator_lint.journey import cards
from tools.readme import ROOT

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)


def test_the_example_sets_every_setting() -> None:
    settings = parse_configuration(EXAMPLE.encode(), "example", cards()).settings
    assert [name for name, setting in settings.items() if setting.origin == "default"] == []


def test_schema_and_defaults_know_the_same_settings() -> None:
    assert set(schema("configuration")["properties"]) == set(KEYS)
