"""The file `.orchestrator-lint.yaml` and its bases in, the settings of a run and where each came from out."""

from orchestrator_lint.configuration.baseline_file import BASELINE, parse_baseline, written_baseline
from orchestrator_lint.configuration.configuration import Configuration, Floor, Setting, chosen
from orchestrator_lint.configuration.file import PACKAGE, file_of
from orchestrator_lint.configuration.find import NAME, find_configuration
from orchestrator_lint.configuration.keys import KEYS
from orchestrator_lint.configuration.read import check_floors, parse_configuration, read_configuration

__all__ = [
    "BASELINE",
    "KEYS",
    "NAME",
    "PACKAGE",
    "Configuration",
    "Floor",
    "Setting",
    "check_floors",
    "chosen",
    "file_of",
    "find_configuration",
    "parse_baseline",
    "parse_configuration",
    "read_configuration",
    "written_baseline",
]
