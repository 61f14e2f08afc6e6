"""A space in, its decision charter out: why it exists, how people decide in it, and what holds for its decisions."""

from orchestrator_lint.documents.decided import held, row_of
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import Reader, items, targets
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.topics import contest, escalation
from orchestrator_lint.model import Decision, Principle, Space


def charter(edition: Edition, space: Space) -> Page:
    """Give the charter of a space. It lists every finding on the space and its decisions."""
    links = edition.links.at(f"spaces/{space.id}.md")
    reader = edition.of(space)
    return page(
        edition,
        links,
        "charter",
        f"charter-{space.id}",
        edition.found.in_space(space.id),
        reader.office(space, "owner", "OWN001"),
        decisions=space.decisions,
        space=_space(edition, reader, space),
        rows=tuple(_row(edition, links, decision) for decision in space.decisions),
        rails=_rails(edition, links, space),
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


def _row(edition: Edition, links: Links, decision: Decision) -> Context:
    reader = edition.of(decision)
    return {
        **row_of(edition, links, decision),
        "machine": reader.listed(decision, "machine.supplies", "supplies") or (reader.gap("AUT004"),),
        "human": reader.listed(decision, "human.supplies", "supplies") or (reader.gap("AUT003"),),
        "escalation": escalation(reader, decision),
        "contest": contest(reader, reader.at(decision, "contest")),
    }


def _rails(edition: Edition, links: Links, space: Space) -> tuple[Context, ...]:
    """The guardrails of the space, each with the decisions for which it holds."""
    found: dict[Said, tuple[Said, list[Said]]] = {}
    for decision in space.decisions:
        for rail in held(edition, edition.of(decision), links, decision):
            _, where = found.setdefault(rail["name"], (rail["statement"], []))
            where.append(edition.decision(links, decision))
    everywhere = len(space.decisions)
    return tuple(
        {"name": name, "statement": statement, "where": () if len(where) == everywhere else tuple(where)}
        for name, (statement, where) in sorted(found.items(), key=lambda item: (item[0].link, item[0]))
    )
