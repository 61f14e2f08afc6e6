"""Workspace in, the incident and stop log out: whom to tell, what can be stopped and how, and a form to fill."""

from collections.abc import Iterator

from orchestrator_lint.documents.decided import has_machine
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, anchored
from orchestrator_lint.documents.page import Context, Page, fixed_day, page
from orchestrator_lint.documents.reader import life_of
from orchestrator_lint.documents.said import Block, Said
from orchestrator_lint.documents.topics import oversight
from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.model import Decision, Space, System

_CODES = ("SAF001", "SAF002", "SAF003", "SAF005")
_DUTIES = ("eu-ai-act 26(5)", "eu-ai-act 73", "gdpr 33", "gdpr 34")


def incidents(edition: Edition) -> Iterator[Page]:
    """Give the log. It lists the findings on stop, fallback and the route of reports."""
    links = edition.links.at("incidents.md")
    yield page(
        edition,
        links,
        "incidents",
        "incidents",
        [finding for finding in edition.found.all if finding.card.code in _CODES],
        route=route(edition),
        duties=tuple(_duties(edition)),
        spaces=tuple(space for one in edition.spaces if (space := _space(edition, links, one))["rows"]),
        systems=tuple(
            _system(edition, links, system) for system in edition.workspace.systems if edition.network.uses(system)
        ),
        guardrails=links.to("guardrails.md"),
    )


def route(edition: Edition) -> Context:
    """Say where incidents are reported, how fast, and which authority learns of them."""
    organisation = edition.organisation
    if organisation is None:
        return {"block": Block(False, edition.reader.gap()), "to": (), "within": Said(), "authority": Said()}
    reader = edition.of(organisation)
    here = reader.at(organisation, "incidents")
    return {
        "block": reader.block(here, "", "SAF005"),
        "to": reader.office(here, "report_to", "SAF005"),
        "within": reader.span(here, "within", "within", "SAF005"),
        "authority": reader.text(here, "authority", "SAF005"),
    }


def _duties(edition: Edition) -> Iterator[Context]:
    """What the declared laws ask for: who tells whom by when, and from which day that applies."""
    day = fixed_day(edition.report)
    for name in _DUTIES:
        if name.split()[0] in edition.frameworks:
            applies = applies_from(name)
            yield {
                "name": edition.words.cited(applies, day),
                "note": applies.note.to(edition.language) if applies.note else "",
                "who": edition.words.of("reports", name),
                "whom": edition.words.of("reported_to", name),
                "when": edition.words.of("reported_within", name),
            }


def _space(edition: Edition, links: Links, space: Space) -> Context:
    return {
        "anchor": f"stops-{anchored(space.id)}",
        "title": edition.of(space).title(space),
        "rows": tuple(_row(edition, links, decision) for decision in space.decisions if _can_run(edition, decision)),
    }


def _can_run(edition: Edition, decision: Decision) -> bool:
    """Whether a machine takes part in a decision that is not retired; what nobody can know can run."""
    return life_of(decision) != "retired" and has_machine(edition.reader, decision)


def _row(edition: Edition, links: Links, decision: Decision) -> Context:
    return {"name": edition.decision(links, decision), **oversight(edition.of(decision), decision)}


def _system(edition: Edition, links: Links, system: System) -> Context:
    reader = edition.of(system)
    return {
        "name": reader.title(system),
        "supplier": reader.text(system, "supplier.name", "OWN007"),
        "no_supplier": reader.block(system, "supplier"),
        "contract": reader.text(system, "supplier.contract"),
        "steward": reader.office(system, "steward", "OWN008"),
        "users": tuple(edition.decision(links, decision) for decision in edition.network.users(system)[:12]),
        "more": max(0, len(edition.network.users(system)) - 12),
    }
