"""The file `.orchestrator-lint.yaml` in, the settings of a run and where each came from out."""

from orchestrator_lint.configuration.baseline_file import BASELINE, parse_baseline, written_baseline
from orchestrator_lint.configuration.configuration import Configuration, Setting, chosen
from orchestrator_lint.configuration.find import NAME, find_configuration
from orchestrator_lint.configuration.read import parse_configuration, read_configuration

__all__ = [
    "BASELINE",
    "NAME",
    "Configuration",
    "Setting",
    "chosen",
    "find_configuration",
    "parse_baseline",
    "parse_configuration",
    "read_configuration",
    "written_baseline",
]
