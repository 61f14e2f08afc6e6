"""A space in, its decision charter out: why it exists, how people decide in it, and what holds for each decision."""

from collections import Counter

from orchestrator_lint.documents.decided import decided, row_of
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import Reader, items, targets
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Principle, Space


def charter(edition: Edition, space: Space) -> Page:
    """Give the charter of a space. It lists every finding on the space and its decisions."""
    links = edition.links.on(edition.links.path(f"spaces/{space.id}.md"))
    reader = edition.of(space)
    rows = [(decision, row_of(edition, links, decision)) for decision in space.decisions]
    return page(
        edition,
        links,
        "charter",
        f"charter-{space.id}",
        edition.found.in_space(space.id),
        reader.office(space, "owner", "OWN001"),
        space=_space(edition, reader, space),
        statuses=_statuses(edition, space),
        rows=tuple(row for _, row in rows),
        decisions=tuple(decided(edition, links, decision, row) for decision, row in rows),
        register=links.to(links.entries(space.id)),
        flows=links.flows(space.id),
        signs=reader.office(space, "owner"),
    )


def _space(edition: Edition, reader: Reader, space: Space) -> Context:
    return {
        "title": reader.title(space),
        "purpose": reader.text(space, "purpose", "PUR001"),
        "serves": reader.all_named(space, "serves"),
        "measure": reader.text(space, "measure", "PUR004"),
        "no_measure": reader.block(space, "measure"),
        "principles": _principles(edition, space),
        "principles_gap": _principles_gap(reader, space),
        "tensions": _tensions(reader, space),
        "inside": reader.texts(space, "boundaries.inside"),
        "outside": reader.texts(space, "boundaries.outside"),
        "boundaries_gap": reader.gap(),
        "mandate": reader.text(space, "mandate"),
        "no_mandate": reader.block(space, "mandate"),
        "mandate_gap": reader.gap(),
        "transparency": reader.block(space, "transparency", "NET002"),
        "published": reader.text(space, "transparency.published"),
        "visible_to": reader.all_named(space, "transparency.visible_to"),
        "review": reader.block(space, "review", "REV001"),
        "every": reader.span(space, "review.every", "every", "REV001"),
        "last": reader.day(space, "review.last", "REV001"),
        "by": reader.office(space, "review.by", "REV003"),
        "due": reader.due(space),
    }


def _principles(edition: Edition, space: Space) -> tuple[Context, ...]:
    return tuple(
        _principle(edition.of(found), found) for found in targets(space, "principles") if isinstance(found, Principle)
    )


def _principle(reader: Reader, principle: Principle) -> Context:
    return {
        "title": reader.text(principle, "title"),
        "statement": reader.text(principle, "statement"),
        "means": reader.texts(principle, "means"),
        "counterexamples": reader.texts(principle, "counterexamples"),
    }


def _principles_gap(reader: Reader, space: Space) -> Said:
    """What to say where no principle can be shown."""
    return next((said for said in reader.all_named(space, "principles", "PUR005") if said.why), Said())


def _tensions(reader: Reader, space: Space) -> tuple[Context, ...]:
    return tuple(
        {"between": reader.all_named(item, "between"), "first": reader.named(item, "first", "PUR008")}
        for item in items(space, "tensions")
        if item is not None
    )


def _statuses(edition: Edition, space: Space) -> tuple[tuple[int, Said], ...]:
    """How many decisions have which status, in the order of life."""
    reader = edition.reader
    counted = Counter(reader.word(decision, "status", "status") for decision in space.decisions)
    order = list(edition.words.tables["status"].values())
    return tuple(
        (counted[said], said)
        for said in sorted(counted, key=lambda said: (order.index(said.text) if said.text in order else 9, said))
    )
