"""A rule as its file says it in, a Rule like ours out."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from orchestrator_lint.house_rules.checks import failures
from orchestrator_lint.house_rules.fragments import named_keys
from orchestrator_lint.house_rules.view import value_at, view_of
from orchestrator_lint.model import (
    Bad,
    Dataset,
    Decision,
    Good,
    Guardrail,
    Noun,
    Principle,
    Problem,
    Role,
    Rule,
    Settings,
    Severity,
    Space,
    System,
    Text,
    Value,
    Waiver,
)
from orchestrator_lint.network import Network
from orchestrator_lint.problems import Card

KINDS: Mapping[str, type[Noun]] = {
    "decision": Decision,
    "space": Space,
    "role": Role,
    "system": System,
    "dataset": Dataset,
    "guardrail": Guardrail,
    "principle": Principle,
    "waiver": Waiver,
}


class HouseRule(NamedTuple):
    """A rule of the organisation, the file and line in which it stands, and its examples: (is bad, policy, place)."""

    rule: Rule
    origin: str
    examples: tuple[tuple[bool, str, str], ...]


def made(said: Mapping[str, Any], origin: str) -> HouseRule:
    """Make the rule of what its file says; the file was checked before."""
    examples = tuple(
        (is_bad, example["policy"], example.get("at", ""))
        for is_bad, key in ((True, "bad"), (False, "good"))
        for example in said[key]
    )
    bad, good = (next(example for example in examples if example[0] is is_bad) for is_bad in (True, False))
    card = Card(
        code=said["code"],
        name=said["name"],
        severity=Severity[said.get("severity", "error").upper()],
        title=Text(**said["title"]),
        why=Text(**said["why"]),
        asks_from=said.get("asks_from", "planned"),
        profile=said.get("profile", "starter"),
        provisions=tuple(said.get("provisions", ())),
        waivable=said.get("waivable", True),
        origin=origin,
        bad=Bad(bad[1], bad[2]),
        good=Good(good[1]),
    )
    return HouseRule(Rule(card, _Check(said), (KINDS[said["each"]],), (Network, Settings)), origin, examples)


class _Check:
    """Holds an object against `where`, `require` and the named checks."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.where, self.require = said.get("where", True), said.get("require", True)
        self.checks = tuple(said.get("checks", ()))
        self.message = _message(said)

    def __call__(self, noun: Noun, network: Network, settings: Settings) -> Iterator[Problem]:
        if not _fits(self.where, view_of(noun, named_keys(self.where))):
            return
        value = next((value for value in self._failures(noun, network, settings)), None)
        if value is not None:
            yield self._problem(noun, value)

    def _failures(self, noun: Noun, network: Network, settings: Settings) -> Iterator[Value]:
        data = view_of(noun, named_keys(self.require))
        for path in _wrong(self.require, data):
            yield value_at(noun, path)
        for check in self.checks:
            yield from failures(check, noun, network, settings, _fits)

    def _problem(self, noun: Noun, value: Value) -> Problem:
        if isinstance(noun, Decision):
            return noun.gap(value, self.message.of_decisions)
        return noun.problem_at(value.place, self.message.of_objects, subject=noun.id)


class _Message(NamedTuple):
    of_decisions: Text
    of_objects: Text


def _message(said: Mapping[str, Any]) -> _Message:
    """The message with the name of the object in it: of decisions that share a gap, of all of them."""
    whole = Text(**said["message"])
    return _Message(
        *(Text(*(text.replace("{subject}", name) for text in whole)) for name in ("{decisions}", "`{subject}`"))
    )


def _fits(fragment: Any, data: Any) -> bool:
    return next(iter(_wrong(fragment, data)), None) is None


def _wrong(fragment: Any, data: Any) -> Iterator[tuple[str | int, ...]]:
    """The paths at which data does not fit a fragment, those nearest to the top first."""
    if fragment is True:
        return
    from jsonschema import Draft202012Validator  # slow to import, and needed only where there are rules of one's own

    for error in sorted(
        Draft202012Validator(fragment).iter_errors(data), key=lambda error: list(map(str, error.absolute_path))
    ):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            missing = next(key for key in error.validator_value if key not in error.instance)
            yield (*path, missing)
        else:
            yield path
