"""REV001: when, and by whom, a decision is looked at again is not stated."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Duration, Good, Problem, Settings, Severity, Text, Threshold, rule

MISSING = Text(
    en="It is not fully stated when, and by whom, {decisions} will be reviewed (missing: {missing}). Write in `review` how often (`every`), by whom (`by`) and when last (`last`), at the space for all its decisions or at the decision itself.",
    de="Für {decisions} ist nicht vollständig angegeben, wann und von wem überprüft wird (es fehlt: {missing}). Schreiben Sie in `review`, wie oft (`every`), durch wen (`by`) und wann zuletzt (`last`) – am Entscheidungsraum für alle seine Entscheidungen oder an der Entscheidung selbst.",
)
NOT_ACCEPTED = Text(
    en="For {decisions} a review is said not to be needed, but what is in use or about to be is looked at again. Replace `none_because` by `every` and `by`; for what is decided no more, write `status: retired`.",
    de="Für {decisions} heißt es, eine Überprüfung sei nicht nötig; was in Betrieb ist oder gehen soll, braucht aber einen zweiten Blick. Ersetzen Sie `none_because` durch `every` und `by`; was nicht mehr entschieden wird, bekommt `status: retired`.",
)
TOO_RARE = Text(
    en="The review of {decisions} takes place only once in {every}; the longest interval is {max_age}. Shorten `review.every`.",
    de="Für {decisions} ist als Überprüfungsturnus {every} angegeben; der längste zulässige ist {max_age}. Verkürzen Sie `review.every`.",
)
THRESHOLDS = {"review-max-interval": Threshold("24 months", "lower")}
_NOT_NEEDED = "{every: null, by: null, last: null, none_because: It is decided once a year.}"


def _review(review: str, decision: str = "") -> str:
    return f"spaces: {{lending: {{review: {review}, decisions: {{raise-limit: {{{decision}}}}}}}}}"


@rule(
    code="REV001",
    name="review-cadence-missing",
    severity=Severity.WARNING,
    title=Text(en="No regular review is planned", de="Es ist kein Überprüfungsturnus festgelegt"),
    why=Text(
        en="What nobody looks at again stays as wrong as it became.",
        de="Was niemand ein zweites Mal ansieht, bleibt so falsch, wie es mit der Zeit geworden ist.",
    ),
    asks_from="planned",
    serves=("S8",),
    provisions=(
        "eu-ai-act 9(2)",
        "eu-ai-act 27(2)",
        "gdpr 35(11)",
        "iso-42001 9.3",
        "iso-42001 A.2.4",
        "nist-ai-rmf GOVERN 1.5",
    ),
    thresholds=THRESHOLDS,
    fix="review: {every: TODO, by: TODO}",
    bad=Bad(_review("null"), at="spaces.lending"),
    good=Good(_review("null", "review: {every: 24 months, last: 2026-06-15, by: internal-audit}")),
    cases=(
        Bad(_review("{every: null, last: 2020-01-01}"), at="spaces.lending.review"),
        Bad(_review("{by: ''}", "status: planned"), at="spaces.lending.review.by"),
        Bad(
            _review("{last: 2026-06-15}", "review: {last: 2026-06-15}"),
            at="spaces.lending.decisions.raise-limit.review",
        ),
        Bad(_review(_NOT_NEEDED), at="spaces.lending.review"),
        Bad(_review("{every: 25 months}"), at="spaces.lending.review.every"),
        Bad(_review("{every: 3 years}", "status: planned"), at="spaces.lending.review.every"),
        Good(_review("{every: 720 days}")),
        Good(_review("{every: 2 years}")),
        Good(_review("{every: null, by: null, state: planned}", "status: planned")),
        Good(_review("null", "status: draft")),
        Good(_review("null", "status: retired")),
    ),
)
def review_cadence_missing(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag a decision whose review, its own or that of its space, has no interval or nobody who holds it, or too long an interval."""
    review = decision.review
    missing = [key for key in ("every", "by") if not review.child(key)]
    most = Duration.parse(str(settings.threshold("review-max-interval", THRESHOLDS)))
    every = review.every.length
    if review.reasoned:
        yield decision.gap(review, NOT_ACCEPTED)
    elif missing and not review.settled:
        place = review if len(missing) > 1 else review.child(missing[0])
        yield decision.gap(place, MISSING, missing=missing)
    if every is not None and every.in_days > most.in_days:
        yield decision.gap(review.every, TOO_RARE, every=every.text, max_age=most.text)
