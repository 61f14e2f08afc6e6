"""The schema in, every property of the language out, and where each stands in a document."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from orchestrator_lint.language import Node, policy_language
from orchestrator_lint.problems import Pointer

_LANGUAGES = ("en", "de")
_BESIDE_A_REASON = ("basis", "instead")
_REASON = "reasoned-no"


class Property(NamedTuple):
    """A key of one object of the language.

    `home` names that object by its definition in the schema: `oversight.stop` for `oversight.stop.by`. What goes with
    a reason, `basis` and `instead`, is the same property wherever it stands.
    """

    name: str
    key: str
    home: str
    node: Node


class Spot(NamedTuple):
    """A place for an object that can hold properties: its name in the schema, its path, and what stands there.

    Where the language takes something simpler than an object too, that may be a text or a list.
    """

    home: str
    pointer: Pointer
    value: Any

    @property
    def is_object(self) -> bool:
        """Whether an object stands there, so that a key can be put beside others."""
        return isinstance(self.value, dict)


def properties() -> dict[str, Property]:
    """Every property of the language by name, in the order of the schema."""
    schema = policy_language().schema
    found: dict[str, Property] = {}
    for name, raw in (("policy", schema), *schema["$defs"].items()):
        for home, key, below in _keys(name, raw):
            known = _name(home, key, below)
            found.setdefault(known, Property(known, key, home, Node(below, schema)))
    return found


def _keys(home: str, raw: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for branch in raw.get("anyOf", (raw,)):
        for key, below in branch.get("properties", {}).items():
            if key not in _LANGUAGES:
                yield home, key, below
                yield from _inside(f"{home}.{key}", below)
        for key in ("items", "additionalProperties"):
            if isinstance(branch.get(key), dict):
                yield from _inside(home, branch[key])


def _inside(home: str, raw: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    if "$ref" not in raw:
        yield from _keys(home, raw)


def _name(home: str, key: str, raw: Mapping[str, Any]) -> str:
    shared = key in _BESIDE_A_REASON and not str(raw.get("title", "Basis of the reason")).startswith(
        ("Basis of the limit", "Basis of the times", "Basis of the figures")
    )
    return f"{_REASON}.{key}" if shared else f"{home}.{key}"


def spots(data: Any) -> Iterator[Spot]:
    """Every object of a document, with the name that the schema gives it."""
    yield from _spots(data, policy_language().schema, "policy", ())


def _spots(data: Any, raw: Mapping[str, Any], home: str, pointer: Pointer) -> Iterator[Spot]:
    schema = policy_language().schema
    while "$ref" in raw:
        home = raw["$ref"].removeprefix("#/$defs/")
        raw = schema["$defs"][home]
    for branch in raw.get("anyOf", (raw,)):
        if "$ref" in branch:
            yield from _spots(data, branch, home, pointer)
            continue
        named = branch.get("properties", {})
        if data is not None and set(named) - set(_LANGUAGES):
            yield Spot(home, pointer, data)
        if isinstance(data, dict):
            for key, value in data.items():
                yield from _below(key, value, branch, home, pointer)
        elif isinstance(data, list) and "items" in branch:
            for index, item in enumerate(data):
                yield from _spots(item, branch["items"], home, (*pointer, index))


def _below(key: str, value: Any, branch: Mapping[str, Any], home: str, pointer: Pointer) -> Iterator[Spot]:
    named, others = branch.get("properties", {}), branch.get("additionalProperties")
    if key in named:
        yield from _spots(value, named[key], f"{home}.{key}", (*pointer, key))
    elif isinstance(others, dict) and not key.startswith("x-"):
        yield from _spots(value, others, home, (*pointer, key))
