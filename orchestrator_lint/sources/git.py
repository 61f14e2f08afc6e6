"""A folder and a question in, git's answer as bytes out. Nothing is fetched, and neither work tree nor index changes."""

import os
from collections.abc import Sequence

# A hook in a linked worktree finds GIT_DIR set, and with it git takes any folder for the top of the work tree.
# GIT_INDEX_FILE stays: with `git commit PATH` it names the index of that commit.
_MISLEADING = ("GIT_DIR", "GIT_WORK_TREE")
_CALM = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def ask(folder: str, *arguments: str, given: bytes = b"") -> bytes:
    """Run a git command in `folder` with `given` on its standard input.

    Raises ValueError with git's words where it fails, or where git is not installed.
    """
    import subprocess

    environment = {name: value for name, value in os.environ.items() if name not in _MISLEADING} | _CALM
    command = ["git", "-C", folder, *arguments]
    try:
        done = subprocess.run(command, env=environment, input=given, capture_output=True, check=False)
    except (FileNotFoundError, NotADirectoryError):
        raise ValueError("git is not installed") from None
    if done.returncode:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def tracked(paths: Sequence[str]) -> frozenset[str]:
    """Give the real paths of the files below `paths` that git tracks and that lie there.

    Raises ValueError with git's words where a path lies in no repository.
    """
    known: set[str] = set()
    for folder in sorted({folder_of(given) for given in paths}):
        names = (os.path.join(folder, os.fsdecode(name)) for name in ask(folder, "ls-files", "-z").split(b"\0") if name)
        known |= {os.path.realpath(name) for name in names if os.path.lexists(name)}
    return frozenset(known)


def folder_of(path: str) -> str:
    """Give the folder itself, or the one in which a file lies."""
    return path if os.path.isdir(path) else os.path.dirname(path) or "."
