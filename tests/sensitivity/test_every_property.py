"""No property of the language may be taken out of the clean policies, or be wrong there, without a finding.

`no_rule_needs.csv` names the properties that no rule needs to read, each with its reason: a tenth at most.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import pytest

from orchestrator_lint.model import Rule
from orchestrator_lint.problems import Pointer
from orchestrator_lint.rules.index import all_rules
from tests.sensitivity.altered import OUT, Changes, Home, found_with, homes, reading, refused
from tests.sensitivity.properties import Property, properties
from tests.sensitivity.wrong import SHAPE, TEXTS, values

pytestmark = pytest.mark.slow

TAKEN_OUT, REASON = "taken out", "reason in its place"
LENT, SITUATION = "lent by the space", "wrong where something else is"
Noticed = tuple[str, tuple[str, ...]] | None
_LIST = Path(__file__).parent / "no_rule_needs.csv"
_PROPERTIES = properties()
_MOST = 0.1  # of the properties may stand on the list
_SHORTEST_REASON = 20
_LENDER = "every-decision"
# properties that count only where another one makes them: which, and how
_SITUATIONS: dict[str, tuple[str, Any]] = {
    "reasoned-no.basis": ("reasoned-no.instead", OUT),
    "reasoned-no.instead": ("reasoned-no.basis", OUT),
    "organisation.autonomy_limits": ("impact.reversibility", "irreversible"),
    "organisation.frameworks": ("law.fria", OUT),
    "principle.rank": ("space.tensions.first", OUT),
    "system.eu_database_id": ("organisation.public_body", True),
    "system.eu_database_id.none_because": ("organisation.public_body", True),
    "dataset.transfer_basis": ("dataset.third_countries", ["US"]),
    "guardrail.limit.unit": ("guardrail.limit.metric", "complaints"),
    "space.boundaries": ("decision.out_of_scope", OUT),
    "space.boundaries.outside": ("decision.out_of_scope", OUT),
    "impact.as": ("decision.contest", OUT),
    "oversight.persons": ("law.area", "remote-biometric-identification"),
    "law.automated_basis": ("decision.autonomy", "acts-alone"),
}
_EXAMPLE = "It was looked into for the file of {} and is not needed there."


@cache
def _no_rule_needs() -> dict[str, str]:
    with _LIST.open(encoding="utf-8", newline="") as file:
        return {row["property"]: row["reason"] for row in csv.DictReader(file)}


@cache
def noticed(name: str) -> Noticed:
    """How a property has to be wrong to be noticed, and what notices it; None where nothing does."""
    of = _PROPERTIES[name]
    if name in _no_rule_needs() and _listed_are_quiet():
        return _refused(of)
    asked = reading(of.key)
    others = tuple(rule for rule in all_rules() if rule not in asked)
    return _compared(of, asked) or _found(of, asked) or _refused(of) or _found(of, others)


@cache
def _listed_are_quiet() -> bool:
    """Whether nothing is found though all properties of the list are wrong at once, in each way after another."""
    ways = [[changes for _, changes in _alterations(_PROPERTIES[name])] for name in _no_rule_needs()]
    together = [
        dict(chain.from_iterable(changes.items() for changes in way)) for way in zip_longest(*ways, fillvalue={})
    ]
    return not any(found_with(changes, all_rules()) for changes in together)


def _found(of: Property, rules: Sequence[Rule]) -> Noticed:
    for kind, changes in _alterations(of):
        if changes and (codes := found_with(changes, rules)):
            return kind, tuple(dict.fromkeys(codes))
    return None


def _refused(of: Property) -> Noticed:
    wrong = (value for kind, value in values(of) if kind == SHAPE)
    places = [(home.document, (*home.spot.pointer, of.key)) for home in _homes(of)[:1]]
    return next(((SHAPE, ("SHP",)) for value in wrong for place in places if refused(*place, value)), None)


def _compared(of: Property, asked: Sequence[Rule]) -> Noticed:
    """For what shows only beside something else: whether more or less is found there once the property is wrong."""
    if of.name in _SITUATIONS:
        other, value = _SITUATIONS[of.name]
        beside = _PROPERTIES[other]
        situation = {(home.document, (*home.spot.pointer, beside.key)): value for home in _homes(beside)}
        return _difference(SITUATION, asked, situation, [changes for _, changes in _alterations(of)])
    if of.home == _LENDER:
        return _lent(of, asked)
    if of.key == "none_because":
        empty = {(home.document, home.spot.pointer): {} for home in homes().get(of.home, ())}
        return _difference(REASON, reading(of.home.rpartition(".")[2]), empty, [_reasoned(of)])
    return None


def _lent(of: Property, asked: Sequence[Rule]) -> Noticed:
    """Whether what is missing in decisions that say nothing is there once their space says it for them."""
    own = [home for home in homes()["decision"] if of.key in home.spot.value]
    silent: dict[tuple[int, Pointer], Any] = {(home.document, (*home.spot.pointer, of.key)): OUT for home in own}
    lent = {
        (lender.document, (*lender.spot.pointer, of.key)): home.spot.value[of.key]
        for lender in homes()[_LENDER]
        for home in own
        if home.spot.pointer[:2] == lender.spot.pointer[:2]
    }
    return _difference(LENT, asked, silent, [lent])


def _difference(kind: str, asked: Sequence[Rule], before: Changes, alterations: Sequence[Changes]) -> Noticed:
    for rules in (asked, all_rules()):
        found = Counter(found_with(before, rules))
        for changes in alterations:
            other = Counter(found_with({**before, **changes}, rules))
            if changes and other != found:
                return kind, tuple((other - found) + (found - other))
    return None


def _alterations(of: Property) -> Iterator[tuple[str, Changes]]:
    stands = [(home.document, (*home.spot.pointer, of.key)) for home in _homes(of) if of.key in home.spot.value]
    yield TAKEN_OUT, dict.fromkeys(stands, OUT)
    if of.key == "none_because":
        yield REASON, _reasoned(of)
    could_stand = [(home.document, (*home.spot.pointer, of.key)) for home in _homes(of)]
    for kind, value in values(of):
        if kind != SHAPE:
            yield kind, _everywhere(of, stands, value)
            yield kind, _everywhere(of, could_stand if len(could_stand) > len(stands) else (), value)


def _everywhere(of: Property, places: Sequence[tuple[int, Pointer]], value: Any) -> Changes:
    """The value at every place; prose differs from place to place: that it is copied must not be what is noticed."""
    if value not in TEXTS or not of.node.is_text:
        return dict.fromkeys(places, value)
    return {place: f"{value} ({_letters(number)})" for number, place in enumerate(places)}


def _reasoned(of: Property) -> Changes:
    """A reason in place of all that stands."""
    whole = [(home.document, home.spot.pointer) for home in homes().get(of.home, ())]
    return {place: {of.key: _EXAMPLE.format(_letters(number))} for number, place in enumerate(whole)}


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _homes(of: Property) -> list[Home]:
    if of.name == f"reasoned-no.{of.key}":
        every = [home for found in homes().values() for home in found]
        return [home for home in every if home.spot.is_object and "none_because" in home.spot.value]
    return [home for home in homes().get(of.home, ()) if home.spot.is_object]


def test_the_policies_are_clean() -> None:
    assert found_with({}, all_rules()) == []


@pytest.mark.parametrize("name", _PROPERTIES)
def test_a_property_is_missed_or_listed(name: str, record_property: Callable[[str, object], None]) -> None:
    found, reason = noticed(name), _no_rule_needs().get(name)
    record_property("noticed", found)
    assert reason is None or found is None, f"{found} notices it: take it off {_LIST.name}"
    assert reason is not None or found is not None, (
        f"no rule notices it; give one a reason to, or list it in {_LIST.name}"
    )


def test_the_list_is_short_and_gives_reasons() -> None:
    listed = _no_rule_needs()
    assert listed.keys() <= _PROPERTIES.keys()
    assert len(listed) <= _MOST * len(_PROPERTIES)
    assert not [name for name, reason in listed.items() if len(reason) < _SHORTEST_REASON]


def test_the_score(record_property: Callable[[str, object], None]) -> None:
    kinds = Counter(found[0] if (found := noticed(name)) else "by nothing" for name in _PROPERTIES)
    score = f"{len(_PROPERTIES) - kinds['by nothing']} of {len(_PROPERTIES)} properties are noticed: {dict(kinds)}"
    record_property("score", score)
    print(f"\n{score}")  # noqa: T201 - with `pytest -s`
