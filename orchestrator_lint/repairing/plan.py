"""A fix and the files that were read in, the edits that carry it out, out."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from orchestrator_lint.problems import Change, Fill, Fix, Pointer, Quote, Rename, Rewrite
from orchestrator_lint.reading import Pages
from orchestrator_lint.reading.compose import compose
from orchestrator_lint.repairing.edit import Edit, NotPossible, in_order
from orchestrator_lint.repairing.fill import Tree, filled
from orchestrator_lint.repairing.layout import Layout
from orchestrator_lint.repairing.references import followers
from orchestrator_lint.repairing.scalar_edits import put_in_quotes, renamed, rewritten


class Plan(NamedTuple):
    """What a fix does: its changes, with all that follow from it, and the edits of files."""

    fix: Fix
    changes: tuple[Change, ...]
    edits: tuple[Edit, ...]


class Planner:
    """Turns fixes into edits; each document is laid out once."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self._layouts: dict[tuple[str, int], Layout] = {}

    def plan(self, fix: Fix) -> Plan | None:
        """Give the edits of a fix; None where it has none that are certain."""
        try:
            changes = self._with_followers(fix.change)
            edits = [edit for change in changes for edit in self.edits(change)]
        except NotPossible:
            return None
        return Plan(fix, changes, tuple(sorted(edits, key=lambda edit: edit[:3])))

    def edits(self, change: Change) -> list[Edit]:
        """Give the edits of one change. Raises NotPossible."""
        if isinstance(change, Quote):
            return [put_in_quotes(self.pages[change.path], change)]
        layout = self.layout(change.place.path, change.place.document)
        if isinstance(change, Fill):
            return in_order(filled(layout, tree_of([change])))
        return [renamed(layout, change) if isinstance(change, Rename) else rewritten(layout, change)]

    def layout(self, path: str, document: int) -> Layout:
        """Give a document with its spans. Raises NotPossible where it was not read to its end."""
        page = self.pages[path]
        if document >= len(page.documents):
            raise NotPossible
        if (path, document) not in self._layouts:
            self._layouts[path, document] = Layout(page, document)
        return self._layouts[path, document]

    def _with_followers(self, change: Change) -> tuple[Change, ...]:
        if not isinstance(change, Rename) or not change.everywhere:
            return (change,)
        found: list[Rewrite] | None = followers(self.pages, change)
        if found is None:
            raise NotPossible
        return (change, *found)


def tree_of(fills: Iterable[Fill]) -> Tree:
    """Lay the skeletons of one document over each other, from its root; what two of them say otherwise the first says."""
    tree: dict[str | int, Any] = {}
    for fill in fills:
        _lay(tree, fill.place.pointer, _read(fill.skeleton))
    return tree


@cache
def _read(skeleton: str) -> Any:
    return next(compose(skeleton, with_spans=False)).data


def _lay(tree: dict[str | int, Any], pointer: Pointer, value: Any) -> None:
    for depth, step in enumerate(pointer):
        if depth == len(pointer) - 1 and not isinstance(value, Mapping):
            tree.setdefault(step, value)
            return
        inner = tree.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        tree = inner
    for key, inner in value.items():
        _lay(tree, (key,), inner)
