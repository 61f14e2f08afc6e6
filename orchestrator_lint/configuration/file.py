"""A path as a configuration says it in, the file that it means out: of this machine, or of an installed Python package."""

import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from orchestrator_lint.forms import InputError, did_you_mean

PACKAGE = "package:"
_PACKAGED = re.compile(r"package:([^/]+)/(.+)")


class File(NamedTuple):
    """A file, and how messages name it: from the working folder, or `package:acme_governance/base.yaml`."""

    path: Path
    name: str

    @property
    def is_packaged(self) -> bool:
        """Whether it belongs to a Python package."""
        return self.name.startswith(PACKAGE)

    @property
    def folder(self) -> str:
        """The folder in which it lies, as it is read from the working folder."""
        return Path(os.path.relpath(self.path.parent)).as_posix()

    def beside(self, written: str) -> str:
        """Give a path that is read from the folder of this file, as messages name it.

        Raises InputError for an address of the web.
        """
        if "://" in written:
            raise InputError(
                f"'{written[:200]}' is an address, and nothing is read from the network; install it as a Python package, "
                "and write package:NAME/FILE"
            )
        if written.startswith(PACKAGE):
            return written
        if self.is_packaged:
            folder = posixpath.dirname(self.name.removeprefix(PACKAGE))
            return PACKAGE + posixpath.normpath(posixpath.join(folder, written))
        return Path(os.path.relpath(self.path.parent / written)).as_posix()


def file_of(name: str) -> File:
    """Give the file of this name. Raises InputError where a package is not installed, or the file is not there."""
    path = path_of(name)
    if os.path.isfile(path):
        return File(Path(path), name)
    if os.path.isdir(path):
        raise InputError(f"'{name}' is a folder; name the file in it")
    if os.path.exists(path):
        raise InputError(f"'{name}' is no ordinary file")
    raise InputError(f"'{name[:200]}' does not exist{_near(path)}")


def path_of(name: str) -> str:
    """Give the path to open for a name; that of a package is found without running any of its code.

    Raises InputError where the package is not installed.
    """
    if not name.startswith(PACKAGE):
        return name
    found = _PACKAGED.fullmatch(name)
    if found is None or ".." in found[2].split("/"):
        raise InputError(f"'{name[:200]}': write package:NAME/FILE, like package:acme_governance/base.yaml")
    folders = list(_folders(found[1]))
    if not folders:
        raise InputError(_not_installed(found[1]))
    paths = [os.path.join(folder, found[2]) for folder in folders]
    return next((path for path in paths if os.path.exists(path)), paths[0])


def _near(path: str) -> str:
    folder, name = os.path.split(path)
    try:
        return did_you_mean(name, os.listdir(folder or "."))
    except (OSError, ValueError):
        return ""


def _folders(package: str) -> Iterator[str]:
    """Where the files of a package lie; its name has no point, so that no package around it has to be imported."""
    from importlib.util import find_spec

    try:
        spec = find_spec(package) if package.isidentifier() else None
    except (ImportError, ValueError):  # what runs as a script has no place to be looked up
        return
    yield from (spec.submodule_search_locations or ()) if spec else ()


def _not_installed(package: str) -> str:
    if "-" in package:
        return f"the package '{package}' is not installed; write the name that Python imports, like '{package.replace('-', '_')}'"
    return (
        f"the package '{package}' is not installed beside orchestrator-lint; install it there (`pip install`), in "
        "pre-commit by `additional_dependencies`"
    )
