"""Workspace and report in, what they leave to the board to decide out, each as a question with what it is about."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from orchestrator_lint.documents.concerned import Named, causes, few, name_of, named
from orchestrator_lint.documents.dates import day_in, exception
from orchestrator_lint.documents.decided import has_machine
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.page import day_of
from orchestrator_lint.documents.reader import target_at
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Decision, Noun, Role, Unknown

_SOON = timedelta(days=90)
# the errors that only those can settle who give out power, by what they come down to, the gravest first
_BY_RULE = (("stop", "LAW003"), ("owner", "OWN001"), ("limit", "AUT002"))


class Question(NamedTuple):
    """A question to the board: of which kind, about what, the rule that raises it, whom it names, and how many."""

    kind: str
    about: Named
    code: str = ""
    role: Said = Said()
    number: int = 0


def questions(edition: Edition, links: Links) -> Iterator[Question]:
    """Give the questions, the gravest first; one of each kind, so that the page stays short."""
    for kind, code in _BY_RULE:
        found = [finding for finding in edition.found.all if finding.card.code == code]
        if found:
            yield Question(kind, named(edition, links, causes(edition, found)), code)
    yield from _go(edition, links)
    yield from _approvals(edition, links)
    yield from _renewals(edition, links)
    yield from _disputes(edition, links)


def _go(edition: Edition, links: Links) -> Iterator[Question]:
    """Decisions with a machine that weigh heavily and are not live yet."""
    found = [decision for decision in edition.network.current if _awaits_go(edition, decision)]
    if found:
        names = few(_with_status(edition, links, decision) for decision in found)
        yield Question("go", names, number=len(found))


def _awaits_go(edition: Edition, decision: Decision) -> bool:
    try:
        return decision.life in ("planned", "pilot") and decision.is_serious and has_machine(edition.reader, decision)
    except Unknown:
        return False


def _with_status(edition: Edition, links: Links, decision: Decision) -> Said:
    name = name_of(edition, links, decision)
    return name._replace(text=f"{name.text} ({edition.words.of('status', decision.life)})")


def _approvals(edition: Edition, links: Links) -> Iterator[Question]:
    """Exceptions and weaker rules that nobody has approved."""
    for kind, section in (("waiver", "waivers"), ("change", "changes")):
        found = [noun for noun in edition.workspace.all(section) if _is_missing(noun, "approved_by")]
        yield from _on_exceptions(edition, links, kind, found)


def _is_missing(noun: Noun, key: str) -> bool:
    try:
        return not noun.child(key)
    except Unknown:
        return False


def _renewals(edition: Edition, links: Links) -> Iterator[Question]:
    """Exceptions that end soon, or have ended; where no day is fixed nobody can say which."""
    if not day_of(edition.report):
        return
    until = edition.report.as_of + _SOON
    found = [
        noun for noun in edition.workspace.waivers if (day := day_in(noun, "expires")) is not None and day <= until
    ]
    yield from _on_exceptions(edition, links, "renew", sorted(found, key=lambda noun: str(noun.child("expires").plain)))


def _on_exceptions(edition: Edition, links: Links, kind: str, found: list[Noun]) -> Iterator[Question]:
    if found:
        yield Question(kind, few(exception(edition, links, noun) for noun in found), number=len(found))


def _disputes(edition: Edition, links: Links) -> Iterator[Question]:
    """Disputes that end at the role that approves the documents: nothing else in the policies says who leads."""
    board = _leader(edition)
    counts = edition.network.disputes
    about = [space for space in edition.spaces if board is not None and (space.id, board) in counts]
    if board is not None and about:
        number = sum(counts[space.id, board] for space in about)
        yield Question("disputes", named(edition, links, about), role=edition.reader.title(board), number=number)


def _leader(edition: Edition) -> Role | None:
    here = edition.reader.at(edition.organisation, "documents")
    role = target_at(here, "approved_by") if here is not None else None
    return role if isinstance(role, Role) else None
