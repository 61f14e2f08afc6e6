"""A rule as its file says it in, a Rule like ours out."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from orchestrator_lint.forms import Path
from orchestrator_lint.house_rules.asking import Asks, check_of
from orchestrator_lint.house_rules.checks import Checks
from orchestrator_lint.house_rules.example import Example, place_fault
from orchestrator_lint.house_rules.file import RuleFile
from orchestrator_lint.house_rules.fragments import Fragments
from orchestrator_lint.house_rules.places import Places, objects, section_of
from orchestrator_lint.house_rules.schemas import Fragment
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import (
    Bad,
    Dataset,
    Decision,
    Decisions,
    Good,
    Guardrail,
    Noun,
    Organisation,
    Principle,
    Role,
    Rule,
    Settings,
    Severity,
    Space,
    System,
    Text,
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
    "organisation": Organisation,
}


class HouseRule(NamedTuple):
    """A rule of the organisation, the file and line in which it stands, and its examples."""

    rule: Rule
    origin: str
    examples: tuple[Example, ...]


def made(said: Mapping[str, Any], at: Path, file: RuleFile, fragments: Fragments) -> HouseRule:
    """Make the rule of what its file says at a path. Raises InputError that names file and line where it means nothing."""
    if "require" not in said and "checks" not in said:
        raise file.wrong(at, "a rule requires something: `require`, `checks` or both")
    language, each = policy_language(), said["each"]
    places = objects(language, [section_of(each)])
    checks = Checks(file, language, each, fragments)
    asks = Asks(
        _fragment(said, "where", places, at, fragments),
        _fragment(said, "require", places, at, fragments),
        tuple(checks.ready(check, (*at, "checks", place)) for place, check in enumerate(said.get("checks", ()))),
        _message(said, at, file),
        said.get("accepts_reason", False),
    )
    examples = tuple(
        _example(said, kind, number, at, file) for kind in ("bad", "good") for number in range(len(said[kind]))
    )
    rule = Rule(_card(said, file.at(at)), check_of(asks), (KINDS[each],), (Decisions, Network, Settings))
    return HouseRule(rule, file.at(at), examples)


def _example(said: Mapping[str, Any], kind: str, number: int, at: Path, file: RuleFile) -> Example:
    written, here = said[kind][number], (*at, kind, number)
    example = Example(
        f"{kind} example {number + 1}", file.at((*here, "policy")), written["policy"], written.get("at", "")
    )
    fault = place_fault(example.pointer, policy_language()) if example.at else None
    if fault is not None:
        raise file.wrong((*here, "at"), fault)
    return example


def _card(said: Mapping[str, Any], origin: str) -> Card:
    return Card(
        code=said["code"],
        name=said["name"],
        severity=Severity[said.get("severity", "error").upper()],
        title=Text(**said["title"]),
        why=Text(**said["why"]),
        asks_from=said.get("asks_from", "planned"),
        profile=said.get("profile", "starter"),
        confidence=said.get("confidence", "sure"),
        provisions=tuple(said.get("provisions", ())),
        waivable=said.get("waivable", True),
        accepts_reason=said.get("accepts_reason", False),
        origin=origin,
        bad=Bad(said["bad"][0]["policy"], said["bad"][0]["at"]),
        good=Good(said["good"][0]["policy"]),
    )


def _fragment(said: Mapping[str, Any], key: str, places: Places, at: Path, fragments: Fragments) -> Fragment | None:
    return Fragment(fragments.ready(said[key], places, (*at, key))) if key in said else None


def _message(said: Mapping[str, Any], at: Path, file: RuleFile) -> Text:
    """The message with the name of the object in it: of decisions that share a gap, of all of them."""
    for language, text in said["message"].items():
        rest = text.replace("{subject}", "")
        if "{" in rest or "}" in rest:
            words = "in a message only {subject} stands for something; write no other braces"
            raise file.wrong((*at, "message", language), words)
    whole = Text(**said["message"])
    return Text(*(text.replace("{subject}", "{decisions}") for text in whole)) if said["each"] == "decision" else whole
