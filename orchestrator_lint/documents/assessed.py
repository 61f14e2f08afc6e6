"""A decision in, the statements that both impact assessments draw on out: what it does, to whom, and what protects them."""

from collections.abc import Mapping

from orchestrator_lint.documents.decided import held
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.facts import Fact, Facts
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.occasions import called_for
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.reader import Reader, items, target_at, target_of
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.used import systems_of
from orchestrator_lint.model import Decision, Organisation, System, Unknown


def assessed(edition: Edition, links: Links, decision: Decision) -> Context:
    """Give the statements by name, and the guardrails and systems of the decision.

    The pages of both assessments stand at the same depth, so one set of links serves both.
    """
    kept, key = edition.found.kept, (edition.language, decision.address)
    if kept.get("assessed", (None,))[0] != key:
        kept["assessed"] = key, _assessed(edition, links, decision)
    said: Context = kept["assessed"][1]
    return said


def _assessed(edition: Edition, links: Links, decision: Decision) -> Context:
    reader = edition.of(decision)
    facts = Facts(reader, decision)
    return {
        "title": reader.title(decision),
        "address": decision.address,
        "sheet": links.decision(decision),
        **_decided(facts),
        **_impact(facts),
        **_oversight(facts),
        **_protects(facts, reader, decision),
        "incidents": _incidents(edition),
        "rails": held(edition, reader, links, decision),
        "no_rails": facts.named("guardrails", "GRD001", "GRD002"),
        "systems": tuple(_system(edition, links, system) for system in systems_of(decision)),
        "represented": _represented(edition, decision),
    }


def others(edition: Edition, links: Links, decision: Decision, kind: str) -> tuple[Said, ...]:
    """Name the documents on the decision besides the one of this kind."""
    return tuple(
        Said(edition.words.one(other), link=links.about(other, decision))
        for other in ("decisions", *called_for(edition, decision))
        if other != kind
    )


def _decided(facts: Facts) -> Mapping[str, Fact]:
    return {
        "question": facts.text("question"),
        "purpose": facts.text("purpose", "PUR001"),
        "machine_does": facts.text("machine.does"),
        "supplies": facts.listed("machine.supplies", "supplies", "AUT004"),
        "human_does": facts.text("human.does", "AUT003"),
        "out_of_scope": facts.texts("out_of_scope", "PUR003"),
        "status": facts.word("status", "status", "REV009"),
        "risk_class": facts.word("law.risk_class", "risk_class", "LAW001"),
        "area": facts.word("law.area", "area", "LAW001", "LAW002"),
        "profiling": facts.flag("law.profiling"),
        "automated_basis": facts.word("law.automated_basis", "automated_basis", "AUT008"),
    }


def _impact(facts: Facts) -> Mapping[str, Fact]:
    return {
        "affects": facts.named("impact.affects", "AUT011"),
        "as": facts.word("impact.as", "affected_as"),
        "effect": facts.word("impact.effect", "effect", "AUT011"),
        "level": facts.word("impact.level", "impact", "AUT011"),
        "reversibility": facts.word("impact.reversibility", "reversibility", "AUT011"),
    }


def _oversight(facts: Facts) -> Mapping[str, Fact]:
    return {
        "overseer": facts.office("oversight.by", "OVR001"),
        "may": facts.listed("oversight.override.may", "may", "OVR002"),
        "minutes": facts.number("oversight.workload.minutes_per_case", "OVR005"),
        "cases": facts.number("oversight.workload.cases_per_week"),
        "bias": facts.texts("oversight.bias_measures", "OVR008"),
        "shows": facts.listed("machine.shows", "shows", "OVR006"),
        "competences": facts.texts("requires.competences"),
        "training": facts.listed("requires.training", "topic"),
        "stop_by": facts.office("oversight.stop.by", "SAF001"),
        "stop_how": facts.text("oversight.stop.how", "SAF001"),
    }


