"""Workspace in, the data-flow record out: which data goes where and what for, and the extract for Art. 30 GDPR."""

from collections.abc import Iterable, Iterator

from orchestrator_lint.documents.diagram import Arrow, diagrams
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.ends import End, end_of
from orchestrator_lint.documents.links import Links, anchored
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import Reader, items, targets
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.used import systems_of
from orchestrator_lint.judging import Finding
from orchestrator_lint.model import Dataset, Decision, Space, System, Value


def data_flows(edition: Edition) -> Iterator[Page]:
    """Give the record, and where there are many spaces a page of flows for each."""
    links = edition.links.at("data-flows.md")
    on_flows = [] if links.split else _on_flows(edition.found.all)
    yield page(
        edition,
        links,
        "data-flows",
        "data-flows",
        [*edition.found.of_section("datasets"), *on_flows],
        split=links.split,
        overview=tuple(_overview(edition, links, space) for space in edition.spaces),
        spaces=() if links.split else tuple(_space(edition, links, space) for space in edition.spaces),
        datasets=tuple(_dataset(edition, links, dataset) for dataset in edition.workspace.datasets),
    )
    if links.split:
        yield from (_page(edition, space) for space in edition.spaces)


def _page(edition: Edition, space: Space) -> Page:
    links = edition.links.at(edition.links.flow_page(space.id))
    return page(
        edition,
        links,
        "data-flows-space",
        f"data-flows-{space.id}",
        _on_flows(edition.found.in_space(space.id)),
        edition.of(space).office(space, "owner", "OWN001"),
        decisions=space.decisions,
        space=_space(edition, links, space),
        record=links.to("data-flows.md"),
    )


def _on_flows(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.card.code.startswith("DAT") or "/flows/" in finding.about]


def _overview(edition: Edition, links: Links, space: Space) -> Context:
    flows = sum(len(items(of, "flows")) for of in (space, *space.decisions))
    name = edition.of(space).title(space)._replace(link=links.flows(space.id))
    return {"name": name, "flows": flows, "decisions": len(space.decisions)}


def _space(edition: Edition, links: Links, space: Space) -> Context:
    arrows = tuple(_arrows(edition, links, space))
    return {
        "anchor": f"flows-{anchored(space.id)}",
        "title": edition.of(space).title(space),
        "charter": links.charter(space.id),
        "diagrams": diagrams(arrows, edition.words),
        "arrows": arrows,
        "silent": tuple(_silent(edition, links, space)),
    }


def _arrows(edition: Edition, links: Links, space: Space) -> Iterator[Arrow]:
    learning: dict[str, System] = {}
    for flow in items(space, "flows"):
        yield _arrow(edition, links, flow, None)
    for decision in space.decisions:
        for flow in items(decision, "flows"):
            yield _arrow(edition, links, flow, decision)
        learning |= {system.id: system for system in systems_of(decision)}
    for id in sorted(learning):
        yield from _learning(edition, links, learning[id])


def _arrow(edition: Edition, links: Links, flow: Value | None, decision: Decision | None) -> Arrow:
    name = edition.decision(links, decision) if decision is not None else Said()
    if flow is None:
        unreadable = Said(why="unreadable")
        end = End(f"?{name.text}", "", unreadable)
        return Arrow(end, end, unreadable, unreadable, (), name, False)
    reader = edition.of(decision) if decision is not None else edition.reader
    end = end_of(edition, links, flow, "to", decision)
    return Arrow(
        start=end_of(edition, links, flow, "from", decision),
        end=end,
        carries=reader.text(flow, "carries"),
        use=reader.text(flow, "use"),
        via=tuple(_hop(reader, hop) for hop in items(flow, "via")),
        decision=name,
        effect=end.kind == "persons" or reader.flag(flow, "effect") is True,
    )


def _hop(reader: Reader, hop: Value | None) -> Said:
    if hop is None:
        return Said(why="unreadable")
    if not isinstance(hop.plain, dict):
        return reader.text(hop, "", "DAT002")
    name, where = reader.text(hop, "name", "DAT002"), reader.text(hop, "where")
    return name._replace(text=f"{name.text} ({where.text})") if name and where else name


def _learning(edition: Edition, links: Links, system: System) -> Iterator[Arrow]:
    to = End(f"systems/{system.id}", "systems", edition.reader.title(system))
    for dataset in targets(system, "learns_from"):
        start = End(
            f"datasets/{dataset.id}", "datasets", edition.reader.title(dataset)._replace(link=links.dataset(dataset.id))
        )
        yield Arrow(start, to, Said(), Said(), (), Said(), False, learns=True)


def _silent(edition: Edition, links: Links, space: Space) -> Iterator[tuple[Said, Said]]:
    """The decisions with a system whose flows are not stated."""
    for decision in space.decisions:
        reader = edition.of(decision)
        flows = reader.at(decision, "flows")
        if flows is None or (not flows and not items(space, "flows") and systems_of(decision)):
            yield edition.decision(links, decision), Said(why="unreadable") if flows is None else reader.gap("DAT002")


def _dataset(edition: Edition, links: Links, dataset: Dataset) -> Context:
    reader = edition.of(dataset)
    users = edition.network.users(dataset)
    return {
        "anchor": f"dataset-{anchored(dataset.id)}",
        "id": dataset.id,
        "title": reader.title(dataset),
        "personal": reader.word(dataset, "personal", "personal", "DAT011"),
        "is_personal": reader.key(dataset, "personal") != "none",
        "source": reader.text(dataset, "source", "DAT001"),
        "steward": reader.office(dataset, "steward", "OWN008"),
        "purposes": reader.texts(dataset, "purposes") or (reader.gap("DAT004"),),
        "groups": _groups(edition, users),
        "proxies": reader.texts(dataset, "proxies"),
        "justification": reader.text(dataset, "justification", "DAT005"),
        "legal_basis": reader.provisions(dataset, "legal_basis") or (reader.gap("DAT003"),),
        "recipients": _stated(reader, dataset, "recipients"),
        "third_countries": _stated(reader, dataset, "third_countries"),
        "transfer_basis": reader.text(dataset, "transfer_basis", "DAT007"),
        "retention": reader.span(dataset, "retention", "plain", "DAT006"),
        "quality": reader.text(dataset, "quality", "DAT010"),
        "record": reader.text(dataset, "processing_record", "LAW007"),
        "changed": reader.day(dataset, "changed"),
        "used_by": tuple(edition.decision(links, decision) for decision in users),
    }


def _stated(reader: Reader, dataset: Dataset, key: str) -> Context:
    """A list that may be stated to be empty."""
    return {
        "none": reader.is_empty(dataset, key),
        "said": reader.texts(dataset, key) or (reader.gap("DAT007"),),
    }


def _groups(edition: Edition, users: Iterable[Decision]) -> tuple[Said, ...]:
    """The groups of people that the decisions which use the data affect."""
    found = {
        said.text: said for decision in users for said in edition.reader.all_named(decision, "impact.affects") if said
    }
    return tuple(found[text] for text in sorted(found))
