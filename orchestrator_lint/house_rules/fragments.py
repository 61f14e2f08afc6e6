"""A fragment of JSON Schema in, its mistakes out: only what is read here, and only keys that policies have there."""

from collections.abc import Iterator, Mapping
from typing import Any

from orchestrator_lint.forms import did_you_mean
from orchestrator_lint.house_rules.patterns import fault_of
from orchestrator_lint.language import Node

_PLAIN = frozenset(
    [
        "type",
        "const",
        "enum",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minContains",
        "maxContains",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "minProperties",
        "maxProperties",
    ]
)
_ALTERNATIVES = ("anyOf", "allOf", "oneOf")
_SAME = ("not", "if", "then", "else")
KEYWORDS = sorted((*_PLAIN, *_ALTERNATIVES, *_SAME, "properties", "required", "items", "contains", "pattern"))
_DEEPEST = 20
Path = tuple[str | int, ...]


def faults_of(fragment: Any, node: Node | None, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give the path and the words of every mistake; `node` is the place of the language, None for free data."""
    if isinstance(fragment, bool):
        return
    if not isinstance(fragment, Mapping):
        yield path, "write a fragment of JSON Schema: a map, true or false"
        return
    if len(path) > _DEEPEST:
        yield path, "nested too deeply"
        return
    for keyword, value in fragment.items():
        yield from _of_keyword(keyword, value, node, path)


def named_keys(fragment: Any) -> frozenset[str] | None:
    """The keys of an object that a fragment speaks of; None where it speaks of how many there are."""
    if not isinstance(fragment, Mapping):
        return frozenset()
    if "minProperties" in fragment or "maxProperties" in fragment or "const" in fragment or "enum" in fragment:
        return None
    found = {*fragment.get("properties", ()), *fragment.get("required", ())}
    inner = [part for keyword in _ALTERNATIVES for part in fragment.get(keyword, ())]
    inner += [fragment[keyword] for keyword in _SAME if keyword in fragment]
    for part in inner:
        below = named_keys(part)
        if below is None:
            return None
        found |= below
    return frozenset(found)


def _of_keyword(keyword: str, value: Any, node: Node | None, path: Path) -> Iterator[tuple[Path, str]]:
    here = (*path, keyword)
    if keyword not in KEYWORDS:
        yield here, f'unknown keyword "{keyword[:80]}"{did_you_mean(keyword, KEYWORDS)}'
    elif keyword in ("properties", "required"):
        yield from _keys(value, node, here)
    elif keyword in ("items", "contains"):
        yield from faults_of(value, node.child(0) if node is not None else None, here)
    elif keyword in _ALTERNATIVES:
        for position, inner in enumerate(value if isinstance(value, list) else ()):
            yield from faults_of(inner, node, (*here, position))
    elif keyword in _SAME:
        yield from faults_of(value, node, here)
    else:
        yield from _pattern(value, here) if keyword == "pattern" else _words(keyword, value, node, here)


def _keys(value: Any, node: Node | None, path: Path) -> Iterator[tuple[Path, str]]:
    if not isinstance(value, Mapping):
        for position, key in enumerate(value if isinstance(value, list) else ()):
            yield from _key(str(key), node, (*path, position))
        return
    for key, inner in value.items():
        yield from _key(key, node, (*path, key))
        yield from faults_of(inner, node.child(key) if node is not None else None, (*path, key))


def _pattern(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    fault = fault_of(value) if isinstance(value, str) else "write a text"
    if fault:
        yield path, f"the pattern is refused: {fault}"


def _key(key: str, node: Node | None, path: Path) -> Iterator[tuple[Path, str]]:
    if node is not None and node.child(key) is None:
        yield path, f'policies have no key "{key[:80]}" there{did_you_mean(key, node.keys)}'


def _words(keyword: str, value: Any, node: Node | None, path: Path) -> Iterator[tuple[Path, str]]:
    """A word of a closed list that policies cannot have would make a rule that never holds."""
    if node is None or not node.words or keyword not in ("const", "enum"):
        return
    for word in value if isinstance(value, list) else [value]:
        if isinstance(word, str) and word not in node.words and not node.takes_own_words and not word.startswith("x-"):
            yield path, f'policies cannot say "{word[:80]}" there{did_you_mean(word, node.words)}'
