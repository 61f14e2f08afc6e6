"""A section in, its objects that nothing refers to out."""

from collections.abc import Iterator

from orchestrator_lint.model import Noun, Workspace
from orchestrator_lint.problems import Pointer


def unused(workspace: Workspace, section: str, keys: tuple[str, ...]) -> Iterator[Noun]:
    """Give the objects of a section that no reference under one of these keys names.

    None while one of these references names nothing, or could not be read: it may mean any of them.
    """
    if not workspace.is_whole or _may_hide_one(workspace, keys):
        return
    counted = [one for one in workspace.references.all if one.section == section and _is_under(one.place.pointer, keys)]
    if all(one.exists for one in counted):
        named = {one.id for one in counted}
        yield from (noun for noun in workspace.all(section) if noun.id not in named)


def _is_under(pointer: Pointer, keys: tuple[str, ...]) -> bool:
    last = [step for step in pointer if isinstance(step, str)][-1]
    return last in keys and pointer[0] in _HOLDERS


def _may_hide_one(workspace: Workspace, keys: tuple[str, ...]) -> bool:
    """Whether a value was rejected that such a reference may stand in."""
    rejected = (pointer for document in workspace.documents for pointer in document.rejected)
    return any(pointer[:1] and pointer[0] in _HOLDERS and _may_hold(pointer, keys) for pointer in rejected)


def _may_hold(pointer: Pointer, keys: tuple[str, ...]) -> bool:
    inner = pointer[2:4] if pointer[2:3] == ("decisions",) else pointer[2:3]
    whole = len(pointer) <= 2 + len(inner) and (not inner or inner[0] in ("decisions", "every_decision"))
    return whole or any(step in keys for step in pointer[2:])


_HOLDERS = ("spaces", "guardrails")
