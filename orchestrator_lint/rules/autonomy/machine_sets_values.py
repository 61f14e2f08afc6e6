"""AUT005: the machine is said to bring meaning, values or priorities."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="The machine is said to supply {items} to {decisions}. That is the part of people and belongs in `human.supplies`; the machine's part is data, probabilities, options, optimisation, text or action.",
    de="Die Maschine soll zu {decisions} {items} beisteuern. Das ist Sache der Menschen und gehört nach `human.supplies`; Sache der Maschine sind Daten, Wahrscheinlichkeiten, Optionen, Optimierung, Text oder Ausführung.",
)
_HUMAN = ("meaning", "values", "priorities")


@rule(
    code="AUT005",
    name="machine-sets-values",
    severity=Severity.WARNING,
    title=Text(
        en="The machine supplies meaning, values or priorities",
        de="Die Maschine liefert Bedeutung, Werte oder Prioritäten",
    ),
    why=Text(
        en="Complementarity: the machine supplies data, probabilities and optimisation; people supply meaning, values and priorities.",
        de="Komplementarität heißt: Die Maschine liefert Daten, Wahrscheinlichkeiten und Optimierung, der Mensch Bedeutung, Werte und Prioritäten.",
    ),
    asks_from="draft",
    serves=("S5",),
    provisions=(
        "eu-ai-act 14(1)",
        "eu-ai-act 14(2)",
        "iso-42001 A.9.3",
        "nist-ai-rmf GOVERN 3.2",
        "nist-ai-rmf MAP 1.3",
        "oecd-ai 1.2",
    ),
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {machine: {supplies: [data, values]}}}}}",
        at="spaces.lending.decisions.raise-limit.machine.supplies",
    ),
    good=Good(
        "spaces: {lending: {decisions: {raise-limit: {machine: {supplies: [data, options, optimisation, text, action, context]}}}}}"
    ),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, machine: {supplies: [meaning, priorities]}}}}}",
            at="spaces.lending.decisions.raise-limit.machine.supplies",
        ),
        Bad(
            "spaces: {lending: {every_decision: {machine: {systems: [repayment-score], supplies: [priorities], does: Ranks the cases., shows: [reasons, confidence],\n"
            "  threshold: {set_by: model-steward, adjustable_by: [head-of-lending], prefers: neither, because: Both cost the same.}, abstains: {when: [data missing], then: hand-over}}},\n"
            "  decisions: {raise-limit: {machine: null}}}}",
            at="spaces.lending.every_decision.machine.supplies",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {machine: {supplies: [meaning]}}}}}",
            at="spaces.lending.decisions.raise-limit.machine.supplies",
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {status: retired, machine: {supplies: [values]}}}}}",
        ),
    ),
)
def machine_sets_values(decision: Decision) -> Iterator[Problem]:
    """Flag a decision whose `machine.supplies` names meaning, values or priorities."""
    supplies = decision.machine.supplies
    items = [word for word in _HUMAN if word in (supplies.plain or ())]
    if items:
        yield decision.gap(supplies, MESSAGE, items=items).beside(decision.human.supplies.place)
