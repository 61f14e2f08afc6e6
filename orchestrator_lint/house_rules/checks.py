"""A named check of a rule in, a function that gives the places at which it does not hold out.

What a check compares and is not written is nobody's fault here: `require` asks for it.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import combinations
from typing import Any, NamedTuple

from orchestrator_lint.forms import Path as Steps
from orchestrator_lint.house_rules.file import RuleFile
from orchestrator_lint.house_rules.fragments import Fragments
from orchestrator_lint.house_rules.paths import TODAY, Around, Path, Reader, items, targets
from orchestrator_lint.house_rules.places import OWN, Places, objects
from orchestrator_lint.house_rules.schemas import Fragment
from orchestrator_lint.language import Language
from orchestrator_lint.model import Duration, Noun, Role, Unknown, Value, known_any, parse_date
from orchestrator_lint.problems import Place

CHECKS: Mapping[str, str] = {
    "exists": "a reference stands at this path, and what it names exists; below a key of your own `{at, in}`: what stands there is in one of these sections",
    "before": "the day at `first` is not after the day at `second` (a path, or `today`), and not more than `within` before it",
    "lasts": "the duration at `at` is no shorter than `at_least` and no longer than `at_most`",
    "different_people": "the roles at these two paths are held by different people",
    "at_least_one": "of what `of` lists or refers to (or `decisions`, those of a space or that use this), one fits `with`",
    "every_one": "of what `of` lists or refers to, each fits `with`",
    "none": "of what `of` lists or refers to, none fits `with`",
}


class Fault(NamedTuple):
    """A value at which a check does not hold, what stands beside it, and whether only the passing of time causes it."""

    value: Value
    beside: tuple[Place, ...] = ()
    calendar: bool = False


Check = Callable[[Noun, Around], Iterator[Fault]]


class Checks:
    """Makes the checks of a rule that asks objects of one kind."""

    def __init__(self, file: RuleFile, language: Language, kind: str, fragments: Fragments) -> None:
        self.file, self.language, self.fragments = file, language, fragments
        self.reader = Reader(file, language, kind)

    def ready(self, written: Mapping[str, Any], at: Steps) -> Check:
        """Make a check. Raises InputError that names file and line where it cannot mean anything."""
        ((kind, asked),) = written.items()
        make: Mapping[str, Callable[[Any, Steps], Check]] = {
            "exists": self._exists,
            "before": self._before,
            "lasts": self._lasts,
            "different_people": self._different,
        }
        at = (*at, kind)
        return make[kind](asked, at) if kind in make else self._among(kind, asked, at)

    def _exists(self, asked: Any, at: Steps) -> Check:
        if isinstance(asked, dict):
            path, sections = self._path(asked["at"], (*at, "at")), asked["in"]
            return lambda subject, around: _unknown_names(path, sections, subject, around)
        path = self._path(asked, at)
        if not path.is_reference:
            raise self.file.wrong(at, f"no reference stands at `{asked}`; below a key of your own write `{{at, in}}`")
        return lambda subject, around: _not_named(path, subject, around)

    def _before(self, asked: Mapping[str, str], at: Steps) -> Check:
        first, second = (self._day(asked[key], (*at, key)) for key in ("first", "second"))
        if first.written == second.written:
            raise self.file.wrong(at, f"`first` and `second` are both `{first.written}`")
        most = _duration(asked, "within")
        return lambda subject, around: _out_of_order(first, second, most, subject, around)

    def _day(self, written: str, at: Steps) -> Path:
        if written == TODAY:
            return Path(TODAY, "", (), Places((OWN,)))
        return self._text(written, at, "days", "2026-01-31")

    def _lasts(self, asked: Mapping[str, str], at: Steps) -> Check:
        path = self._text(asked["at"], (*at, "at"), "durations", "14 days")
        least, most = _duration(asked, "at_least"), _duration(asked, "at_most")
        if least is None and most is None:
            raise self.file.wrong(at, "`lasts` needs `at_least` or `at_most`")
        return lambda subject, around: _too_short_or_long(path, least, most, subject, around)

    def _different(self, asked: list[str], at: Steps) -> Check:
        paths = []
        for place, written in enumerate(asked):
            path = self._path(written, (*at, place))
            if {"roles", "section/id"}.isdisjoint(path.ends.refers):
                raise self.file.wrong((*at, place), f"no roles stand at `{written}`")
            paths.append(path)
        if paths[0].written == paths[1].written:
            raise self.file.wrong(at, f"both paths are `{asked[0]}`")
        return lambda subject, around: _same_people(paths, subject, around)

    def _among(self, kind: str, asked: Mapping[str, Any], at: Steps) -> Check:
        path = self._path(asked["of"], (*at, "of"))
        fragment = Fragment(self.fragments.ready(asked.get("with", True), self._judged(path), (*at, "with")))
        if kind == "at_least_one":
            return lambda subject, around: _not_one(path, fragment, subject, around)
        return lambda subject, around: _those(path, fragment, kind == "every_one", subject, around)

    def _judged(self, path: Path) -> Places:
        """The places that a check on many speaks of: the objects named, else the items of the list, else the value."""
        if path.is_reference:
            return objects(self.language, path.ends.refers)
        return path.ends.item if path.ends.item.nodes else path.ends

    def _path(self, written: str, at: Steps) -> Path:
        if written == TODAY:
            raise self.file.wrong(at, f"`{TODAY}` stands only in `before`")
        return self.reader.read(written, at)

    def _text(self, written: str, at: Steps, what: str, like: str) -> Path:
        path = self.reader.read(written, at)
        if not path.ends.takes(like) and not path.ends.item.takes(like):
            raise self.file.wrong(at, f"no {what} stand at `{written}`")
        return path


def _duration(asked: Mapping[str, str], key: str) -> Duration | None:
    return Duration.parse(asked[key]) if key in asked else None


def _not_named(path: Path, subject: Noun, around: Around) -> Iterator[Fault]:
    """Give the place where nothing is named that exists; what does not exist is for the rule on references to say."""
    found = list(path.values(subject, around))
    if not any(True for value in found for _ in targets(value)):
        yield _at_the_list(path, found, subject)


def _unknown_names(path: Path, sections: list[str], subject: Noun, around: Around) -> Iterator[Fault]:
    for value in (item for found in path.values(subject, around) for item in items(found) if item):
        if not known_any(partial(_is_there, str(value.plain), section, around) for section in sections):
            yield Fault(value)


def _is_there(named: str, section: str, around: Around) -> bool:
    """Whether a section has the object, named with the section or without."""
    head, _, rest = named.partition("/")
    wanted = rest if head == section else named
    return bool(wanted) and around.network.workspace.find(section, wanted) is not None


def _out_of_order(first: Path, second: Path, most: Duration | None, subject: Noun, around: Around) -> Iterator[Fault]:
    for one, early in _days(first, subject, around):
        for other, late in _days(second, subject, around):
            told = one if one is not None else other
            if told is not None and (late < early or (most is not None and late > most.after(early))):
                beside = (other.place,) if other is not None and other is not told else ()
                yield Fault(told, beside, calendar=None in (one, other))


def _days(path: Path, subject: Noun, around: Around) -> Iterator[tuple[Value | None, date]]:
    if path.is_todays:
        yield None, around.settings.as_of
        return
    for value in (item for found in path.values(subject, around) for item in items(found) if item):
        yield value, _read(value, parse_date)


def _too_short_or_long(
    path: Path, least: Duration | None, most: Duration | None, subject: Noun, around: Around
) -> Iterator[Fault]:
    for value in (item for found in path.values(subject, around) for item in items(found) if item):
        length = _read(value, Duration.parse).in_days
        if (least is not None and length < least.in_days) or (most is not None and length > most.in_days):
            yield Fault(value)


def _read(value: Value, reader: Callable[[str], Any]) -> Any:
    """Read a day or a duration, below an `x-` key too, whose form nobody has checked; Unknown where it is none."""
    try:
        return reader(str(value.plain))
    except (ValueError, KeyError):
        raise Unknown(value.place) from None


def _same_people(paths: list[Path], subject: Noun, around: Around) -> Iterator[Fault]:
    """Give the later place of each pair that names the same role, or roles that the same person holds."""
    held = [
        [(item, role) for found in path.values(subject, around) for item in items(found) for role in _roles(item)]
        for path in paths
    ]
    for earlier, later in combinations(held, 2):
        for one, role in earlier:
            for other, same in later:
                if role.is_same_person(same):
                    yield Fault(other, (one.place,))


def _roles(item: Value) -> Iterator[Role]:
    yield from (target for target in targets(item) if isinstance(target, Role))


def _not_one(path: Path, fragment: Fragment, subject: Noun, around: Around) -> Iterator[Fault]:
    found = list(path.values(subject, around))
    judged = [judged for value in found for _, judged in _judged(path, value)]
    if not known_any(partial(fragment.fits, one) for one in judged):
        yield _at_the_list(path, found, subject)


def _at_the_list(path: Path, found: list[Value], subject: Noun) -> Fault:
    """Where a list stands, or would; the object itself where it is not the object that has the list."""
    places = [] if path.head else found
    return Fault(next((value for value in places if value), places[0] if places else subject))


def _those(path: Path, fragment: Fragment, wanted: bool, subject: Noun, around: Around) -> Iterator[Fault]:
    for named, judged in (pair for found in path.values(subject, around) for pair in _judged(path, found)):
        if fragment.fits(judged) == wanted:
            continue
        fault = next(fragment.faults(judged), judged) if wanted else judged
        yield Fault(fault) if named is judged else Fault(named, (fault.place,))


def _judged(path: Path, found: Value) -> Iterator[tuple[Value, Value]]:
    """The values that a check speaks of, each with the place in the object that names it."""
    for item in items(found) if not isinstance(found, Noun) else (found,):
        if not path.is_reference or isinstance(found, Noun):
            yield from ((item, item),) if item or isinstance(item, Noun) else ()
        else:
            yield from ((item, target) for target in targets(item))
