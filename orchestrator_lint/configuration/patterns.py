"""Two patterns of paths in, whether one contains the other or both can mean the same file out."""

from fnmatch import fnmatchcase

_SPECIAL = frozenset("?[")


def contains(outer: str, inner: str) -> bool:
    """Whether every file that `inner` means is one of `outer`; no where that is hard to say."""
    if outer == inner:
        return True
    # without other signs a star of `inner` can only be matched by a star of `outer`, and so can all that it stands for
    return _SPECIAL.isdisjoint(outer + inner) and fnmatchcase(inner, outer)


def meets(one: str, other: str) -> bool:
    """Whether some file may be meant by both; yes where that is hard to say."""
    if not _SPECIAL.isdisjoint(one + other):
        return True
    if "*" not in one or "*" not in other:
        return fnmatchcase(one, other) or fnmatchcase(other, one)
    # the stars of each can stand for all that the other asks for between its first star and its last
    return _starts_alike(one, other) and _starts_alike(one[::-1], other[::-1])


def _starts_alike(one: str, other: str) -> bool:
    start, start_of_other = (pattern.partition("*")[0] for pattern in (one, other))
    return start.startswith(start_of_other) or start_of_other.startswith(start)
