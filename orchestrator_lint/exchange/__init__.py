"""A public register in, policies out; which column means what is data (a mapping)."""

from orchestrator_lint.exchange.convert import Converted, convert
from orchestrator_lint.exchange.folder import write_policies
from orchestrator_lint.exchange.mapping import Mapping
from orchestrator_lint.exchange.read_mapping import read_mapping, shipped_mappings
from orchestrator_lint.forms.error import InputError

__all__ = [
    "Converted",
    "InputError",
    "Mapping",
    "convert",
    "read_mapping",
    "shipped_mappings",
    "write_policies",
]
