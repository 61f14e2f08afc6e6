"""The nouns of a mapping: which column of a register becomes which field of a policy."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from orchestrator_lint.forms import Json


@dataclass(frozen=True, slots=True)
class Condition:
    """One column, and what it must say: anything (given), nothing (not given), or one of some answers."""

    column: str
    given: bool | None
    answers: tuple[str, ...]


# Any of the alternatives must hold; of one alternative, every condition. Empty: it always holds.
When: TypeAlias = tuple[tuple[Condition, ...], ...]


@dataclass(frozen=True, slots=True)
class FieldRule:
    """Where a field of the policy takes its value from: a column (through a table, or as it stands) or fixed."""

    path: tuple[str, ...]
    columns: tuple[str, ...]
    values: dict[str, Json] | None
    fixed: Json
    when: When


@dataclass(frozen=True, slots=True)
class ObjectRules:
    """The fields of one kind of object, and when a record has such an object at all."""

    when: When
    fields: tuple[FieldRule, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """Answers that say nothing ("Not available"), compared without case: whole, or by how they begin."""

    answers: frozenset[str]
    openings: tuple[str, ...]

    def covers(self, answer: str) -> bool:
        """Say whether `answer` is one of them."""
        folded = answer.casefold()
        return folded in self.answers or folded.startswith(self.openings)


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one register becomes policies. `ids` are tried in their order, see `ids.py`."""

    name: str
    encoding: str
    delimiter: str
    organisation: dict[str, Json]
    empty: frozenset[str]
    silent_everywhere: Silence
    silent_in: dict[str, Silence]
    ids: tuple[tuple[str, ...], ...]
    files: tuple[str, ...]
    space_by: tuple[str, ...]
    spaces: ObjectRules
    decisions: ObjectRules
    systems: ObjectRules | None
    datasets: ObjectRules | None

    def columns(self) -> list[str]:
        """Give every column that the mapping reads, each once, in the order of the mapping."""
        named = [*self.files, *self.space_by, *(column for columns in self.ids for column in columns)]
        for rules in self._rules():
            named += _columns_of(rules)
        return list(dict.fromkeys([*named, *self.silent_in]))

    def text_columns(self) -> list[str]:
        """Give the columns that some field carries over as they stand, each once."""
        texts = (field for field in self.fields() if field.values is None)
        return list(dict.fromkeys(column for field in texts for column in field.columns))

    def fields(self) -> list[FieldRule]:
        """Give the rules of all fields of all objects."""
        return [field for rules in self._rules() for field in rules.fields]

    def _rules(self) -> list[ObjectRules]:
        every = (self.spaces, self.decisions, self.systems, self.datasets)
        return [rules for rules in every if rules is not None]


def _columns_of(rules: ObjectRules) -> Iterator[str]:
    yield from _columns_of_condition(rules.when)
    for field in rules.fields:
        yield from field.columns
        yield from _columns_of_condition(field.when)


def _columns_of_condition(when: When) -> Iterator[str]:
    return (condition.column for alternative in when for condition in alternative)
