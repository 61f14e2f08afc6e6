"""CON004: whoever contests a decision does not know by when there is an answer."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.contest.examples import BY_HAND, decided

MESSAGE = Text(
    en="By when people who contest {decisions} have an answer is not stated, so it can be sat out. Write it in `contest.respond_within`, for example `1 month`.",
    de="Bis wann eine Antwort erhält, wer {decisions} anficht, ist nicht angegeben, und so lässt sich die Anfechtung aussitzen. Schreiben Sie die Frist in `contest.respond_within`, zum Beispiel `1 month`.",
)
_HERE = "spaces.lending.decisions.raise-limit.contest.respond_within"
_OPEN = "contest: {respond_within: null}"


@rule(
    code="CON004",
    name="contest-without-deadline",
    severity=Severity.NOTE,
    title=Text(en="An answer without a deadline", de="Eine Antwort ohne Frist"),
    why=Text(
        en="A right that is answered some day is not a right yet.",
        de="Ein Recht, auf das irgendwann geantwortet wird, ist noch keines.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S9",),
    provisions=("gdpr 12(3)", "iso-42001 A.8.5", "nist-ai-rmf MANAGE 4.3"),
    waits_for=("CON001",),
    fix="contest: {respond_within: TODO}",
    bad=Bad(decided(_OPEN), at=_HERE),
    good=Good(decided("contest: {respond_within: 5 days, file_within: 2 weeks}")),
    cases=(
        Bad(decided(f"{_OPEN}, {BY_HAND}"), at=_HERE),
        Good(
            decided("contest: {respond_within: null, state: in-progress}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(decided(f"{_OPEN}, status: draft")),
        Good(decided(f"{_OPEN}, status: retired")),
    ),
)
def contest_without_deadline(decision: Decision) -> Iterator[Problem]:
    """Flag a route of contest that does not say by when there is an answer."""
    contest = decision.contest
    if contest.route and not contest.settled and not contest.respond_within:
        yield decision.gap(contest.respond_within, MESSAGE).beside(contest.route.place)
