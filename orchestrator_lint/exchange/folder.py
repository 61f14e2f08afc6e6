"""Policy texts in, files in a folder out; nothing that a person wrote is overwritten, nothing is deleted."""

import os
from collections.abc import Iterator
from pathlib import Path

from orchestrator_lint.exchange.convert import Converted
from orchestrator_lint.exchange.heading import is_generated, is_untouched
from orchestrator_lint.forms.error import InputError
from orchestrator_lint.writing import write_atomically


def write_policies(converted: Converted, folder: Path) -> list[str]:
    """Write the files; give the relative paths of those that changed.

    All files of a folder are one workspace, so a folder that holds other policies is refused, and so is one
    in which a file of an earlier import was edited. Raises InputError before anything is written; a full
    disk half way through raises it too, with each file either old or new.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in _policies_in(folder):
            _admit(path, path.relative_to(folder).as_posix(), converted)
        return [name for name, text in converted.files.items() if write_atomically(folder / name, text.encode())]
    except OSError as error:
        raise InputError(f"{error.filename or folder}: {error.strerror or error}") from error


def _policies_in(folder: Path) -> Iterator[Path]:
    for place, below, names in os.walk(folder, onerror=_stop):
        below.sort()
        yield from (Path(place, name) for name in sorted(names) if name.lower().endswith((".yaml", ".yml")))


def _stop(error: OSError) -> None:
    raise error


def _admit(path: Path, name: str, converted: Converted) -> None:
    if not path.is_file() or not is_generated(_beginning(path)):
        raise InputError(f"{path}: this file was not written by an import; choose an empty folder with --to")
    if name not in converted.files:
        raise InputError(
            f"{path}: this file of an earlier import is not part of this one; "
            "move it away or choose an empty folder with --to"
        )
    if not is_untouched(path.read_bytes().decode("utf-8", "replace")):
        raise InputError(
            f"{path}: this file was edited since it was imported; choose an empty folder with --to and compare the two"
        )


def _beginning(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(200).decode("utf-8", "replace")
