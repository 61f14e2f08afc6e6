"""TXT002: a text claims more than anyone has tested."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Settings, Severity, Text, Workspace, rule
from orchestrator_lint.rules.language.checkable import Names, is_checkable, names_of
from orchestrator_lint.rules.language.sentences import find_in_all
from orchestrator_lint.rules.language.texts import fields, texts

MESSAGE = Text(
    en="“{term}” in `{subject}` claims more than anyone has tested. Name the number or the guardrail that shows it, or say what is really the case.",
    de="„{term}“ bei `{subject}` behauptet mehr, als jemand geprüft hat. Nennen Sie die Zahl oder die Leitplanke, die es zeigt, oder schreiben Sie, was tatsächlich gilt.",
)
_FIELDS = fields(
    "decisions.human.does",
    "decisions.machine.does",
    "decisions.oversight.fallback",
    "decisions.oversight.fallback.how",
    "decisions.notice.persons",
    "decisions.notice.workers",
    "datasets.quality",
    "systems.loop_control",
)
_HERE = "spaces.lending.decisions.raise-limit"


def _does(text: str, more: str = "") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}machine: {{does: {text}}}}}}}}}}}"


@rule(
    code="TXT002",
    name="absolute-claim",
    severity=Severity.NOTE,
    title=Text(en="A claim without exception and without proof", de="Eine Behauptung ohne Ausnahme und ohne Beleg"),
    why=Text(
        en="One exception, and the whole text is no longer believed.",
        de="Eine einzige Ausnahme, und dem ganzen Text glaubt niemand mehr.",
    ),
    asks_from="draft",
    profile="assured",
    confidence="likely",
    serves=("S3",),
    provisions=("nist-ai-rmf MEASURE 2.5",),
    waits_for=("TXT004",),
    bad=Bad(_does("Estimates the risk and is always right."), at=f"{_HERE}.machine.does"),
    good=Good(_does("Estimates the risk and is not always right.")),
    cases=(
        Bad(_does("Decides with no bias."), at=f"{_HERE}.machine.does"),
        Bad(_does("{de: Erkennt 100%ige Fälschungen.}"), at=f"{_HERE}.machine.does.de"),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {fallback: {how: Somebody stands ready at all times}}}}}}",
            at=f"{_HERE}.oversight.fallback.how",
        ),
        Bad(
            "spaces: {lending: {every_decision: {notice: {persons: {de: Wir entscheiden diskriminierungsfrei., en: We decide.}}}}}",
            at="spaces.lending.every_decision.notice.persons.de",
        ),
        Bad("datasets: {credit-file: {quality: Guaranteed complete}}", at="datasets.credit-file.quality"),
        Bad(
            "systems: {repayment-score: {loop_control: Labels never come from the score.}}",
            at="systems.repayment-score.loop_control",
        ),
        Good(_does("Is always right within 3 points.")),
        Good(_does("Always keeps to no-unexplained-refusal.")),
        Good(_does("{de: 'Wird immer wieder geprüft; Sie können jederzeit widersprechen.'}")),
        Good("guardrails: {no-unexplained-refusal: {statement: A refusal never goes out without reasons.}}"),
        Good("principles: {dignity-first: {statement: The person always comes first}}"),
        Good(_does("Is always right.", "status: retired, ")),
    ),
)
def absolute_claim(workspace: Workspace, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag an absolute word in a description unless its sentence names a number or a guardrail.

    Guardrails and principles are not read: a border may be absolute.
    """
    names: Names | None = None
    for prose in texts(workspace, asked, _FIELDS):
        for found in find_in_all(prose.written, "TXT002", prose.languages, settings.own_words):
            names = names or names_of(workspace)
            if not is_checkable(found, names):
                yield prose.problem(MESSAGE, found.part, term=found.words)
