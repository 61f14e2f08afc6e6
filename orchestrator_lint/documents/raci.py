"""Workspace in, the RACI matrix out: who is accountable for, does, is consulted on and hears of each decision."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orchestrator_lint.documents.decided import has_machine
from orchestrator_lint.documents.duties import meetings
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, anchored
from orchestrator_lint.documents.offices import Holder, holders
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import Reader
from orchestrator_lint.documents.said import Said
from orchestrator_lint.judging import Finding
from orchestrator_lint.model import Decision, Role, Space

# what still fits beside each other on a printed page
_ROLES, _DECISIONS = 4, 5
_LETTERS = {"owner": "A", "responsible": "R", "consulted": "C", "informed": "I", "oversight": "O"}
_CODES = ("OWN", "OVR001", "OVR015", "CON002", "REV003", "REF", "SHP")


class _Row(NamedTuple):
    """One decision: who is named for each letter, whether exactly one role is accountable, and what to note."""

    name: Said
    has_machine: bool
    supplies: tuple[Said, ...]
    parts: dict[str, tuple[Holder, ...]]
    accountable: bool
    code: str
    notes: tuple[Context, ...]


def raci(edition: Edition) -> Iterator[Page]:
    """Give the matrix, and where there are many decisions a page for each space."""
    links = edition.links.at("raci.md")
    rows = {space: [_row(edition, links, decision) for decision in space.decisions] for space in edition.spaces}
    yield page(
        edition,
        links,
        "raci",
        "raci",
        _on_parts(edition.found.all),
        in_list=not links.split,
        split=links.split,
        overview=tuple(_overview(edition, links, space, rows[space]) for space in rows),
        spaces=() if links.split else tuple(_space(edition, links, space, rows[space]) for space in rows),
    )
    if links.split:
        yield from (_page(edition, space, rows[space]) for space in edition.spaces)


def _page(edition: Edition, space: Space, rows: Sequence[_Row]) -> Page:
    links = edition.links.at(edition.links.raci_page(space.id))
    pairs = zip(rows, space.decisions, strict=True)
    rows = [row._replace(name=edition.decision(links, decision)) for row, decision in pairs]
    return page(
        edition,
        links,
        "raci-space",
        f"raci-{space.id}",
        _on_parts(edition.found.in_space(space.id)),
        edition.of(space).office(space, "owner", "OWN001"),
        decisions=space.decisions,
        space=_space(edition, links, space, rows),
        overview=links.to("raci.md"),
    )


def _on_parts(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.card.code.startswith(_CODES)]


def _overview(edition: Edition, links: Links, space: Space, rows: Sequence[_Row]) -> Context:
    return {
        "name": edition.of(space).title(space)._replace(link=links.raci(space.id)),
        "decisions": len(rows),
        "accountable": sum(row.accountable for row in rows),
        "notes": sum(len(row.notes) for row in rows),
    }


def _space(edition: Edition, links: Links, space: Space, rows: Sequence[_Row]) -> Context:
    roles = _roles(rows)
    return {
        "anchor": f"raci-{anchored(space.id)}",
        "title": edition.of(space).title(space),
        "charter": links.charter(space.id),
        "form": _form(len(roles), len(rows)),
        "roles": tuple(
            {"name": edition.reader.title(role), "cells": tuple(_cell(row, role) for row in rows)} for role in roles
        ),
        "rows": tuple(_numbered(rows, roles)),
    }


def _form(roles: int, decisions: int) -> str:
    """How to lay the matrix out: roles across, decisions across or, where both are many, roles by name."""
    if 0 < roles <= _ROLES:
        return "roles"
    return "decisions" if roles and decisions <= _DECISIONS else "names"


def _roles(rows: Sequence[_Row]) -> list[Role]:
    """The roles that occur, those with the weightiest letter first."""
    first: dict[Role, int] = {}
    for row in rows:
        for place, part in enumerate(_LETTERS):
            for one in row.parts[part]:
                if one.role is not None:
                    first[one.role] = min(place, first.get(one.role, place))
    return sorted(first, key=lambda role: (first[role], role.id))


def _numbered(rows: Sequence[_Row], roles: Sequence[Role]) -> Iterator[Context]:
    """The rows with numbers for their notes, that run through the space."""
    count = 0
    for row in rows:
        notes = tuple({"number": number, **note} for number, note in enumerate(row.notes, count + 1))
        count += len(notes)
        yield {
            **row._asdict(),
            "notes": notes,
            "owner": tuple(one.said for one in row.parts["owner"]),
            **{part: tuple(one.said for one in row.parts[part]) for part in _LETTERS if part != "owner"},
            "cells": tuple(_cell(row, role) for role in roles),
            "outside": tuple(_outside(row)),
            "numbers": ", ".join(str(note["number"]) for note in notes),
        }


def _cell(row: _Row, role: Role) -> str:
    """The letters of a role in a row; an owner among several is no A."""
    return ", ".join(
        letter
        for part, letter in _LETTERS.items()
        if (row.accountable or part != "owner") and any(one.role == role for one in row.parts[part])
    )


def _outside(row: _Row) -> Iterator[tuple[str, tuple[Said, ...]]]:
    """What no column of the matrix can hold: gaps, systems and unknown roles, by letter."""
    for part, letter in _LETTERS.items():
        said = tuple(one.said for one in row.parts[part] if one.role is None)
        if said and part != "owner":
            yield letter, said


def _row(edition: Edition, links: Links, decision: Decision) -> _Row:
    reader = edition.of(decision)
    machine = has_machine(reader, decision)
    parts = {
        "owner": _distinct(holders(reader, decision, "owner", "OWN001", "OWN002")),
        "responsible": holders(reader, decision, "responsible") or (Holder(reader.gap(), None),),
        "consulted": holders(reader, decision, "consulted"),
        "informed": holders(reader, decision, "informed"),
        "oversight": _overseer(reader, decision) if machine else (),
    }
    owners = parts["owner"]
    accountable = len(owners) == 1 and owners[0].role is not None
    return _Row(
        edition.decision(links, decision),
        machine,
        reader.listed(decision, "machine.supplies", "supplies") or (reader.gap("AUT004"),),
        parts,
        accountable,
        "" if accountable else _code(reader, owners),
        tuple(_notes(edition, reader, decision, owners[0].role if accountable else None)),
    )


def _overseer(reader: Reader, decision: Decision) -> tuple[Holder, ...]:
    if reader.block(decision, "oversight").reason:
        return ()
    return holders(reader, decision, "oversight", "OVR001")


def _distinct(found: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """Each role once: a role that is named twice is still one."""
    return tuple({one.role.address if one.role else one.said.text: one for one in found}.values())


def _code(reader: Reader, owners: Sequence[Holder]) -> str:
    """The rule that reports owners who are none; a gap names its rule itself."""
    wanted = "OWN004" if len(owners) > 1 else "OWN002" if owners[0].said.why == "system" else ""
    return reader.gap(wanted).code if wanted else ""


def _notes(edition: Edition, reader: Reader, decision: Decision, owner: Role | None) -> Iterator[Context]:
    if owner is not None and (kind := edition.reader.key(owner, "kind")) in ("team", "committee", "mailbox"):
        yield {
            "kind": reader.words.of("role_kind", kind),
            "role": edition.reader.title(owner),
            "answers": reader.named(owner, "accountable", "OWN003"),
        }
    for met in meetings(decision):
        yield {
            "kind": "",
            "role": edition.reader.title(met.role),
            "part": reader.words.of("part", met.part),
            "other": Said() if met.other == met.role else edition.reader.title(met.other),
            "others": tuple(Said(reader.words.of("part", part)) for part in met.others),
            "code": reader.gap(met.code).code,
        }
