"""A regular expression in, the reason why it could keep a check busy for ever out, if there is one.

Python tries the ways of a pattern one after the other. Where the same text can be cut up in many ways, their number grows
with a power of its length, or doubles with each letter (Davis et al., 2018, call it super-linear). Cautious on purpose: what cannot
be seen to be harmless is refused, and a simpler pattern asks the same.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

LONGEST = 2000  # letters of a text that a pattern is tried on: at a square of it a check is still quick
_MANY = 64  # ways to cut up a text that do not grow with it
_BEYOND = 256  # stands for every letter outside Latin-1
_LETTERS = frozenset(range(_BEYOND + 1))
_NESTED = "a repetition stands inside a repetition, or what is repeated can be matched in several lengths"
_CHOICE = "a choice (`|`) stands inside a repetition"
_OPEN = "a text can be cut up in too many ways; begin with `^`, and let no repetition match what follows it"
_ODD = "`{}` is not read here"
_NAMES = {
    "GROUPREF": "a reference back to a group",
    "GROUPREF_EXISTS": "a condition on a group",
    "ASSERT": "a look ahead or back",
    "ASSERT_NOT": "a look ahead or back",
}


class _Refused(Exception):
    """Why a pattern is refused."""


def fault_of(pattern: str) -> str | None:
    """Say in a few words what is wrong with a pattern; None where it is harmless."""
    parser: Any = import_module("re._parser")
    try:
        tree = parser.parse(pattern)
        if tree.state.flags & ~(re.UNICODE | re.IGNORECASE | re.ASCII):
            return _ODD.format("a flag other than (?i)")
        _Cost(bool(tree.state.flags & re.IGNORECASE)).check(list(tree), _starts_anchored(tree))
    except _Refused as refused:
        return str(refused)
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is no regular expression ({error})"
    return None


def _starts_anchored(tree: Sequence[Any]) -> bool:
    return bool(tree) and str(tree[0][0]) == "AT" and str(tree[0][1]) in ("AT_BEGINNING", "AT_BEGINNING_STRING")


class _Seen(NamedTuple):
    """The letters with which a stretch can begin, and whether it can be empty."""

    first: frozenset[int]
    empty: bool


class _Cost:
    """Walks through a pattern and adds up in how many ways it can cut up a text."""

    def __init__(self, folded: bool) -> None:
        self.folded = folded
        self.open = 0  # repetitions whose end is not settled by the next letter
        self.repeats = 0
        self.ways = 1

    def check(self, tree: Sequence[Any], anchored: bool) -> None:
        self.walk(tree, frozenset())
        # every start, every end that is not settled and every step back multiplies the work by the length of the text
        if (self.repeats and self.open + (not anchored) > 1) or self.ways > _MANY:
            raise _Refused(_OPEN)

    def walk(self, stretch: Sequence[Any], after: frozenset[int]) -> None:
        """Count what a stretch adds; `after` are the letters that can follow it."""
        for position, (kind, content) in enumerate(stretch):
            rest = self.seen(stretch[position + 1 :])
            self.one(str(kind), content, rest.first | (after if rest.empty else frozenset()))

    def one(self, kind: str, content: Any, after: frozenset[int]) -> None:
        if kind in _NAMES:
            raise _Refused(_ODD.format(_NAMES[kind]))
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            self.repeat(int(content[0]), int(content[1]), content[2], after)
        elif kind == "SUBPATTERN":
            if content[1] or content[2]:
                raise _Refused(_ODD.format("a flag for a part"))
            self.walk(content[3], after)
        elif kind == "ATOMIC_GROUP":
            self.walk(content, after)
        elif kind == "BRANCH":
            self.branch(content[1], after)
        elif kind not in ("LITERAL", "NOT_LITERAL", "IN", "ANY", "AT"):
            raise _Refused(_ODD.format(kind.lower()))

    def repeat(self, least: int, most: int, content: Sequence[Any], after: frozenset[int]) -> None:
        if most > 1:
            _check_fixed(content)
        self.walk(content, after)
        if most == least:
            return
        unsettled = not self.seen(content).first.isdisjoint(after)
        if most == 1:
            self.ways *= 2 if unsettled else 1
        else:
            self.repeats += 1
            self.open += unsettled

    def branch(self, options: Sequence[Sequence[Any]], after: frozenset[int]) -> None:
        seen = [self.seen(option) for option in options]
        letters = [one.first | (after if one.empty else frozenset()) for one in seen]
        if sum(map(len, letters)) > len(frozenset().union(*letters)):
            self.ways *= len(options)
        for option in options:
            self.walk(option, after)

    def seen(self, stretch: Sequence[Any]) -> _Seen:
        """Give the letters with which a stretch can begin."""
        first: frozenset[int] = frozenset()
        for kind, content in stretch:
            one = self.begin(str(kind), content)
            first |= one.first
            if not one.empty:
                return _Seen(first, empty=False)
        return _Seen(first, empty=True)

    def begin(self, kind: str, content: Any) -> _Seen:
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            inner = self.seen(content[2])
            return _Seen(inner.first, inner.empty or int(content[0]) == 0)
        if kind == "SUBPATTERN":
            return self.seen(content[3])
        if kind == "ATOMIC_GROUP":
            return self.seen(content)
        if kind == "BRANCH":
            options = [self.seen(option) for option in content[1]]
            return _Seen(frozenset().union(*(option.first for option in options)), any(o.empty for o in options))
        if kind == "AT":
            return _Seen(frozenset(), empty=True)
        letters = _letters(kind, content)
        return _Seen(_folded(letters) if self.folded else letters, empty=False)


def _check_fixed(stretch: Sequence[Any]) -> None:
    """Refuse what matches in several lengths, or by choice, where it is repeated."""
    for kind, content in stretch:
        if str(kind) in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if int(content[0]) != int(content[1]):
                raise _Refused(_NESTED)
            _check_fixed(content[2])
        elif str(kind) == "BRANCH":
            raise _Refused(_CHOICE)
        elif str(kind) == "SUBPATTERN":
            _check_fixed(content[3])
        elif str(kind) == "ATOMIC_GROUP":
            _check_fixed(content)
        elif str(kind) == "AT":
            raise _Refused(_NESTED)


def _letters(kind: str, content: Any) -> frozenset[int]:
    if kind == "LITERAL":
        return frozenset((min(int(content), _BEYOND),))
    if kind == "NOT_LITERAL":
        return _LETTERS - ({int(content)} if int(content) < _BEYOND else set())
    if kind == "IN":
        return _of_set(content)
    return _LETTERS


def _of_set(content: Sequence[Any]) -> frozenset[int]:
    (first, _), found = content[0], set[int]()
    for kind, what in content:
        if str(kind) == "RANGE":
            found.update(min(code, _BEYOND) for code in range(what[0], min(what[1], _BEYOND) + 1))
            found.update((_BEYOND,) if what[1] >= _BEYOND else ())
        elif str(kind) == "CATEGORY":
            found |= _of_category(str(what))
        elif str(kind) == "LITERAL":
            found.add(min(int(what), _BEYOND))
    if str(first) == "NEGATE":
        return (_LETTERS - found) | {_BEYOND}
    return frozenset(found)


@cache
def _of_category(name: str) -> frozenset[int]:
    letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.rpartition("_")[2]]
    written = re.compile(rf"\{letter.upper() if '_NOT_' in name else letter}")
    return frozenset(code for code in range(_BEYOND) if written.match(chr(code))) | {_BEYOND}


def _folded(letters: Iterable[int]) -> frozenset[int]:
    """The letters and those that differ in nothing but case; one of either side may lie outside Latin-1."""
    found = set(letters)
    for code in tuple(found - {_BEYOND}):
        found.update(min(ord(other), _BEYOND) for other in (*chr(code).upper(), *chr(code).lower()))
    return frozenset(found | ({_BEYOND} if found & set(map(ord, "ksKS")) else set()))
