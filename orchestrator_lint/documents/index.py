"""Workspace in, the index of one language out: the documents, the spaces, and how to read them."""

from collections.abc import Iterable, Sequence

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.incidents import route
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.shelf import EACH, SHELVES
from orchestrator_lint.model import Space


def index(edition: Edition, made: Iterable[str]) -> Page:
    """Give the index of the pages `made`. It counts all findings and lists those that belong to no single space."""
    links = edition.links.at("index.md")
    return page(
        edition,
        links,
        "index",
        "index",
        list(edition.found.all),
        in_list=False,
        spaces=tuple(_space(edition, links, space) for space in edition.spaces),
        shelves=_shelves(edition, links, made),
        goals=_goals(edition),
        incidents=route(edition),
        outside=edition.opened(edition.found.outside_spaces()),
        waived=len(edition.report.excepted),
        exceptions=links.to("exceptions.md", "waivers"),
        unread=edition.report.counts.unread,
    )


def _shelves(edition: Edition, links: Links, made: Iterable[str]) -> list[Context]:
    """The documents by those who read them; of what there is one each, how many."""
    pages = list(made)
    return [
        {
            "readers": edition.words.of("shelf", shelf.readers),
            "documents": [item for name in shelf.documents if (item := _document(edition, links, name, pages))],
        }
        for shelf in SHELVES
    ]


def _document(edition: Edition, links: Links, name: str, pages: Sequence[str]) -> Context | None:
    words = edition.words
    folder, single = edition.links.path(f"{name}/"), edition.links.path(f"{name}.md")
    number = sum(page.startswith(folder) for page in pages)
    if single not in pages and not number:
        return None
    each = words.of("each", EACH[name]).format(number=number) if name in EACH else ""
    link = links.to(f"{name}.md") if single in pages else ""
    return {
        "name": Said(words.of("document", name), link=link),
        "holds": words.of("document_holds", name),
        "each": each,
    }


def _space(edition: Edition, links: Links, space: Space) -> Context:
    reader = edition.of(space)
    return {
        "name": reader.title(space)._replace(link=links.charter(space.id)),
        "purpose": reader.text(space, "purpose", "PUR001"),
        "owner": reader.office(space, "owner", "OWN001"),
        "decisions": len(space.decisions),
        "found": edition.opened(edition.found.in_space(space.id)),
        "findings": links.charter(space.id, "findings"),
    }


def _goals(edition: Edition) -> tuple[object, ...]:
    organisation = edition.organisation
    goals = edition.reader.at(organisation, "goals") if organisation is not None else None
    if organisation is None or goals is None or not isinstance(goals.plain, dict):
        return ()
    return tuple(edition.reader.inside(organisation, "goals", id) for id in goals.plain if not id.startswith("x-"))
