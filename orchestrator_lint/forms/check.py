"""The data of a file in, an InputError out where it is not what its schema asks for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from orchestrator_lint.forms.error import InputError, did_you_mean
from orchestrator_lint.forms.load import Loaded, Path
from orchestrator_lint.forms.schemas import schema

if TYPE_CHECKING:
    from jsonschema import ValidationError

_LONGEST = 300
_KINDS = {
    "object": "a map of keys",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


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
            cut = (
                "; was a text cut at a comma? Put it in quotes" if error.instance[word] is None and " " in word else ""
            )
            message = f'unknown key "{word[:80]}"{cut or did_you_mean(word, known)}'
            yield _Fault(0, line_of((*path, word), loaded.lines), message)
        return
    if "propertyNames" in error.absolute_schema_path and isinstance(error.instance, str):
        path = (*path, error.instance)
    where = ".".join(map(str, path)) or "the file"
    yield _Fault(1, line_of(path, loaded.lines), f"{where}: {_said(error)[:_LONGEST]}")


def _said(error: "ValidationError") -> str:
    """Say what is wrong in the words of somebody who does not know JSON Schema."""
    written, schema = str(error.instance)[:80], error.schema if isinstance(error.schema, dict) else {}
    wanted: Any = error.validator_value
    if error.validator == "pattern" and schema.get("examples"):
        return f"'{written}' has the wrong form; write it like {schema['examples'][0]}"
    if error.validator == "enum" and isinstance(error.instance, str):
        words = [str(word) for word in wanted]
        return f"'{written}' is not one of {', '.join(words)}{did_you_mean(written, words)}"
    if error.validator == "required" and isinstance(error.instance, dict):
        return f"{', '.join(f'`{key}`' for key in wanted if key not in error.instance)} is missing"
    if error.validator == "type" and isinstance(wanted, str):
        return f"{_KINDS[wanted]} must stand here, not '{written}'"
    return error.message
