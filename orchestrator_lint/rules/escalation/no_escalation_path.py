"""ESC001: disagreement has nowhere to go."""

from collections.abc import Iterator
from functools import partial

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, known_any, rule

NO_PATH = Text(
    en="No escalation path is stated for {decisions}, should people and machine, or people among themselves, disagree. Add a step to `escalation`: `when` it begins, `to` whom it leads, `within` what time, and in `on_timeout` what holds where nobody answers.",
    de="Für {decisions} ist kein Eskalationsweg angegeben, falls Mensch und Maschine oder Menschen untereinander uneins sind. Ergänzen Sie in `escalation` einen Schritt: wann er beginnt (`when`), an wen er führt (`to`), in welcher Frist (`within`) und was gilt, wenn niemand antwortet (`on_timeout`).",
)
NO_EXCUSE = Text(
    en="The reason in `escalation` does not suffice for {decisions}: it is accepted only up to impact `moderate`, and not for a high-risk AI system. Replace `none_because` by a step with `when`, `to`, `within` and `on_timeout`.",
    de="Die Begründung in `escalation` genügt für {decisions} nicht: Anerkannt wird sie nur bis zur Auswirkung `moderate` und nicht bei einem Hochrisiko-KI-System. Ersetzen Sie `none_because` durch einen Schritt mit `when`, `to`, `within` und `on_timeout`.",
)
_UNREASONED = "spaces: {lending: {every_decision: {escalation: {none_because: Cases are settled at the desk.}}"
_MODERATE = "impact: {level: moderate, effect: economic}"


STEPS = "escalation: [{when: TODO, to: [TODO], within: TODO, on_timeout: TODO}]"


@rule(
    code="ESC001",
    name="no-escalation-path",
    severity=Severity.ERROR,
    title=Text(en="Disagreement has nowhere to go", de="Für strittige Fälle gibt es keinen Eskalationsweg"),
    why=Text(
        en="Where disagreement has nowhere to go, the machine's output stands by default.",
        de="Wo Widerspruch kein Ziel hat, gilt am Ende stillschweigend, was die Maschine ausgibt.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S9", "S10"),
    provisions=(
        "eu-ai-act 14(2)",
        "eu-ai-act 26(5)",
        "iso-42001 A.3.3",
        "iso-42001 A.9.2",
        "nist-ai-rmf GOVERN 2.1",
        "nist-ai-rmf MANAGE 2.3",
    ),
    accepts_reason=True,
    fix=STEPS,
    bad=Bad("spaces: {lending: {every_decision: {escalation: null}}}", at="spaces.lending"),
    good=Good(
        "spaces: {lending: {every_decision: {escalation: null}, decisions: {raise-limit: {escalation: [\n"
        "  {when: the case worker and the score disagree twice, to: credit-committee, within: 1 day, on_timeout: hold}]}}}}"
    ),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {escalation: []}}}}",
            at="spaces.lending.decisions.raise-limit.escalation",
        ),
        Bad(
            "spaces: {lending: {every_decision: {escalation: [{when: two people disagree, to: [], within: 1 day}]}}}",
            at="spaces.lending.every_decision.escalation",
        ),
        Bad(
            f"{_UNREASONED}, decisions: {{raise-limit: {{{_MODERATE}, law: {{risk_class: high}}}}}}}}}}",
            at="spaces.lending.every_decision.escalation",
        ),
        Bad(f"{_UNREASONED}}}}}", at="spaces.lending.every_decision.escalation"),
        Good(
            f"{_UNREASONED}, decisions: {{raise-limit: {{{_MODERATE}, law: {{risk_class: minimal, area: none}}}}}}}}}}"
        ),
        Good(
            "spaces: {lending: {every_decision: {escalation: null}, decisions: {raise-limit: {impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}}}}}"
        ),
        Good(
            "spaces: {lending: {every_decision: {escalation: {state: planned}, status: suspended}, decisions: {raise-limit: {status: null}}}}"
        ),
        Good(
            "spaces: {lending: {every_decision: {escalation: [{when: two people disagree, state: in-progress}], status: suspended}, decisions: {raise-limit: {status: null}}}}",
        ),
        Good("spaces: {lending: {every_decision: {escalation: null}, decisions: {raise-limit: {status: draft}}}}"),
        Good("spaces: {lending: {every_decision: {escalation: null}, decisions: {raise-limit: {status: retired}}}}"),
    ),
)
def no_escalation_path(decision: Decision) -> Iterator[Problem]:
    """Flag a decision of at least moderate impact, or a serious one, whose escalation leads to nobody.

    A reason is accepted up to impact moderate outside the class of high-risk AI systems.
    """
    if not known_any((lambda: decision.weighs("moderate"), lambda: decision.is_serious)):
        return
    escalation = decision.escalation
    if escalation.reasoned:
        if decision.is_high_risk or decision.impact_level not in ("none", "low", "moderate"):
            yield decision.gap(escalation, NO_EXCUSE)
    elif not escalation.settled and not _leads_on(escalation):
        yield _filled(decision.gap(escalation, NO_PATH), decision)


def _filled(problem: Problem, decision: Decision) -> Problem:
    """Offer steps where the language has them: at the decision, or for all of its space."""
    at_space = problem.about == (decision.space.address,)
    return problem.filled_by(
        f"every_decision: {{{STEPS}}}" if at_space else STEPS, (decision.space if at_space else decision).place
    )


def _leads_on(escalation: Value) -> bool:
    return known_any(partial(_names_somebody, step) for step in escalation)


def _names_somebody(step: Value) -> bool:
    """Whether a step says who receives the case, or is still being built."""
    return bool(step.to) or step.settled
