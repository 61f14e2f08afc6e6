"""A file that people write beside the policies (a mapping, the configuration) in, its data or one clear InputError out."""

from orchestrator_lint.forms.check import check_form, line_of
from orchestrator_lint.forms.error import InputError, did_you_mean
from orchestrator_lint.forms.load import LARGEST, Json, Loaded, Path, load
from orchestrator_lint.forms.schemas import schema

__all__ = ["LARGEST", "InputError", "Json", "Loaded", "Path", "check_form", "did_you_mean", "line_of", "load", "schema"]
