"""A folder in, what is there before it is set up out: policies, git, and where this tool came from."""

import json
import os
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from orchestrator_lint.cli import options
from orchestrator_lint.configuration import NAME

_ENDINGS = (".yaml", ".yml")
_HEADER = re.compile(rb"^orchestrator[ \t]*:", re.MULTILINE)
_READ = 100_000  # bytes: the header stands at the top


class Ground(NamedTuple):
    """What is there: paths of policies from the folder, the folder for the first ones, and how git sees the place.

    `git` is "top", "below" another repository, or "none".
    """

    policies: tuple[str, ...]
    folder: str
    git: str


def ground(folder: Path) -> Ground:
    """Look at a folder, which need not exist; raises UsageError where a configuration there is wrong."""
    place = Path(os.path.realpath(folder))
    git = "top" if (place / ".git").exists() else "none"
    if git == "none" and any((above / ".git").exists() for above in place.parents):
        git = "below"
    if (folder / NAME).is_file():
        named = _named(folder)
        found = tuple(path for path in named if any(_yaml(folder / path)))
        first = next((path for path in named if not path.endswith(_ENDINGS)), "policies")
        return Ground(found, first.rstrip("/") or "policies", git)
    if any(_yaml(folder / "policies")):
        return Ground(("policies",), "policies", git)
    return Ground(_elsewhere(folder), "policies", git)


def origin() -> tuple[str, str] | None:
    """Give address and version of the git repository that this tool was installed from; None for other ways (PEP 610)."""
    try:
        written = distribution("orchestrator-lint").read_text("direct_url.json")
        told = json.loads(written or "{}")
        vcs = told.get("vcs_info") or {}
        parts = urlsplit(told.get("url", ""))
    except (PackageNotFoundError, ValueError, OSError, AttributeError):
        return None
    if vcs.get("vcs") != "git" or parts.scheme in ("", "file") or "commit_id" not in vcs:
        return None
    if parts.scheme != "ssh":  # a name there belongs to a password
        parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    asked = str(vcs.get("requested_revision") or "")
    return urlunsplit(parts), asked if re.match(r"v\d", asked) else str(vcs["commit_id"])


def _named(folder: Path) -> list[str]:
    """Give the paths that the configuration names, from the folder: it gives them from where the command runs."""
    named = options.configured(str(folder / NAME)).value("policies")
    return [Path(os.path.relpath(path, folder)).as_posix() for path in named] or ["policies"]


def _elsewhere(folder: Path) -> tuple[str, ...]:
    """Find policies by their header: the folders that hold them, without those inside another, and files at the top."""
    found: set[str] = set()
    for path in _yaml(folder):
        try:
            with path.open("rb") as file:
                headed = _HEADER.search(file.read(_READ)) is not None
        except OSError:
            continue
        inside = path.relative_to(folder)
        if headed:
            found.add((inside if inside.parent == Path() else inside.parent).as_posix())
    return tuple(sorted(path for path in found if not any(str(above) in found for above in Path(path).parents)))


def _yaml(path: Path) -> Iterator[Path]:
    if path.is_file() and path.name.endswith(_ENDINGS):
        yield path
    for place, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if name.endswith(_ENDINGS) and not name.startswith("."))
