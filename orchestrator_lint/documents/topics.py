"""A decision in, what its charter says of it topic by topic out."""

from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.reader import Reader, items
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Decision, Value


def machine(reader: Reader, decision: Decision) -> Context:
    """Say what the machine contributes and how it behaves."""
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


def human(reader: Reader, decision: Decision) -> Context:
    """Say what people contribute and must know."""
    return {
        "supplies": reader.listed(decision, "human.supplies", "supplies") or (reader.gap("AUT003"),),
        "does": reader.text(decision, "human.does", "AUT003"),
        "competences": reader.texts(decision, "requires.competences"),
        "training": reader.listed(decision, "requires.training", "topic"),
    }


def oversight(reader: Reader, decision: Decision) -> Context:
    """Say who oversees the machine, what they may do, and how it is stopped."""
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


def escalation(reader: Reader, decision: Decision) -> Context:
    """Give the steps that a contested case goes up."""
    return {
        "block": reader.block(decision, "escalation", "ESC001"),
        "steps": tuple(_step(reader, step) for step in items(decision, "escalation")),
    }


def _step(reader: Reader, step: Value | None) -> Context:
    if step is None:
        return {
            "when": Said(why="unreadable"),
            "from": Said(),
            "to": (),
            "within": Said(),
            "on_timeout": Said(),
            "state": "",
        }
    return {
        "when": reader.text(step, "when", "ESC002"),
        "from": reader.named(step, "from"),
        "to": reader.office(step, "to", "ESC001", "ESC005"),
        "within": reader.span(step, "within", "within", "ESC002"),
        "on_timeout": reader.word(step, "on_timeout", "on_timeout", "ESC002"),
        "state": reader.block(step, "").state,
    }


def people(reader: Reader, decision: Decision) -> Context:
    """Say what people affected are told and can do."""
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


def upkeep(reader: Reader, decision: Decision) -> Context:
    """Say how the decision is monitored and recorded."""
    return {
        "monitoring": reader.block(decision, "monitoring", "SAF004"),
        "by": reader.office(decision, "monitoring.by", "SAF004"),
        "every": reader.span(decision, "monitoring.every", "every", "SAF004"),
        "metrics": reader.listed(decision, "monitoring.metrics", "metrics"),
        "log": reader.block(decision, "log", "SAF006"),
        "fields": reader.listed(decision, "log.fields", "log_fields"),
        "retention": reader.span(decision, "log.retention", "plain", "SAF008"),
    }
