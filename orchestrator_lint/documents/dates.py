"""Workspace in, the days out that somebody has to keep: when reviews fall due and when exceptions end, the earliest first."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from orchestrator_lint.documents.concerned import name_of
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, anchored
from orchestrator_lint.documents.page import fixed_day
from orchestrator_lint.documents.reader import target_at
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Decision, Noun, Space, Unknown


class Due(NamedTuple):
    """A day, of what, and whether it is past; where no day is fixed, none is."""

    day: str
    about: Said
    past: bool


class Dues(NamedTuple):
    """The earliest days, and how many more there are."""

    shown: tuple[Due, ...]
    more: int


def reviews(edition: Edition, links: Links, shown: int) -> Dues:
    """Give the next reviews: of each space that has decisions, and of each decision with a review of its own."""
    days = [(day, of) for of in _reviewed(edition) if (day := _due(of)) is not None]
    return _earliest(edition, links, days, shown)


def ends(edition: Edition, links: Links, shown: int) -> Dues:
    """Give the days on which exceptions end."""
    days = [(day, of) for of in edition.workspace.waivers if (day := day_in(of, "expires")) is not None]
    return _earliest(edition, links, days, shown)


def exception(edition: Edition, links: Links, noun: Noun, with_day: bool = True) -> Said:
    """Name a waiver or an approved change: what it sets aside, its id and, where it ends, the day."""
    is_waiver = noun.section == "waivers"
    rail = target_at(noun, "guardrail") if is_waiver else None
    said = edition.reader.title(rail) if rail is not None else edition.reader.text(noun, "rule" if is_waiver else "of")
    day = day_in(noun, "expires") if is_waiver and with_day else None
    more = ", ".join([noun.id, *([edition.words.day(day)] if day is not None else [])])
    link = links.to("exceptions.md", f"waiver-{anchored(noun.id)}" if is_waiver else "changes")
    return Said(f"{said.text} ({more})" if said else more, link=link)


def day_in(noun: Noun, key: str) -> date | None:
    """Give a day that an object names; None where it names none, or nobody can know it."""
    try:
        return noun.child(key).day
    except Unknown:
        return None


def _reviewed(edition: Edition) -> Iterator[Decision | Space]:
    for space in edition.spaces:
        current = [decision for decision in space.decisions if decision in edition.network.standing]
        if current:
            yield space
        yield from (decision for decision in current if _reviews_itself(decision))


def _reviews_itself(decision: Decision) -> bool:
    try:
        return not decision.own("review").silent
    except Unknown:
        return False


def _due(of: Decision | Space) -> date | None:
    try:
        review = of.child("review")
        last, every = review.child("last").day, review.child("every").length
    except Unknown:
        return None
    return every.after(last) if last is not None and every is not None else None


def _earliest(edition: Edition, links: Links, days: Iterable[tuple[date, Noun]], shown: int) -> Dues:
    each = sorted(days, key=lambda item: (item[0], item[1].address))
    fixed = fixed_day(edition.report)
    found = tuple(Due(edition.words.day(day), _name(edition, links, of), day < fixed) for day, of in each[:shown])
    return Dues(found, len(each) - len(found))


def _name(edition: Edition, links: Links, of: Noun) -> Said:
    """Name what is due; an exception goes by what it sets aside, without the day that stands beside it."""
    return exception(edition, links, of, False) if of.section == "waivers" else name_of(edition, links, of)
