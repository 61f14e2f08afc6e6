"""A row and the rules of an object in, the values of its fields out."""

from typing import NamedTuple

from orchestrator_lint.exchange.answers import answer, holds, told
from orchestrator_lint.exchange.mapping import FieldRule, Mapping
from orchestrator_lint.exchange.table import Row
from orchestrator_lint.forms import Json

# What a fixed value may refer to; each stands for the id of the record's own object.
NAMES = ("space", "decision", "system", "dataset")

Path = tuple[str, ...]


class Taken(NamedTuple):
    """A field's value (None: it stays absent), and the column that it repeats word for word."""

    path: Path
    value: Json
    verbatim: str = ""


def take(rule: FieldRule, row: Row, mapping: Mapping, names: dict[str, str]) -> Taken:
    """Give the value of one field for one row. Nothing is guessed: what no rule covers stays absent."""
    if not holds(rule.when, row, mapping):
        return Taken(rule.path, None)
    if not rule.columns:
        return Taken(rule.path, _filled(rule.fixed, names))
    if rule.values is not None:
        return _looked_up(rule, rule.values, row, mapping)
    return _as_it_stands(rule, row, mapping)


def nest(found: list[Taken]) -> dict[str, Json]:
    """Put values at their paths: `oversight.stop` becomes a map in a map; absent values leave no trace."""
    data: dict[str, Json] = {}
    for path, value, _ in found:
        if value is not None:
            _put(data, path, value)
    return data


def replaced(value: Json, names: dict[str, str]) -> Json:
    """Write ids for `{space}`, `{decision}`, `{system}` and `{dataset}` wherever they stand in a fixed value."""
    if isinstance(value, dict):
        return {key: replaced(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, names) for item in value]
    if isinstance(value, str):
        for name, identity in names.items():
            value = value.replace(f"{{{name}}}", identity)
    return value


def _looked_up(rule: FieldRule, values: dict[str, Json], row: Row, mapping: Mapping) -> Taken:
    known = (cell for column in rule.columns if (cell := answer(row, column, mapping)) in values)
    return Taken(rule.path, values.get(next(known, "")))


def _as_it_stands(rule: FieldRule, row: Row, mapping: Mapping) -> Taken:
    for column in rule.columns:
        if cell := told(row, column, mapping):
            return Taken(rule.path, cell, column if cell == row[column] else "")
    return Taken(rule.path, None)


def _filled(value: Json, names: dict[str, str]) -> Json:
    if any(_mentions(value, name) for name in NAMES if name not in names):
        return None
    return replaced(value, names)


def _mentions(value: Json, name: str) -> bool:
    if isinstance(value, str):
        return f"{{{name}}}" in value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return any(_mentions(item, name) for item in inner)


def _put(data: dict[str, Json], path: Path, value: Json) -> None:
    for word in path[:-1]:
        inner = data.setdefault(word, {})
        if isinstance(inner, dict):  # a mapping in which one path runs through another is refused when it is read
            data = inner
    data[path[-1]] = value
