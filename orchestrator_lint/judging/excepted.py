"""Problems and exceptions in, what stands and what does not count out: the one path for waivers, comments and baseline."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from orchestrator_lint.problems import Card, Place, Problem, Spot, Text
from orchestrator_lint.rules import Raised

KINDS = ("waiver", "comment", "baseline")


class Excepted(NamedTuple):
    """The exception by which a finding does not count, and what accounts for it.

    `kind` is one of KINDS; `id` tells it from others of its kind. A waiver and a comment have a last day, a waiver has who
    approved it, an entry of the baseline the day `since` which it stands there.
    """

    kind: str
    id: str
    place: Place | Spot
    reason: Text
    expires: date | None = None
    approved_by: str = ""
    since: date | None = None


class Keyed(NamedTuple):
    """A problem with the card of its rule, and the fingerprint that its finding has, whatever is taken out of it."""

    card: Card
    problem: Problem
    fingerprint: str


class Sorted(NamedTuple):
    """What stands, and what does not count and why."""

    standing: tuple[Keyed, ...]
    excepted: tuple[tuple[Keyed, Excepted], ...]


class Grants(NamedTuple):
    """What exceptions of one kind take out: a problem as a whole, or the share that a decision (by its address) has in it."""

    whole: Callable[[Keyed], Excepted | None]
    share: Callable[[Keyed, str], Excepted | None]


def keyed(raised: Iterable[Raised], order: Callable[[Place | Spot], tuple[object, ...]]) -> list[Keyed]:
    """Give each problem its fingerprint: it survives moved lines, renamed files, another language and reworded messages.

    Those that would share one are numbered as `order` has their places.
    """
    named = [(item, fingerprint(item)) for item in raised]
    shared = Counter(name for _, name in named)
    later = sorted(
        (order(item.problem.place)[:3], number) for number, (item, name) in enumerate(named) if shared[name] > 1
    )
    seen: Counter[str] = Counter()
    numbers: dict[int, int] = {}
    for _, number in later:
        seen[named[number][1]] += 1
        numbers[number] = seen[named[number][1]]
    return [
        Keyed(*item, name if numbers.get(number, 1) == 1 else f"{name}-{numbers[number]}")
        for number, (item, name) in enumerate(named)
    ]


def fingerprint(item: Raised | Keyed) -> str:
    """Name a problem after its rule, the object, and the ids and values that tell it from others there."""
    return _hashed(item.card.code, subject(item.problem), *item.problem.names)


def subject(problem: Problem) -> str:
    """Give the address of the object that a problem is about."""
    return problem.about[0] if problem.about else "organisation"


def sort_out(items: Sequence[Keyed], grants: Sequence[Grants]) -> Sorted:
    """Take out of every problem what an exception covers: the whole of it, or some of the decisions that share it.

    Where several could, the first of `grants` does.
    """
    standing = list(items)
    excepted: list[tuple[Keyed, Excepted]] = []
    for granted in grants:
        left: list[Keyed] = []
        for item in standing:
            rest, covered = _parted(item, granted)
            left += [rest] if rest is not None else []
            excepted += covered
        standing = left
    return Sorted(tuple(standing), tuple(excepted))


def _parted(item: Keyed, granted: Grants) -> tuple[Keyed | None, list[tuple[Keyed, Excepted]]]:
    problem = item.problem
    whole = granted.whole(item)
    if whole is not None:
        return None, [(item, whole)]
    by_exception: dict[Excepted, list[str]] = {}
    for name in problem.gathered:
        found = granted.share(item, name)
        if found is not None:
            by_exception.setdefault(found, []).append(name)
    covered = {name for names in by_exception.values() for name in names}
    rest = [name for name in problem.gathered if name not in covered]
    if not rest and len(by_exception) == 1:
        return None, [(item, next(iter(by_exception)))]
    parts = [(_part(item, names, excepted), excepted) for excepted, names in by_exception.items()]
    return (_only(item, rest) if rest or not covered else None), parts


def _part(item: Keyed, names: Sequence[str], excepted: Excepted) -> Keyed:
    own = _hashed(item.fingerprint, excepted.kind, excepted.id)
    return _only(item, names)._replace(fingerprint=own)


def _only(item: Keyed, names: Sequence[str]) -> Keyed:
    gathered = tuple(names)
    if gathered == item.problem.gathered:
        return item
    values = {**item.problem.values, "decisions": gathered}
    return item._replace(problem=item.problem._replace(gathered=gathered, values=values))


def _hashed(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]
