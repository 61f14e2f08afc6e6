"""SAF008: records are gone before anybody asks for them."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Duration, Good, Problem, Settings, Severity, Text, Threshold, rule

MISSING = Text(
    en="How long the records of {decisions} are kept is not stated. Write it in `log.retention`; for a high-risk AI system at least {min_age}.",
    de="Wie lange die Protokolle von {decisions} aufbewahrt werden, ist nicht angegeben. Tragen Sie die Frist in `log.retention` ein, bei einem Hochrisiko-KI-System mindestens {min_age}.",
)
TOO_SHORT = Text(
    en="The records of {decisions} are kept for {duration}. For a high-risk AI system it takes {min_age} at least, since people object long after the decision. Lengthen `log.retention`.",
    de="Die Protokolle von {decisions} werden {duration} aufbewahrt. Bei einem Hochrisiko-KI-System müssen es mindestens {min_age} sein, denn Einwände kommen oft lange nach der Entscheidung. Verlängern Sie `log.retention`.",
)
THRESHOLDS = {"log-retention-min": Threshold("6 months", "higher")}
_DAYS_A_MONTH = 30.5  # half a year, 183 days, is enough for six months
_HERE = "spaces.lending.every_decision.log"


def _with(log: str, decision: str = "status: live") -> str:
    return f"spaces: {{lending: {{every_decision: {{log: {log}}}, decisions: {{raise-limit: {{{decision}}}}}}}}}"


@rule(
    code="SAF008",
    name="log-retention-too-short",
    severity=Severity.WARNING,
    title=Text(en="Records are not kept long enough", de="Protokolle werden nicht lange genug aufbewahrt"),
    why=Text(
        en="Complaints come later than decisions; a record that is gone by then explains nothing.",
        de="Beschwerden kommen später als Entscheidungen; ein Protokoll, das dann gelöscht ist, erklärt nichts mehr.",
    ),
    asks_from="planned",
    serves=("S3", "S9"),
    provisions=(
        "eu-ai-act 19(1)",
        "eu-ai-act 26(6)",
        "gdpr 5(1)(e)",
        "iso-42001 A.6.2.8",
        "nist-ai-rmf MEASURE 2.8",
    ),
    duty="eu-ai-act 26(6)",
    frameworks=("eu-ai-act",),
    waivable=False,
    waits_for=("SAF006",),
    thresholds=THRESHOLDS,
    fix="log: {retention: TODO}",
    bad=Bad(_with("{retention: 5 months}"), at=f"{_HERE}.retention"),
    good=Good(_with("{retention: 6 months}")),
    cases=(
        Bad(_with("{retention: null}", "status: planned"), at=_HERE),
        Bad(_with("{retention: 182 days}", "autonomy: informs"), at=f"{_HERE}.retention"),
        Bad(
            _with(
                "{retention: 10 years}",
                "log: {fields: [output, decision, reasons, who, override, outcome], retention: 26 weeks}",
            ),
            at="spaces.lending.decisions.raise-limit.log.retention",
        ),
        Good(_with("{retention: 183 days}")),
        Good(_with("{retention: 27 weeks}")),
        Good(_with("{retention: 0.5 years}")),
        Good(_with("{retention: null, state: in-progress}", "status: planned")),
        Good(_with("null", "autonomy: informs")),
        Good(_with("{retention: 1 month}", "law: {risk_class: minimal, area: none}")),
        Good(_with("{retention: 1 month}", "status: draft")),
        Good(_with("{retention: 1 month}", "status: retired")),
    ),
)
def log_retention_too_short(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag records of a decision with a high-risk AI system that are kept for less than the threshold `log-retention-min`."""
    log = decision.log
    if not decision.acts_from("informs") or not decision.is_high_risk or not log or log.settled:
        return
    kept, least = log.retention.length, Duration.parse(str(settings.threshold("log-retention-min", THRESHOLDS)))
    if kept is None:
        problem = decision.gap(log.retention, MISSING, min_age=least.text)
    elif _days(kept) < _days(least):
        problem = decision.gap(log.retention, TOO_SHORT, duration=kept.text, min_age=least.text)
    else:
        return
    yield problem.beside(decision.law.place_of("risk_class"))


def _days(duration: Duration) -> float:
    return duration.months * _DAYS_A_MONTH + duration.days
