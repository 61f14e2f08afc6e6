"""SAF009: nobody can learn whether decisions were right."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="Neither `log.fields` nor `monitoring.metrics` holds what came of {decisions}, so nobody can learn whether the AI, or the person, was right. Add `outcome` to one of them; figures that compare with it count too, such as `accuracy`.",
    de="Weder `log.fields` noch `monitoring.metrics` hält fest, was aus {decisions} geworden ist. So kann niemand lernen, ob die KI oder der Mensch recht hatte. Ergänzen Sie an einer der beiden Stellen `outcome`; auch Kennzahlen, die sich daran messen, genügen, etwa `accuracy`.",
)
_AT_RESULTS = ("outcome", "accuracy", "calibration", "false-positive-rate", "false-negative-rate")
_FIELDS = "fields: [input, output, decision, reasons, who, when, override]"
_METRICS = "metrics: [override-rate, complaints]"
_HERE = "spaces.lending.decisions.raise-limit.monitoring.metrics"


def _with(log: str, monitoring: str, more: str = "status: live") -> str:
    return (
        f"spaces: {{lending: {{every_decision: {{log: {{{log}}}}}, "
        f"decisions: {{raise-limit: {{{more}, monitoring: {{{monitoring}}}}}}}}}}}"
    )


@rule(
    code="SAF009",
    name="outcome-not-recorded",
    severity=Severity.WARNING,
    title=Text(
        en="Nobody learns what came of the decisions",
        de="Niemand erfährt, was aus den Entscheidungen wurde",
    ),
    why=Text(
        en="Whether a machine was right, only the result says. An organisation that never looks at it repeats its mistakes faster.",
        de="Ob eine Maschine recht hatte, zeigt erst das Ergebnis. Wer es nie ansieht, wiederholt seine Fehler nur schneller.",
    ),
    asks_from="pilot",
    serves=("S8", "S9"),
    provisions=(
        "eu-ai-act 26(5)",
        "eu-ai-act 72(2)",
        "iso-42001 9.1",
        "iso-42001 A.6.2.6",
        "nist-ai-rmf MEASURE 4.3",
        "nist-ai-rmf MANAGE 4.1",
    ),
    waits_for=("SAF004", "SAF006"),
    bad=Bad(_with(_FIELDS, _METRICS), at=_HERE),
    good=Good(_with(_FIELDS, "metrics: [override-rate, outcome]")),
    cases=(
        Bad(_with(_FIELDS, _METRICS, "status: pilot, autonomy: prepares"), at=_HERE),
        Bad(
            f"spaces: {{lending: {{every_decision: {{log: null}}, decisions: {{raise-limit: {{monitoring: {{{_METRICS}}},\n"
            "  impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}}}}}",
            at=_HERE,
        ),
        Good(_with("retention: 2 years", _METRICS)),
        Good(_with(_FIELDS, "metrics: [complaints, false-negative-rate]")),
        Good(_with(_FIELDS, "metrics: [calibration]")),
        Good(_with(_FIELDS, _METRICS, "autonomy: informs")),
        Good(_with(_FIELDS, _METRICS, "status: planned")),
        Good(_with(_FIELDS, _METRICS, "status: retired")),
        Good(
            _with(
                _FIELDS,
                "by: null, every: null, metrics: null, none_because: It is used twice a year.",
                "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}",
            )
        ),
        Good(
            _with(
                f"{_FIELDS}, state: in-progress",
                _METRICS,
                "status: pilot, impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}",
            )
        ),
    ),
)
def outcome_not_recorded(decision: Decision) -> Iterator[Problem]:
    """Flag a decision in use from `prepares` upwards of which neither log nor monitoring holds the result."""
    log, monitoring = decision.log, decision.monitoring
    if not decision.acts_from("prepares") or log.settled or monitoring.settled:
        return
    if not log.fields.has("outcome") and not monitoring.metrics.has(*_AT_RESULTS):
        yield decision.gap(monitoring.metrics, MESSAGE).beside(log.fields.place)
