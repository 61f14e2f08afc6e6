"""A row and a column in, what the register answers there out."""

from orchestrator_lint.exchange.mapping import Condition, Mapping, When
from orchestrator_lint.exchange.table import Row


def answer(row: Row, column: str, mapping: Mapping) -> str:
    """Give the cell without blanks around it; nothing where the mapping counts it as empty."""
    cell = row[column].strip()
    return "" if cell in mapping.empty else cell


def told(row: Row, column: str, mapping: Mapping) -> str:
    """Give the answer; nothing where it says nothing ("Not available")."""
    cell = answer(row, column, mapping)
    return "" if says_nothing(cell, column, mapping) else cell


def says_nothing(cell: str, column: str, mapping: Mapping) -> bool:
    """Say whether an answer is one that the mapping lists as saying nothing."""
    here = mapping.silent_in.get(column)
    return mapping.silent_everywhere.covers(cell) or (here is not None and here.covers(cell))


def holds(when: When, row: Row, mapping: Mapping) -> bool:
    """Say whether one of the alternatives holds in this row; where there are none, it does."""
    return not when or any(all(_holds(condition, row, mapping) for condition in all_of) for all_of in when)


def _holds(condition: Condition, row: Row, mapping: Mapping) -> bool:
    if condition.given is not None and bool(told(row, condition.column, mapping)) != condition.given:
        return False
    return not condition.answers or answer(row, condition.column, mapping) in condition.answers
