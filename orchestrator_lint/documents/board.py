"""Workspace and report in, the page for the board out: what it has to decide, what needs attention, and a picture."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orchestrator_lint.documents.concerned import Named, causes, few, named, objects, people
from orchestrator_lint.documents.dates import ends, reviews
from orchestrator_lint.documents.decided import has_machine, level_key
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.matrix import Cell, matrix
from orchestrator_lint.documents.page import Context, Page, Picture, page
from orchestrator_lint.documents.questions import questions
from orchestrator_lint.documents.said import Said
from orchestrator_lint.judging import Finding
from orchestrator_lint.model import Decision, Role, Unknown
from orchestrator_lint.model.levels import IMPACTS, LEVELS, highest_allowed, level_rank

_GAPS = 5
_DATES = 3
_ROLES = 3
_NARROW = ("NET001", "ESC006", "NET005")


class Gap(NamedTuple):
    """A rule that the policies do not satisfy: what it means, where, and for whom."""

    title: str
    code: str
    severity: str
    why: str
    about: Named
    people: Named


def board(edition: Edition) -> Iterator[Page | Picture]:
    """Give the page and its picture. It counts all findings and tells those that matter most."""
    links = edition.links.at("board.md")
    cells = _cells(edition)
    inside = {key: cell for key, cell in cells.items() if all(key)}
    outside = sum(cell.number for key, cell in cells.items() if not all(key))
    asked = tuple(questions(edition, links))
    rules = _by_rule(edition, {question.code for question in asked})
    gaps = tuple(_gap(edition, links, found) for found in rules[:_GAPS])
    yield page(
        edition,
        links,
        "board",
        "board",
        list(edition.found.all),
        in_list=False,
        short=_short(edition),
        asked=asked,
        gaps=gaps,
        same=len(gaps) > 1 and len({gap.people for gap in gaps}) == 1 and bool(gaps[0].people.names),
        more=len(rules) - len(gaps),
        rows=_rows(edition, cells),
        outside=outside,
        classes=_classes(edition),
        network=_network(edition, links),
        reviews=reviews(edition, links, _DATES),
        ends=ends(edition, links, _DATES),
        register=links.to("register.md", "" if links.split else "findings"),
        map=links.to("network.md"),
    )
    yield Picture(edition.links.path("board.svg"), "board-picture", matrix(inside, outside, edition.words))


def _short(edition: Edition) -> Context:
    current = edition.network.current
    return {
        "decisions": len(current),
        "spaces": len({decision.space.id for decision in current}),
        "machine": sum(has_machine(edition.reader, decision) for decision in current),
        "heavy": sum(_impact(decision) in ("high", "very-high") for decision in current),
    }


def _cells(edition: Edition) -> Mapping[tuple[str, str], Cell]:
    """How many decisions have which impact and level; empty where one of both is not stated or not readable."""
    numbers: Counter[tuple[str, str]] = Counter()
    beyond: Counter[tuple[str, str]] = Counter()
    for decision in edition.network.current:
        key = _impact(decision), level_key(decision) or ""
        numbers[key] += 1
        beyond[key] += _is_beyond(decision, *key)
    return {key: Cell(numbers[key], beyond[key]) for key in sorted(numbers)}


def _impact(decision: Decision) -> str:
    try:
        return decision.impact_level or ""
    except Unknown:
        return ""


def _is_beyond(decision: Decision, impact: str, level: str) -> bool:
    """Whether the level lies beyond the built-in limit; where reversibility is silent, only what no outcome allows."""
    if not impact or not level:
        return False
    try:
        reversibility = decision.child("impact").child("reversibility").plain or "easy"
    except Unknown:
        reversibility = "easy"
    return level_rank(level) > level_rank(highest_allowed(impact, reversibility))


def _rows(edition: Edition, cells: Mapping[tuple[str, str], Cell]) -> tuple[Context, ...]:
    """The table that says what the picture shows: a row an impact, a column a level; last what is not stated."""
    silent = Said(edition.words.tables["mark"]["missing"])
    impacts = [*reversed(IMPACTS), *([""] if any(not impact for impact, _ in cells) else [])]
    levels = [*LEVELS, *([""] if any(not level for _, level in cells) else [])]
    head = {"name": Said(), "cells": tuple(_word(edition, "level", level) or silent for level in levels)}
    rows = (
        {
            "name": _word(edition, "impact", impact) or silent,
            "cells": tuple(cells.get((impact, level), Cell()) for level in levels),
        }
        for impact in impacts
    )
    return (head, *rows)


def _word(edition: Edition, table: str, key: str) -> Said:
    return Said(edition.words.of(table, key)) if key else Said()


def _classes(edition: Edition) -> tuple[tuple[int, Said], ...]:
    """How many decisions have which risk class of the AI Act, in the order of the Act; nothing where none is stated."""
    counted = edition.counted(edition.network.current, "law.risk_class", "risk_class")
    is_asked = any(said for _, said in counted) or "eu-ai-act" in edition.frameworks
    return counted if is_asked else ()


def _by_rule(edition: Edition, asked: set[str]) -> list[list[Finding]]:
    """The findings by rule, what matters most first: a rule that fires many times is one gap, one asked about is none."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for position in edition.report.ranked:
        finding = edition.report.findings[position]
        if finding.card.code not in asked:
            found[finding.card.code].append(finding)
    return list(found.values())


def _gap(edition: Edition, links: Links, findings: list[Finding]) -> Gap:
    card = findings[0].card
    return Gap(
        title=card.title.to(edition.language),
        code=card.code,
        severity=edition.words.of("severity", findings[0].severity.word),
        why=card.why.to(edition.language),
        about=named(edition, links, causes(edition, findings)),
        people=few(people(edition, objects(edition, findings))),
    )


def _network(edition: Edition, links: Links) -> Context:
    """What much hangs on, and what stands apart."""
    network = edition.network
    narrow = [finding for finding in edition.found.all if finding.card.code in _NARROW]
    owned = Counter(tie.role for tie in network.owners if tie.decision in network.standing)
    roles = [hub for hub in network.hubs if isinstance(hub.noun, Role)]
    return {
        "whole": network.whole,
        "answers": max(((number, edition.reader.title(role)) for role, number in owned.items()), default=None),
        "roles": tuple((edition.reader.title(hub.noun), len(hub.decisions)) for hub in roles[:_ROLES]),
        "narrow": edition.opened(narrow),
        "apart": tuple(named(edition, links, piece) for piece in network.pieces[1:] if len(piece) > 1),
        "alone": named(edition, links, network.alone),
    }
