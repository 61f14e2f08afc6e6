"""AUT012: the machine answers even where it knows nothing."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

NEVER = Text(
    en="It is not stated when the AI in {decisions} keeps out of a case and who takes it then (missing: {missing}); at impact `{impact}` a machine that always answers also answers where it knows nothing. List in `machine.abstains.when` the situations it must not judge, and write `then: hand-over`; or say in `none_because` why there are none.",
    de="Es ist nicht angegeben, wann sich die KI bei {decisions} eines Falls enthält und was dann mit ihm geschieht (es fehlt: {missing}); eine Maschine, die immer antwortet, antwortet auch dort, wo sie nichts weiß, hier bei Auswirkung `{impact}`. Führen Sie in `machine.abstains.when` auf, was sie nicht beurteilen darf, und schreiben Sie `then: hand-over`; oder sagen Sie in `none_because`, warum es solche Fälle nicht gibt.",
)
REJECTS = Text(
    en="Where the AI in {decisions} cannot judge a case, the case is turned down (`then: reject`): its ignorance falls on the person, at impact `{impact}`. Write `hand-over`, so that a person takes the case, or `hold`, until what is missing is there.",
    de="Wo die KI bei {decisions} einen Fall nicht beurteilen kann, wird er abgelehnt (`then: reject`): Was sie nicht weiß, trifft den Menschen, und das bei Auswirkung `{impact}`. Schreiben Sie `hand-over`, damit ein Mensch den Fall übernimmt, oder `hold`, bis da ist, was fehlt.",
)
_AT = "spaces.lending.decisions.raise-limit.machine.abstains"
_REASON = "abstains: {when: null, then: null, none_because: It adds up a list that is complete by law.}"


def _decision(machine: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, machine: {{{machine}}}}}}}}}}}"


@rule(
    code="AUT012",
    name="no-abstention",
    severity=Severity.WARNING,
    title=Text(en="The machine never hands a case over", de="Die Maschine gibt nie einen Fall ab"),
    why=Text(
        en="A machine that may not say “I do not know” guesses, and nobody sees it.",
        de="Eine Maschine, die nicht „weiß ich nicht“ sagen darf, rät, und niemand sieht es ihr an.",
    ),
    asks_from="planned",
    serves=("S9", "S5"),
    provisions=("eu-ai-act 14(4)(a)", "eu-ai-act 15(4)", "iso-42001 A.9.4", "nist-ai-rmf MAP 2.2"),
    accepts_reason=True,
    fix="machine: {abstains: {when: [TODO], then: TODO}}",
    bad=Bad(_decision("abstains: null"), at=_AT),
    good=Good(_decision("abstains: {when: [the file is older than a year], then: hold}")),
    cases=(
        Bad(_decision("abstains: {when: []}"), at=_AT),
        Bad(_decision("abstains: {then: null}", "status: planned, autonomy: informs"), at=_AT),
        Bad(_decision("abstains: {then: reject}"), at=f"{_AT}.then"),
        Good(_decision(_REASON)),
        Good(
            _decision("abstains: {when: null, then: null, state: planned}").replace("status: live", "status: suspended")
        ),
        Good(_decision("abstains: null", "impact: {level: moderate, effect: economic}")),
        Good(_decision("abstains: null", "status: draft")),
        Good(_decision("abstains: null", "status: retired")),
    ),
)
def no_abstention(decision: Decision) -> Iterator[Problem]:
    """Flag a decision of high impact whose machine says not when it keeps out, or then turns the case down.

    A reasoned no is accepted.
    """
    abstains = decision.machine.abstains
    if not (decision.weighs("high") and decision.acts_from("informs") and decision.machine.systems):
        return
    missing = [key for key in ("when", "then") if not abstains.child(key)]
    impact = decision.impact.level
    if abstains.then.plain == "reject":
        yield decision.gap(abstains.then, REJECTS, impact=impact).beside(impact.place)
    elif missing and not abstains.settled:
        yield decision.gap(abstains, NEVER, missing=missing, impact=impact).beside(impact.place)
