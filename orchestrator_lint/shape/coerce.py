"""Data as YAML reads it in, the same with numbers and texts as the language wants them out."""

from typing import Any

from orchestrator_lint.language import Node
from orchestrator_lint.reading import PlainNumber


def coerced(data: Any, node: Node | None) -> Any:
    """Give `data` with a number as text where only text may stand, and an oddly spelt number as number where only one may.

    What fits already is given back as it is, without a copy.
    """
    return _Coercion().value(data, node)


class _Coercion:
    """Remembers what it has seen: what aliases repeat is read once for each place of the language."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], Any] = {}

    def value(self, data: Any, node: Node | None) -> Any:
        if not isinstance(data, (dict, list)):
            return _plain(data) if node is None else _scalar(data, node.types)
        key = (id(data), id(node))
        if key not in self.known:
            self.known[key] = self.map(data, node) if isinstance(data, dict) else self.list(data, node)
        return self.known[key]

    def list(self, data: "list[Any]", node: Node | None) -> "list[Any]":
        item = node.child(0) if node else None
        changed = [self.value(value, item) for value in data]
        return data if all(new is old for new, old in zip(changed, data, strict=True)) else changed

    def map(self, data: dict[str, Any], node: Node | None) -> dict[str, Any]:
        changed = {}
        for key, value in data.items():
            new = self.value(value, node.child(key) if node else None)
            if new is not value:
                changed[key] = new
        return {**data, **changed} if changed else data


def _plain(data: Any) -> Any:
    return str(data) if isinstance(data, PlainNumber) else data


def _scalar(data: Any, types: frozenset[str]) -> Any:
    numeric = types & {"number", "integer"}
    if isinstance(data, PlainNumber):
        return data.number if numeric and "string" not in types else str(data)
    if isinstance(data, (int, float)) and not isinstance(data, bool) and "string" in types and not numeric:
        return str(data)
    return data
