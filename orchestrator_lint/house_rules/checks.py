"""A named check and an object in, the places at which it fails out: what a schema cannot say."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from orchestrator_lint.house_rules.view import known, value_at, view_of
from orchestrator_lint.model import Decision, Duration, Noun, Role, Settings, Space, Value
from orchestrator_lint.network import Network

CHECKS: Mapping[str, str] = {
    "exists": "a reference stands at this path, and what it names exists",
    "before": "the day at `first` is not after the day at `second` (a path, or `today`), and not more than `within` before it",
    "different_people": "the roles at these two paths are held by different people",
    "at_least_one": "of what `of` lists or refers to (or `decisions`, those of a space or that use this), one fits `with`",
}
TODAY, DECISIONS = "today", "decisions"


def failures(check: Mapping[str, Any], noun: Noun, network: Network, settings: Settings, fits: Any) -> Iterator[Value]:
    """Give the values at which a check fails; `fits` tells whether data fits a fragment. Raises Unknown as reading does."""
    ((name, asked),) = check.items()
    if name == "exists":
        value = at(noun, asked)
        if not any(item.target is not None for item in value):
            yield value
    elif name == "before":
        yield from _before(asked, noun, settings)
    elif name == "different_people":
        yield from _same_people(asked[0], asked[1], noun)
    elif not any(fits(asked.get("with", True), data) for data in _listed(asked, noun, network)):
        yield noun if asked["of"] == DECISIONS else at(noun, asked["of"])


def at(noun: Noun, path: str) -> Value:
    """Give the value at a dotted path."""
    return known(value_at(noun, tuple(path.split("."))))


def _before(asked: Mapping[str, str], noun: Noun, settings: Settings) -> Iterator[Value]:
    """A day that is not stated fails nothing: that is for `required` to say."""
    first, second = (_day(asked[key], noun, settings) for key in ("first", "second"))
    if first is None or second is None:
        return
    longest = Duration.parse(asked["within"]).after(first) if "within" in asked else None
    if first > second or (longest is not None and second > longest):
        yield at(noun, asked["first"] if asked["first"] != TODAY else asked["second"])


def _day(written: str, noun: Noun, settings: Settings) -> date | None:
    return settings.as_of if written == TODAY else at(noun, written).day


def _same_people(one: str, other: str, noun: Noun) -> Iterator[Value]:
    mine = _roles(at(noun, one))
    for item in at(noun, other):
        role = item.target
        if isinstance(role, Role) and any(role.is_same_person(each) for each in mine):
            yield item


def _roles(value: Value) -> list[Role]:
    return [role for item in value if isinstance(role := item.target, Role)]


def _listed(asked: Mapping[str, Any], noun: Noun, network: Network) -> Iterator[Any]:
    """What is listed: objects that are referred to as their views, anything else as it stands."""
    if asked["of"] == DECISIONS:
        decisions: Any = noun.decisions if isinstance(noun, Space) else network.users(noun)
        yield from (view_of(decision, None) for decision in decisions if isinstance(decision, Decision))
        return
    if asked["of"] == "guardrails" and isinstance(noun, Decision):
        yield from (view_of(guardrail, None) for guardrail in noun.guardrails_held)
        return
    for item in at(noun, asked["of"]):
        target = item.target if item.node.refers else None
        yield view_of(target, None) if target is not None else item.plain
