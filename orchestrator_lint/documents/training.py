"""Workspace in, the record of AI literacy out: which role had which measure, and which decisions rest on it."""

from collections.abc import Iterator, Mapping

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.learnt import measures
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import items
from orchestrator_lint.documents.said import Said
from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.model import Decision, Role

_AT_ONCE = 12  # decisions that still read well in one cell; beyond, their spaces


def training(edition: Edition) -> Iterator[Page]:
    """Give the record. It lists the findings on training."""
    links = edition.links.at("training.md")
    roles = list(edition.workspace.roles)
    working = {role: edition.offices.with_machine(role) for role in roles}
    applies = applies_from("eu-ai-act 4")
    yield page(
        edition,
        links,
        "training",
        "training",
        [finding for finding in edition.found.all if finding.card.code.startswith("TRN")],
        declared="eu-ai-act" in edition.frameworks,
        day=edition.words.day(applies.day) if applies.day else "",
        note=applies.note.to(edition.language) if applies.note else "",
        roles=tuple(_role(edition, links, role, working[role]) for role in roles if working[role]),
        measures=tuple(row for role in roles for row in _measures(edition, links, role, working[role])),
        others=tuple(edition.reader.title(role) for role in roles if not working[role]),
    )


def _role(edition: Edition, links: Links, role: Role, working: Mapping[Decision, tuple[str, ...]]) -> Context:
    reader = edition.of(role)
    parts = dict.fromkeys(part for parts in working.values() for part in parts)
    topics = [one for one in measures(edition, role) if one["topic"]]
    return {
        "name": reader.title(role),
        "parts": tuple(Said(reader.words.of("part", part)) for part in parts),
        "decisions": _named(edition, links, list(working)),
        "number": len(working) if len(working) > _AT_ONCE else 0,
        "topics": tuple(dict.fromkeys(one["topic"] for one in topics)) or (reader.gap("TRN001"),),
        "codes": tuple(sorted(code for code in reader.fired if code.startswith("TRN"))),
    }


def _named(edition: Edition, links: Links, decisions: list[Decision]) -> tuple[Said, ...]:
    """The decisions, or where they are many the spaces in which they stand."""
    if len(decisions) <= _AT_ONCE:
        return tuple(edition.decision(links, decision) for decision in decisions)
    spaces = {decision.space.id: decision.space for decision in decisions}
    return tuple(edition.reader.title(spaces[id])._replace(link=links.charter(id)) for id in sorted(spaces))


def _measures(
    edition: Edition, links: Links, role: Role, working: Mapping[Decision, tuple[str, ...]]
) -> Iterator[Context]:
    for measure in measures(edition, role):
        asking = [decision for decision in working if measure["key"] in _asked(edition, decision)]
        yield {
            **measure,
            "role": edition.reader.title(role),
            "asking": _named(edition, links, asking),
        }


def _asked(edition: Edition, decision: Decision) -> list[str]:
    """The topics that a decision asks its overseer to be trained in."""
    found = items(decision, "requires.training")
    return [key for item in found if item is not None and (key := edition.reader.key(item, ""))]
