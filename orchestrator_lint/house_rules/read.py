"""Files with rules in, the rules out; what is wrong in one is a clear error at its line."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from orchestrator_lint.forms import InputError, Loaded, check_form, did_you_mean, line_of, load
from orchestrator_lint.house_rules.checks import CHECKS, DECISIONS, TODAY
from orchestrator_lint.house_rules.fragments import faults_of
from orchestrator_lint.house_rules.make import KINDS, HouseRule, made
from orchestrator_lint.language import Node, policy_language
from orchestrator_lint.problems import Card

_ENDINGS = (".yaml", ".yml")


def read_rules(paths: Sequence[str], cards: Mapping[str, Card]) -> tuple[HouseRule, ...]:
    """Read the rules in files and folders; `cards` are ours, whose codes and names are taken.

    Raises InputError that names file and line.
    """
    found: list[HouseRule] = []
    taken = {
        word: f"{card.code} {card.name} is a rule of the tool"
        for card in cards.values()
        for word in (card.code, card.name)
    }
    for name in _files(paths):
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            raise InputError(f"{name}: {error.strerror}") from None
        found += _unlike(parse_rules(data, name), taken)
    return tuple(found)


def parse_rules(data: bytes, name: str) -> tuple[HouseRule, ...]:
    """Read one file of rules from its bytes. Raises InputError that names file and line."""
    loaded = load(data, name)
    check_form(loaded, name, "rules")
    said: Any = loaded.data
    rules: list[dict[str, Any]] = said["rules"]
    for position, rule in enumerate(rules):
        for path, words in _faults(rule):
            raise InputError(f"{name}:{line_of(('rules', position, *path), loaded.lines)}: {words}")
    return tuple(made(rule, _origin(position, loaded, name)) for position, rule in enumerate(rules))


def _origin(position: int, loaded: Loaded, name: str) -> str:
    return f"{name}:{line_of(('rules', position), loaded.lines)}"


def _files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths:
        if Path(path).is_dir():
            yield from sorted(item.as_posix() for item in Path(path).rglob("*") if item.suffix in _ENDINGS)
        else:
            yield path


def _unlike(rules: Sequence[HouseRule], taken: dict[str, str]) -> Iterator[HouseRule]:
    """Give the rules; raises InputError for a code or a name that is taken."""
    for rule in rules:
        for word in (rule.rule.code, rule.rule.card.name):
            if word in taken:
                raise InputError(f'{rule.origin}: "{word}" is taken: {taken[word]}')
            taken[word] = f"it stands in {rule.origin}"
        yield rule


def _faults(rule: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What the form of the file cannot tell: keys that policies do not have, keywords, patterns, messages."""
    node = _node(rule["each"])
    for key in ("where", "require"):
        if key in rule:
            yield from ((path, words) for path, words in faults_of(rule[key], node, (key,)))
    for position, check in enumerate(rule.get("checks", ())):
        yield from _check_faults(check, node, ("checks", position))
    if "require" not in rule and not rule.get("checks"):
        yield (), "a rule requires something: `require`, `checks` or both"
    for language, text in rule["message"].items():
        if _braces(text):
            yield ("message", language), "in a message only {subject} stands for something; write no other braces"


def _check_faults(
    check: Mapping[str, Any], node: Node, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    ((name, asked),) = check.items()
    here = (*path, name)
    if name not in CHECKS:
        yield here, f'there is no check "{name[:80]}"{did_you_mean(name, CHECKS)}'
        return
    if name == "exists":
        places = [asked]
    elif name == "different_people":
        places = list(asked)
    else:
        places = [asked[key] for key in ("first", "second", "of") if key in asked]
    for place in places:
        if place not in (TODAY, DECISIONS):
            yield from _path_faults(str(place), node, here)
    if name == "at_least_one":
        yield from faults_of(asked.get("with", True), _listed_node(asked["of"], node), (*here, "with"))


def _path_faults(written: str, node: Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    here: Node | None = node
    for step in written.split("."):
        if here is None or (below := here.child(step)) is None:
            known = here.keys if here is not None else ()
            yield path, f'policies have no "{written[:80]}" there{did_you_mean(step, known)}'
            return
        here = below


def _listed_node(written: str, node: Node) -> Node | None:
    """The place of the language at which what is listed is described; None where several sections may be meant."""
    if written == DECISIONS:
        return _node("decision")
    here: Node | None = node
    for step in written.split("."):
        here = here.child(step) if here is not None else None
    item = (here.child(0) or here) if here is not None else None
    if item is None or not item.refers:
        return item
    sections = [section for section in item.refers if section in policy_language().sections]
    return policy_language().section(sections[0]).child("id") if len(sections) == 1 else None


def _node(kind: str) -> Node:
    """The place of the language at which objects of a kind are described."""
    language = policy_language()
    section = "spaces" if kind == "decision" else KINDS[kind].section
    node = language.section(section).child("id")
    if kind == "decision" and node is not None:
        decisions = node.child("decisions")
        node = decisions.child("id") if decisions is not None else None
    if node is None:
        raise KeyError(kind)
    return node


def _braces(text: str) -> bool:
    rest = text.replace("{subject}", "")
    return "{" in rest or "}" in rest
