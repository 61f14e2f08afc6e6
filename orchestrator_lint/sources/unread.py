"""Paths in, what a run does not read there and why out."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orchestrator_lint.sources.collect import ENDINGS, shown


class PassedOver(NamedTuple):
    """A file or folder that is not read. `why` is `hidden`, `link`, `untracked` or `ending`."""

    path: str
    why: str


def passed_over(paths: Sequence[str], read: Sequence[str]) -> list[PassedOver]:
    """Give what lies below `paths` and is not among the names `read`, sorted by path.

    A hidden folder is named and not looked into; the store of git is not named.
    """
    known = frozenset(read)
    found = {item.path: item for given in paths for item in _below(given) if item.path not in known}
    return sorted(found.values())


def _below(given: str) -> Iterator[PassedOver]:
    if not os.path.isdir(given):
        yield PassedOver(shown(given), "untracked")
        return
    for folder, inside, names in os.walk(given):
        hidden = [name for name in inside if name.startswith(".")]
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        yield from (PassedOver(shown(os.path.join(folder, name)), "hidden") for name in hidden if name != ".git")
        yield from (PassedOver(shown(os.path.join(folder, name)), _why(folder, name)) for name in names)


def _why(folder: str, name: str) -> str:
    if not name.lower().endswith(ENDINGS):
        return "ending"
    if name.startswith("."):
        return "hidden"
    return "link" if os.path.islink(os.path.join(folder, name)) else "untracked"
