"""No property of the language may be taken out of the clean policies, or be wrong there, without a finding.

`no_rule_needs.csv` names the properties that no rule needs to read, each with its reason: a tenth at most.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from orchestrator_lint.rules.index import all_rules
from tests.sensitivity.altered import OUT, Changes, found_with, homes, reading, refused
from tests.sensitivity.properties import Property, properties
from tests.sensitivity.wrong import SHAPE, values

TAKEN_OUT, REASON = "taken out", "reason in its place"
LENT, SITUATION = "silence that the space fills", "change of findings where something else is wrong"
_LIST = Path(__file__).parent / "no_rule_needs.csv"
_PROPERTIES = properties()
_MOST = 0.1  # of the properties may stand on the list
_SHORTEST_REASON = 20
_LENDER = "every-decision"
# properties that count only where another one makes them: which, and how
_SITUATIONS: dict[str, tuple[str, Any]] = {
    "organisation.autonomy_limits": ("decision.autonomy", "acts-on-approval"),
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
_EXAMPLE = "It was looked into and is not needed here."


def _no_rule_needs() -> dict[str, str]:
    with _LIST.open(encoding="utf-8", newline="") as file:
        return {row["property"]: row["reason"] for row in csv.DictReader(file)}


@cache
def noticed(name: str) -> tuple[str, tuple[str, ...]] | None:
    """How a property has to be wrong to be noticed, and what notices it; None where nothing does."""
    of = _PROPERTIES[name]
    asked = reading(of.key)
    others = tuple(rule for rule in all_rules() if rule not in asked)
    for rules in (asked, others):
        for kind, changes in _alterations(of):
            if changes and (codes := found_with(changes, rules)):
                return kind, tuple(dict.fromkeys(codes))
    if of.home == _LENDER:
        return _lent(of)
    if name in _SITUATIONS:
        return _in_its_situation(of, *_SITUATIONS[name])
    return next(((SHAPE, ("SHP",)) for kind, value in values(of) if kind == SHAPE and _is_refused(of, value)), None)


def _alterations(of: Property) -> Iterator[tuple[str, Changes]]:
    stands = [(home.document, (*home.spot.pointer, of.key)) for home in _homes(of) if of.key in home.spot.value]
    yield TAKEN_OUT, dict.fromkeys(stands, OUT)
    if of.key == "none_because":
        whole = [(home.document, home.spot.pointer) for home in homes().get(of.home, ())]
        yield REASON, dict.fromkeys(whole, {of.key: _EXAMPLE})
    could_stand = [(home.document, (*home.spot.pointer, of.key)) for home in _homes(of)]
    for kind, value in values(of):
        if kind != SHAPE:
            yield kind, dict.fromkeys(stands, value)
            yield kind, dict.fromkeys(could_stand if len(could_stand) > len(stands) else (), value)


def _homes(of: Property) -> list[Any]:
    if of.name == f"reasoned-no.{of.key}":
        every = [home for found in homes().values() for home in found]
        return [home for home in every if home.spot.is_object and "none_because" in home.spot.value]
    return [home for home in homes().get(of.home, ()) if home.spot.is_object]


def _lent(of: Property) -> tuple[str, tuple[str, ...]] | None:
    """What is found where decisions say nothing, and no longer once their space says it for them."""
    own = [home for home in homes()["decision"] if of.key in home.spot.value]
    silent: dict[tuple[int, Any], Any] = {(home.document, (*home.spot.pointer, of.key)): OUT for home in own}
    lent = {
        (lender.document, (*lender.spot.pointer, of.key)): home.spot.value[of.key]
        for lender in homes()[_LENDER]
        for home in own
        if home.spot.pointer[:2] == lender.spot.pointer[:2]
    }
    before, after = (Counter(found_with(changes, all_rules())) for changes in (silent, {**silent, **lent}))
    return (LENT, tuple(before - after)) if before - after else None


def _in_its_situation(of: Property, other: str, value: Any) -> tuple[str, tuple[str, ...]] | None:
    """What is found more or less often, once something else is wrong, when the property is."""
    beside = _PROPERTIES[other]
    situation = {(home.document, (*home.spot.pointer, beside.key)): value for home in _homes(beside)}
    before = Counter(found_with(situation, all_rules()))
    for _, changes in _alterations(of):
        after = Counter(found_with({**situation, **changes}, all_rules()))
        if after != before:
            return SITUATION, tuple((after - before) + (before - after))
    return None


def _is_refused(of: Property, value: Any) -> bool:
    return any(refused(home.document, (*home.spot.pointer, of.key), value) for home in _homes(of)[:1])


def test_the_policies_are_clean() -> None:
    assert found_with({}, all_rules()) == []


@pytest.mark.parametrize("name", _PROPERTIES)
def test_a_property_is_missed_or_listed(name: str, record_property: Callable[[str, object], None]) -> None:
    found, reason = noticed(name), _no_rule_needs().get(name)
    record_property("noticed", found)
    assert reason is None or found is None, f"{found} notices it: take it off {_LIST.name}"
    assert reason is not None or found is not None, f"no rule notices it; give one a reason to, or list it in {_LIST.name}"


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
