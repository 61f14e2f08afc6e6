"""TXT003: a sentence does not say who acts."""

import re
from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Problem,
    Settings,
    Severity,
    Text,
    Unknown,
    Workspace,
    rule,
)
from orchestrator_lint.rules.language.checkable import Names, is_checkable, names_a_role, names_of
from orchestrator_lint.rules.language.passive import passive_in
from orchestrator_lint.rules.language.sentences import Own, Sentence, find_terms, sentences
from orchestrator_lint.rules.language.texts import Prose, fields, shortened, texts

MESSAGE = Text(
    en="“{quoted}” in `{subject}` does not say who does it. Name the role that acts.",
    de="„{quoted}“ bei `{subject}` sagt nicht, wer es tut. Nennen Sie die Rolle, die handelt.",
)
_FIELDS = fields(
    "spaces.mandate",
    "decisions.oversight.stop.how",
    "decisions.oversight.fallback",
    "decisions.oversight.fallback.how",
    "decisions.oversight.bias_measures",
    "decisions.contest.route",
    "systems.loop_control",
    "waivers.compensates",
)
# the key beside a text that says who acts
_ACTORS = {
    ("decisions", "oversight", "stop"): ("oversight", "stop", "by"),
    ("decisions", "oversight", "fallback"): ("oversight", "by"),
    ("decisions", "oversight", "bias_measures"): ("oversight", "by"),
    ("decisions", "contest", "route"): ("contest", "decided_by"),
    ("systems", "loop_control"): ("steward",),
}


def _mandate(text: str, language: str = "en") -> str:
    return f"organisation: {{languages: [{language}]}}\nspaces: {{lending: {{mandate: {text!r}}}}}"


@rule(
    code="TXT003",
    name="passive-without-actor",
    severity=Severity.NOTE,
    title=Text(en="A sentence does not say who acts", de="Ein Satz sagt nicht, wer handelt"),
    why=Text(
        en="In the passive voice responsibility disappears from the sentence, and then from the organisation.",
        de="Im Passiv verschwindet die Verantwortung erst aus dem Satz und dann aus der Organisation.",
    ),
    asks_from="draft",
    profile="assured",
    confidence="likely",
    serves=("S10",),
    provisions=("iso-42001 A.3.2", "nist-ai-rmf GOVERN 2.1"),
    waits_for=("TXT001", "TXT004"),
    bad=Bad(_mandate("Loans up to 20 000 EUR are approved without asking."), at="spaces.lending.mandate"),
    good=Good(_mandate("Loans up to 20 000 EUR are approved by case workers without asking.")),
    cases=(
        Bad(
            _mandate("Case workers decide alone. Large loans must then be shown to stakeholders."),
            at="spaces.lending.mandate",
        ),
        Bad(_mandate("Stakeholders decide small loans."), at="spaces.lending.mandate"),
        Bad(_mandate("Kleine Kredite werden ohne Rückfrage bewilligt.", "de"), at="spaces.lending.mandate"),
        Bad(_mandate("Große Kredite sind vorzulegen.", "de"), at="spaces.lending.mandate"),
        Bad(_mandate("Über kleine Kredite entscheidet der Fachbereich.", "de"), at="spaces.lending.mandate"),
        Bad(
            "systems: {old-score: {x-like: systems/repayment-score, steward: null, loop_control: Labels are checked by hand.}}",
            at="systems.old-score.loop_control",
        ),
        Good(_mandate("A person decides when a loan is refused.")),
        Good(_mandate("Small loans are limited to 20 000 EUR.")),
        Good(_mandate("Kleine Kredite werden von der Filiale bewilligt.", "de")),
        Good(_mandate("Der Betrag ist leicht zu prüfen.", "de")),
        Good(_mandate("An old man is heard by us.", "en, de")),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {stop: {how: The engine is switched off.}}, contest: {route: Letters are opened on the day.}}}}}"
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {bias_measures: [Every tenth case is decided again.], fallback: {how: The scorecard is filled in.}}}}}}"
        ),
        Good("systems: {repayment-score: {loop_control: Labels are checked.}}"),
    ),
)
def passive_without_actor(workspace: Workspace, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag a sentence that binds, has a nameless actor or a duty in the passive, and names no role.

    Silent where the key beside the text says who acts.
    """
    names: Names | None = None
    for prose in texts(workspace, asked, _FIELDS):
        names = names or names_of(workspace)
        ways = (_nameless(prose.written, language, names, settings.own_words) for language in prose.languages)
        nameless = dict.fromkeys(sentence for way in ways for sentence in way)
        if nameless and not _is_said_beside(prose):
            yield from (_problem(prose, sentence) for sentence in nameless)


def _nameless(text: str, language: str, names: Names, own: Own) -> Iterator[Sentence]:
    """The sentences in which nobody in particular acts."""
    found = [word for word in find_terms(text, "TXT003", language, own) if not is_checkable(word, names)]
    vague = {word.sentence.start for word in found}
    for sentence in sentences(text):
        if language == "de" and _ENGLISH.search(sentence.text):
            continue
        passive = passive_in(sentence.text, language) is not None and not names_a_role(sentence.text, names)
        if passive or sentence.start in vague:
            yield sentence


def _is_said_beside(prose: Prose) -> bool:
    """Whether a key beside the text names who acts; where that is unknown, it may."""
    keys = _ACTORS.get(prose.field) or _ACTORS.get(prose.field[:-1])
    if keys is None:
        return False
    try:
        value = prose.noun if isinstance(prose.noun, Decision) or keys == ("steward",) else prose.noun.every_decision
        for key in keys:
            value = value.child(key)
        return bool(value)
    except Unknown:
        return True


def _problem(prose: Prose, sentence: Sentence) -> Problem:
    said = sentence.text.strip()
    start = sentence.start + sentence.text.index(said)
    return prose.problem(MESSAGE, (start, len(said)), quoted=shortened(said))


_ENGLISH = re.compile(r"\b(?:the|and|of|is|are|to|by|with|an?)\b", re.IGNORECASE)
