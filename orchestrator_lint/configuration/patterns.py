"""Two patterns of paths in, whether one contains the other or both can mean the same file out."""

from fnmatch import fnmatchcase
from functools import cache

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

    @cache
    def meet(i: int, j: int) -> bool:
        if i == len(one) or j == len(other):
            return set(one[i:] + other[j:]) <= {"*"}
        if one[i] == "*":
            return meet(i + 1, j) or meet(i, j + 1)
        if other[j] == "*":
            return meet(i, j + 1) or meet(i + 1, j)
        return one[i] == other[j] and meet(i + 1, j + 1)

    return meet(0, 0)
