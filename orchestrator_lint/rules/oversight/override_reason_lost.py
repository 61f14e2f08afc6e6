"""OVR012: why people departed from the machine is not asked, or not kept."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

NOT_ASKED = Text(
    en="Whoever departs from the machine in {decisions} is not said to give a reason (`justification`: {asked}). Write `justification: both`, so that departing and following both leave a reason behind.",
    de="Wer bei {decisions} von der Maschine abweicht, muss nach den Angaben keinen Grund nennen (`justification`: {asked}). Schreiben Sie `justification: both`, damit Abweichen wie Folgen einen Grund hinterlässt.",
)
NOT_KEPT = Text(
    en="Reasons for departing from the machine in {decisions} are asked, but the log does not keep them: `log.fields` lacks `reasons`. Add it, or nobody can learn from them.",
    de="Bei {decisions} wird nach dem Grund einer Abweichung von der Maschine gefragt, aber das Protokoll hält ihn nicht fest: In `log.fields` fehlt `reasons`. Ergänzen Sie es, sonst lernt niemand daraus.",
)
_AT = "spaces.lending.decisions.raise-limit"
_LIGHT = "impact: {affects: [], effect: none, level: low}, law: {risk_class: minimal, area: none}"


def _decision(justification: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{override: {{justification: {justification}}}}}}}}}}}}}"


@rule(
    code="OVR012",
    name="override-reason-lost",
    severity=Severity.WARNING,
    title=Text(
        en="Why people depart from the machine is lost", de="Warum Menschen von der Maschine abweichen, geht verloren"
    ),
    why=Text(
        en="A departure without its reason shows that somebody disagreed, but not what the machine did not know.",
        de="Eine Abweichung ohne Grund zeigt, dass jemand anderer Meinung war, aber nicht, was die Maschine nicht wusste.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S3", "S8"),
    provisions=(
        "eu-ai-act 26(5)",
        "gdpr 5(2)",
        "iso-42001 A.6.2.8",
        "nist-ai-rmf MANAGE 4.1",
        "nist-ai-rmf MEASURE 3.3",
    ),
    waits_for=("OVR001", "OVR002", "OVR009"),
    bad=Bad(_decision("none"), at=f"{_AT}.oversight.override.justification"),
    good=Good(_decision("both", "log: {fields: [input, output, decision, reasons, who, outcome], retention: 2 years}")),
    cases=(
        Bad(_decision("agreement", "autonomy: prepares"), at=f"{_AT}.oversight.override.justification"),
        Bad(_decision("null", "status: planned"), at=f"{_AT}.oversight.override"),
        Bad(
            _decision("both", "log: {fields: [input, output, decision, who, outcome], retention: 2 years}"),
            at=f"{_AT}.log.fields",
        ),
        Bad(
            "spaces: {lending: {every_decision: {log: {fields: [input, output, decision, who, outcome]}}}}",
            at="spaces.lending.every_decision.log.fields",
        ),
        Good(_decision("null, state: planned").replace("status: live", "status: suspended")),
        Good(
            _decision(
                "both",
                "status: suspended, log: {fields: [input, output, decision, who, outcome], retention: 2 years, state: planned}",
            )
        ),
        Good(_decision("none", _LIGHT)),
        Good(_decision("none", "autonomy: informs")),
        Good(_decision("none", "status: draft")),
        Good(_decision("none", "status: retired")),
    ),
)
def override_reason_lost(decision: Decision) -> Iterator[Problem]:
    """Flag a decision of some weight from `prepares` upwards that asks no reason of a departure, or keeps none."""
    override, fields = decision.oversight.override, decision.log.fields
    if not decision.acts_from("prepares") or decision.is_light or override.settled:
        return
    justification = override.justification
    if justification.plain not in ("deviation", "both"):
        asked = Text(f"`{justification}`", f"`{justification}`") if justification else Text("nothing", "keine Angabe")
        yield decision.gap(justification, NOT_ASKED, asked=asked).beside(override.may.place)
    elif fields and not fields.has("reasons") and not fields.settled:
        yield decision.gap(fields, NOT_KEPT).beside(justification.place)
