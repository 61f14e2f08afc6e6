"""A record in, its decision, system and dataset out, and what of it no field carries."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from orchestrator_lint.exchange.answers import answer, holds
from orchestrator_lint.exchange.fields import Taken, nest, take
from orchestrator_lint.exchange.mapping import Mapping, ObjectRules
from orchestrator_lint.exchange.table import Row
from orchestrator_lint.forms import Json

KEPT = "x-import"


class Member(NamedTuple):
    """A record and where it goes: its id, its space, its file."""

    row: Row
    id: str
    space: str
    file: str


class Entry(NamedTuple):
    """The objects that a record became, by section."""

    member: Member
    objects: dict[str, Json]


def space_of(members: Sequence[Member], mapping: Mapping) -> dict[str, Json]:
    """Give the fields of a space: for each the value that most of its records give, of equals the first by alphabet."""
    names = {"space": members[0].space}
    taken = [_taken(mapping.spaces, member.row, mapping, names) for member in members]
    return nest([Taken(votes[0].path, _most(votes)) for votes in zip(*taken, strict=True)])


def entry_of(member: Member, space: dict[str, Json], columns: Sequence[str], mapping: Mapping) -> Entry:
    """Give the objects of one record; the decision keeps under `x-import` what stands nowhere else."""
    sections = _sections(member.row, mapping)
    names = {"space": member.space} | {section.removesuffix("s"): member.id for section in sections}
    taken = {section: _taken(rules, member.row, mapping, names) for section, rules in sections.items()}
    of_space = _taken(mapping.spaces, member.row, mapping, names)
    of_record = [one for found in taken.values() for one in found]
    carried = {one.verbatim for one in of_record}
    carried |= {one.verbatim for one in of_space if _at(space, one.path) == one.value}
    objects: dict[str, Json] = {section: nest(found) for section, found in taken.items() if section != "decisions"}
    objects["decisions"] = _with_rest(nest(taken["decisions"]), member.row, columns, carried, mapping)
    return Entry(member, objects)


def _sections(row: Row, mapping: Mapping) -> dict[str, ObjectRules]:
    found = {
        "decisions": mapping.decisions,
        "systems": mapping.systems,
        "datasets": mapping.datasets,
    }
    return {section: rules for section, rules in found.items() if rules and holds(rules.when, row, mapping)}


def _taken(rules: ObjectRules, row: Row, mapping: Mapping, names: dict[str, str]) -> list[Taken]:
    return [take(rule, row, mapping, names) for rule in rules.fields]


def _most(votes: Sequence[Taken]) -> Json:
    counted = Counter(json.dumps(vote.value) for vote in votes if vote.value is not None)
    if not counted:
        return None
    best: Json = json.loads(min(counted, key=lambda text: (-counted[text], text)))
    return best


def _at(data: Json, path: tuple[str, ...]) -> Json:
    for word in path:
        data = data.get(word) if isinstance(data, dict) else None
    return data


def _with_rest(
    decision: dict[str, Json],
    row: Row,
    columns: Sequence[str],
    carried: set[str],
    mapping: Mapping,
) -> dict[str, Json]:
    rest: dict[str, Json] = {
        column: row[column] for column in columns if column not in carried and answer(row, column, mapping)
    }
    kept = decision.get(KEPT)
    return {**decision, KEPT: {**(kept if isinstance(kept, dict) else {}), **rest}} if rest or kept else decision
