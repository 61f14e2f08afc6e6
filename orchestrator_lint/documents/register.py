"""Workspace in, the AI and decision register out: one row a decision, and an entry for each decision and system."""

from collections.abc import Iterable, Iterator

from orchestrator_lint.documents.decided import row_of
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, anchored, decision_anchor
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import Reader, items
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.topics import measured
from orchestrator_lint.documents.used import datasets_of, systems_of
from orchestrator_lint.model import Decision, Space, System


def register(edition: Edition) -> Iterator[Page]:
    """Give the register, and where there are many decisions a page of entries for each space."""
    links = edition.links.at("register.md")
    everything = list(edition.found.all)
    inside = () if links.split else tuple(_section(edition, links, space) for space in edition.spaces)
    systems = list(edition.workspace.systems)
    yield page(
        edition,
        links,
        "register",
        "register",
        everything,
        in_list=not links.split,
        split=links.split,
        count=len(edition.workspace.decisions),
        tables=tuple(_table(edition, links, space) for space in edition.spaces),
        sections=inside,
        systems=()
        if links.split
        else tuple(_system(edition, links, system, edition.network.users(system)) for system in systems),
        unused=tuple(edition.reader.title(system) for system in systems if not edition.network.uses(system)),
    )
    if links.split:
        yield from (_entries(edition, space) for space in edition.spaces)


def _entries(edition: Edition, space: Space) -> Page:
    links = edition.links.at(edition.links.entries(space.id))
    uses = [(system, decision) for decision in space.decisions for system in systems_of(decision)]
    users: dict[System, list[Decision]] = {}
    for system, decision in uses:
        users.setdefault(system, []).append(decision)
    return page(
        edition,
        links,
        "register-space",
        f"register-{space.id}",
        edition.found.in_space(space.id),
        edition.of(space).office(space, "owner", "OWN001"),
        in_list=False,
        decisions=space.decisions,
        section=_section(edition, links, space),
        systems=tuple(
            _system(edition, links, system, users[system]) for system in sorted(users, key=lambda system: system.id)
        ),
        listed=links.charter(space.id, "findings"),
        register=links.to("register.md"),
    )


def _table(edition: Edition, links: Links, space: Space) -> Context:
    return {
        "anchor": f"space-{anchored(space.id)}",
        "title": edition.of(space).title(space),
        "charter": links.charter(space.id),
        "found": edition.opened(edition.found.in_space(space.id)),
        "findings": links.charter(space.id, "findings"),
        "rows": tuple(_row(edition, links, decision) for decision in space.decisions),
    }


def _row(edition: Edition, links: Links, decision: Decision) -> Context:
    reader = edition.of(decision)
    return {
        **row_of(edition, links, decision),
        "risk_class": reader.word(decision, "law.risk_class", "risk_class", "LAW001"),
        "systems": reader.all_named(decision, "machine.systems"),
        "due": _due(reader, decision),
    }


def _due(reader: Reader, decision: Decision) -> Said:
    block = reader.block(decision, "review", "REV001")
    return block.reason or reader.due(decision)


def _section(edition: Edition, links: Links, space: Space) -> Context:
    return {
        "title": edition.of(space).title(space),
        "charter": links.charter(space.id),
        "entries": tuple(_entry(edition, links, decision) for decision in space.decisions),
    }


def _entry(edition: Edition, links: Links, decision: Decision) -> Context:
    reader = edition.of(decision)
    return {
        **_row(edition, links, decision),
        "anchor": decision_anchor(decision),
        "title": reader.title(decision),
        "address": decision.address,
        "charter": links.decision(decision),
        "question": reader.text(decision, "question"),
        "purpose": reader.text(decision, "purpose", "PUR001"),
        "affects": reader.all_named(decision, "impact.affects"),
        "nobody": reader.block(decision, "impact.affects", "AUT011"),
        "effect": reader.word(decision, "impact.effect", "effect"),
        "systems": tuple(
            reader.title(system)._replace(
                link=links.to(links.entries(decision.space.id), f"system-{anchored(system.id)}")
            )
            for system in systems_of(decision)
        ),
        "datasets": tuple(_data(edition, links, decision)),
        "review": reader.block(decision, "review", "REV001"),
        **_law(reader, decision),
    }


def _data(edition: Edition, links: Links, decision: Decision) -> Iterator[tuple[Said, Said]]:
    for dataset in datasets_of(decision):
        reader = edition.of(dataset)
        name = reader.title(dataset)._replace(link=links.dataset(dataset.id))
        yield name, reader.word(dataset, "personal", "personal", "DAT011")


def _law(reader: Reader, decision: Decision) -> Context:
    law = reader.at(decision, "law")
    looked = reader.at(law, "practices")
    return {
        "area": reader.word(law, "area", "area", "LAW001", "LAW002"),
        "practices": reader.listed(law, "practices", "practices"),
        "practices_gap": Said() if looked is not None and looked.plain == [] else reader.gap("LAW001"),
        "ground": reader.text(law, "derogation.ground"),
        "ground_reason": reader.text(law, "derogation.reason"),
        "profiling": reader.flag(law, "profiling"),
        "automated_basis": reader.word(law, "automated_basis", "automated_basis", "AUT008"),
        "dpia": reader.block(law, "dpia", "LAW006"),
        "dpia_ref": reader.text(law, "dpia.ref", "LAW006"),
        "dpia_date": reader.day(law, "dpia.date", "LAW006"),
        "fria": reader.block(law, "fria", "LAW005"),
        "fria_ref": reader.text(law, "fria.ref", "LAW005"),
        "fria_date": reader.day(law, "fria.date", "LAW005"),
    }


def _system(edition: Edition, links: Links, system: System, users: Iterable[Decision]) -> Context:
    """Describe a system, and name the decisions of the page that use it."""
    reader = edition.of(system)
    return {
        "anchor": f"system-{anchored(system.id)}",
        "id": system.id,
        "title": reader.title(system),
        "kind": reader.word(system, "kind", "system_kind"),
        "status": reader.word(system, "status", "status"),
        "supplier": reader.block(system, "supplier", "OWN007"),
        "supplier_name": reader.text(system, "supplier.name"),
        "contract": reader.text(system, "supplier.contract"),
        "their_duties": reader.texts(system, "supplier.duties.supplier"),
        "our_duties": reader.texts(system, "supplier.duties.us"),
        "steward": reader.office(system, "steward", "OWN008"),
        "outputs": reader.listed(system, "outputs", "outputs"),
        "learns_from": reader.all_named(system, "learns_from"),
        "loop_control": reader.text(system, "loop_control", "DAT008"),
        "no_loop_control": reader.block(system, "loop_control", "DAT008"),
        "instructions": reader.text(system, "instructions"),
        "eu_database": reader.text(system, "eu_database_id", "LAW008"),
        "no_eu_database": reader.block(system, "eu_database_id", "LAW008"),
        "exit_plan": reader.text(system, "exit_plan", "SAF007"),
        "no_exit_plan": reader.block(system, "exit_plan", "SAF007"),
        "tested": reader.block(system, "tested"),
        "tested_on": reader.day(system, "tested.date"),
        "tested_how": reader.text(system, "tested.how"),
        "tested_by": reader.office(system, "tested.by"),
        "not_measured": reader.block(system, "performance"),
        "performance": tuple(measured(reader, item) for item in items(system, "performance") if item is not None),
        "logic": reader.block(system, "logic"),
        "open_to": reader.all_named(system, "logic.open_to"),
        "use_until": reader.day(system, "use_until"),
        "changed": reader.day(system, "changed"),
        "used_by": tuple(edition.decision(links, decision) for decision in users),
    }
