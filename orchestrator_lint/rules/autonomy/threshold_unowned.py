"""AUT013: nobody here owns the threshold at which the machine's output tips."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, Text, Value, rule

MISSING = Text(
    en="Where the machine's output tips in {decisions} weighs one mistake against another, and that is not fully stated (missing: {missing}). Write in `machine.threshold` who set it, who may move it, which mistake is preferred (`false-alarms`, `misses`, `neither`) and why; or say in `none_because` why there is none.",
    de="Wo die Ausgabe der Maschine bei {decisions} kippt, wägt einen Fehler gegen den anderen ab, und das ist nicht vollständig angegeben (es fehlt: {missing}). Schreiben Sie in `machine.threshold`, wer den Schwellenwert festgelegt hat, wer ihn ändern darf, welcher Fehler in Kauf genommen wird (`false-alarms`, `misses`, `neither`) und warum; oder sagen Sie in `none_because`, warum es keinen gibt.",
)
FOREIGN = Text(
    en="No role of your own holds the threshold of {decisions}: it lies with {holders}. So somebody else weighs which mistake people here have to bear. Name in `machine.threshold.adjustable_by` a role of your own.",
    de="Über den Schwellenwert von {decisions} bestimmt keine eigene Rolle: Er liegt bei {holders}. So wägen andere ab, welchen Fehler Menschen hier hinnehmen müssen. Nennen Sie in `machine.threshold.adjustable_by` eine eigene Rolle.",
)
_AT = "spaces.lending.decisions.raise-limit.machine.threshold"
_GONE = "set_by: null, adjustable_by: null, prefers: null, because: null"
_SUPPLIER = "roles: {data-scientist: {x-like: roles/model-steward, party: supplier}}\n"


def _decision(threshold: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, machine: {{threshold: {threshold}}}}}}}}}}}"


@rule(
    code="AUT013",
    name="threshold-unowned",
    severity=Severity.WARNING,
    title=Text(
        en="Nobody answers for the threshold of the machine", de="Niemand verantwortet den Schwellenwert der Maschine"
    ),
    why=Text(
        en="Whether false alarms or misses are the lesser evil is a question of values, and no property of a model.",
        de="Ob Fehlalarme oder Versäumnisse das kleinere Übel sind, ist eine Wertfrage und keine Eigenschaft eines Modells.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S5", "S13"),
    provisions=("eu-ai-act 13(3)(b)", "iso-42001 A.6.2.2", "nist-ai-rmf MAP 1.5", "nist-ai-rmf MEASURE 2.2"),
    accepts_reason=True,
    fix="machine: {threshold: {set_by: TODO, adjustable_by: [TODO], prefers: TODO, because: TODO}}",
    bad=Bad(_decision("{prefers: null}"), at=_AT),
    good=Good(f"{_SUPPLIER}{_decision('{set_by: data-scientist}')}"),
    cases=(
        Bad(_decision("null", "status: planned"), at=_AT),
        Bad(_decision("{adjustable_by: []}"), at=_AT),
        Bad(_SUPPLIER + _decision("{set_by: data-scientist, adjustable_by: [data-scientist]}"), at=f"{_AT}.set_by"),
        Bad(_decision("{set_by: systems/repayment-score, adjustable_by: [repayment-score]}"), at=f"{_AT}.set_by"),
        Good(_decision(f"{{{_GONE}, none_because: It ranks and draws no line.}}")),
        Good(_decision("null", "autonomy: prepares")),
        Good(_decision("null", "impact: {affects: [], effect: none, level: low}")),
        Good(_decision("null", "status: draft")),
        Good(_decision("null", "status: retired")),
    ),
)
def threshold_unowned(decision: Decision) -> Iterator[Problem]:
    """Flag a threshold that is not fully stated or lies in no hand of ours, and one that a recommendation needs.

    A reasoned no is accepted.
    """
    threshold = decision.machine.threshold
    if threshold.settled or not (threshold or _needs_threshold(decision)):
        return
    missing = [key for key in ("set_by", "adjustable_by", "prefers", "because") if not threshold.child(key)]
    holders = [*threshold.set_by, *threshold.adjustable_by]
    if missing:
        yield decision.gap(threshold, MISSING, missing=missing).beside(decision.autonomy.place)
    elif not any(_is_ours(holder) for holder in holders):
        names = sorted({str(holder.plain) for holder in holders})
        yield decision.gap(threshold.set_by, FOREIGN, holders=names).beside(*(holder.place for holder in holders))


def _needs_threshold(decision: Decision) -> bool:
    recommends = decision.acts_from("recommends") and decision.machine.supplies.has("probabilities")
    return recommends and decision.affects_people


def _is_ours(holder: Value) -> bool:
    role = holder.target
    return isinstance(role, Role) and role.party.plain != "supplier"
