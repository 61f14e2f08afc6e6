"""Data as YAML reads it in, the same with numbers and texts as the language wants them out."""

from typing import Any

from orchestrator_lint.language import Node
from orchestrator_lint.reading import PlainNumber


def coerced(data: Any, node: Node | None) -> Any:
    """Give `data` with a number as text where only text may stand, and an oddly spelt number as number
    where only a number may. What fits already is given back as it is, without a copy."""
    if isinstance(data, dict):
        return _map(data, node)
    if isinstance(data, list):
        changed = [coerced(item, node.child(0) if node else None) for item in data]
        return data if all(new is old for new, old in zip(changed, data, strict=True)) else changed
    return data if node is None else _scalar(data, node.types)


def _map(data: dict[str, Any], node: Node | None) -> dict[str, Any]:
    changed = {}
    for key, value in data.items():
        new = coerced(value, node.child(key) if node else None)
        if new is not value:
            changed[key] = new
    return {**data, **changed} if changed else data


def _scalar(data: Any, types: frozenset[str]) -> Any:
    numeric = types & {"number", "integer"}
    if isinstance(data, PlainNumber):
        return data.number if numeric and "string" not in types else str(data)
    if isinstance(data, (int, float)) and not isinstance(data, bool) and "string" in types and not numeric:
        return str(data)
    return data
