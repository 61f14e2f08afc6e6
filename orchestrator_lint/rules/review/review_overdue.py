"""REV002: a review that is promised is not held."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Duration, Good, Problem, Settings, Severity, Text, Threshold, rule

OVERDUE = Text(
    en="The review of {decisions} has been due since {date} (interval: {every}). Carry it out, and write its day in `review.last`.",
    de="Die Überprüfung von {decisions} ist seit {date} fällig (Turnus: {every}). Führen Sie sie durch und tragen Sie den Tag in `review.last` ein.",
)
NO_DAY = Text(
    en="No day in the past is stated for the last review of {decisions}. Write it in `review.last`; for something new, the day on which it was approved.",
    de="Für die letzte Überprüfung von {decisions} ist kein vergangener Tag angegeben. Tragen Sie ihn in `review.last` ein; bei Neuem den Tag der Freigabe.",
)
THRESHOLDS = {"review-grace": Threshold("0 days", "lower")}


def _review(review: str, decision: str = "") -> str:
    return f"spaces: {{lending: {{review: {review}, decisions: {{raise-limit: {{{decision}}}}}}}}}"


@rule(
    code="REV002",
    name="review-overdue",
    severity=Severity.ERROR,
    title=Text(en="A review is overdue", de="Eine Überprüfung ist überfällig"),
    why=Text(
        en="A review that is promised and not held is worse than none: everyone relies on it.",
        de="Eine Überprüfung, die versprochen ist und ausbleibt, ist schlimmer als keine: Alle verlassen sich auf sie.",
    ),
    asks_from="pilot",
    serves=("S9",),
    provisions=("eu-ai-act 27(2)", "gdpr 35(11)", "iso-42001 9.3", "nist-ai-rmf GOVERN 1.5"),
    thresholds=THRESHOLDS,
    bad=Bad(_review("{last: 2026-04-30}"), at="spaces.lending.review.last"),
    good=Good(_review("{last: 2026-05-01}")),
    cases=(
        Bad(_review("{every: 2 months, last: 2026-08-31}", "status: suspended"), at="spaces.lending.review.last"),
        Bad(_review("{last: null}"), at="spaces.lending.review.last"),
        Bad(_review("{last: 2026-11-02}", "status: pilot"), at="spaces.lending.review.last"),
        Bad(
            _review("{last: 2026-10-01}", "review: {every: 1 year, last: 2025-10-31, by: internal-audit}"),
            at="spaces.lending.decisions.raise-limit.review.last",
        ),
        Good(_review("{last: 2026-11-01}")),
        Good(_review("{last: 2020-01-01}", "review: {every: 1 year, last: 2025-11-01, by: internal-audit}")),
        Good(_review("{last: null}", "status: planned")),
        Good(_review("{last: 2020-01-01}", "status: retired")),
        Good(_review("{last: null, state: in-progress}", "status: suspended")),
    ),
)
def review_overdue(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag a decision in use whose last review lies further back than the interval allows, or on no day until today.

    Months keep the day of the month, clamped to its end; the threshold `review-grace` is added to them.
    """
    review = decision.review
    every, last = review.every.length, review.last.day
    if every is None or review.settled:
        return
    if last is None or last > settings.as_of:
        yield decision.gap(review.last, NO_DAY)
        return
    due = every.after(last)
    grace = Duration.parse(str(settings.threshold("review-grace", THRESHOLDS)))
    if grace.after(due) < settings.as_of:
        yield decision.gap(review.last, OVERDUE, date=due.isoformat(), every=every.text).caused_by_time()
