"""CON014: the way of deciding changes, and nobody is told."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, known_any, rule
from orchestrator_lint.rules.contest.examples import BY_HAND, LIGHT, LIGHTER, decided

MESSAGE = Text(
    en="It is not stated who learns beforehand that the way of deciding changes in {decisions} (missing: {missing}). Write in `changes_announced` who is told (`to`: {groups}, and the roles that work with it) and how long before (`before`).",
    de="Es ist nicht angegeben, wer vorher erfährt, wenn sich bei {decisions} ändert, wie entschieden wird (es fehlt: {missing}). Schreiben Sie in `changes_announced`, wem Sie es sagen (`to`: {groups} und die Rollen, die damit arbeiten) und wie lange vorher (`before`).",
)
_HERE = "spaces.lending.decisions.raise-limit.changes_announced"
_NONE = "changes_announced: null"


@rule(
    code="CON014",
    name="change-not-announced",
    severity=Severity.WARNING,
    title=Text(en="A change that nobody is told of", de="Eine Änderung, von der niemand erfährt"),
    why=Text(
        en="Whoever arranges their life by a rule must learn that it changes before it does.",
        de="Wer sich nach einer Regel richtet, muss von ihrer Änderung erfahren, bevor sie gilt.",
    ),
    asks_from="pilot",
    profile="assured",
    serves=("S3",),
    provisions=("eu-ai-act 26(7)", "gdpr 13(3)", "iso-42001 A.8.5", "nist-ai-rmf MANAGE 4.3"),
    waits_for=("AUT011",),
    accepts_reason=True,
    fix="changes_announced: {to: [TODO], before: TODO}",
    bad=Bad(decided("changes_announced: {before: null}"), at=_HERE),
    good=Good(decided("changes_announced: {to: [case-worker], before: 2 weeks}")),
    cases=(
        Bad(decided(_NONE), at=_HERE),
        Bad(decided(f"{_NONE}, {LIGHTER}, status: pilot"), at=_HERE),
        Bad(decided("changes_announced: {to: []}, impact: {as: exposed}"), at=_HERE),
        Good(
            decided(
                "changes_announced: {to: null, before: null, none_because: 'The law changes, and it is published.'}"
            )
        ),
        Good(
            decided("changes_announced: {to: null, before: null, state: planned}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(decided(f"{_NONE}, {LIGHT}")),
        Good(decided(f"{_NONE}, {BY_HAND}")),
        Good(decided(f"{_NONE}, status: planned")),
        Good(decided(f"{_NONE}, status: retired")),
    ),
)
def change_not_announced(decision: Decision) -> Iterator[Problem]:
    """Flag a weighty decision in use, made with AI and affecting people, whose changes are announced to nobody or no time.

    A reason is accepted.
    """
    announced = decision.changes_announced
    if not decision.acts_from("informs") or not _weighs(decision) or announced.settled:
        return
    missing = [f"changes_announced.{key}" for key in ("to", "before") if not announced.child(key)]
    if missing:
        yield decision.gap(announced, MESSAGE, groups=decision.groups, missing=missing)


def _weighs(decision: Decision) -> bool:
    return decision.affects_people and known_any((lambda: decision.weighs("moderate"), lambda: decision.is_serious))
