"""OVR008: nothing keeps people from trusting the machine too readily."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, known_any, rule
from orchestrator_lint.rules.oversight.scores import gives_scores

MESSAGE = Text(
    en="Nothing is stated that keeps people in {decisions} from trusting the machine too readily. Write in `oversight.bias_measures` what is done against automation bias, for example: every tenth case is decided before the output is shown.",
    de="Für {decisions} ist nichts angegeben, was Menschen davor bewahrt, der Maschine zu leicht zu vertrauen. Schreiben Sie in `oversight.bias_measures`, was gegen den Automatisierungsbias getan wird, zum Beispiel: Jeder zehnte Fall wird entschieden, bevor die Ausgabe zu sehen ist.",
)
_AT = "spaces.lending.decisions.raise-limit.oversight.bias_measures"
_LOW = "impact: {level: low, effect: economic}"
_MINIMAL = "law: {risk_class: minimal, area: none}"
_TEXTS = "systems: {repayment-score: {outputs: [text, reasons, confidence]}}\n"


def _decision(measures: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{bias_measures: {measures}}}}}}}}}}}"


@rule(
    code="OVR008",
    name="no-automation-bias-measure",
    severity=Severity.WARNING,
    title=Text(
        en="Nothing counters blind trust in the machine", de="Nichts wirkt blindem Vertrauen in die Maschine entgegen"
    ),
    why=Text(
        en="People over-rely on what a machine proposes, experts too; only a planned measure counters it.",
        de="Menschen verlassen sich zu sehr auf das, was eine Maschine vorschlägt, auch Fachleute; dagegen hilft nur, was geplant ist.",
    ),
    asks_from="planned",
    serves=("S5",),
    provisions=(
        "eu-ai-act 14(4)(b)",
        "iso-42001 A.9.2",
        "nist-ai-rmf MAP 3.4",
        "nist-ai-rmf MEASURE 2.13",
        "dadm fairnessDesign22A",
    ),
    waits_for=("OVR001",),
    accepts_reason=True,
    fix="oversight: {bias_measures: [TODO]}",
    bad=Bad(_decision("[]"), at=_AT),
    good=Good(_decision("[Two people decide before they talk.]")),
    cases=(
        Bad(_decision("null", f"{_MINIMAL}, impact: {{level: moderate, effect: economic}}"), at=_AT),
        Bad(_decision("null", f"status: planned, {_LOW}"), at=_AT),
        Bad(_decision("null", "autonomy: informs"), at=_AT),
        Bad(_decision("null", "autonomy: prepares, machine: {supplies: [data]}"), at=_AT),
        Good(_TEXTS + _decision("null", "autonomy: prepares, machine: {supplies: [text]}")),
        Good(_decision("{none_because: The output is a sum that the clerk adds up again.}")),
        Good(_decision("null, state: in-progress").replace("status: live", "status: suspended")),
        Good(_decision("null", f"{_LOW}, {_MINIMAL}")),
        Good(_decision("null", "status: draft")),
        Good(_decision("null", "status: retired")),
    ),
)
def no_automation_bias_measure(decision: Decision) -> Iterator[Problem]:
    """Flag a decision of some weight without a measure against automation bias, up to `acts-unless-vetoed`.

    Asked from `recommends`; below it, from `informs`, where the machine gives a score that people follow.
    A reasoned no is accepted.
    """
    measures = decision.oversight.bias_measures
    if measures or measures.settled or not _people_may_follow(decision):
        return
    if known_any((lambda: decision.weighs("moderate"), lambda: decision.is_serious)):
        yield decision.gap(measures, MESSAGE).beside(decision.oversight.by.place, decision.autonomy.place)


def _people_may_follow(decision: Decision) -> bool:
    if decision.decides_within("recommends", "acts-unless-vetoed"):
        return True
    return decision.decides_within("informs", "prepares") and gives_scores(decision)
