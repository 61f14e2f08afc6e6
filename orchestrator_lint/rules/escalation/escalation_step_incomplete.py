"""ESC002: a step of the escalation lacks what makes it one, or begins at a word that binds nobody."""

from collections.abc import Iterator
from itertools import islice

from orchestrator_lint.model import Bad, Decision, Good, Problem, Settings, Severity, Text, Value, Workspace, rule
from orchestrator_lint.rules.language.checkable import is_checkable, names_of
from orchestrator_lint.rules.language.sentences import Found, find_terms
from orchestrator_lint.rules.language.texts import spoken_languages

INCOMPLETE = Text(
    en="A step of the escalation of {decisions} is incomplete (missing: {missing}). A step says `to` whom the case goes, `when` it does, `within` what time an answer is due, and what holds `on_timeout`.",
    de="Ein Schritt der Eskalation von {decisions} ist unvollständig (es fehlt: {missing}). Ein Schritt sagt, an wen der Fall geht (`to`), wann (`when`), in welcher Frist eine Antwort fällig ist (`within`) und was gilt, wenn sie ausbleibt (`on_timeout`).",
)
VAGUE = Text(
    en="“{term}” leaves open when a step of the escalation of {decisions} begins. Write in `when` an event or a number that anyone can check, such as “the customer objects”.",
    de="„{term}“ lässt offen, wann ein Schritt der Eskalation von {decisions} beginnt. Schreiben Sie in `when` ein Ereignis oder eine Zahl, die jeder prüfen kann, etwa „die Kundin widerspricht“.",
)
_KEYS = ("to", "when", "within", "on_timeout")
_VAGUE_KINDS = ("vague_condition", "vague_quality", "vague_time")
_HERE = "spaces.lending.every_decision.escalation"


def _step(step: str, decision: str = "") -> str:
    return f"spaces: {{lending: {{every_decision: {{escalation: [{{{step}}}]}}, decisions: {{raise-limit: {{{decision}}}}}}}}}"


def _when(when: str, decision: str = "") -> str:
    return _step(f"when: {when}, to: credit-committee, within: 1 day, on_timeout: hold", decision)


_NO_TIME = "when: two people disagree, to: credit-committee, on_timeout: hold"
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"


@rule(
    code="ESC002",
    name="escalation-step-incomplete",
    severity=Severity.WARNING,
    title=Text(
        en="An escalation that nobody can trigger, or that has no end",
        de="Eine Eskalation, die niemand auslösen kann oder die kein Ende hat",
    ),
    why=Text(
        en="An escalation that nobody can trigger, or that has no end, is a path on paper.",
        de="Ein Eskalationsweg, den niemand betreten kann oder der nicht endet, steht nur auf dem Papier.",
    ),
    asks_from="planned",
    confidence="likely",
    serves=("S6",),
    provisions=("eu-ai-act 9(2)", "eu-ai-act 14(4)", "iso-42001 A.9.2", "nist-ai-rmf MEASURE 3.1"),
    waits_for=("ESC001", "TXT004"),
    fix="{when: TODO, to: [TODO], within: TODO, on_timeout: TODO}",
    bad=Bad(_step(_NO_TIME), at=f"{_HERE}.0"),
    good=Good(_when("'the loan officer objects, or two people disagree'")),
    cases=(
        Bad(_step("to: credit-committee"), at=f"{_HERE}.0"),
        Bad(_step("when: two people disagree, within: 1 day, on_timeout: hold", _LIGHT), at=f"{_HERE}.0"),
        Bad(_when("escalate if necessary"), at=f"{_HERE}.0.when"),
        Bad(_when("{de: 'der Fall ist angemessen geprüft', en: two people disagree}"), at=f"{_HERE}.0.when.de"),
        Good(_when("'if necessary, once two people disagree'")),
        Good(_step(f"{_NO_TIME}, state: planned").replace("raise-limit: {}", "raise-limit: {status: suspended}")),
        Good(_step(_NO_TIME, "status: draft")),
        Good(_step(_NO_TIME, "status: retired")),
    ),
)
def escalation_step_incomplete(decision: Decision, workspace: Workspace, settings: Settings) -> Iterator[Problem]:
    """Flag a step that lacks (a) `to`, `when`, `within` or `on_timeout`; (b) one whose `when` hangs on a vague word.

    A word is not vague where its sentence says what it leaves open.
    """
    for step in decision.escalation:
        missing = [] if step.settled else [key for key in _KEYS if not step.child(key)]
        if missing:
            yield decision.gap(step, INCOMPLETE, missing=missing)
        for text, found in islice(_vague(step.when, workspace, settings), 1):
            part = text.place._replace(part=(found.start, found.length))
            yield decision.gap(text, VAGUE, term=found.words)._replace(place=part)


def _vague(when: Value, workspace: Workspace, settings: Settings) -> Iterator[tuple[Value, Found]]:
    for text, language in _texts(when, workspace):
        for found in find_terms(str(text.plain), "TXT001", language, settings.own_words):
            if found.term.kind in _VAGUE_KINDS and not is_checkable(found, names_of(workspace)):
                yield text, found


def _texts(when: Value, workspace: Workspace) -> Iterator[tuple[Value, str]]:
    """The text in each language it has; a plain one is read in every language of the organisation."""
    if isinstance(when.plain, dict):
        yield from ((text, language) for language, text in when.entries() if text)
    elif when:
        yield from ((when, language) for language in spoken_languages(workspace))
