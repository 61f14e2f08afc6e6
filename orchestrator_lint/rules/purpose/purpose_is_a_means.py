"""PUR002: a purpose names nothing but means."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Settings, Severity, Text, Workspace, rule
from orchestrator_lint.rules.language.texts import Prose, fields, shortened, texts
from orchestrator_lint.rules.purpose.means import names_only_means

PURPOSE = Text(
    en="The purpose of `{subject}` names only means: “{quoted}”. Say what becomes better by it, and for whom.",
    de="Der Zweck von `{subject}` nennt nur Mittel: „{quoted}“. Schreiben Sie, was dadurch besser wird und für wen.",
)
GOAL = Text(
    en="The goal `{goal}` of the organisation names only means: “{quoted}”. Say what becomes better by it, and for whom.",
    de="Das Ziel `{goal}` der Organisation nennt nur Mittel: „{quoted}“. Schreiben Sie, was dadurch besser wird und für wen.",
)
_FIELDS = fields("spaces.purpose", "decisions.purpose", "organisation.goals")


def _purpose(text: str) -> str:
    return f"spaces: {{lending: {{purpose: {text}}}}}"


def _german(text: str) -> str:
    return f"organisation: {{languages: [de]}}\n{_purpose(text)}"


@rule(
    code="PUR002",
    name="purpose-is-a-means",
    severity=Severity.WARNING,
    title=Text(en="A purpose names nothing but means", de="Ein Zweck nennt nichts als Mittel"),
    why=Text(
        en="“Use AI to optimise processes”: optimise what, for whom? A means is not a meaning.",
        de="„Prozesse mit KI optimieren“: Was soll besser werden, und für wen? Ein Mittel ist noch kein Sinn.",
    ),
    asks_from="draft",
    confidence="likely",
    serves=("S7",),
    provisions=("eu-ai-act 13(3)(b)", "gdpr 5(1)(b)", "iso-42001 A.9.3", "nist-ai-rmf MAP 1.4"),
    waits_for=("TXT004",),
    bad=Bad(_purpose("Use AI to optimise our processes"), at="spaces.lending.purpose"),
    good=Good(_purpose("Use AI so that people wait less")),
    cases=(
        Bad(_purpose("{en: Improving efficiency through automation.}"), at="spaces.lending.purpose.en"),
        Bad(_german("Effizienzsteigerung durch KI-gestützte Prozesse"), at="spaces.lending.purpose"),
        Bad(_german("'Wir nutzen Daten, um schnellere Abläufe zu ermöglichen'"), at="spaces.lending.purpose"),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, purpose: Faster processing with machine learning}}}}",
            at="spaces.lending.decisions.raise-limit.purpose",
        ),
        Bad("organisation: {goals: {fair-access: Efficient processes}}", at="organisation.goals.fair-access"),
        Good(_german("'Schnellere Abläufe, damit niemand auf sein Geld wartet'")),
        Good(_purpose("More for us")),
        Good(_purpose("Optimieren der Prozesse")),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {status: retired, purpose: Faster processing with machine learning}}}}"
        ),
        Good("organisation: {languages: [nl]}\n" + _purpose("Use AI to optimise our processes")),
    ),
)
def purpose_is_a_means(workspace: Workspace, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag a purpose or goal each word of which is one of means or of function; one other word is enough."""
    for prose in texts(workspace, asked, _FIELDS):
        if any(names_only_means(prose.written, language, settings.own_words) for language in prose.languages):
            yield _problem(prose)


def _problem(prose: Prose) -> Problem:
    if prose.field[0] == "organisation":
        return prose.problem(GOAL, quoted=shortened(prose.written), goal=prose.place.pointer[2])
    return prose.problem(PURPOSE, quoted=shortened(prose.written))
