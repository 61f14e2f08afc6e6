"""A decision in, what its sheet says of it out: statements by topic, in the order in which people ask."""

from collections.abc import Mapping

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.reader import Reader, is_stated, targets
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.topics import escalation, human, machine, oversight, people, upkeep
from orchestrator_lint.model import Decision, Guardrail, Unknown, Value


def row_of(edition: Edition, links: Links, decision: Decision) -> Context:
    """Give the decision in one row: what the tables of the charter and of the register share."""
    facts = edition.facts.get(decision.address)
    if facts is None:
        facts = edition.facts[decision.address] = _facts(edition, decision)
    return {"name": edition.decision(links, decision), "entry": links.entry(decision), **facts}


def _facts(edition: Edition, decision: Decision) -> Context:
    """What a row says wherever it stands."""
    reader = edition.of(decision)
    return {
        "status": reader.word(decision, "status", "status", "REV009"),
        "level": level_of(reader, decision),
        "owner": reader.office(decision, "owner", "OWN001", "OWN002"),
        "overseer": reader.office(decision, "oversight.by", "OVR001"),
        "has_machine": has_machine(reader, decision),
        "impact": reader.word(decision, "impact.level", "impact", "AUT011"),
        "reversibility": reader.word(decision, "impact.reversibility", "reversibility", "AUT011"),
    }


def level_of(reader: Reader, decision: Decision) -> Said:
    """Give the level at which it is decided, in words."""
    key = level_key(decision)
    if key is None:
        return Said(why="unreadable")
    return Said(reader.words.of("level", key)) if key else reader.gap("AUT001")


def level_key(decision: Decision) -> str | None:
    """Give the level at which it is decided; empty where none is stated, None where nobody can know."""
    try:
        return decision.decide or ""
    except Unknown:
        return None


def has_machine(reader: Reader, decision: Decision) -> bool:
    """Whether a machine may take part: the level says so, is not known, or a system is named."""
    systems = reader.at(decision, "machine.systems")
    return level_key(decision) != "human-only" or is_stated(systems) is not False


def decided(edition: Edition, links: Links, decision: Decision, row: Context) -> Context:
    """Give all that the sheet of a decision says, beside its `row` in the tables."""
    reader = edition.of(decision)
    return {
        "title": reader.title(decision),
        "address": decision.address,
        "row": row,
        "question": reader.text(decision, "question"),
        "purpose": _own_purpose(reader, decision),
        "autonomy": _autonomy(reader, decision),
        "impact": _impact(reader, decision),
        "involves": _involves(reader, decision),
        "machine": machine(reader, decision),
        "human": human(reader, decision),
        "oversight": oversight(reader, decision),
        "guardrails": reader.block(decision, "guardrails", "GRD001", "GRD002"),
        "held": held(edition, reader, links, decision),
        "escalation": escalation(reader, decision),
        "people": people(reader, decision),
        "upkeep": upkeep(reader, decision),
        "out_of_scope": reader.texts(decision, "out_of_scope"),
        "depends_on": _depends_on(edition, reader, links, decision),
        "flows": links.flows(decision.space.id),
    }


def _own_purpose(reader: Reader, decision: Decision) -> Said:
    """Its purpose where it has one of its own; that of the space stands at the top of the charter."""
    try:
        own = decision.own("purpose")
    except Unknown:
        return Said(why="unreadable")
    return reader.text(own) if own else Said()


def _autonomy(reader: Reader, decision: Decision) -> Context:
    autonomy = reader.at(decision, "autonomy")
    by_part = autonomy is not None and isinstance(autonomy.plain, dict)
    stages = (
        [(stage, reader.word(decision, f"autonomy.{stage}", "level")) for stage in reader.words.tables["stage"]]
        if by_part
        else []
    )
    modes = reader.at(decision, "autonomy.modes") if by_part else None
    key = level_key(decision)
    return {
        "key": key or "",
        "means": reader.words.of("level_means", key) if key else "",
        "stages": tuple(
            (reader.words.of("stage", stage), said) for stage, said in stages if said or said.why == "unreadable"
        ),
        "modes": _modes(reader, modes),
        "switched_by": reader.all_named(decision, "autonomy.switched_by") if by_part else (),
    }


def _modes(reader: Reader, modes: Value | None) -> tuple[tuple[str, Said], ...]:
    if modes is None or not isinstance(modes.plain, dict):
        return ()
    names = [name for name in modes.plain if not name.startswith("x-")]
    return tuple((name, reader.word(modes, name, "level")) for name in names)


def _impact(reader: Reader, decision: Decision) -> Context:
    return {
        "affects": reader.all_named(decision, "impact.affects"),
        "nobody": reader.block(decision, "impact.affects", "AUT011"),
        "is_stated_empty": reader.is_empty(decision, "impact.affects"),
        "as": reader.word(decision, "impact.as", "affected_as"),
        "effect": reader.word(decision, "impact.effect", "effect"),
    }


def _involves(reader: Reader, decision: Decision) -> Context:
    return {
        "responsible": reader.all_named(decision, "involves.responsible"),
        "consulted": reader.all_named(decision, "involves.consulted"),
        "not_consulted": reader.block(decision, "involves.consulted"),
        "informed": reader.all_named(decision, "involves.informed"),
    }


def held(edition: Edition, reader: Reader, links: Links, decision: Decision) -> tuple[Mapping[str, Said], ...]:
    """Give the guardrails of the decision and of its space, each with its statement."""
    known = [
        {
            "name": reader.title(rail)._replace(link=links.guardrail(rail.id)),
            "statement": edition.of(rail).text(rail, "statement"),
        }
        for rail in _guardrails(decision)
    ]
    unknown = [said for said in reader.all_named(decision, "guardrails") if said.why]
    return (*known, *({"name": said, "statement": Said()} for said in unknown))


def _guardrails(decision: Decision) -> tuple[Guardrail, ...]:
    found: dict[str, Guardrail] = {}
    for start, path in ((decision, "guardrails"), (decision.space, "every_decision.guardrails")):
        for target in targets(start, path):
            if isinstance(target, Guardrail):
                found[target.id] = target
    return tuple(found[id] for id in sorted(found))


def _depends_on(edition: Edition, reader: Reader, links: Links, decision: Decision) -> tuple[Said, ...]:
    known = [target for target in targets(decision, "depends_on") if isinstance(target, Decision)]
    unknown = [said for said in reader.all_named(decision, "depends_on") if said.why]
    return (*(edition.decision(links, target) for target in known), *unknown)
