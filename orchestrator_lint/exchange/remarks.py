"""A row in, its answers that no field takes over out."""

from typing import NamedTuple

from orchestrator_lint.exchange.answers import answer, says_nothing
from orchestrator_lint.exchange.mapping import Mapping
from orchestrator_lint.exchange.table import Row


class Remark(NamedTuple):
    """An answer, and why no field takes it over: it is `unknown` to a table, or `silent`."""

    column: str
    answer: str
    why: str


def remarks_on(row: Row, mapping: Mapping) -> set[Remark]:
    """Give each answer that a table does not know, and each that says nothing where cells are carried as they stand."""
    silent = {(column, "silent") for column in mapping.text_columns() if _is_silent(row, column, mapping)}
    unknown = {
        (column, "unknown")
        for rule in mapping.fields()
        for column in rule.columns
        if rule.values is not None and answer(row, column, mapping) not in ("", *rule.values)
    }
    return {Remark(column, answer(row, column, mapping), why) for column, why in silent | unknown}


def _is_silent(row: Row, column: str, mapping: Mapping) -> bool:
    return says_nothing(answer(row, column, mapping), column, mapping)
