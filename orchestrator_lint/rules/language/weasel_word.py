"""TXT001: a commitment hangs on a word that binds nobody."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Settings, Severity, Text, Workspace, rule
from orchestrator_lint.rules.language.checkable import Names, is_checkable, names_of
from orchestrator_lint.rules.language.sentences import find_in_all
from orchestrator_lint.rules.language.texts import fields, texts

CONDITION = Text(
    en="“{term}” leaves open when what `{subject}` promises holds. Write the condition itself, the exception, the limit or the role that judges it.",
    de="„{term}“ lässt offen, wann gilt, was `{subject}` zusagt. Schreiben Sie die Bedingung selbst, die Ausnahme, die Grenze oder die Rolle, die darüber befindet.",
)
TIME = Text(
    en="“{term}” leaves open when what `{subject}` promises happens. Write a deadline, an interval or a date, for example `within 2 days` or `monthly`.",
    de="„{term}“ lässt offen, wann geschieht, was `{subject}` zusagt. Schreiben Sie eine Frist, ein Intervall oder ein Datum, zum Beispiel `innerhalb von 2 Tagen` oder `monatlich`.",
)
QUALITY = Text(
    en="“{term}” leaves open what `{subject}` is measured by. Write a number, what it is measured by, or the id of the guardrail that says it.",
    de="„{term}“ lässt offen, woran `{subject}` gemessen wird. Schreiben Sie eine Zahl, den Maßstab oder die Kennung der Leitplanke, die ihn festlegt.",
)
DUTY = Text(
    en="“{term}” leaves open whether what `{subject}` promises is done. Write who does it, and by when or in which case.",
    de="„{term}“ lässt offen, ob geschieht, was `{subject}` zusagt. Schreiben Sie, wer es tut und bis wann oder in welchem Fall.",
)

_MESSAGES = {"vague_condition": CONDITION, "vague_time": TIME, "vague_quality": QUALITY, "vague_duty": DUTY}
_FIELDS = fields(
    "spaces.mandate",
    "decisions.human.does",
    "decisions.oversight.stop.how",
    "decisions.oversight.fallback",
    "decisions.oversight.fallback.how",
    "decisions.oversight.bias_measures",
    "decisions.explanation.says",
    "decisions.contest.route",
    "guardrails.test",
    "systems.loop_control",
    "datasets.justification",
    "waivers.compensates",
    reasons=True,
)


@rule(
    code="TXT001",
    name="weasel-word",
    severity=Severity.WARNING,
    title=Text(en="A word that binds nobody", de="Ein Wort, das niemanden bindet"),
    why=Text(
        en="A vague word in a commitment lets everyone agree and binds nobody.",
        de="Einem vagen Wort kann jeder zustimmen, denn es verpflichtet niemanden.",
    ),
    asks_from="draft",
    confidence="likely",
    serves=("S6", "S3"),
    provisions=("eu-ai-act 13(2)", "gdpr 12(1)", "iso-42001 7.5.2"),
    waits_for=("TXT004",),
    bad=Bad("spaces: {lending: {mandate: Case workers decide small loans promptly.}}", at="spaces.lending.mandate"),
    good=Good("spaces: {lending: {mandate: 'Case workers decide small loans promptly, within 2 days.'}}"),
    cases=(
        Bad(
            "spaces: {lending: {mandate: {en: Case workers decide alone., de: Die Sachbearbeitung entscheidet zeitnah.}}}",
            at="spaces.lending.mandate.de",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, human: {does: Weighs the case in a fair way.}}}}}",
            at="spaces.lending.decisions.raise-limit.human.does",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {stop: {how: Is switched off if necessary.}}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight.stop.how",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {fallback: {how: Two people seek to decide by hand., tested: 2026-05-12}}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight.fallback.how",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {bias_measures: [Cases are looked at twice., Regularly another person looks.]}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight.bias_measures.1",
        ),
        Bad(
            "spaces: {lending: {every_decision: {notice: {none_because: People are told where appropriate.}}}}",
            at="spaces.lending.every_decision.notice.none_because",
        ),
        Bad(
            "systems: {repayment-score: {loop_control: Labels are checked by sufficient reviews.}}",
            at="systems.repayment-score.loop_control",
        ),
        Bad(
            "datasets: {credit-file: {justification: Needed for an adequate comparison.}}",
            at="datasets.credit-file.justification",
        ),
        Bad(
            "waivers: {w-1: {guardrail: no-unexplained-refusal, applies_to: [lending/raise-limit], reason: The letters move to a new printer.,\n"
            "  compensates: Sampling from time to time, requested_by: case-worker, approved_by: ai-officer, granted: 2026-10-19, expires: 2026-11-16}}",
            at="waivers.w-1.compensates",
        ),
        Good("spaces: {lending: {mandate: 'Case workers decide fairly, and no untimely request waits.'}}"),
        Good(
            "spaces: {lending: {mandate: {de: 'Die Sachbearbeitung entscheidet unverzüglich, im Übrigen monatlich.'}}}"
        ),
        Good("spaces: {lending: {purpose: People get a fair answer in a timely manner}}"),
        Good("guardrails: {no-unexplained-refusal: {statement: Every refusal is reasonable and fair.}}"),
        Good("principles: {dignity-first: {statement: We strive to weigh the person first}}"),
        Good("spaces: {lending: {x-note: To be settled in due course}}"),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {status: retired, human: {does: Weighs the case in a fair way.}}}}}"
        ),
    ),
)
def weasel_word(workspace: Workspace, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag a vague word in a text that binds, unless its sentence says what the word leaves open."""
    names: Names | None = None
    for prose in texts(workspace, asked, _FIELDS):
        for found in find_in_all(prose.written, "TXT001", prose.languages, settings.own_words):
            names = names or names_of(workspace)
            if not is_checkable(found, names):
                yield prose.problem(_MESSAGES[found.term.kind], found.part, term=found.words)
