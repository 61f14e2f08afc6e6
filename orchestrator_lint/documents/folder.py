"""Pages and a folder in, files out: only what changed, and nothing that is not ours."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from orchestrator_lint.difference import unified
from orchestrator_lint.documents.manifest import MANIFEST, listed
from orchestrator_lint.documents.stamp import is_ours, is_unedited, normal
from orchestrator_lint.problems import LANGUAGES
from orchestrator_lint.writing import write_atomically

_HEAD = 400  # bytes; our mark stands within
_STEP = "[a-z0-9]+(?:-[a-z0-9]+)*"
_PATH = re.compile(rf"(?:{_STEP}/)*{_STEP}\.(?:md|svg)|{re.escape(MANIFEST)}")


class Written(NamedTuple):
    """What became of the pages, by path below the folder.

    `changed` were new or differed, `removed` are produced no more, `edited` would be removed (or, beside the pages,
    written anew) but were edited by hand, `foreign` were not written because a file, folder or link that is not ours stands there.
    """

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]
    foreign: tuple[str, ...]


class Difference(NamedTuple):
    """How a file differs from what would be written: `changed`, `missing`, `foreign` or `superfluous`."""

    kind: str
    path: str
    diff: str


def write_pages(pages: Mapping[str, str], folder: Path) -> Written:
    """Bring the folder in step with the pages. Files that render did not write are never touched.

    Raises OSError where the file system refuses, and ValueError for a path that would leave the folder.
    """
    changed, foreign, superfluous = [], [], [path for path in _ours(folder) if path not in pages]
    for path in sorted(pages, key=_manifest_last):
        target = _target(folder, path)
        there = _there(target)
        if target is None or there is None:
            foreign.append(path)
        elif normal(there) != pages[path]:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, pages[path].encode())
            changed.append(path)
    removed, edited = _removed(superfluous, folder)
    return Written(tuple(sorted(changed)), tuple(removed), tuple(edited), tuple(sorted(foreign)))


def write_files(files: Mapping[str, str], folder: Path) -> Written:
    """Write the files that stand beside pages, each under our mark. What was edited by hand is left as it is.

    Raises OSError where the file system refuses.
    """
    changed, edited, foreign = [], [], []
    for path in sorted(files):
        target = _below(folder, path)
        there = _there(target)
        if target is None or there is None:
            foreign.append(path)
        elif there and not is_unedited(there):
            edited.append(path)
        elif normal(there) != files[path]:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, files[path].encode())
            changed.append(path)
    return Written(tuple(changed), (), tuple(edited), tuple(foreign))


def drift(pages: Mapping[str, str], folder: Path) -> list[Difference]:
    """Say how the folder differs from the pages, and write nothing. What is not ours has no diff."""
    differences = [found for path in sorted(pages) if (found := _difference(path, pages[path], folder))]
    superfluous = [path for path in _ours(folder) if path not in pages]
    return differences + [
        Difference("superfluous", path, compared(normal((folder / path).read_bytes()), "", path))
        for path in superfluous
    ]


def compared(there: str, page: str, name: str) -> str:
    """Give the diff between a page that is there and the one that would be written; empty where they are the same."""
    return unified(there, page, f"{name} (there)", f"{name} (generated)")


def _manifest_last(path: str) -> tuple[bool, str]:
    """Killed on the way, a run leaves the old manifest, which still knows what is to be removed."""
    return path == MANIFEST, path


def _difference(path: str, page: str, folder: Path) -> Difference | None:
    found = _there(_target(folder, path))
    if found is None:
        return Difference("foreign", path, "")
    there = normal(found)
    if there == page:
        return None
    return Difference("changed" if there else "missing", path, compared(there, page, path))


def _target(folder: Path, path: str) -> Path | None:
    if not _PATH.fullmatch(path):
        raise ValueError(f"no path of a page: {path!r}")
    return _below(folder, path)


def _below(folder: Path, path: str) -> Path | None:
    """Give a file below the folder; None where a link or a file stands where a folder should."""
    *steps, name = path.split("/")
    for step in steps:
        folder = folder / step
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return None
    return folder / name


def _there(target: Path | None) -> bytes | None:
    """What stands there: a file of ours, or nothing yet (empty); None where something that is not ours is in the way."""
    if target is None or target.is_symlink():
        return None
    if not target.exists():
        return b""
    there = target.read_bytes() if target.is_file() else b""
    return there if is_ours(there) else None


def _removed(superfluous: Iterable[str], folder: Path) -> tuple[list[str], list[str]]:
    removed, edited = [], []
    for path in superfluous:
        target = folder / path
        if not is_unedited(target.read_bytes()):
            edited.append(path)
            continue
        target.unlink()
        removed.append(path)
        with contextlib.suppress(OSError):
            target.parent.rmdir()  # only where nothing else is left in it
    return removed, edited


def _ours(folder: Path) -> list[str]:
    """The files with our mark, at the places where we write or the manifest says that we did; sorted."""
    files = {folder / "index.md", *(file for language in LANGUAGES for file in _files(folder / language))}
    if _is_file_of_ours(folder / MANIFEST):
        files |= {folder / MANIFEST, *_listed(folder)}
    return sorted(file.relative_to(folder).as_posix() for file in files if _is_file_of_ours(file))


def _listed(folder: Path) -> Iterator[Path]:
    """What the manifest lists, links not followed; a path that we never write is passed over."""
    for path in listed(normal((folder / MANIFEST).read_bytes())):
        if _PATH.fullmatch(path) and (target := _target(folder, path)):
            yield target


def _is_file_of_ours(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return is_ours(opened.read(_HEAD))


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_symlink() or not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        elif entry.suffix in (".md", ".svg"):
            yield entry
