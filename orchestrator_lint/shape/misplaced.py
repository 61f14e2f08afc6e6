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
        if len(pointer) == 1:
            yield from _sections_inside(str(pointer[0]), data, language)
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


def _sections_inside(section: str, data: dict[str, Any], language: Language) -> Iterator[Rejected]:
    names = list(data[section])
    for position, name in enumerate(names):
        if name in language.sections and name not in data and data[section][name] is None:
            also: tuple[Pointer, ...] = tuple((section, later) for later in names[position + 1 :])
            values = {"key": name, "around": section}
            yield Rejected("SHP001", (section, name), say.INDENTED_SECTION, values, (*also, (name,)), on_key=True)
            return


def _beside_its_space(name: str, names: list[str]) -> Rejected:
    """The space before it may be the one that it belongs to, so that one is not judged."""
    position = names.index(name)
    also = tuple(("spaces", other) for other in names[max(0, position - 1) : position])
    return Rejected("SHP001", ("spaces", name), say.OUTSIDE_ITS_SPACE, {"key": name}, also, on_key=True)
