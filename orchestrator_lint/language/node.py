"""A subschema in, the keys, items, references and words that its place may hold out."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any


class Node:
    """One place of the language.

    Unions are told apart by the type of the value alone, so the keys of a node are the keys of its one branch that is
    a map.
    """

    def __init__(
        self, schema: Mapping[str, Any], root: Mapping[str, Any], known: "dict[int, Node] | None" = None
    ) -> None:
        self.schema, self.root = _resolved(schema, root), root
        self._children: dict[str, Node | None] = {}
        # places that one subschema describes share a node: a policy has many ids, and the language few places
        self._known = {} if known is None else known

    @cached_property
    def branches(self) -> tuple["Node", ...]:
        """The alternatives of a union, else the node itself."""
        options = self.schema.get("anyOf")
        return tuple(self._node(option) for option in options) if options else (self,)

    @cached_property
    def types(self) -> frozenset[str]:
        """The JSON types that a value may have here."""
        return frozenset(name for branch in self.branches for name in _types(branch.schema))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The named keys of a map here, in the order of the schema."""
        return tuple(key for branch in self.branches for key in branch.schema.get("properties", ()))

    def synonym(self, word: str) -> str | None:
        """Give the key that people also call `word` (`x-also` in the schema), None where there is none."""
        plain = word.strip().lower().replace("-", "_").replace(" ", "_")
        for branch in self.branches:
            for key, raw in branch.schema.get("properties", {}).items():
                if plain in raw.get("x-also", ()):
                    return str(key)
        return None

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The closed list of values, or the vocabulary, without null."""
        found = [branch.schema.get("enum", ()) for branch in self.branches]
        return tuple(word for words in found for word in words if isinstance(word, str))

    @property
    def takes_own_words(self) -> bool:
        """Whether a word of one's own, `x-…`, may stand here beside those known."""
        return any(str(branch.schema.get("pattern", "")).startswith("^x-") for branch in self.branches)

    @cached_property
    def refers(self) -> tuple[str, ...]:
        """The sections that a text here refers to."""
        for branch in self.branches:
            if "x-refers" in branch.schema:
                return tuple(branch.schema["x-refers"])
        return ()

    @cached_property
    def is_text(self) -> bool:
        """Whether prose stands here: a string, or a map by language."""
        return "en" in self.keys and "de" in self.keys

    def child(self, key: str | int) -> "Node | None":
        """Give the node of a key or list item; None where the language has no such key."""
        name = "[]" if isinstance(key, int) else key
        if name not in self._children:
            self._children[name] = self._child(name)
        return self._children[name]

    def _child(self, name: str) -> "Node | None":
        for branch in self.branches:
            schema = branch.schema
            if name == "[]":
                found = schema.get("items")
            else:
                found = schema.get("properties", {}).get(name) or _by_pattern(schema, name)
            if found is not None:
                return self._node(found)
        return None

    def _node(self, schema: Mapping[str, Any]) -> "Node":
        node = self._known.get(id(schema))
        if node is None:
            node = self._known[id(schema)] = Node(schema, self.root, self._known)
        return node


def _by_pattern(schema: Mapping[str, Any], name: str) -> Any:
    for pattern, found in schema.get("patternProperties", {}).items():
        if re.search(pattern, name):
            return found
    more = schema.get("additionalProperties")
    return more if isinstance(more, dict) else None


def _types(schema: Mapping[str, Any]) -> list[str]:
    if "type" in schema:
        given = schema["type"]
        return [given] if isinstance(given, str) else given
    return ["null" if word is None else "string" for word in schema.get("enum", ())]


def _resolved(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in schema:
        target = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema
