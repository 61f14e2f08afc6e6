"""A rule in, the statement that it asks for out: of which objects, and by which path; the table is statements.csv."""

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple

from orchestrator_lint.language import Language, Node

HOP = "->"


class Asked(NamedTuple):
    """What a rule looks at in a policy.

    `of` is the section whose objects make the statement, `path` leads to it below them; `->` goes on in the object that
    is named there. A rule that asks for no one statement has `reads` instead: `texts`, `network` or `references`; one of the
    organisation has `own`.
    """

    rule: str
    of: str
    path: str
    reads: str


@cache
def asked_by_rules() -> dict[str, Asked]:
    """Give what each rule asks for, by code."""
    text = (resources.files("orchestrator_lint.documents") / "statements.csv").read_text(encoding="utf-8")
    return {line["rule"]: Asked(**line) for line in csv.DictReader(text.splitlines())}


def node_of(language: Language, asked: Asked) -> Node | None:
    """Give the place of the language at which the statement stands; None where it has no such place, or the rule no path."""
    of, node = asked.of, None
    for stretch in asked.path.split(HOP) if asked.path else ():
        node = _start(language, of)
        for step in stretch.split("."):
            node = _below(node, step)
        of = _named(node)
    return node


def _start(language: Language, of: str) -> Node | None:
    """The place of one object of a section."""
    if of == "organisation":
        return language.at(("organisation",))
    return language.at(("spaces", "id", "decisions", "id") if of == "decisions" else (of, "id"))


def _below(node: Node | None, step: str) -> Node | None:
    """The key of a map, or of the maps in a list."""
    if node is None:
        return None
    item = node.child(0)
    return node.child(step) or (item.child(step) if item is not None else None)


def _named(node: Node | None) -> str:
    """The section whose objects are named here."""
    item = node.child(0) if node is not None and not node.refers else node
    return item.refers[0] if item is not None and item.refers else ""
