"""The rules of a mapping in, an InputError out where a field or a value is none of the policy language."""

import re
from functools import cache
from typing import Any

from orchestrator_lint.exchange.fields import NAMES, replaced
from orchestrator_lint.exchange.mapping import FieldRule
from orchestrator_lint.forms import Json
from orchestrator_lint.forms.check import line_of
from orchestrator_lint.forms.error import InputError, did_you_mean
from orchestrator_lint.forms.load import Path
from orchestrator_lint.forms.schemas import schema

_ANY_TEXT = "Whatever the register says: this, or #that."
_SHOWN = 200


def check_field(rule: FieldRule, kind: str, at: Path, lines: dict[Path, int], name: str) -> None:
    """Check one rule against the schema of policies: its path, its fixed value, every value of its table.

    `kind` is space, decision, system or dataset, `at` where the rule stands in the mapping.
    """
    try:
        wanted = _schema_at(rule.path, kind)
    except _UnknownFieldError as error:
        raise InputError(f"{name}:{line_of(at, lines)}: {error}") from error
    for place, value in _values(rule, at):
        if fault := _fault(replaced(value, dict.fromkeys(NAMES, "name")), wanted):
            raise InputError(f"{name}:{line_of(place, lines)}: {'.'.join(rule.path)} cannot be that: {fault[:_SHOWN]}")
    if rule.columns and rule.values is None and _fault(_ANY_TEXT, wanted):
        raise InputError(
            f"{name}:{line_of(at, lines)}: {'.'.join(rule.path)} does not take any text; "
            "say with a table `values` which answer of the register means what"
        )


def check_organisation(organisation: Json, lines: dict[Path, int], name: str) -> None:
    """Check the fixed values of the organisation against the schema of policies."""
    if fault := _fault(organisation, _policy()["$defs"]["organisation"]):
        raise InputError(f"{name}:{line_of(('organisation',), lines)}: organisation: {fault[:_SHOWN]}")


class _UnknownFieldError(Exception):
    pass


@cache
def _policy() -> dict[str, Any]:
    return schema("policy")


def _values(rule: FieldRule, at: Path) -> list[tuple[Path, Json]]:
    if rule.values is not None:
        return [((*at, "values", answer), value) for answer, value in rule.values.items() if value is not None]
    return [] if rule.columns else [((*at, "fixed"), rule.fixed)]


def _schema_at(path: tuple[str, ...], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = _policy()["$defs"][kind]
    for word in path:
        if word.startswith("x-"):
            return {}
        known = _known(found, "properties")
        by_pattern = (inner for wanted, inner in _known(found, "patternProperties").items() if re.search(wanted, word))
        inner = known.get(word) or next(by_pattern, None)
        if inner is None:
            raise _UnknownFieldError(f'the language has no field "{word[:80]}" in {kind}{did_you_mean(word, known)}')
        found = inner
    return found


def _known(found: dict[str, Any], keyword: str) -> dict[str, Any]:
    if "$ref" in found:
        found = _policy()["$defs"][found["$ref"].removeprefix("#/$defs/")]
    known = dict(found.get(keyword, {}))
    for one in found.get("anyOf", []):
        known |= _known(one, keyword)
    return known


def _fault(value: Json, wanted: dict[str, Any]) -> str:
    from jsonschema import Draft202012Validator  # slow, and needed by this command only

    error = next(
        Draft202012Validator({**wanted, "$defs": _policy()["$defs"]}).iter_errors(value),
        None,
    )
    return error.message if error else ""
