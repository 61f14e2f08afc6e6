"""Paths in, Sources out; below a folder every `.yaml` and `.yml` file that is not hidden."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

MAX_BYTES = 10 * 1024 * 1024  # about 300,000 lines: no policy that a person reads is longer

ENDINGS = (".yaml", ".yml")


class Source(NamedTuple):
    """A file by its path (relative where it can be, with `/`) and its bytes.

    Where the bytes are missing, `fault` says why: `missing`, `too-large`, `not-a-file`, `linked-folder` or
    `unreadable`, and `detail` holds the size, the target of the link or the words of the operating system.
    """

    path: str
    data: bytes = b""
    fault: str = ""
    detail: str = ""


def collect(paths: Sequence[str], only: frozenset[str] | None = None) -> list[Source]:
    """Read the files that `paths` name, sorted by path; `only` keeps real paths listed there.

    A path that does not exist, a folder that may not be opened and a link to a folder elsewhere are Sources
    with a fault. Folders are walked without following links; hidden files and folders are passed over,
    and a file that links name twice is read once.
    """
    found = _found(paths)
    if only is not None:
        found = {
            name: item for name, item in found.items() if isinstance(item, Source) or os.path.realpath(item) in only
        }
    return [item if isinstance(item, Source) else _read(name, item) for name, item in sorted(found.items())]


def within(workspace: Sequence[str], given: Sequence[str]) -> frozenset[str]:
    """Give the names, as reports write them, of those files of a workspace that `given` names too."""
    wanted = {os.path.realpath(item) for item in _found(given).values() if isinstance(item, str)}
    found = _found(workspace).items()
    return frozenset(name for name, item in found if isinstance(item, str) and os.path.realpath(item) in wanted)


def shown(path: str) -> str:
    """Write a path as reports do: relative to the working folder where it lies below it.

    Bytes that are no UTF-8 are written by their code.
    """
    if not path:
        return path
    relative = os.path.relpath(path)
    outside = relative == ".." or relative.startswith(f"..{os.sep}")
    chosen = Path(os.path.normpath(path if outside else relative)).as_posix()
    return chosen.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _found(paths: Sequence[str]) -> dict[str, str | Source]:
    """The files by the name that reports write, or Sources where something is wrong."""
    found: dict[str, str | Source] = {}
    for given in paths:
        for item in _files(given):
            found[item.path if isinstance(item, Source) else shown(item)] = item
    return _without_links(found)


def _files(given: str) -> Iterator[str | Source]:
    if not os.path.isdir(given):
        yield given
        return
    closed: list[OSError] = []
    root = os.path.realpath(given)
    for folder, inside, names in os.walk(given, onerror=closed.append):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        yield from _linked(folder, inside, root)
        yield from (os.path.join(folder, name) for name in _policies(names))
    for error in closed:
        yield Source(shown(str(error.filename)), fault="unreadable", detail=error.strerror or type(error).__name__)


def _linked(folder: str, inside: Iterable[str], root: str) -> Iterator[Source]:
    """Links to folders outside the one that is walked: nobody would read what is there."""
    for name in inside:
        path = os.path.join(folder, name)
        if os.path.islink(path):
            target = os.path.realpath(path)
            if target != root and not target.startswith(root + os.sep):
                yield Source(shown(path), fault="linked-folder", detail=os.readlink(path))


def _policies(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name.lower().endswith(ENDINGS) and not name.startswith("."):
            yield name


def _without_links(found: dict[str, str | Source]) -> dict[str, str | Source]:
    """Leave out links to files that are found by their own name as well."""
    real = {os.path.realpath(item) for item in found.values() if isinstance(item, str) and not os.path.islink(item)}
    return {
        name: item
        for name, item in found.items()
        if isinstance(item, Source) or not os.path.islink(item) or os.path.realpath(item) not in real
    }


def _read(name: str, path: str) -> Source:
    try:
        if not os.path.exists(path):
            return Source(name, fault="missing", detail=_link(path))
        if not os.path.isfile(path):
            return Source(name, fault="not-a-file")
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            return Source(name, fault="too-large", detail=f"{os.path.getsize(path) / 1024 / 1024:.0f}")
        return Source(name, data)
    except OSError as error:
        return Source(name, fault="unreadable", detail=error.strerror or type(error).__name__)


def _link(path: str) -> str:
    return os.readlink(path) if os.path.islink(path) else ""
