"""A decision in, what its charter says of it out: statements by topic, in the order in which people ask."""

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, decision_anchor
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.reader import Reader, items, targets
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Decision, Guardrail, Unknown, Value


def row_of(edition: Edition, links: Links, decision: Decision) -> Context:
    """Give the decision in one row: what the tables of the charter and of the register share."""
    reader = edition.of(decision)
    return {
        "name": reader.title(decision)._replace(link=links.decision(decision)),
        "entry": links.entry(decision),
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
    return level_key(decision) != "human-only" or systems is None or bool(systems)


def decided(edition: Edition, links: Links, decision: Decision) -> Context:
    """Give all that the section on a decision says."""
    reader = edition.of(decision)
    return {
        "anchor": decision_anchor(decision),
        "title": reader.title(decision),
        "address": decision.address,
        "row": row_of(edition, links, decision),
        "question": reader.text(decision, "question"),
        "purpose": _own_purpose(reader, decision),
        "autonomy": _autonomy(reader, decision),
        "impact": _impact(reader, decision),
        "involves": _involves(reader, decision),
        "machine": _machine(reader, decision),
        "human": _human(reader, decision),
        "oversight": _oversight(reader, decision),
        "guardrails": reader.block(decision, "guardrails", "GRD001", "GRD002"),
        "held": _held(edition, reader, links, decision),
        "escalation": _escalation(reader, decision),
        "people": _people(reader, decision),
        "upkeep": _upkeep(reader, decision),
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
    stages = [(stage, reader.word(decision, f"autonomy.{stage}", "level")) for stage in reader.words.tables["stage"]] if by_part else []
    modes = reader.at(decision, "autonomy.modes") if by_part else None
    key = level_key(decision)
    return {
        "key": key or "",
        "means": reader.words.of("level_means", key) if key else "",
        "stages": tuple((reader.words.of("stage", stage), said) for stage, said in stages if said or said.why == "unreadable"),
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
        "is_stated_empty": _is_empty_list(reader, decision),
        "as": reader.word(decision, "impact.as", "affected_as"),
        "effect": reader.word(decision, "impact.effect", "effect"),
    }


def _is_empty_list(reader: Reader, decision: Decision) -> bool:
    value = reader.at(decision, "impact.affects")
    return value is not None and value.plain == []


def _involves(reader: Reader, decision: Decision) -> Context:
    return {
        "responsible": reader.all_named(decision, "involves.responsible"),
        "consulted": reader.all_named(decision, "involves.consulted"),
        "not_consulted": reader.block(decision, "involves.consulted"),
        "informed": reader.all_named(decision, "involves.informed"),
    }


def _machine(reader: Reader, decision: Decision) -> Context:
    return {
        "block": reader.block(decision, "machine", "AUT004"),
        "systems": reader.all_named(decision, "machine.systems"),
        "supplies": reader.listed(decision, "machine.supplies", "supplies") or (reader.gap("AUT004"),),
        "does": reader.text(decision, "machine.does"),
        "shows": reader.listed(decision, "machine.shows", "shows"),
        "not_shown": reader.block(decision, "machine.shows", "OVR006"),
        "threshold": reader.block(decision, "machine.threshold"),
        "set_by": reader.named(decision, "machine.threshold.set_by"),
        "adjustable_by": reader.all_named(decision, "machine.threshold.adjustable_by"),
        "prefers": reader.word(decision, "machine.threshold.prefers", "prefers"),
        "because": reader.text(decision, "machine.threshold.because"),
        "abstains": reader.block(decision, "machine.abstains"),
        "when": reader.texts(decision, "machine.abstains.when"),
        "then": reader.word(decision, "machine.abstains.then", "abstains"),
        "cutoff": reader.text(decision, "machine.cutoff.field"),
        "below": reader.number(decision, "machine.cutoff.below"),
        "above": reader.number(decision, "machine.cutoff.above"),
        "outcome": reader.text(decision, "machine.cutoff.outcome"),
    }


def _human(reader: Reader, decision: Decision) -> Context:
    return {
        "supplies": reader.listed(decision, "human.supplies", "supplies") or (reader.gap("AUT003"),),
        "does": reader.text(decision, "human.does", "AUT003"),
        "competences": reader.texts(decision, "requires.competences"),
        "training": reader.listed(decision, "requires.training", "topic"),
    }


def _oversight(reader: Reader, decision: Decision) -> Context:
    fallback = reader.at(decision, "oversight.fallback")
    by_key = fallback is not None and isinstance(fallback.plain, dict) and "how" in fallback.plain
    given = "oversight.window.given" if _is_map(reader, decision, "oversight.window") else "oversight.window"
    return {
        "block": reader.block(decision, "oversight", "OVR001"),
        "by": reader.office(decision, "oversight.by", "OVR001"),
        "persons": reader.number(decision, "oversight.persons"),
        "override": reader.block(decision, "oversight.override", "OVR002"),
        "may": reader.listed(decision, "oversight.override.may", "may") or (reader.gap("OVR002"),),
        "justification": reader.word(decision, "oversight.override.justification", "justification"),
        "logged": reader.flag(decision, "oversight.override.logged"),
        "logged_gap": reader.gap("OVR009"),
        "window": reader.block(decision, "oversight.window", "OVR005"),
        "given": reader.span(decision, given),
        "needed": reader.span(decision, "oversight.window.needed") if given.endswith("given") else Said(),
        "cases": reader.number(decision, "oversight.workload.cases_per_week"),
        "minutes": reader.number(decision, "oversight.workload.minutes_per_case"),
        "minutes_needed": reader.number(decision, "oversight.workload.minutes_needed"),
        "bias": reader.block(decision, "oversight.bias_measures", "OVR008"),
        "bias_measures": reader.texts(decision, "oversight.bias_measures"),
        "stop": reader.block(decision, "oversight.stop", "SAF001"),
        "stop_by": reader.office(decision, "oversight.stop.by", "SAF001"),
        "stop_how": reader.text(decision, "oversight.stop.how", "SAF001"),
        "stop_tested": reader.day(decision, "oversight.stop.tested", "SAF002"),
        "fallback": reader.block(decision, "oversight.fallback", "SAF003"),
        "fallback_how": reader.text(decision, "oversight.fallback.how" if by_key else "oversight.fallback", "SAF003"),
        "fallback_tested": reader.day(decision, "oversight.fallback.tested") if by_key else Said(),
    }


def _is_map(reader: Reader, decision: Decision, path: str) -> bool:
    value = reader.at(decision, path)
    return value is not None and isinstance(value.plain, dict)


def _held(edition: Edition, reader: Reader, links: Links, decision: Decision) -> tuple[Context, ...]:
    """The guardrails of the decision and of its space, each with its statement."""
    held = [
        {"name": reader.title(rail)._replace(link=links.guardrail(rail.id)), "statement": edition.of(rail).text(rail, "statement")}
        for rail in _guardrails(decision)
    ]
    unknown = [said for said in reader.all_named(decision, "guardrails") if said.why]
    return (*held, *({"name": said, "statement": Said()} for said in unknown))


def _guardrails(decision: Decision) -> tuple[Guardrail, ...]:
    found: dict[str, Guardrail] = {}
    for start, path in ((decision, "guardrails"), (decision.space, "every_decision.guardrails")):
        for target in targets(start, path):
            if isinstance(target, Guardrail):
                found[target.id] = target
    return tuple(found[id] for id in sorted(found))


def _escalation(reader: Reader, decision: Decision) -> Context:
    return {
        "block": reader.block(decision, "escalation", "ESC001"),
        "steps": tuple(_step(reader, step) for step in items(decision, "escalation")),
    }


def _step(reader: Reader, step: Value | None) -> Context:
    if step is None:
        return {"when": Said(why="unreadable"), "from": Said(), "to": (), "within": Said(), "on_timeout": Said(), "state": ""}
    return {
        "when": reader.text(step, "when", "ESC002"),
        "from": reader.named(step, "from"),
        "to": reader.office(step, "to", "ESC001", "ESC005"),
        "within": reader.span(step, "within", "within", "ESC002"),
        "on_timeout": reader.word(step, "on_timeout", "on_timeout", "ESC002"),
        "state": reader.block(step, "").state,
    }


def _people(reader: Reader, decision: Decision) -> Context:
    return {
        "hearing": reader.block(decision, "hearing"),
        "heard_within": reader.span(decision, "hearing.within"),
        "on_silence": reader.word(decision, "hearing.on_silence", "on_silence"),
        "notice": reader.block(decision, "notice", "CON006"),
        "persons": reader.text(decision, "notice.persons", "CON006"),
        "no_persons": reader.block(decision, "notice.persons"),
        "workers": reader.text(decision, "notice.workers", "LAW009"),
        "no_workers": reader.block(decision, "notice.workers"),
        "alternative": reader.text(decision, "notice.alternative", "CON007"),
        "no_alternative": reader.block(decision, "notice.alternative"),
        "decision_notice": reader.block(decision, "decision_notice"),
        "channels": reader.listed(decision, "decision_notice.channels", "channels"),
        "states": reader.listed(decision, "decision_notice.states", "notice_states"),
        "explanation": reader.block(decision, "explanation", "CON005"),
        "explained_to": reader.all_named(decision, "explanation.to", "CON005"),
        "explained_by": reader.office(decision, "explanation.by", "CON005"),
        "says": reader.listed(decision, "explanation.says", "says") or (reader.gap("CON005"),),
        "contest": reader.block(decision, "contest", "CON001"),
        "route": reader.text(decision, "contest.route", "CON001"),
        "means": reader.listed(decision, "contest.means", "means"),
        "of": reader.word(decision, "contest.of", "contest_of", "CON003"),
        "file_within": reader.span(decision, "contest.file_within", "within"),
        "effect_waits": reader.flag(decision, "contest.effect_waits"),
        "decided_by": reader.office(decision, "contest.decided_by", "CON002"),
        "respond_within": reader.span(decision, "contest.respond_within", "within", "CON004"),
        "changes": reader.block(decision, "changes_announced"),
        "changes_to": reader.all_named(decision, "changes_announced.to"),
        "changes_before": reader.span(decision, "changes_announced.before"),
    }


def _upkeep(reader: Reader, decision: Decision) -> Context:
    return {
        "monitoring": reader.block(decision, "monitoring", "SAF004"),
        "by": reader.office(decision, "monitoring.by", "SAF004"),
        "every": reader.span(decision, "monitoring.every", "every", "SAF004"),
        "metrics": reader.listed(decision, "monitoring.metrics", "metrics"),
        "log": reader.block(decision, "log", "SAF006"),
        "fields": reader.listed(decision, "log.fields", "log_fields"),
        "retention": reader.span(decision, "log.retention", "plain", "SAF008"),
    }


def _depends_on(edition: Edition, reader: Reader, links: Links, decision: Decision) -> tuple[Said, ...]:
    known = [target for target in targets(decision, "depends_on") if isinstance(target, Decision)]
    unknown = [said for said in reader.all_named(decision, "depends_on") if said.why]
    return (*(edition.decision(links, target) for target in known), *unknown)
