"""Paths and a Revision in, Sources out: what `collect` would have read there at that commit, under the same names."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint.sources.collect import ENDINGS, MAX_BYTES, Source, shown
from orchestrator_lint.sources.repository import Revision
from orchestrator_lint.sources.tree import LINK, MODULE, Tree, contents, sizes


class _Found(NamedTuple):
    """A file of a commit: where it lies, its content, and whether a link led to it."""

    top: str
    path: str
    content: str
    linked: bool = False


def collect_at(paths: Sequence[str], at: Revision) -> list[Source]:
    """Read what `paths` named at a commit, sorted by path; nothing is checked out and nothing is fetched.

    Files carry the names under which `collect` reads them from the disk. Where a path did not exist then, nothing is
    given for it. Links are followed inside the repository; a submodule is read where it is checked out.
    """
    tree = Tree(*at)
    found: dict[str, _Found | Source] = {}
    for given in paths:
        found |= _files(given, tree)
    return _read(_without_links(found))


def _files(given: str, tree: Tree) -> dict[str, _Found | Source]:
    start = _inside(given, tree.top)
    root = tree.follow(start)
    if root is None:
        return {}
    entry = tree.entries.get(root)
    if entry is not None and entry.mode != MODULE:
        return {shown(given): _Found(tree.top, root, entry.content, linked=root != start)}
    return dict(_below(given, root, tree)) if root in tree.folders else {}


def _inside(given: str, top: str) -> str:
    """The path from the top of the repository; of links only those on the way to it are followed, not itself."""
    folder, name = os.path.split(os.path.abspath(given))
    itself = os.path.join(os.path.realpath(folder), name)
    real_top = os.path.realpath(top)
    inside = itself.startswith(real_top + os.sep)
    return os.path.relpath(itself if inside else os.path.realpath(given), real_top).replace(os.sep, "/")


def _below(given: str, root: str, tree: Tree) -> Iterator[tuple[str, _Found | Source]]:
    start = f"{root}/" if root else ""
    for path, entry in tree.entries.items():
        rest = path[len(start) :]
        if not path.startswith(start) or any(part.startswith(".") for part in rest.split("/")):
            continue
        name = os.path.join(given, rest)
        if entry.mode == MODULE:
            yield from _module(name, tree, path).items()
        elif entry.mode == LINK:
            yield from _linked(name, path, root, tree)
        elif path.lower().endswith(ENDINGS):
            yield shown(name), _Found(tree.top, path, entry.content)


def _linked(name: str, path: str, root: str, tree: Tree) -> Iterator[tuple[str, _Found | Source]]:
    """A link to a file is that file; one to a folder elsewhere is not walked."""
    target = tree.follow(path)
    start = f"{root}/" if root else ""
    if target is not None and target in tree.folders:
        if target != root and not target.startswith(start):
            yield shown(name), Source(shown(name), fault="linked-folder", detail=tree.links[path])
        return
    if not path.lower().endswith(ENDINGS):
        return
    entry = tree.entries.get(target) if target is not None else None
    if target is None or entry is None:
        yield shown(name), Source(shown(name), fault="missing", detail=tree.links[path])
    else:
        yield shown(name), _Found(tree.top, target, entry.content, linked=True)


def _module(given: str, tree: Tree, path: str) -> dict[str, _Found | Source]:
    """The files of a submodule at the commit that it had then; nothing where it is not checked out here."""
    top = os.path.join(tree.top, path)
    if not os.path.exists(os.path.join(top, ".git")):
        return {}
    try:
        inner = Tree(top, tree.entries[path].content)
    except ValueError as error:
        return {shown(given): Source(shown(given), fault="unreadable", detail=str(error).splitlines()[0])}
    return dict(_below(given, "", inner))


def _without_links(found: Mapping[str, _Found | Source]) -> dict[str, _Found | Source]:
    """Leave out links to files that are found by their own name as well."""
    real = {(item.top, item.path) for item in found.values() if isinstance(item, _Found) and not item.linked}
    return {
        name: item
        for name, item in found.items()
        if isinstance(item, Source) or not item.linked or (item.top, item.path) not in real
    }


def _read(found: Mapping[str, _Found | Source]) -> list[Source]:
    """Read the files, of those that are too large only the size."""
    size: dict[str, int] = {}
    data: dict[str, bytes] = {}
    files = [item for item in found.values() if isinstance(item, _Found)]
    for top in sorted({item.top for item in files}):
        here = {item.content for item in files if item.top == top}
        size |= sizes(top, here)
        data |= contents(top, (name for name in here if size.get(name, 0) <= MAX_BYTES))
    return [
        item if isinstance(item, Source) else _source(name, size.get(item.content), data.get(item.content))
        for name, item in sorted(found.items())
    ]


def _source(name: str, size: int | None, data: bytes | None) -> Source:
    if data is not None:
        return Source(name, data)
    if size is None:
        return Source(name, fault="unreadable", detail="git does not have its content here")
    return Source(name, fault="too-large", detail=f"{size / 1024 / 1024:.0f}")
