"""What was counted in, sentences for a person out."""

from collections import Counter

from orchestrator_lint.exchange.remarks import Remark
from orchestrator_lint.exchange.scalars import quoted
from orchestrator_lint.exchange.table import Table

# How many different answers of one column are spelt out.
SPELT_OUT = 8
_SHOWN = 80
_WHY = {
    "unknown": "not in the table of the mapping; kept under x-import",
    "silent": "no value; kept under x-import, carried nowhere else",
}


def notes_of(table: Table, ways: Counter[str], remarks: Counter[Remark], counts: dict[str, int]) -> list[str]:
    """Give the notes of an import: what came out, how ids were formed, and every answer that was not carried over."""
    size = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    notes = [f"{_records(len(table.rows))} became one decision each, in {size}"]
    notes += [f"{_records(count)} got an id from {way}" for way, count in sorted(ways.items(), key=_most_first)]
    if table.blank:
        notes.append(f"{table.blank:,} blank rows hold no record")
    for column, why in sorted({(remark.column, remark.why) for remark in remarks}):
        notes += _answers(column, why, remarks)
    return notes


def _answers(column: str, why: str, remarks: Counter[Remark]) -> list[str]:
    found = {r.answer: count for r, count in remarks.items() if (r.column, r.why) == (column, why)}
    ranked = sorted(found.items(), key=_most_first)
    notes = [
        f"{column}: {quoted(_short(cell))} in {_records(count)} is {_WHY[why]}" for cell, count in ranked[:SPELT_OUT]
    ]
    if others := ranked[SPELT_OUT:]:
        total = _records(sum(count for _, count in others))
        notes.append(f"{column}: {len(others):,} more answers in {total} are {_WHY[why]}")
    return notes


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count:,} records"


def _short(answer: str) -> str:
    return answer if len(answer) <= _SHOWN else f"{answer[: _SHOWN - 1]}…"
