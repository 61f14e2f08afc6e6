"""Pages and a folder in, files out: only what changed, and nothing that is not ours."""

import contextlib
import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from orchestrator_lint.documents.stamp import is_ours, is_unedited, normal
from orchestrator_lint.problems import LANGUAGES
from orchestrator_lint.writing import write_atomically

_STEP = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Written(NamedTuple):
    """What became of the pages, by path below the folder.

    `changed` were new or differed, `removed` are produced no more, `edited` would be removed (or, beside the pages,
    written anew) but were edited by hand, `foreign` were not written because a file, folder or link that is not ours stands there.
    """

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]
    foreign: tuple[str, ...]


def write_pages(pages: Mapping[str, str], folder: Path) -> Written:
    """Bring the folder in step with the pages. Files that render did not write are never touched.

    Raises OSError where the file system refuses, and ValueError for a path that would leave the folder.
    """
    changed, foreign = [], []
    for path in sorted(pages):
        target = _target(folder, path)
        if target is None or _holds_foreign(target):
            foreign.append(path)
            continue
        if _holds(target, pages[path]):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if write_atomically(target, pages[path].encode()):
            changed.append(path)
    removed, edited = _removed(pages, folder)
    return Written(tuple(changed), tuple(removed), tuple(edited), tuple(foreign))


def write_files(files: Mapping[str, str], folder: Path) -> Written:
    """Write the files that stand beside pages, each under our mark. What was edited by hand is left as it is.

    Raises OSError where the file system refuses.
    """
    changed, edited, foreign = [], [], []
    for path in sorted(files):
        target = _below(folder, path)
        if target is None or _holds_foreign(target):
            foreign.append(path)
        elif target.exists() and not is_unedited(target.read_bytes()):
            edited.append(path)
        elif not _holds(target, files[path]):
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, files[path].encode())
            changed.append(path)
    return Written(tuple(changed), (), tuple(edited), tuple(foreign))


def drift(pages: Mapping[str, str], folder: Path) -> list[str]:
    """Say how the folder differs from the pages: for each page that differs a text that ends in a line break."""
    differences = [text for path in sorted(pages) if (text := _difference(path, pages[path], folder))]
    superfluous = [path for path in _ours(folder) if path not in pages]
    return differences + [f"superfluous: {path} is no longer generated\n" for path in superfluous]


def _difference(path: str, page: str, folder: Path) -> str:
    target = _target(folder, path)
    if target is None or _holds_foreign(target):
        return f"foreign: {path} is in the way and was not generated\n"
    if not target.exists():
        return f"missing: {path}\n"
    there = normal(target.read_bytes())
    lines = difflib.unified_diff(
        there.split("\n"), page.split("\n"), f"{path} (there)", f"{path} (generated)", lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


def _target(folder: Path, path: str) -> Path | None:
    *steps, name = path.split("/")
    if not all(_STEP.fullmatch(step) for step in (*steps, name.removesuffix(".md"))) or not name.endswith(".md"):
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


def _holds_foreign(target: Path) -> bool:
    if target.is_symlink():
        return True
    return target.exists() and not (target.is_file() and is_ours(target.read_bytes()))


def _holds(target: Path, page: str) -> bool:
    """Whether a file already says this; the line ends of a checkout do not count."""
    return target.exists() and normal(target.read_bytes()) == page


def _removed(pages: Mapping[str, str], folder: Path) -> tuple[list[str], list[str]]:
    removed, edited = [], []
    for path in _ours(folder):
        target = folder / path
        if path in pages:
            continue
        if not is_unedited(target.read_bytes()):
            edited.append(path)
            continue
        target.unlink()
        removed.append(path)
        with contextlib.suppress(OSError):
            target.parent.rmdir()  # only where nothing else is left in it
    return removed, edited


def _ours(folder: Path) -> list[str]:
    """The pages with our mark, at the places where we write, links not followed; sorted."""
    files = [folder / "index.md", *(file for language in LANGUAGES for file in _files(folder / language))]
    pages = [file for file in files if file.is_file() and not file.is_symlink() and is_ours(file.read_bytes())]
    return sorted(file.relative_to(folder).as_posix() for file in pages)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_symlink() or not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        elif entry.suffix == ".md":
            yield entry
