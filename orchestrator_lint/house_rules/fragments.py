"""A schema fragment of a rule and the places it speaks of in, the fragment ready to run out.

A key, a word or a type that can never stand at such a place is an error: it would pass in silence, or always fail.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from orchestrator_lint.forms import Path
from orchestrator_lint.house_rules.file import RuleFile
from orchestrator_lint.house_rules.patterns import fault_of
from orchestrator_lint.house_rules.places import OWN, Places
from orchestrator_lint.language import nearest

_MOST = 5000  # parts of a fragment after its references are written out
_KINDS = {
    **dict.fromkeys(
        ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), ("number", "integer")
    ),
    **dict.fromkeys(("pattern", "minLength", "maxLength"), ("string",)),
    **dict.fromkeys(("items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"), ("array",)),
    **dict.fromkeys(("properties", "required", "additionalProperties", "minProperties", "maxProperties"), ("object",)),
    **dict.fromkeys(("dependentRequired", "dependentSchemas"), ("object",)),
}
_CALLED = {"number": "numbers", "string": "texts", "array": "lists", "object": "maps"}
_SAME = ("not", "if", "then", "else")
_SAME_LISTS = ("allOf", "anyOf", "oneOf")
_BESIDE = {
    "then": "if",
    "else": "if",
    "if": "then",
    "minContains": "contains",
    "maxContains": "contains",
}
_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)


class Fragments:
    """Checks the fragments of one file."""

    def __init__(self, file: RuleFile) -> None:
        self.file = file
        self.shared: Mapping[str, Any] = file.data.get("$defs", {})
        self.used: set[str] = set()
        self._parts = 0

    def ready(self, schema: Any, places: Places, path: Path) -> Any:
        """Give a fragment with what it refers to written out.

        Raises InputError that names file and line where it could never hold, or never fail, at these places.
        """
        self._parts = 0
        return self._ready(schema, places, path, ())

    def check_unused(self) -> None:
        """Raise InputError for a shared fragment that no rule uses: nothing has checked its keys."""
        for name in self.shared:
            if name not in self.used:
                raise self.file.wrong(("$defs", name), f'$defs: no rule uses "{name}"')

    def _ready(self, schema: Any, places: Places, path: Path, above: tuple[str, ...]) -> Any:
        self._parts += 1
        if self._parts > _MOST:
            raise self.file.wrong(
                path, f"more than {_MOST} parts, with all `$ref` written out; make the fragment smaller"
            )
        if not isinstance(schema, dict):
            return schema or {"not": True}  # of a mere `false` jsonschema does not say where it failed
        self._check(schema, places, path)
        done = {key: self._inner(key, value, places, (*path, key), above) for key, value in schema.items()}
        if "$ref" not in done:
            return done
        target = done.pop("$ref")
        return {**done, "allOf": [target, *done.get("allOf", ())]}

    def _inner(self, key: str, value: Any, places: Places, path: Path, above: tuple[str, ...]) -> Any:
        """Give what stands under a keyword, with the fragments inside ready."""
        if key == "$ref":
            return self._referred(value, places, path, above)
        if key in _SAME:
            return self._ready(value, places, path, above)
        if key in _SAME_LISTS:
            return [self._ready(one, places, (*path, place), above) for place, one in enumerate(value)]
        if key in ("items", "contains"):
            return self._ready(value, places.item, path, above)
        if key == "prefixItems":
            return [self._ready(one, places.item, (*path, place), above) for place, one in enumerate(value)]
        if key == "properties":
            return {name: self._ready(one, places.key(name), (*path, name), above) for name, one in value.items()}
        if key == "dependentSchemas":
            return {name: self._ready(one, places, (*path, name), above) for name, one in value.items()}
        return self._ready(value, Places((OWN,)), path, above) if key == "additionalProperties" else value

    def _referred(self, written: str, places: Places, path: Path, above: tuple[str, ...]) -> Any:
        name = written.removeprefix("#/$defs/")
        if name not in self.shared:
            near = nearest(name, self.shared)
            hint = f'; did you mean "#/$defs/{near}"?' if near else ""
            raise self.file.wrong(path, f'there is no "{name[:80]}" under `$defs` of this file{hint}')
        if name in above:
            raise self.file.wrong(path, f'"{name}" refers to itself: {" → ".join((*above, name))}')
        self.used.add(name)
        return self._ready(self.shared[name], places, ("$defs", name), (*above, name))

    def _check(self, schema: Mapping[str, Any], places: Places, path: Path) -> None:
        for key, beside in _BESIDE.items():
            if key in schema and beside not in schema and not (key == "if" and "else" in schema):
                raise self.file.wrong((*path, key), f"`{key}` means nothing without `{beside}`")
        if "pattern" in schema:
            why = fault_of(schema["pattern"])
            if why is not None:
                raise self.file.wrong((*path, "pattern"), f"the pattern is refused: {why}; write a simpler one")
        if places.is_own:
            return
        self._check_kinds(schema, places, path)
        for name, at in _named(schema):
            self._check_key(name, places, (*path, *at))
        for value, at in _values(schema):
            self._check_value(value, places, (*path, *at))

    def _check_kinds(self, schema: Mapping[str, Any], places: Places, path: Path) -> None:
        """Refuse keywords about values of a kind that never stands here: they would pass in silence."""
        for key in schema:
            wanted = _KINDS.get(key)
            if wanted and places.types.isdisjoint(wanted):
                said = f"`{key}` is about {_CALLED[wanted[0]]}, and none stand there, {_has(places)}"
                raise self.file.wrong((*path, key), said)
        for kind in [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", ()):
            if kind not in places.types:
                raise self.file.wrong((*path, "type"), f"nothing there is ever of type {kind}, {_has(places)}")

    def _check_key(self, name: str, places: Places, path: Path) -> None:
        if name.startswith("x-") or places.key(name).nodes:
            return
        near = nearest(name, places.keys)
        hint = f'did you mean "{near}"?' if near else "one of your own begins with x-"
        raise self.file.wrong(path, f'policies have no key "{name[:80]}" there; {hint}')

    def _check_value(self, value: Any, places: Places, path: Path) -> None:
        kind = next((name for type_, name in _TYPES if isinstance(value, type_)), "null")
        if kind not in places.types or kind == "null":
            raise self.file.wrong(path, f"`{str(value)[:80]}` can never stand there, {_has(places)}")
        words = places.words() if kind == "string" else None
        if words is None or value in words or (places.takes_own_words and value.startswith("x-")):
            return
        near = nearest(value, words)
        hint = f'did you mean "{near}"?' if near else f"known are {', '.join(words[:20])}"
        raise self.file.wrong(path, f'policies cannot say "{value[:80]}" there; {hint}')


def _named(schema: Mapping[str, Any]) -> Iterator[tuple[str, Path]]:
    """The keys of policies that a fragment names itself."""
    for keyword in ("properties", "dependentRequired", "dependentSchemas"):
        yield from ((name, (keyword, name)) for name in schema.get(keyword, {}))
    yield from ((name, ("required", place)) for place, name in enumerate(schema.get("required", ())))
    for name, others in schema.get("dependentRequired", {}).items():
        yield from ((other, ("dependentRequired", name, place)) for place, other in enumerate(others))


def _values(schema: Mapping[str, Any]) -> Iterator[tuple[Any, Path]]:
    """The values that a fragment names itself."""
    if "const" in schema:
        yield schema["const"], ("const",)
    yield from ((value, ("enum", place)) for place, value in enumerate(schema.get("enum", ())))


def _has(places: Places) -> str:
    kinds = sorted(_CALLED.get(kind, kind) for kind in places.types - {"null", "integer"})
    return f"only {' and '.join(kinds)}"
