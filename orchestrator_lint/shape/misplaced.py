"""Data in, keys that a wrong indentation moved into another object out: one statement, however much they take along."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from orchestrator_lint.language import Language
from orchestrator_lint.problems import Pointer
from orchestrator_lint.shape import faults as say
from orchestrator_lint.shape.rejected import Rejected


def misplaced(data: Any, language: Language) -> Iterator[Rejected]:
    """Give ids whose keys stand beside them, keys of the object around among the ids, and keys of an object beside it."""
    for pointer, objects in _maps_of_objects(data, language):
        beside = list(_content_beside(pointer, objects, language))
        yield from beside
        yield from _parents_inside(pointer, objects, data, language)
        if not beside:
            yield from _beside_its_object(pointer, objects, language)


def _maps_of_objects(data: dict[str, Any], language: Language) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    for section in sorted(language.sections - {"organisation"}):
        objects = data.get(section)
        if isinstance(objects, dict):
            yield (section,), objects
    organisation = data.get("organisation")
    for name in ("goals", "affected"):
        if isinstance(organisation, dict) and isinstance(organisation.get(name), dict):
            yield ("organisation", name), organisation[name]
    spaces = data.get("spaces")
    for id, space in spaces.items() if isinstance(spaces, dict) else ():
        if isinstance(space, dict) and isinstance(space.get("decisions"), dict):
            yield ("spaces", id, "decisions"), space["decisions"]


def _content_beside(pointer: Pointer, objects: dict[str, Any], language: Language) -> Iterator[Rejected]:
    """An id with nothing below it, and then keys of such an object in its place among the ids."""
    node = language.at((*pointer, "id"))
    keys = frozenset(node.keys) if node is not None else frozenset()
    names = list(objects)
    for position, name in enumerate(names):
        if objects[name] is not None or name in keys:
            continue
        beside = list(takewhile(keys.__contains__, names[position + 1 :]))
        if beside:
            also = tuple((*pointer, key) for key in beside)
            values = {"key": name, "near": beside[0]}
            yield Rejected("SHP001", (*pointer, name), say.CONTENT_BESIDE, values, also, on_key=True)


def _parents_inside(pointer: Pointer, objects: dict[str, Any], data: Any, language: Language) -> Iterator[Rejected]:
    """A key of the object around that stands as an id among the objects: it is indented too far."""
    around, parent, item = data, language.at(pointer[:-1]), language.at((*pointer, "id"))
    for step in pointer[:-1]:
        around = around[step]
    names = list(objects)
    for position, name in enumerate(names):
        if parent is None or item is None or name not in parent.keys or name in around:
            continue
        if objects[name] is None or (isinstance(objects[name], dict) and not set(objects[name]) <= set(item.keys)):
            later = names[position + 1 :] if objects[name] is None else []
            also: tuple[Pointer, ...] = tuple((*pointer, other) for other in later)
            values = {"key": name, "around": str(pointer[-1])}
            yield Rejected(
                "SHP001", (*pointer, name), say.INDENTED, values, (*also, (*pointer[:-1], name)), on_key=True
            )
            return


def _beside_its_object(pointer: Pointer, objects: dict[str, Any], language: Language) -> Iterator[Rejected]:
    """A key of such an object that stands among the ids: the object before it lacks it."""
    item = language.at((*pointer, "id"))
    names = list(objects)
    for position, name in enumerate(names):
        value = objects[name]
        if item is None or not position or name not in item.keys or value is None:
            continue
        before = names[position - 1]
        lacks = isinstance(objects[before], dict) and name not in objects[before]
        if lacks and not (isinstance(value, dict) and set(value) <= set(item.keys)):
            also = ((*pointer, before) if name == "decisions" else (*pointer, before, name),)
            values = {"key": name, "before": before}
            yield Rejected("SHP001", (*pointer, name), say.OUTSIDE_ITS_OBJECT, values, also, on_key=True)
