"""A decision in, what its charter says of it topic by topic out."""

from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.reader import Reader, items
from orchestrator_lint.documents.said import Block, Said
from orchestrator_lint.model import Decision, Value


def machine(reader: Reader, decision: Decision) -> Context:
    """Say what the machine contributes and how it behaves."""
    here = reader.at(decision, "machine")
    return {
        "block": reader.block(here, "", "AUT004"),
        "systems": reader.all_named(here, "systems"),
        "supplies": reader.listed(here, "supplies", "supplies") or (reader.gap("AUT004"),),
        "does": reader.text(here, "does"),
        "shows": reader.listed(here, "shows", "shows"),
        "not_shown": reader.block(here, "shows", "OVR006"),
        "threshold": reader.block(here, "threshold"),
        "set_by": reader.named(here, "threshold.set_by"),
        "adjustable_by": reader.all_named(here, "threshold.adjustable_by"),
        "prefers": reader.word(here, "threshold.prefers", "prefers"),
        "because": reader.text(here, "threshold.because"),
        "abstains": reader.block(here, "abstains"),
        "when": reader.texts(here, "abstains.when"),
        "then": reader.word(here, "abstains.then", "abstains"),
        "cutoff": reader.text(here, "cutoff.field"),
        "below": reader.number(here, "cutoff.below"),
        "above": reader.number(here, "cutoff.above"),
        "outcome": reader.text(here, "cutoff.outcome"),
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
    here = reader.at(decision, "oversight")
    given = "window.given" if _is_map(reader, here, "window") else "window"
    return {
        "block": reader.block(here, "", "OVR001"),
        "by": reader.office(here, "by", "OVR001"),
        "persons": reader.number(here, "persons"),
        "override": reader.block(here, "override", "OVR002"),
        "may": reader.listed(here, "override.may", "may") or (reader.gap("OVR002"),),
        "justification": reader.word(here, "override.justification", "justification"),
        "logged": reader.flag(here, "override.logged"),
        "logged_gap": reader.gap("OVR009"),
        "window": reader.block(here, "window", "OVR005"),
        "given": reader.span(here, given),
        "needed": reader.span(here, "window.needed") if given != "window" else Said(),
        "cases": reader.number(here, "workload.cases_per_week"),
        "minutes": reader.number(here, "workload.minutes_per_case"),
        "minutes_needed": reader.number(here, "workload.minutes_needed"),
        "bias": reader.block(here, "bias_measures", "OVR008"),
        "bias_measures": reader.texts(here, "bias_measures"),
        **_safe_state(reader, here),
    }


def _safe_state(reader: Reader, here: Value | None) -> Context:
    fallback = reader.at(here, "fallback")
    by_key = fallback is not None and isinstance(fallback.plain, dict) and "how" in fallback.plain
    return {
        "stop": reader.block(here, "stop", "SAF001"),
        "stop_by": reader.office(here, "stop.by", "SAF001"),
        "stop_how": reader.text(here, "stop.how", "SAF001"),
        "stop_tested": reader.day(here, "stop.tested", "SAF002"),
        "fallback": reader.block(fallback, "", "SAF003"),
        "fallback_how": reader.text(fallback, "how" if by_key else "", "SAF003"),
        "fallback_tested": reader.day(fallback, "tested") if by_key else Said(),
    }


def _is_map(reader: Reader, here: Value | None, path: str) -> bool:
    value = reader.at(here, path)
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
            "block": Block(False),
        }
    return {
        "when": reader.text(step, "when", "ESC002"),
        "from": reader.named(step, "from"),
        "to": reader.office(step, "to", "ESC001", "ESC005"),
        "within": reader.span(step, "within", "within", "ESC002"),
        "on_timeout": reader.word(step, "on_timeout", "on_timeout", "ESC002"),
        "block": reader.block(step, ""),
    }


def people(reader: Reader, decision: Decision) -> Context:
    """Say what people affected are told and can do."""
    return {
        "hearing": reader.block(decision, "hearing"),
        "heard_within": reader.span(decision, "hearing.within"),
        "on_silence": reader.word(decision, "hearing.on_silence", "on_silence"),
        "decision_notice": reader.block(decision, "decision_notice"),
        "channels": reader.listed(decision, "decision_notice.channels", "channels"),
        "states": reader.listed(decision, "decision_notice.states", "notice_states"),
        "explanation": reader.block(decision, "explanation", "CON005"),
        "explained_to": reader.all_named(decision, "explanation.to", "CON005"),
        "explained_by": reader.office(decision, "explanation.by", "CON005"),
        "says": reader.listed(decision, "explanation.says", "says") or (reader.gap("CON005"),),
        "changes": reader.block(decision, "changes_announced"),
        "changes_to": reader.all_named(decision, "changes_announced.to"),
        "changes_before": reader.span(decision, "changes_announced.before"),
        **_notice(reader, reader.at(decision, "notice")),
        **contest(reader, reader.at(decision, "contest")),
    }


def _notice(reader: Reader, here: Value | None) -> Context:
    return {
        "notice": reader.block(here, "", "CON006"),
        "persons": reader.text(here, "persons", "CON006"),
        "no_persons": reader.block(here, "persons"),
        "workers": reader.text(here, "workers", "LAW009"),
        "no_workers": reader.block(here, "workers"),
        "alternative": reader.text(here, "alternative", "CON007"),
        "no_alternative": reader.block(here, "alternative"),
    }


def contest(reader: Reader, here: Value | None) -> Context:
    """Say how people object; `here` is the block."""
    return {
        "contest": reader.block(here, "", "CON001"),
        "route": reader.text(here, "route", "CON001"),
        "means": reader.listed(here, "means", "means"),
        "of": reader.word(here, "of", "contest_of", "CON003"),
        "file_within": reader.span(here, "file_within", "within"),
        "effect_waits": reader.flag(here, "effect_waits"),
        "decided_by": reader.office(here, "decided_by", "CON002"),
        "respond_within": reader.span(here, "respond_within", "within", "CON004"),
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


def measured(reader: Reader, item: Value | None) -> Context:
    """Say what a system can do, as one measurement of it shows."""
    return {
        "metric": reader.text(item, "metric"),
        "value": reader.number(item, "value"),
        "population": reader.text(item, "population"),
        "by_group": reader.texts(item, "by_group"),
        "shown_to": reader.all_named(item, "shown_to"),
    }
