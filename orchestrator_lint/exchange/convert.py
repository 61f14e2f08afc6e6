"""CSV bytes and a mapping in, the texts of policy files out."""

from collections import Counter
from typing import NamedTuple

from orchestrator_lint.exchange.emit import emit
from orchestrator_lint.exchange.groups import group
from orchestrator_lint.exchange.heading import with_heading
from orchestrator_lint.exchange.ids import form_ids
from orchestrator_lint.exchange.mapping import Mapping
from orchestrator_lint.exchange.notes import notes_of
from orchestrator_lint.exchange.objects import Entry, Member, entry_of, space_of
from orchestrator_lint.exchange.remarks import remarks_on
from orchestrator_lint.exchange.table import read_table
from orchestrator_lint.forms import Json

# `organisation.yaml` is written beside the others; the rest are no file names under Windows.
_TAKEN = frozenset({"organisation", "con", "prn", "aux", "nul"})


class Converted(NamedTuple):
    """The files (relative path and text), the number of records, and what a person should know, counted."""

    files: dict[str, str]
    records: int
    notes: list[str]


def convert(csv_bytes: bytes, mapping: Mapping, source_name: str) -> Converted:
    """Turn a register into policies; every record becomes one decision, and nothing of it is lost.

    What no rule carries over word for word stands under `x-import` of the decision, by the names of the
    register's columns. The order of rows does not matter. Raises InputError.
    """
    table = read_table(csv_bytes, mapping, source_name)
    formed = form_ids(table.rows, mapping)
    files = group(table.rows, mapping.files, mapping, "register", _TAKEN)
    spaces = group(table.rows, mapping.space_by, mapping, "register", frozenset())
    members = [Member(*found) for found in zip(table.rows, formed.ids, spaces, files, strict=True)]
    built = {space: space_of(found, mapping) for space, found in _by_space(members).items()}
    entries = [entry_of(member, built[member.space], table.columns, mapping) for member in members]
    remarks = Counter(remark for row in table.rows for remark in remarks_on(row, mapping))
    texts = {
        f"{name}.yaml": with_heading(emit(data), source_name, mapping.name)
        for name, data in {
            "organisation": _organisation(mapping),
            **_policies(entries, built),
        }.items()
    }
    counts = {"files": len(texts), "spaces": len(built)}
    return Converted(texts, len(members), notes_of(table, formed.ways, remarks, counts))


def _by_space(members: list[Member]) -> dict[str, list[Member]]:
    spaces: dict[str, list[Member]] = {}
    for member in members:
        spaces.setdefault(member.space, []).append(member)
    return spaces


def _organisation(mapping: Mapping) -> dict[str, Json]:
    return {"orchestrator": 1, "organisation": dict(mapping.organisation)}


def _policies(entries: list[Entry], spaces: dict[str, dict[str, Json]]) -> dict[str, dict[str, Json]]:
    """Join entries to files, all in the order of ids, so that the order of rows leaves no trace."""
    files: dict[str, list[Entry]] = {}
    for entry in sorted(
        entries,
        key=lambda entry: (entry.member.file, entry.member.space, entry.member.id),
    ):
        files.setdefault(entry.member.file, []).append(entry)
    return {name: _policy(found, spaces) for name, found in files.items()}


def _policy(entries: list[Entry], spaces: dict[str, dict[str, Json]]) -> dict[str, Json]:
    data: dict[str, Json] = {"orchestrator": 1}
    for section in ("systems", "datasets"):
        if found := {entry.member.id: entry.objects[section] for entry in entries if section in entry.objects}:
            data[section] = dict(found)
    decisions: dict[str, dict[str, Json]] = {}
    for entry in entries:
        decisions.setdefault(entry.member.space, {})[entry.member.id] = entry.objects["decisions"]
    data["spaces"] = {name: {**spaces[name], "decisions": found} for name, found in decisions.items()}
    return data
