"""Paths in, Sources out; below a folder every `.yaml` and `.yml` file that is not hidden."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

MAX_BYTES = 10 * 1024 * 1024  # about 300,000 lines: no policy that a person reads is longer

_ENDINGS = (".yaml", ".yml")


class Source(NamedTuple):
    """A file by its path (relative where it can be, with `/`) and its bytes.

    Where the bytes are missing, `fault` says why: `missing`, `too-large`, `not-a-file` or
    `unreadable`, and `detail` holds the size or the words of the operating system.
    """

    path: str
    data: bytes = b""
    fault: str = ""
    detail: str = ""


def collect(paths: Sequence[str], only: frozenset[str] | None = None) -> list[Source]:
    """Read the files that `paths` name, sorted by path; `only` keeps real paths listed there.

    A path that does not exist is a Source with a fault. Folders are walked without
    following links to folders; hidden files and folders are passed over.
    """
    found = {shown(path): path for given in paths for path in _files(given)}
    if only is not None:
        found = {name: path for name, path in found.items() if os.path.realpath(path) in only}
    return [_read(name, found[name]) for name in sorted(found)]


def tracked(paths: Sequence[str]) -> frozenset[str]:
    """Give the real paths of the files below `paths` that git tracks and that lie there.

    Raises ValueError with git's words where a path lies in no repository.
    """
    known: set[str] = set()
    for given in paths:
        folder = given if os.path.isdir(given) else os.path.dirname(given) or "."
        names = (os.path.join(folder, name) for name in _listed(folder))
        known |= {os.path.realpath(name) for name in names if os.path.lexists(name)}
    return frozenset(known)


def shown(path: str) -> str:
    """Write a path as reports do: relative to the working folder where it lies below it."""
    relative = os.path.relpath(path)
    chosen = path if relative.startswith("..") else relative
    return Path(os.path.normpath(chosen)).as_posix()


def _listed(folder: str) -> list[str]:
    # A hook in a linked worktree finds GIT_DIR set, and with it git takes any folder for the top of the work tree.
    # GIT_INDEX_FILE stays: with `git commit PATH` it names the index of that commit.
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    command = ["git", "-C", folder, "ls-files", "-z"]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        raise ValueError("git is not installed") from None
    if done.returncode:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip())
    return [name for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name]


def _files(given: str) -> Iterator[str]:
    if not os.path.isdir(given):
        yield given
        return
    for folder, inside, names in os.walk(given):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        yield from (os.path.join(folder, name) for name in _policies(names))


def _policies(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name.lower().endswith(_ENDINGS) and not name.startswith("."):
            yield name


def _read(name: str, path: str) -> Source:
    try:
        if not os.path.exists(path):
            return Source(name, fault="missing", detail=_link(path))
        if not os.path.isfile(path):
            return Source(name, fault="not-a-file")
        size = os.path.getsize(path)
        if size > MAX_BYTES:
            return Source(name, fault="too-large", detail=f"{size / 1024 / 1024:.0f}")
        return Source(name, Path(path).read_bytes())
    except OSError as error:
        return Source(name, fault="unreadable", detail=error.strerror or type(error).__name__)


def _link(path: str) -> str:
    return os.readlink(path) if os.path.islink(path) else ""