def _protects(facts: Facts, reader: Reader, decision: Decision) -> Mapping[str, Fact]:
    fallback = reader.at(decision, "oversight.fallback")
    by_key = fallback is not None and isinstance(fallback.plain, dict) and "how" in fallback.plain
    return {
        "fallback": facts.text("oversight.fallback.how" if by_key else "oversight.fallback", "SAF003"),
        "monitored_by": facts.office("monitoring.by", "SAF004"),
        "monitored": facts.span("monitoring.every", "every", "SAF004"),
        "metrics": facts.listed("monitoring.metrics", "metrics"),
        "log": facts.listed("log.fields", "log_fields", "SAF006"),
        "log_kept": facts.span("log.retention", "plain", "SAF008"),
        "escalation": _escalation(facts),
        "notice": facts.text("notice.persons", "CON006"),
        "explained": facts.office("explanation.by", "CON005"),
        "explains": facts.listed("explanation.says", "says", "CON005"),
        "hearing": facts.span("hearing.within"),
        "contest": facts.text("contest.route", "CON001"),
        "decided_by": facts.office("contest.decided_by", "CON002"),
        "answered": facts.span("contest.respond_within", "within", "CON004"),
        "consulted": facts.named("involves.consulted", "NET007"),
        "review": facts.span("review.every", "every", "REV001"),
        "reviewed_by": facts.office("review.by"),
        "reviewed": facts.day("review.last", "REV001"),
        "dpia_ref": facts.text("law.dpia.ref", "LAW006"),
        "dpia_date": facts.day("law.dpia.date", "LAW006"),
        "fria_ref": facts.text("law.fria.ref", "LAW005"),
        "fria_date": facts.day("law.fria.date", "LAW005"),
    }


def _escalation(facts: Facts) -> Fact:
    """To whom the first step leads."""
    first = next(iter(items(facts.start, "escalation")), None)
    if first is not None:
        return Fact(facts.reader.office(first, "to", "ESC001", "ESC005"), f"{facts.at('escalation')}.0.to")
    block = facts.reader.block(facts.start, "escalation", "ESC001")
    return Fact((Said(why="unreadable") if block else block.gap,), facts.at("escalation"), block)


def _incidents(edition: Edition) -> Mapping[str, Fact]:
    organisation = edition.organisation
    if organisation is None:
        return dict.fromkeys(("to", "within", "authority"), Fact((edition.reader.gap(),), "organisation.incidents"))
    facts = Facts(edition.of(organisation), organisation)
    return {
        "to": facts.office("incidents.report_to", "SAF005"),
        "within": facts.span("incidents.within", "within", "SAF005"),
        "authority": facts.text("incidents.authority"),
    }


def _system(edition: Edition, links: Links, system: System) -> Context:
    facts = Facts(edition.of(system), system)
    return {
        "name": edition.reader.title(system)._replace(link=links.system(system.id)),
        "supplier": facts.text("supplier.name", "OWN007"),
        "use_until": facts.day("use_until"),
        "changed": facts.day("changed"),
    }


def _represented(edition: Edition, decision: Decision) -> tuple[tuple[Said, Said], ...]:
    """The groups affected, each with the role that speaks for it."""
    reader, organisation = edition.reader, edition.organisation
    affects = reader.at(decision, "impact.affects")
    if affects is None or organisation is None or not edition.workspace.names_groups:
        return ()
    try:
        groups = [str(item.plain) for item in affects if isinstance(target_of(item), Organisation)]
    except Unknown:
        return ()
    return tuple((reader.inside(organisation, "affected", id), _voice(reader, organisation, id)) for id in groups)


def _voice(reader: Reader, organisation: Organisation, id: str) -> Said:
    group = reader.at(organisation, f"affected.{id}")
    role = target_at(group, "represented_by") if group is not None else None
    return reader.title(role) if role is not None else reader.gap()
