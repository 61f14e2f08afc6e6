"""Workspace in, for each system that takes part in a decision what the people who use it have to know (Art. 13(3) AI Act) out."""

from collections.abc import Iterator, Sequence

from orchestrator_lint.documents.decided import level_of
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.facts import Fact, Facts
from orchestrator_lint.documents.links import Links, is_id
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import items, target_at
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.topics import measured
from orchestrator_lint.model import Dataset, Decision, System

# more rows than that nobody reads; the register holds all
_SHOWN = 30


def instructions(edition: Edition) -> Iterator[Page]:
    """Give a page for each system that a decision uses and that can name a page."""
    for system in edition.workspace.systems:
        users = edition.network.users(system)
        if users and is_id(system.id):
            yield _extract(edition, system, users)


def _extract(edition: Edition, system: System, users: Sequence[Decision]) -> Page:
    links = edition.links.at(f"instructions/{system.id}.md")
    reader = edition.of(system)
    return page(
        edition,
        links,
        "instructions",
        f"instructions-{system.id}",
        edition.found.on(system.address),
        reader.office(system, "steward", "OWN008"),
        decisions=users,
        system=system.id,
        title=reader.title(system),
        it=_facts(Facts(reader, system)),
        performance=tuple(measured(edition.reader, item) for item in items(system, "performance")),
        measured=Facts(reader, system).block("performance", "OVR013"),
        uses=tuple(_use(edition, links, decision) for decision in users[:_SHOWN]),
        more=max(0, len(users) - _SHOWN),
        inputs=_inputs(edition, links, system, users),
        register=links.to("register.md"),
    )


def _facts(facts: Facts) -> dict[str, Fact]:
    return {
        "supplier": facts.text("supplier.name", "OWN007"),
        "contract": facts.text("supplier.contract"),
        "instructions": facts.text("instructions", "SAF010"),
        "kind": facts.word("kind", "system_kind"),
        "status": facts.word("status", "status"),
        "outputs": facts.listed("outputs", "outputs"),
        "tested_on": facts.day("tested.date", "SAF011"),
        "tested_how": facts.text("tested.how"),
        "tested_by": facts.office("tested.by"),
        "open_to": facts.named("logic.open_to", "CON010"),
        "learns_from": facts.named("learns_from"),
        "loop_control": facts.text("loop_control", "DAT008"),
        "changed": facts.day("changed"),
        "use_until": facts.day("use_until"),
        "steward": facts.office("steward", "OWN008"),
        "their_duties": facts.texts("supplier.duties.supplier", "OWN007"),
        "our_duties": facts.texts("supplier.duties.us", "OWN007"),
        "exit_plan": facts.text("exit_plan", "SAF007"),
        "eu_database": facts.text("eu_database_id", "LAW008"),
    }


def _use(edition: Edition, links: Links, decision: Decision) -> Context:
    """What holds for the system in one decision."""
    reader = edition.of(decision)
    facts = Facts(reader, decision)
    return {
        "name": edition.decision(links, decision),
        "level": level_of(reader, decision),
        "does": reader.text(decision, "machine.does"),
        "out_of_scope": facts.texts("out_of_scope", "PUR003"),
        "shows": facts.listed("machine.shows", "shows", "OVR006"),
        "abstains": facts.texts("machine.abstains.when", "AUT012"),
        "overseer": facts.office("oversight.by", "OVR001"),
        "may": facts.listed("oversight.override.may", "may", "OVR002"),
        "stop_by": facts.office("oversight.stop.by", "SAF001"),
        "stop_how": reader.text(decision, "oversight.stop.how", "SAF001"),
        "log": facts.listed("log.fields", "log_fields", "SAF006"),
        "kept": reader.span(decision, "log.retention", "plain", "SAF008"),
    }


def _inputs(edition: Edition, links: Links, system: System, users: Sequence[Decision]) -> tuple[Said, ...]:
    """The datasets that flow into the system."""
    flows = [flow for decision in users for flow in items(decision, "flows") if flow is not None]
    into = [target_at(flow, "from") for flow in flows if target_at(flow, "to") == system]
    found = {target.id: target for target in into if isinstance(target, Dataset)}
    return tuple(edition.reader.title(found[id])._replace(link=links.dataset(id)) for id in sorted(found))
