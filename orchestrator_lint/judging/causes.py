"""All problems in, one for each cause out: what waits for another falls away, what shares a cause is gathered."""

from collections import defaultdict
from collections.abc import Sequence

from orchestrator_lint.problems import Place, Problem
from orchestrator_lint.rules import Raised


def one_for_each_cause(raised: Sequence[Raised]) -> list[Raised]:
    """Let dependent problems fall away, then gather those that differ in nothing but the decision."""
    return gathered(_Waits(raised).kept())


class _Waits:
    """Decides rule by rule, those first that others wait for: what is silenced itself silences nothing."""

    def __init__(self, raised: Sequence[Raised]) -> None:
        self.by_code: dict[str, list[Raised]] = defaultdict(list)
        for item in raised:
            self.by_code[item.card.code].append(item)
        self.decided: dict[str, list[Raised]] = {}

    def kept(self) -> list[Raised]:
        return [item for code in sorted(self.by_code) for item in self.of(code)]

    def of(self, code: str) -> list[Raised]:
        if code not in self.decided:
            self.decided[code] = self.by_code[code]  # a circle of waits would end here
            awaited = _Awaited([other for wait in self._awaited(code) for other in self.of(wait)])
            self.decided[code] = [kept for item in self.by_code[code] if (kept := awaited.rest_of(item)) is not None]
        return self.decided[code]

    def _awaited(self, code: str) -> list[str]:
        card = self.by_code[code][0].card
        return [wait for wait in card.waits_for if wait in self.by_code and wait != code]


class _Awaited:
    """The problems that a rule waits for, found by object and by place without comparing each with each."""

    def __init__(self, awaited: Sequence[Raised]) -> None:
        self.about = {name for item in awaited if not item.problem.narrow for name in item.problem.about}
        self.named = self.about | {name for item in awaited for name in item.problem.gathered}
        places = [item.problem.place for item in awaited if isinstance(item.problem.place, Place)]
        self.at = {_key(place, len(place.pointer)) for place in places}
        self.around = {_key(place, depth) for place in places for depth in range(len(place.pointer))}

    def rest_of(self, item: Raised) -> Raised | None:
        """What is left of a problem beside those it waits for; None where nothing is."""
        problem = item.problem
        if not self.about.isdisjoint(problem.about) or self._meets(problem):
            return None
        left = tuple(name for name in problem.gathered if name not in self.named)
        if left == problem.gathered:
            return item
        if not left:
            return None
        values = {**problem.values, "decisions": left}
        return item._replace(problem=problem._replace(gathered=left, values=values))

    def _meets(self, problem: Problem) -> bool:
        """Whether one of them stands at, inside or around a place of the problem."""
        if not self.at:
            return False
        places = (problem.place, *(related.place for related in problem.related))
        return any(self._touches(place) for place in places if isinstance(place, Place))

    def _touches(self, place: Place) -> bool:
        whole = len(place.pointer)
        inside = _key(place, whole) in self.around
        return inside or any(_key(place, depth) in self.at for depth in range(whole + 1))


def _key(place: Place, depth: int) -> tuple[object, ...]:
    return place.path, place.document, *place.pointer[:depth]


def gathered(raised: Sequence[Raised]) -> list[Raised]:
    """Make one of all problems of a rule at one place that say the same of several decisions."""
    kept: dict[object, Raised] = {}
    for item in raised:
        key = _same(item)
        known = kept.get(key)
        kept[key] = item if known is None else known._replace(problem=_both(known.problem, item.problem))
    return list(kept.values())


def _same(item: Raised) -> object:
    problem = item.problem
    if not problem.gathered:
        return id(item)
    rest = tuple(sorted((key, str(value)) for key, value in problem.values.items() if key != "decisions"))
    return item.card.code, problem.place, problem.text, rest


def _both(one: Problem, other: Problem) -> Problem:
    names = tuple(sorted({*one.gathered, *other.gathered}))
    return one._replace(
        gathered=names,
        values={**one.values, "decisions": names},
        about=tuple(dict.fromkeys((*one.about, *other.about))),
    ).beside(*other.related)
