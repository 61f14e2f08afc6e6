"""A decision in, its sheet out: all that holds for this one decision."""

from collections.abc import Iterator

from orchestrator_lint.documents.decided import decided, row_of
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, page_on
from orchestrator_lint.documents.occasions import called_for
from orchestrator_lint.documents.page import Page, page_of
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.used import datasets_of, systems_of
from orchestrator_lint.escape import Verbatim
from orchestrator_lint.judging import Finding
from orchestrator_lint.model import Decision


def sheet(edition: Edition, decision: Decision) -> Page:
    """Give the sheet of a decision; it lists the findings on the decision, and what it shares with its space."""
    links = edition.links.at(page_on("decisions", decision))
    row = row_of(edition, links, decision)
    return page_of(
        edition,
        links,
        "sheet",
        decision,
        findings_on(edition, decision),
        it=decided(edition, links, decision, row),
        inputs=_inputs(edition, links, decision),
        outputs=_outputs(edition, decision),
        charter=links.charter(decision.space.id),
        space=edition.of(decision.space).title(decision.space),
        further=(
            *(
                (edition.words.of("document", kind), links.about(kind, decision))
                for kind in called_for(edition, decision)
            ),
            *_instructions(edition, links, decision),
        ),
    )


def _instructions(edition: Edition, links: Links, decision: Decision) -> Iterator[tuple[str, Verbatim]]:
    """The extracts for the systems that take part."""
    name = edition.words.of("document", "instructions")
    for system in systems_of(decision):
        if link := links.system(system.id):
            yield f"{name}: {edition.reader.title(system).text}", link


def findings_on(edition: Edition, decision: Decision) -> list[Finding]:
    """Give the findings that concern a decision: its own, and those of its space that it shares."""
    shared = [finding for finding in edition.found.on(decision.space.address) if not finding.decisions]
    return [*edition.found.on(decision.address), *shared]


def _inputs(edition: Edition, links: Links, decision: Decision) -> tuple[Said, ...]:
    return tuple(
        edition.reader.title(dataset)._replace(link=links.dataset(dataset.id)) for dataset in datasets_of(decision)
    )


def _outputs(edition: Edition, decision: Decision) -> tuple[Said, ...]:
    found = [said for system in systems_of(decision) for said in edition.reader.listed(system, "outputs", "outputs")]
    return tuple(dict.fromkeys(found))
