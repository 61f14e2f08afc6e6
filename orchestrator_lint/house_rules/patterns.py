"""A regular expression in, the reason why it could hang out; Python's engine tries all ways, and some have too many."""

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 10_000  # ways that repeats with an upper limit may combine
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_REFUSED = {
    op.GROUPREF: "a reference to a group",
    op.GROUPREF_EXISTS: "a reference to a group",
    op.ASSERT: "a look ahead or behind",
    op.ASSERT_NOT: "a look ahead or behind",
}


def fault_of(pattern: str) -> str | None:
    """Say why a pattern is refused; None where no text can make it hang.

    At most one repeat without an upper limit, none inside another or around alternatives, and no look-around: stricter than
    needed, and easy to keep.
    """
    try:
        parsed = parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is no regular expression: {error}"
    found = _Found()
    fault = found.fault(list(parsed), inside=False)
    if fault is None and found.open > 1:
        fault = "it has more than one `*`, `+` or `{n,}`; give all but one an upper limit, like `{1,60}`"
    if fault is None and found.ways > _MOST:
        fault = "its repeats combine in too many ways; use smaller limits"
    return fault


class _Found:
    """Counts the repeats of a pattern."""

    def __init__(self) -> None:
        self.open, self.ways = 0, 1

    def fault(self, parts: list[Any], inside: bool) -> str | None:
        return next((fault for kind, value in parts if (fault := self._part(kind, value, inside)) is not None), None)

    def _part(self, kind: Any, value: Any, inside: bool) -> str | None:
        if kind in _REFUSED:
            return f"it has {_REFUSED[kind]}, which is not read here"
        if kind in _REPEATS:
            return self._repeat(value, inside)
        if kind is op.BRANCH:
            if inside:
                return "alternatives stand inside a repeat; write them out, or as `[…]`"
            return next((fault for branch in value[1] if (fault := self.fault(list(branch), inside)) is not None), None)
        if kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
            return self.fault(list(value[-1] if isinstance(value, tuple) else value), inside)
        return None

    def _repeat(self, value: Any, inside: bool) -> str | None:
        least, most, repeated = value
        if inside:
            return "a repeat stands inside a repeat"
        if most is op.MAXREPEAT:
            self.open += 1
        else:
            self.ways *= most - least + 1
        return self.fault(list(repeated), inside=most != 1)
