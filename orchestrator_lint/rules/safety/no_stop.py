"""SAF001: nobody can stop the machine."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="It is not stated who can stop the AI in {decisions}, and how (missing: {missing}). Write both in `oversight.stop`: the role in `by`, and in `how` exactly what it does.",
    de="Wer die KI bei {decisions} anhalten darf und wie, ist nicht angegeben (offen: {missing}). Schreiben Sie beides in `oversight.stop`: die Rolle in `by` und in `how`, was genau sie dafür tut.",
)
NO_EXCUSE = Text(
    en="The reason in `oversight.stop` does not suffice for {decisions}: it is accepted only at impact `none` or `low`, and not for a high-risk AI system. Replace `none_because` by `by` and `how`.",
    de="Die Begründung in `oversight.stop` genügt für {decisions} nicht: Anerkannt wird sie nur bei der Auswirkung `none` oder `low` und nicht bei einem Hochrisiko-KI-System. Ersetzen Sie `none_because` durch `by` und `how`.",
)
_HERE = "spaces.lending.decisions.raise-limit.oversight.stop"
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"
_REASON = "{by: null, how: null, tested: null, none_because: Each run lasts a second and changes nothing.}"


def _stop(stop: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{stop: {stop}}}}}}}}}}}"


@rule(
    code="SAF001",
    name="no-stop",
    severity=Severity.ERROR,
    title=Text(en="Nobody can stop the AI", de="Niemand kann die KI anhalten"),
    why=Text(
        en="What nobody can stop, nobody is in command of.",
        de="Was niemand anhalten kann, hat niemand in der Hand.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S9",),
    provisions=("eu-ai-act 14(4)(e)", "iso-42001 A.6.2.6", "nist-ai-rmf MANAGE 2.4", "owasp-aisvs C14.1.1"),
    accepts_reason=True,
    fix="oversight: {stop: {by: TODO, how: TODO}}",
    bad=Bad(_stop("null"), at=_HERE),
    good=Good(_stop("{by: case-worker, how: Red button on the desk; cases wait in the queue}")),
    cases=(
        Bad(_stop("{by: null}"), at=_HERE),
        Bad(_stop("{how: ''}", "status: planned"), at=_HERE),
        Bad(_stop("null", "autonomy: prepares"), at=_HERE),
        Bad(_stop("null", f"autonomy: acts-on-approval, {_LIGHT}"), at=_HERE),
        Bad(_stop(_REASON), at=_HERE),
        Bad(
            _stop(
                _REASON, "autonomy: acts-on-approval, impact: {level: low, effect: economic}, law: {risk_class: high}"
            ),
            at=_HERE,
        ),
        Bad(
            "spaces: {lending: {every_decision: {oversight: {by: case-worker, override: {may: [not-use, disregard, override, reverse], justification: both, logged: true},\n"
            "  window: 2 days, workload: {cases_per_week: 6, minutes_per_case: 20}, fallback: Manual scorecard, bias_measures: [Every tenth case is decided before the score is shown.],\n"
            "  stop: {by: head-of-lending}}}, decisions: {raise-limit: {oversight: null}}}}",
            at="spaces.lending.every_decision.oversight.stop",
        ),
        Good(_stop(_REASON, f"autonomy: acts-on-approval, {_LIGHT}")),
        Good(_stop("{by: null, how: null, state: planned}", "status: suspended")),
        Good(_stop("null", f"autonomy: recommends, {_LIGHT}")),
        Good(_stop("null", "autonomy: informs")),
        Good(_stop("null", "status: draft")),
    ),
)
def no_stop(decision: Decision) -> Iterator[Problem]:
    """Flag a decision in which the machine acts, or prepares a serious one, and nobody is named who can stop it.

    A reason is accepted at impact none or low outside the class of high-risk AI systems.
    """
    stop = decision.oversight.stop
    if decision.oversight.settled or not _needs_stop(decision):
        return
    if stop.reasoned:
        if not decision.is_light:
            yield _beside(decision, decision.gap(stop, NO_EXCUSE))
        return
    missing = [key for key in ("by", "how") if not stop.child(key)]
    if missing and not stop.settled:
        yield _beside(decision, decision.gap(stop, MESSAGE, missing=missing))


def _needs_stop(decision: Decision) -> bool:
    return decision.acts_from("acts-on-approval") or (decision.acts_from("prepares") and decision.is_serious)


def _beside(decision: Decision, problem: Problem) -> Problem:
    return problem.beside(decision.autonomy.place, decision.oversight.place_of("by"))
