"""TXT005: a text gives the machine a mind."""

import re
from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Settings, Severity, Text, Workspace, rule
from orchestrator_lint.rules.language.sentences import find_in_all, sentences
from orchestrator_lint.rules.language.texts import Prose, fields, shortened, texts

MESSAGE = Text(
    en="“{term}” in `{subject}` gives the machine a mind. Write what it computes from what, and leave understanding, knowing and answering to people.",
    de="„{term}“ bei `{subject}` schreibt der Maschine einen Verstand zu. Schreiben Sie, was sie woraus berechnet, und lassen Sie Verstehen, Wissen und Verantworten den Menschen.",
)
_DOES = ("decisions", "machine", "does")
_FIELDS = fields(
    "decisions.machine.does", "decisions.purpose", "spaces.purpose", "decisions.notice.persons", "systems.title"
)
_HERE = "spaces.lending.decisions.raise-limit"


def _does(text: str, more: str = "") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}machine: {{does: {text!r}}}}}}}}}}}"


def _german(text: str) -> str:
    return f"organisation: {{languages: [de]}}\n{_does(text)}"


@rule(
    code="TXT005",
    name="anthropomorphism",
    severity=Severity.NOTE,
    title=Text(en="A text gives the machine a mind", de="Ein Text schreibt der Maschine einen Verstand zu"),
    why=Text(
        en="Who believes that a machine understands stops checking it.",
        de="Wer glaubt, dass die Maschine versteht, prüft sie nicht mehr.",
    ),
    asks_from="draft",
    profile="assured",
    confidence="likely",
    serves=("S5",),
    waits_for=("TXT004",),
    bad=Bad(_does("The AI understands the customer."), at=f"{_HERE}.machine.does"),
    good=Good(_does("The AI helps a person who understands the customer; it knows nothing.")),
    cases=(
        Bad(_does("Reads the file. Understands what the person needs."), at=f"{_HERE}.machine.does"),
        Bad(_does("The agent knows the file."), at=f"{_HERE}.machine.does"),
        Bad(_german("Das Sprachmodell versteht die Frage."), at=f"{_HERE}.machine.does"),
        Bad(_german("Hilft, weil die KI den Menschen wirklich versteht."), at=f"{_HERE}.machine.does"),
        Bad(_german("Weiß, was fehlt."), at=f"{_HERE}.machine.does"),
        Bad("spaces: {lending: {purpose: People trust a model that decides responsibly}}", at="spaces.lending.purpose"),
        Bad("systems: {repayment-score: {title: The AI is objective}}", at="systems.repayment-score.title"),
        Good(
            _does("The AI understands no language; nobody thinks the model knows better.").replace(
                "the model knows", "one knows"
            )
        ),
        Good(_does("No model knows the person. A user of the system knows the way.")),
        Good(_german("Die KI versteht niemanden. Die Prüferin, die das Modell versteht, entscheidet.")),
        Good(_does("The AI understands the customer.", "status: retired, ")),
        Good("spaces: {lending: {purpose: The agent knows the customers in person}}"),
        Good("spaces: {lending: {purpose: Die KI versteht die Menschen}}"),
    ),
)
def anthropomorphism(workspace: Workspace, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag words by which a machine understands, knows, thinks, is objective or decides responsibly."""
    for prose in texts(workspace, asked, _FIELDS):
        for found in find_in_all(prose.written, "TXT005", prose.languages, settings.own_words):
            if not _is_denied(found.before, found.after) and not _is_a_person(prose, found.words):
                said = prose.written[found.start : found.start + found.length]
                yield prose.problem(MESSAGE, found.part, term=shortened(said))
        for language in prose.languages if prose.field == _DOES else ():
            yield from _without_a_subject(prose, language)


def _is_denied(before: str, after: str) -> bool:
    """Whether it is said that the machine has no mind, or of somebody else that he has one."""
    return _DENIED_BEFORE.search(before) is not None or _DENIED_AFTER.match(after) is not None


def _is_a_person(prose: Prose, words: str) -> bool:
    """Whether an agent or assistant is meant that is none of ours: outside `machine.does` people may be so called."""
    return prose.field != _DOES and _AGENT.search(words) is not None and _MACHINE.search(words) is None


def _without_a_subject(prose: Prose, language: str) -> Iterator[Problem]:
    """Sentences that leave the subject out: what `machine.does` speaks of is the machine."""
    pattern = _FIRST_WORDS.get(language, _NEVER)
    for sentence in sentences(prose.written):
        found = pattern.match(sentence.text)
        if found is not None and not _is_denied("", sentence.text[found.end() :]):
            word = found.group(1)
            yield prose.problem(MESSAGE, (sentence.start + found.start(1), len(word)), term=word)


_DENIED_BEFORE = re.compile(
    r"(?<!\w)(?:no|not|neither|nobody|kein\w*|of|with|using|via|by|to|in|on|behind|through|from|who|use|uses|used)\s+(?:the\s+|our\s+|an?\s+)?$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"\s+(?:nothing|no|nobody|neither|not)\b|[^.,;]*\b(?:nicht|nichts|niemand\w*|kein\w*|nie)\b", re.IGNORECASE
)
_NEVER = re.compile(r"(?!)")
_AGENT = re.compile(r"agent|assist", re.IGNORECASE)
_MACHINE = re.compile(r"(?<!\w)(?:ai|ki|digital\w*|virtual|virtuell\w*|automati\w+)\b", re.IGNORECASE)
_FIRST_WORDS = {
    "en": re.compile(r"\s*(understands|knows|thinks)\b", re.IGNORECASE),
    "de": re.compile(r"\s*(versteht|weiß|denkt)\b", re.IGNORECASE),
}
