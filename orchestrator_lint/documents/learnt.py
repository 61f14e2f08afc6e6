"""A role in, its measures for AI literacy out; shared by the record of AI literacy and the plan for human oversight."""

from collections.abc import Collection

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.reader import Reader, items
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Role, Unknown, Value


def measures(edition: Edition, role: Role, needed: Collection[str] = ()) -> tuple[Context, ...]:
    """Give the measures in the order of the policies; `needed` are the topics that a decision asks for."""
    reader = edition.of(role)
    return tuple(_measure(reader, item, needed) for item in items(role, "training"))


def _measure(reader: Reader, item: Value | None, needed: Collection[str]) -> Context:
    key = reader.key(item, "topic")
    return {
        "key": key,
        "topic": reader.word(item, "topic", "topic", "TRN001"),
        "held": reader.day(item, "date", "TRN001"),
        "every": reader.span(item, "every", "every"),
        "due": _due(reader, item),
        "is_needed": bool(key) and key in needed,
    }


def _due(reader: Reader, item: Value | None) -> Said:
    """The day on which it is due again: the day it was held and the interval."""
    if item is None:
        return Said(why="unreadable")
    try:
        held, every = item.child("date").day, item.child("every").length
    except Unknown:
        return Said(why="unreadable")
    return Said(reader.words.day(every.after(held))) if held and every else reader.gap()
