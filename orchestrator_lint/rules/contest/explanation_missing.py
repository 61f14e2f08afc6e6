"""CON005: people are not told why it came out so."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, known_any, rule
from orchestrator_lint.rules.contest.concerned import is_about_people
from orchestrator_lint.rules.contest.examples import BY_HAND, LIGHTER, decided

MISSING = Text(
    en="How {groups} learn why it came out so in {decisions} is not fully stated (missing: {missing}), although the result weighs heavily on them. Write in `explanation` who explains it (`by`), to whom (`to`), and what the explanation contains (`says`): the main reasons, and the part that AI played.",
    de="Wie {groups} bei {decisions} erfahren, warum es so ausfiel, ist nicht vollständig angegeben (es fehlt: {missing}), obwohl das Ergebnis für sie schwer wiegt. Schreiben Sie in `explanation`, wer es erläutert (`by`), wem (`to`) und was die Erläuterung enthält (`says`): die wichtigsten Gründe und die Rolle der KI.",
)
NO_EXCUSE = Text(
    en="The reason in `explanation` does not suffice for {decisions}: what weighs heavily on {groups} must be explained to them. Replace `none_because` by who explains it (`by`), to whom (`to`) and what the explanation contains (`says`).",
    de="Die Begründung in `explanation` genügt für {decisions} nicht: Was für {groups} schwer wiegt, muss man ihnen erläutern. Ersetzen Sie `none_because` durch Angaben dazu, wer erläutert (`by`), wem (`to`) und was die Erläuterung enthält (`says`).",
)
_HERE = "spaces.lending.decisions.raise-limit.explanation"
_REASON = "explanation: {to: null, by: null, says: null, none_because: The score belongs to the supplier.}"


@rule(
    code="CON005",
    name="explanation-missing",
    severity=Severity.ERROR,
    title=Text(en="People are not told why", de="Betroffene erfahren nicht, warum"),
    why=Text(
        en="People can accept, or contest, only what they understand.",
        de="Annehmen oder anfechten kann man nur, was man versteht.",
    ),
    asks_from="planned",
    serves=("S3",),
    provisions=(
        "eu-ai-act 86(1)",
        "gdpr 13(2)(f)",
        "gdpr 15(1)(h)",
        "iso-42001 A.8.2",
        "nist-ai-rmf MEASURE 2.9",
    ),
    waits_for=("AUT011",),
    fix="explanation: {to: TODO, by: TODO, says: [TODO]}",
    bad=Bad(decided("explanation: null"), at=_HERE),
    good=Good(decided("explanation: {by: ombudsperson, says: [main-reasons]}")),
    cases=(
        Bad(decided("explanation: {by: null}"), at=_HERE),
        Bad(decided("explanation: {to: []}, status: planned"), at=_HERE),
        Bad(decided("explanation: {says: []}, autonomy: informs"), at=_HERE),
        Bad(
            decided(
                "explanation: null, impact: {level: high, effect: economic}, law: {risk_class: minimal, area: none}"
            ),
            at=_HERE,
        ),
        Bad(decided(_REASON), at=_HERE),
        Good(decided(f"explanation: null, {LIGHTER}")),
        Good(
            decided("explanation: {by: null, state: planned}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(decided(f"explanation: null, {BY_HAND}")),
        Good(decided("explanation: null, impact: {as: exposed}")),
        Good(decided("explanation: null, status: draft")),
        Good(decided("explanation: null, status: retired")),
    ),
)
def explanation_missing(decision: Decision) -> Iterator[Problem]:
    """Flag a decision made with AI that weighs heavily on people, where nobody explains it to them. No reason excuses it.

    It weighs heavily where its effect is significant or legal, or its impact high or above.
    """
    if not is_about_people(decision) or not _weighs_heavily(decision):
        return
    explanation = decision.explanation
    if explanation.reasoned:
        yield decision.gap(explanation, NO_EXCUSE, groups=decision.groups).beside(decision.impact.place)
        return
    missing = [f"explanation.{key}" for key in ("to", "by", "says") if not explanation.child(key)]
    if missing and not explanation.settled:
        problem = decision.gap(explanation, MISSING, groups=decision.groups, missing=missing)
        yield problem.beside(decision.impact.place)


def _weighs_heavily(decision: Decision) -> bool:
    return known_any((lambda: decision.has_grave_effect, lambda: decision.weighs("high")))
