"""The schema file in, the language of policies out, with German texts where they are asked for."""

import json
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from orchestrator_lint.language.node import Node
from orchestrator_lint.problems import Pointer
from orchestrator_lint.shipped import shipped


class Language:
    """A version of the policy language, read from its schema."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.schema = schema
        self.root = Node(schema, schema)

    @cached_property
    def sections(self) -> frozenset[str]:
        """The top-level keys besides the header."""
        return frozenset(self.root.keys) - {"orchestrator"}

    @cached_property
    def names(self) -> frozenset[str]:
        """Every key that the language has somewhere."""
        return frozenset(_names(self.schema))

    def section(self, name: str) -> Node:
        """Give the node of a section; raises KeyError where the language has no such section."""
        found = self.root.child(name)
        if found is None:
            raise KeyError(name)
        return found

    def at(self, pointer: Pointer) -> Node | None:
        """Give the node of a path; None where the language has no such place."""
        node: Node | None = self.root
        for step in pointer:
            node = node.child(step) if node is not None else None
        return node

    def walk(self, data: Any) -> Iterator[tuple[Pointer, Node, Any]]:
        """Give every value of `data` that the language knows, with its path and node, in the order of the file."""
        yield from _walk(data, self.root, ())

    def printed(self, language: str) -> str:
        """Write the schema for people and editors, with titles and descriptions in `language`."""
        return json.dumps(_worded(self.schema, language), indent=2, ensure_ascii=False) + "\n"


@cache
def policy_language() -> Language:
    """Give the language that this version ships."""
    return Language(json.loads(shipped("schemas", "policy.schema.json")))


def _walk(data: Any, node: Node, pointer: Pointer) -> Iterator[tuple[Pointer, Node, Any]]:
    yield pointer, node, data
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        if isinstance(step, str) and step.startswith("x-"):
            continue
        child = node.child(step)
        if child is not None:
            yield from _walk(value, child, (*pointer, step))


def _names(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
    inside = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for inner in inside:
        yield from _names(inner)


def _worded(schema: Any, language: str) -> Any:
    if isinstance(schema, list):
        return [_worded(item, language) for item in schema]
    if not isinstance(schema, dict):
        return schema
    own = schema.get("x-de", {}) if language == "de" else {}
    return {
        key: own.get(key, value)
        if key in ("title", "description") and isinstance(value, str)
        else _worded(value, language)
        for key, value in schema.items()
        if key != "x-de"
    }
