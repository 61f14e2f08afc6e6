"""Data in, keys that a wrong indentation moved into another object out: one statement, however much they take along."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from orchestrator_lint.language import Language
from orchestrator_lint.problems import Pointer
from orchestrator_lint.shape import faults as say
from orchestrator_lint.shape.errors import Rejected

_IN_SPACES = ("decisions", "every_decision")


def misplaced(data: Any, language: Language) -> Iterator[Rejected]:
    """Give ids whose keys stand beside them, sections inside the section before them, and parts of spaces beside them."""
    taken: set[Pointer] = set()
    for pointer, objects in _maps_of_objects(data, language):
        for found in _content_beside(pointer, objects, language):
            taken.update(found.also)
            yield found
        yield from _parents_inside(pointer, objects, data, language)
    if isinstance(data.get("organisation"), dict):
        yield from _section_in_organisation(data, language)
    spaces = data.get("spaces")
    for name in _IN_SPACES:
        beside = isinstance(spaces, dict) and isinstance(spaces.get(name), dict)
        if beside and ("spaces", name) not in taken:
            yield _beside_its_space(name, list(spaces))


def _maps_of_objects(data: dict[str, Any], language: Language) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    for section in sorted(language.sections - {"organisation"}):
        objects = data.get(section)
        if isinstance(objects, dict):
            yield (section,), objects
    organisation = data.get("organisation")
    for name in ("goals", "affected") if isinstance(organisation, dict) else ():
        if isinstance(organisation.get(name), dict):
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


def _section_in_organisation(data: dict[str, Any], language: Language) -> Iterator[Rejected]:
    names = list(data["organisation"])
    for position, name in enumerate(names):
        if name in language.sections and name not in data and data["organisation"][name] is None:
            also: tuple[Pointer, ...] = tuple(("organisation", other) for other in names[position + 1 :])
            values = {"key": name, "around": "organisation"}
            yield Rejected("SHP001", ("organisation", name), say.INDENTED, values, (*also, (name,)), on_key=True)
            return


def _beside_its_space(name: str, names: list[str]) -> Rejected:
    """The space before it may be the one that it belongs to, so that one is not judged."""
    position = names.index(name)
    also = tuple(("spaces", other) for other in names[max(0, position - 1) : position])
    return Rejected("SHP001", ("spaces", name), say.OUTSIDE_ITS_SPACE, {"key": name}, also, on_key=True)
