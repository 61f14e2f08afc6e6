"""CSV bytes in, columns and rows out."""

import csv
import io
import json
from typing import NamedTuple

from orchestrator_lint.exchange.mapping import Mapping
from orchestrator_lint.forms.error import InputError, did_you_mean

# A YAML key must fit into 1,024 characters, however its characters are written.
LONGEST_NAME = 1000

Row = dict[str, str]


class Table(NamedTuple):
    """The columns in their order, the rows in theirs; blank rows are counted, not given."""

    columns: list[str]
    rows: list[Row]
    blank: int


def read_table(data: bytes, mapping: Mapping, name: str) -> Table:
    """Read a CSV in the encoding of the mapping; every column that the mapping reads must be there.

    Raises InputError that names file and line.
    """
    lines = _lines(_decoded(data, mapping.encoding, name), mapping.delimiter, name)
    if not lines:
        raise InputError(f"{name}: the file is empty; its first line should name the columns")
    columns = _header(lines[0], name)
    _demand(mapping, columns, name)
    full = [line for line in lines[1:] if any(cell.strip() for cell in line.cells)]
    if not full:
        raise InputError(f"{name}: the file names columns but holds no record")
    rows = [_row(line, columns, name) for line in full]
    return Table(columns, rows, len(lines) - 1 - len(full))


class _Line(NamedTuple):
    number: int
    cells: list[str]


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{name}:{line}: not {encoding}, which the mapping names as the encoding; save the file as {encoding}"
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError(f"{name}:{line}: a NUL character; this is no CSV in {encoding}")
    return text


def _lines(text: str, delimiter: str, name: str) -> list[_Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[_Line] = []
    start = 1
    try:
        for cells in reader:
            if cells:
                found.append(_Line(start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"{name}:{start}: the row that begins here is no CSV: {_told(error)}") from error
    return found


def _told(error: csv.Error) -> str:
    if "field larger" in str(error):
        return f"a cell holds more than {csv.field_size_limit():,} characters; is a quotation mark never closed?"
    if "unexpected end" in str(error):
        return "a quotation mark is never closed"
    return str(error)


def _header(line: _Line, name: str) -> list[str]:
    columns = [cell.strip() or f"column {place}" for place, cell in enumerate(line.cells, start=1)]
    seen: set[str] = set()
    for column in columns:
        if column in seen:
            raise InputError(f'{name}:{line.number}: the column "{column[:80]}" stands here twice')
        if len(json.dumps(column)) > LONGEST_NAME:
            raise InputError(f'{name}:{line.number}: the column name "{column[:80]}…" is too long')
        seen.add(column)
    return columns


def _demand(mapping: Mapping, columns: list[str], name: str) -> None:
    missing = [column for column in mapping.columns() if column not in columns]
    if missing:
        told = ", ".join(f'"{column}"' for column in missing)
        hint = did_you_mean(missing[0], columns) if len(missing) == 1 else ""
        raise InputError(f"{name}:1: the mapping {mapping.name} reads columns that are not there: {told}{hint}")


def _row(line: _Line, columns: list[str], name: str) -> Row:
    if len(line.cells) != len(columns):
        raise InputError(f"{name}:{line.number}: the row has {len(line.cells)} fields, the header {len(columns)}")
    return dict(zip(columns, line.cells, strict=True))
