"""A map with keys that the language does not know there in, what is said of each out."""

from collections.abc import Iterator, Mapping
from typing import Any

from orchestrator_lint.language import Language, Node
from orchestrator_lint.problems import Pointer
from orchestrator_lint.shape import faults as say
from orchestrator_lint.shape import hints
from orchestrator_lint.shape.meant import above, is_spelt_so, looks_like, meant
from orchestrator_lint.shape.rejected import Rejected, key_of
from orchestrator_lint.shape.written import written


def unknown_keys(around: Mapping[str, Any], pointer: Pointer, language: Language, data: Any) -> Iterator[Rejected]:
    """Give one statement for each unknown key of the map `around` at `pointer`, and what each may have taken along."""
    node = language.at(pointer) or language.root
    unknown = [key for key in around if key not in node.keys and node.child(key) is None]
    item = node.child(0)
    if item is not None and unknown and set(unknown) <= set(item.keys):
        yield Rejected("SHP003", pointer, say.ONE_ENTRY, {"key": key_of(pointer)})
        return
    for position, key in enumerate(unknown):
        outer = _outer(key, pointer, language, data)
        if outer is None:
            yield _unknown(key, around, node, pointer, alone=len(unknown) == len(around))
            continue
        also: list[Pointer] = [(*outer, key)]
        values = {"key": key, "around": key_of(pointer)}
        if around[key] is None:  # what follows stands below it
            also += [(*pointer, later) for later in unknown[position + 1 :]]
        yield Rejected("SHP001", (*pointer, key), say.INDENTED, values, tuple(also), on_key=True)
        if around[key] is None:
            return


def _unknown(key: str, around: Mapping[str, Any], node: Node, pointer: Pointer, alone: bool) -> Rejected:
    parent = above(key, around, node)
    near = None if parent else meant(key, around, node)
    hint = hints.filled(say.BELONGS_ABOVE, parent=parent) if parent else hints.of_key(key, near, node)
    also = [*_taken(key, near, parent, pointer, around)]
    if pointer and (around[key] is None or looks_like(around[key], node)):
        also.append((*pointer[:-1], key))  # an id that is indented too far
    if pointer and alone:
        also.append(pointer)  # with no key that is known, nobody can tell what it says
    values = {"key": written(key), "hint": hint}
    spelt = near if near and near not in around and is_spelt_so(key, near, node) else None
    return Rejected("SHP001", (*pointer, key), say.UNKNOWN_KEY, values, tuple(also), on_key=True, meant=spelt)


def _taken(
    key: str, near: str | None, parent: str | None, pointer: Pointer, around: Mapping[str, Any]
) -> Iterator[Pointer]:
    """The places of which an unknown key takes the value: where it was meant to stand."""
    if near and near not in around:
        yield (*pointer, near)
    if parent:
        yield (*pointer, parent, key) if around[parent] else (*pointer, parent)


def _outer(key: str, pointer: Pointer, language: Language, data: Any) -> Pointer | None:
    """The object around that has such a key, and has it not yet: the key is indented too far."""
    for depth in range(1, min(2, len(pointer)) + 1):
        outer = pointer[:-depth]
        node, value = language.at(outer), data
        for step in outer:
            value = value[step]
        if node is not None and key in node.keys and isinstance(value, dict) and key not in value:
            return outer
    return None
