"""CON012: what is hard to undo takes effect before a contest is decided."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.contest.concerned import weighs_on_people
from orchestrator_lint.rules.contest.examples import BY_HAND, decided

AT_ONCE = Text(
    en="In {decisions} the result takes effect while a contest is still open (`effect_waits: false`), although its reversibility is `{reversibility}`: who is right then gains nothing by it. Write `effect_waits: true`, or correct `impact.reversibility` if it can be undone easily.",
    de="Bei {decisions} wird das Ergebnis wirksam, während die Anfechtung noch läuft (`effect_waits: false`), obwohl die Umkehrbarkeit `{reversibility}` ist: Wer recht behält, hat dann nichts mehr davon. Schreiben Sie `effect_waits: true`, oder berichtigen Sie `impact.reversibility`, wenn sich das Ergebnis leicht rückgängig machen lässt.",
)
NOT_STATED = Text(
    en="Whether in {decisions} the result takes effect while a contest is still open is not stated, although its reversibility is `{reversibility}`: who is right then may gain nothing by it. Write `effect_waits: true` in `contest`, or correct `impact.reversibility` if it can be undone easily.",
    de="Ob bei {decisions} das Ergebnis wirksam wird, während die Anfechtung noch läuft, ist nicht angegeben, obwohl die Umkehrbarkeit `{reversibility}` ist: Wer recht behält, hat dann womöglich nichts mehr davon. Schreiben Sie in `contest` `effect_waits: true`, oder berichtigen Sie `impact.reversibility`, wenn sich das Ergebnis leicht rückgängig machen lässt.",
)
_HERE = "spaces.lending.decisions.raise-limit.contest.effect_waits"
_HARD = "impact: {reversibility: hard}"
_AT_ONCE = "contest: {effect_waits: false}"


@rule(
    code="CON012",
    name="effect-before-contest",
    severity=Severity.ERROR,
    title=Text(
        en="What is hard to undo takes effect before a contest is decided",
        de="Was schwer rückgängig zu machen ist, wirkt schon vor dem Ende der Anfechtung",
    ),
    why=Text(
        en="A contest that is won after the house is sold protects nobody.",
        de="Eine Anfechtung, die man gewinnt, wenn das Haus schon verkauft ist, schützt niemanden.",
    ),
    asks_from="planned",
    serves=("S9", "S6"),
    provisions=("eu-ai-act 27(1)(f)", "gdpr 22(3)", "iso-42001 A.5.4", "nist-ai-rmf MANAGE 4.1"),
    waits_for=("CON001",),
    bad=Bad(decided(f"{_HARD}, {_AT_ONCE}"), at=_HERE),
    good=Good(decided(_HARD)),
    cases=(
        Bad(decided(f"{_HARD}, contest: {{effect_waits: null}}, status: planned"), at=_HERE),
        Bad(decided(f"impact: {{reversibility: irreversible}}, autonomy: prepares, {_AT_ONCE}"), at=_HERE),
        Good(decided(_AT_ONCE)),
        Good(
            decided(f"{_HARD}, contest: {{effect_waits: false, state: planned}}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(decided(f"{_HARD}, {_AT_ONCE}, {BY_HAND}")),
        Good(decided(f"impact: {{reversibility: hard, as: exposed}}, {_AT_ONCE}")),
        Good(decided(f"{_HARD}, {_AT_ONCE}, status: draft")),
        Good(decided(f"{_HARD}, {_AT_ONCE}, status: retired")),
    ),
)
def effect_before_contest(decision: Decision) -> Iterator[Problem]:
    """Flag a weighty decision made with AI about people that is hard to reverse or irreversible, and does not wait."""
    contest, reversibility = decision.contest, decision.impact.reversibility
    if reversibility.plain not in ("hard", "irreversible") or not weighs_on_people(decision):
        return
    waits = contest.effect_waits
    if contest and not contest.settled and waits.plain is not True:
        text = NOT_STATED if waits.silent else AT_ONCE
        yield decision.gap(waits, text, reversibility=reversibility).beside(reversibility.place)
