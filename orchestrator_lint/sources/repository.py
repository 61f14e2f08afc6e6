"""Paths and the name of a commit in, a Revision of the one repository in which they lie out."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from orchestrator_lint.sources.git import ask, folder_of

_SHALLOW = (
    "this clone is shallow, and git lacks the older commits: fetch them with `git fetch --unshallow` "
    "(in GitHub Actions `fetch-depth: 0`, in GitLab CI `GIT_DEPTH: 0`)"
)


class Revision(NamedTuple):
    """A commit by its full name, and the folder at the top of its repository."""

    top: str
    commit: str


def revision(paths: Sequence[str], ref: str) -> Revision:
    """Give the commit that `ref` (a branch, a tag, a commit) names in the repository of `paths`.

    Raises ValueError where there is none, or the paths lie in no repository or in several.
    """
    top = _top(paths)
    found = _commit(top, ref)
    if not found:
        raise ValueError(f"'{ref}' is no branch, tag or commit of this repository{_hint(top, ref)}")
    return Revision(top, found)


def merge_base(paths: Sequence[str], ref: str) -> Revision:
    """Give the last commit that `ref` and the work tree have in common, as `git diff ref...` does.

    Raises ValueError as `revision` does, and where the two have nothing in common.
    """
    top, commit = revision(paths, ref)
    try:
        common = ask(top, "merge-base", commit, "HEAD").decode().strip()
    except ValueError:
        why = _SHALLOW if _is_shallow(top) else "they share no commit"
        raise ValueError(f"nobody can tell what changed since '{ref}': {why}") from None
    return Revision(top, common)


def _top(paths: Sequence[str]) -> str:
    tops = {
        _line(ask(folder, "rev-parse", "--show-toplevel")) for folder in sorted({folder_of(path) for path in paths})
    }
    if len(tops) > 1:
        raise ValueError("the paths lie in different repositories; check them one by one")
    return tops.pop()


def _commit(top: str, ref: str) -> str:
    try:
        return _line(ask(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"))
    except ValueError:
        return ""


def _hint(top: str, ref: str) -> str:
    if not _commit(top, "HEAD"):
        return ": it has no commit yet"
    near = _nearest(top, ref)
    if near:
        return f"; did you mean '{near}'?"
    return f"; {_SHALLOW}" if _is_shallow(top) else ""


def _nearest(top: str, ref: str) -> str:
    """The branch of a remote with this name, else the branch or tag whose name is nearly the same."""
    from difflib import get_close_matches

    names = os.fsdecode(ask(top, "for-each-ref", "--format=%(refname:short)")).splitlines()
    same = [name for name in names if name.partition("/")[2] == ref]
    return next(iter(same or get_close_matches(ref, names, 1)), "")


def _is_shallow(top: str) -> bool:
    return _line(ask(top, "rev-parse", "--is-shallow-repository")) == "true"


def _line(answer: bytes) -> str:
    return os.fsdecode(answer).removesuffix("\n")
