"""A key that the language does not know in, the one that was probably meant out."""

from collections.abc import Mapping
from typing import Any

from orchestrator_lint.language import Node, nearest

_LONGEST_KEY = 60  # longer ones are no misspelt keys


def meant(key: str, around: Mapping[str, Any], node: Node) -> str | None:
    """Give what people also call so, else the one key spelt nearly so, else the one absent key that holds such a map."""
    if len(key) > _LONGEST_KEY:
        return None
    return node.synonym(key) or nearest(key, node.keys) or _by_content(around[key], around, node)


def is_spelt_so(key: str, near: str, node: Node) -> bool:
    """Whether a key is another word or spelling of `near`, and not only known by what stands under it."""
    return near in (node.synonym(key), nearest(key, node.keys))


def above(key: str, around: Mapping[str, Any], node: Node) -> str | None:
    """Give the key just before, where an unknown key belongs under it and is only indented too little."""
    names = list(around)
    position = names.index(key)
    before = names[position - 1] if position else ""
    child = node.child(before) if before in node.keys else None
    if child is None:
        return None
    value = around[before]
    if isinstance(value, dict) and key not in value:
        fits = key in child.keys or (not child.keys and looks_like(around[key], child.child(key)))
    else:
        fits = value is None and (key in child.keys or (not child.keys and child.child(key) is not None))
    return before if fits else None


def looks_like(value: Any, node: Node | None) -> bool:
    """Whether a value is a map of keys that a place of the language knows."""
    return node is not None and isinstance(value, dict) and len(value) > 1 and set(value) <= set(node.keys)


def _by_content(value: Any, around: Mapping[str, Any], node: Node) -> str | None:
    absent = [known for known in node.keys if known not in around]
    fitting = [known for known in absent if looks_like(value, node.child(known))]
    return fitting[0] if len(fitting) == 1 else None
