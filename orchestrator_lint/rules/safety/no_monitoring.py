"""SAF004: nobody watches how the machine does in use."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, System, Text, rule

MESSAGE = Text(
    en="Who watches how the AI does in {decisions} is not fully stated (missing: {missing}). Write in `monitoring` which role (`by`) looks at which figures (`metrics`), and how often (`every`).",
    de="Wer verfolgt, wie sich die KI bei {decisions} bewährt, ist nicht vollständig angegeben (offen: {missing}). Schreiben Sie in `monitoring`, welche Rolle (`by`) welche Kennzahlen (`metrics`) in welchem Abstand (`every`) ansieht.",
)
NO_INTERVAL = Text(
    en="For {decisions} it is not stated how often anybody looks at the figures. Without an interval it is no monitoring. Write one in `monitoring.every`, for example `1 month`.",
    de="Für {decisions} ist nicht angegeben, wie oft jemand die Kennzahlen ansieht. Ohne festen Abstand ist das keine Überwachung. Tragen Sie ihn in `monitoring.every` ein, zum Beispiel `1 month`.",
)
NO_EXCUSE = Text(
    en="The reason in `monitoring` does not suffice for {decisions}: it is accepted only at impact `none` or `low`, and not for a high-risk AI system. Replace `none_because` by `by`, `every` and `metrics`.",
    de="Die Begründung in `monitoring` genügt für {decisions} nicht: Anerkannt wird sie nur bei der Auswirkung `none` oder `low` und nicht bei einem Hochrisiko-KI-System. Ersetzen Sie `none_because` durch `by`, `every` und `metrics`.",
)
MACHINE = Text(
    en="`{system}` is a system, and it alone watches the AI in {decisions}: nobody learns what it sees. Write in `monitoring.by` the role that reads the figures and acts on them.",
    de="`{system}` ist ein System und überwacht die KI bei {decisions} allein: Was es sieht, erfährt niemand. Tragen Sie in `monitoring.by` die Rolle ein, die die Kennzahlen liest und danach handelt.",
)
_HERE = "spaces.lending.decisions.raise-limit.monitoring"
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"
_REASON = "{by: null, every: null, metrics: null, none_because: It is used twice a year.}"


def _with(monitoring: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, monitoring: {monitoring}}}}}}}}}"


@rule(
    code="SAF004",
    name="no-monitoring",
    severity=Severity.ERROR,
    title=Text(en="Nobody watches the AI in use", de="Niemand verfolgt die KI im Betrieb"),
    why=Text(
        en="Systems change with the world they are used in. Where nobody watches, those affected notice first.",
        de="Systeme ändern sich mit der Welt, in der sie laufen. Wo niemand hinsieht, merken es die Betroffenen zuerst.",
    ),
    asks_from="pilot",
    serves=("S8", "S9"),
    provisions=(
        "eu-ai-act 26(5)",
        "eu-ai-act 72",
        "gdpr 24(1)",
        "iso-42001 9.1",
        "iso-42001 A.6.2.6",
        "nist-ai-rmf MEASURE 2.4",
        "nist-ai-rmf MANAGE 4.1",
    ),
    accepts_reason=True,
    fix="monitoring: {by: TODO, every: TODO, metrics: [TODO]}",
    bad=Bad(_with("null"), at="spaces.lending.decisions.raise-limit"),
    good=Good(_with("{by: internal-audit, every: 1 year, metrics: [outcome]}")),
    cases=(
        Bad(_with("{by: null}"), at=_HERE),
        Bad(_with("{metrics: []}", "status: pilot"), at=f"{_HERE}.metrics"),
        Bad(_with("{every: null}", f"autonomy: prepares, {_LIGHT}"), at=_HERE),
        Bad(_with("{by: systems/repayment-score}"), at=f"{_HERE}.by"),
        Bad(_with(_REASON), at=_HERE),
        Bad(_with(_REASON, "impact: {level: low, effect: economic}, law: {risk_class: high}"), at=_HERE),
        Good(_with(_REASON, _LIGHT)),
        Good(_with("{by: null, every: null, metrics: null, state: in-progress}", f"status: pilot, {_LIGHT}")),
        Good(_with("null", "autonomy: informs")),
        Good(_with("null", "status: planned")),
        Good(_with("null", "status: retired")),
    ),
)
def no_monitoring(decision: Decision) -> Iterator[Problem]:
    """Flag a decision in use from `prepares` upwards for which no role looks at figures in a stated interval.

    A reason is accepted at impact none or low outside the class of high-risk AI systems.
    """
    if decision.acts_from("prepares"):
        for problem in _gaps(decision):
            yield problem.beside(decision.machine.place_of("systems"))


def _gaps(decision: Decision) -> Iterator[Problem]:
    monitoring = decision.monitoring
    if monitoring.settled:
        if monitoring.reasoned and not decision.is_light:
            yield decision.gap(monitoring, NO_EXCUSE)
        return
    missing = [key for key in ("by", "every", "metrics") if not monitoring.child(key)]
    if missing == ["every"]:
        yield decision.gap(monitoring.every, NO_INTERVAL)
    elif missing:
        place = monitoring.child(missing[0]) if len(missing) == 1 else monitoring
        yield decision.gap(place, MESSAGE, missing=missing)
    elif isinstance(monitoring.by.target, System):
        yield decision.gap(monitoring.by, MACHINE, system=monitoring.by)
