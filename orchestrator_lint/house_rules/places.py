"""A kind of object and steps through it in, the places of the policy language that stand there out."""

import re
from collections.abc import Iterable, Sequence

from orchestrator_lint.language import Language, Node

_ANYTHING = {"properties": {}, "additionalProperties": {"$ref": "#/$defs/own"}, "items": {"$ref": "#/$defs/own"}}
# below an `x-` key stands what the organisation likes
OWN = Node({"$ref": "#/$defs/own"}, {"$defs": {"own": _ANYTHING}})


class Places:
    """Places of the language, of which one holds: a reference may lead to objects of several kinds."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes = tuple(nodes)

    @property
    def is_own(self) -> bool:
        """Whether the language says nothing about what stands here."""
        return any(node is OWN or not node.types for node in self.nodes)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that may stand here."""
        return tuple(dict.fromkeys(key for node in self.nodes for key in node.keys))

    @property
    def types(self) -> frozenset[str]:
        """The JSON types that a value may have here; every number may be whole."""
        found = frozenset(kind for node in self.nodes for kind in node.types)
        return found | {"integer"} if "number" in found else found

    @property
    def refers(self) -> tuple[str, ...]:
        """The sections that a text here, or in a list here, refers to."""
        nodes = (*self.nodes, *self.item.nodes)
        return tuple(dict.fromkeys(section for node in nodes for section in node.refers))

    @property
    def item(self) -> "Places":
        """The places of what is in a list here."""
        return Places(child for node in self.nodes if (child := node.child(0)) is not None)

    def key(self, name: str) -> "Places":
        """Give the places below a key; no nodes where the language has no such key."""
        if self.is_own or name.startswith("x-"):
            return Places((OWN,))
        return Places(child for node in self.nodes if (child := node.child(name)) is not None)

    def words(self) -> tuple[str, ...] | None:
        """The closed list of words that may stand here; None where any text may."""
        words: list[str] = []
        for branch in (branch for node in self.nodes for branch in node.branches):
            if "enum" in branch.schema:
                words += branch.words
            elif "string" in branch.types and not branch.takes_own_words:
                return None
        return tuple(words)

    def takes(self, text: str) -> bool:
        """Whether a text of this form is asked for here; free prose is of no form, and below a key of one's own all are."""
        patterns = [branch.schema.get("pattern") for node in self.nodes for branch in node.branches]
        return self.is_own or any(pattern is not None and re.search(pattern, text) for pattern in patterns)

    @property
    def takes_own_words(self) -> bool:
        """Whether a word of the organisation's own, `x-…`, may stand beside those that are known."""
        return any(node.takes_own_words for node in self.nodes)


def objects(language: Language, sections: Sequence[str]) -> Places:
    """Give the places of the objects of sections, as references name them."""
    if {"section/id", "scope"} & set(sections):
        sections = ("roles", "systems", "datasets", "decisions", "spaces", "guardrails", "principles", "organisation")
    found = (language.at(_way(section)) for section in sections)
    return Places(node for node in found if node is not None)


def _way(section: str) -> tuple[str, ...]:
    if section == "decisions":
        return ("spaces", "id", "decisions", "id")
    return ("organisation",) if section in ("organisation", "goals", "affected") else (section, "id")


def section_of(kind: str) -> str:
    """Give the section in which objects of a kind stand."""
    return kind if kind == "organisation" else f"{kind}s"
