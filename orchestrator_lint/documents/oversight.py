"""A decision in, the plan for its human oversight out: who watches the machine, able to do what, and how it is stopped."""

from collections.abc import Iterator

from orchestrator_lint.documents.decided import level_key, level_of
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.learnt import measures
from orchestrator_lint.documents.links import page_on
from orchestrator_lint.documents.load import load
from orchestrator_lint.documents.offices import Holder, holders
from orchestrator_lint.documents.page import Context, Page, page_of
from orchestrator_lint.documents.reader import Reader, items
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.sheet import findings_on
from orchestrator_lint.documents.topics import escalation, human, machine, measured, oversight
from orchestrator_lint.documents.used import systems_of
from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.judging import Finding
from orchestrator_lint.model import Decision, Role, System, Unknown, level_rank

_CODES = (
    "OVR",
    "SAF001",
    "SAF002",
    "SAF003",
    "SAF010",
    "TRN",
    "ESC",
    "OWN",
    "AUT001",
    "AUT009",
    "AUT010",
    "SHP",
    "REF",
)
# the parts in the order of the table, and the rules that report a gap
_PARTS = {
    "oversight": ("OVR001",),
    "stop": ("SAF001",),
    "responsible": (),
    "contest": ("CON002",),
    "owner": ("OWN001", "OWN002"),
}


def oversight_plan(edition: Edition, decision: Decision) -> Page:
    """Give the plan of a decision; it lists the findings on oversight, stop, training and authority."""
    links = edition.links.at(page_on("oversight", decision))
    reader = edition.of(decision)
    return page_of(
        edition,
        links,
        "oversight",
        decision,
        _on_oversight(edition, decision),
        name=edition.decision(links, decision),
        title=reader.title(decision),
        space=edition.of(decision.space).title(decision.space),
        charter=links.charter(decision.space.id),
        duty=_duty(edition, reader, decision),
        task=_task(reader, decision),
        persons=tuple(_persons(edition, reader, decision)),
        overseers=tuple(_overseer(edition, reader, decision, role) for role in _overseers(reader, decision)),
        needed=_needed(reader, decision),
        machine=machine(reader, decision),
        oversight=oversight(reader, decision),
        escalation=escalation(reader, decision),
        systems=tuple(_system(edition, system) for system in systems_of(decision)),
        register=links.to(links.entries(decision.space.id)),
        incidents=links.to("incidents.md"),
    )


def _on_oversight(edition: Edition, decision: Decision) -> list[Finding]:
    return [finding for finding in findings_on(edition, decision) if finding.card.code.startswith(_CODES)]


def _duty(edition: Edition, reader: Reader, decision: Decision) -> Context:
    """Whether Art. 14 and 26 AI Act bind here, and from when."""
    applies = applies_from("eu-ai-act 26(2)", reader.key(decision, "law.area"))
    return {
        "declared": "eu-ai-act" in edition.frameworks,
        "is_high": reader.key(decision, "law.risk_class") == "high",
        "risk_class": reader.word(decision, "law.risk_class", "risk_class", "LAW001"),
        "day": edition.words.day(applies.day) if applies.day else "",
        "note": applies.note.to(edition.language) if applies.note else "",
    }


def _task(reader: Reader, decision: Decision) -> Context:
    key = level_key(decision)
    return {
        "question": reader.text(decision, "question"),
        "level": level_of(reader, decision),
        "means": reader.words.of("level_means", key) if key else "",
        "affects": reader.all_named(decision, "impact.affects", "AUT011"),
        "impact": reader.word(decision, "impact.level", "impact", "AUT011"),
        "reversibility": reader.word(decision, "impact.reversibility", "reversibility", "AUT011"),
        "human": human(reader, decision),
    }


def _persons(edition: Edition, reader: Reader, decision: Decision) -> Iterator[Context]:
    for part, codes in _PARTS.items():
        for one in holders(reader, decision, part, *codes) or (Holder(reader.gap(*codes), None),):
            yield {"part": reader.words.of("part", part), "said": one.said, **_post(edition, reader, one.role)}


def _post(edition: Edition, reader: Reader, role: Role | None) -> Context:
    """What kind of role it is, and who stands in for it."""
    if role is None:
        return {"kind": Said(), "deputy": (), "no_deputy": None}
    kind = edition.reader.key(role, "kind") or "person"
    return {
        "kind": Said(reader.words.of("role_kind", kind)),
        "deputy": edition.of(role).office(role, "deputy", "OWN005"),
        "no_deputy": reader.block(role, "deputy"),
    }


def _overseers(reader: Reader, decision: Decision) -> list[Role]:
    return [one.role for one in holders(reader, decision, "oversight") if one.role is not None]


def _needed(reader: Reader, decision: Decision) -> Context:
    return {
        "competences": reader.texts(decision, "requires.competences") or (reader.gap("OVR004"),),
        "training": reader.listed(decision, "requires.training", "topic") or (reader.gap("OVR004"),),
    }


def _overseer(edition: Edition, reader: Reader, decision: Decision, role: Role) -> Context:
    needed = _keys(reader, decision, "requires.training")
    learnt = measures(edition, role, needed)
    had = {measure["key"] for measure in learnt}
    competences = reader.texts(role, "competences")
    return {
        "name": edition.reader.title(role),
        "competences": competences or (reader.gap("OVR004"),),
        "lacking": _lacking(reader, decision, competences),
        "measures": learnt,
        "no_measures": reader.gap("TRN001"),
        "untaught": tuple(Said(reader.words.of("topic", key)) for key in needed if key not in had),
        "untaught_code": reader.gap("OVR004").code,
        **_authority(reader, decision, role),
        "sees": reader.all_named(role, "sees"),
        "sees_nothing": reader.block(role, "sees"),
        "load": load(edition, reader, decision, role),
    }


def _lacking(reader: Reader, decision: Decision, has: tuple[Said, ...]) -> tuple[Said, ...]:
    """The competences that are needed and not stated for the role."""
    known = {said.text for said in has}
    return tuple(said for said in reader.texts(decision, "requires.competences") if said.text not in known)


def _authority(reader: Reader, decision: Decision, role: Role) -> Context:
    """Up to which level the role may overrule, and whether that reaches the level of the decision."""
    stated = reader.word(role, "may_overrule", "level", "OVR003")
    level = _level(decision) if stated else ""
    return {
        "authority": stated,
        "suffices": level_rank(reader.key(role, "may_overrule")) >= level_rank(level) if level else None,
        "reached": Said(reader.words.of("level", level)) if level else Said(),
        "authority_code": reader.gap("OVR003").code,
    }


def _level(decision: Decision) -> str:
    """How far the decision goes; empty where nobody can know it."""
    try:
        return decision.level
    except Unknown:
        return ""


def _system(edition: Edition, system: System) -> Context:
    reader = edition.of(system)
    return {
        "name": reader.title(system),
        "steward": reader.office(system, "steward", "OWN008"),
        "instructions": reader.text(system, "instructions", "SAF010"),
        "performance": tuple(measured(reader, item) for item in items(system, "performance") if item is not None),
    }


def _keys(reader: Reader, decision: Decision, path: str) -> list[str]:
    return [key for item in items(decision, path) if item is not None and (key := reader.key(item, ""))]
