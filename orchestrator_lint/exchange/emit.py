"""Plain data in, readable YAML text out, the same for the same data."""

import json

from orchestrator_lint.exchange.scalars import WIDTH, is_plain, key, scalar
from orchestrator_lint.forms import Json


def emit(data: dict[str, Json]) -> str:
    """Write a policy file: a blank line before each section, keys in the order of `data`."""
    return "\n".join("\n".join(_entry(name, value, 0)) + "\n" for name, value in data.items())


def _entry(name: str, value: Json, indent: int) -> list[str]:
    head = f"{' ' * indent}{key(name)}:"
    if isinstance(value, dict) and value:
        return [head, *_map(value, indent + 2)]
    if isinstance(value, list) and value and not _is_short(value):
        return [head, *_list(value, indent + 2)]
    return [f"{head} {_inline(value, indent + 2)}"]


def _map(value: dict[str, Json], indent: int) -> list[str]:
    return [line for name, inner in value.items() for line in _entry(name, inner, indent)]


def _list(value: list[Json], indent: int) -> list[str]:
    return [line for item in value for line in _item(item, indent)]


def _item(item: Json, indent: int) -> list[str]:
    dash = f"{' ' * indent}- "
    if isinstance(item, dict) and item:
        first, *others = _map(item, indent + 2)
        return [dash + first.lstrip(" "), *others]
    if isinstance(item, list) and item and not _is_short(item):
        first, *others = _list(item, indent + 2)
        return [dash + first.lstrip(" "), *others]
    return [dash + _inline(item, indent + 2)]


def _inline(value: Json, indent: int) -> str:
    if isinstance(value, str):
        return scalar(value, indent)
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item, indent) for item in value) + "]"
    if isinstance(value, dict):
        return "{}"
    return json.dumps(value)


def _is_short(value: list[Json]) -> bool:
    """Say whether a list is of plain words only and fits on a line."""
    words = [item for item in value if isinstance(item, str) and is_plain(item)]
    return len(words) == len(value) and sum(map(len, words)) + 2 * len(words) < WIDTH
