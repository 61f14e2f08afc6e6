"""The data of a file in, an InputError out where it is not what its schema asks for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from orchestrator_lint.forms.error import InputError, did_you_mean
from orchestrator_lint.forms.load import Loaded, Path
from orchestrator_lint.forms.schemas import schema

if TYPE_CHECKING:
    from jsonschema import ValidationError

_LONGEST = 300


def check_form(loaded: Loaded, name: str, kind: str) -> None:
    """Raise InputError for the first fault against `schemas/KIND.schema.json`; an unknown key comes with the nearest known one."""
    from jsonschema import Draft202012Validator  # slow, and needed by this command only

    errors = Draft202012Validator(schema(kind)).iter_errors(loaded.data)
    faults = sorted(fault for error in errors for fault in _faults(error, loaded))
    if faults:
        raise InputError(f"{name}:{faults[0].line}: {faults[0].message}")


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """Give the line of a value, or of the nearest thing around it that exists."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Fault(NamedTuple):
    """In the order of telling: an unknown key explains why a known one is missing."""

    rank: int
    line: int
    message: str


def _faults(error: "ValidationError", loaded: Loaded) -> Iterable[_Fault]:
    path: Path = tuple(error.absolute_path)
    unknown = error.validator == "additionalProperties"
    if unknown and isinstance(error.schema, dict) and isinstance(error.instance, dict):
        known = error.schema["properties"]
        for word in error.instance.keys() - known.keys():
            message = f'unknown key "{word[:80]}"{did_you_mean(word, known)}'
            yield _Fault(0, line_of((*path, word), loaded.lines), message)
        return
    where = ".".join(map(str, path)) or "the file"
    yield _Fault(1, line_of(path, loaded.lines), f"{where}: {error.message[:_LONGEST]}")
