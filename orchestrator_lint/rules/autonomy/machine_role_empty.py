"""AUT004: a machine takes part, and it is not said which or with what."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

NO_SYSTEM = Text(
    en="By its `autonomy` AI takes part in {decisions}, but no system is named. Name in `machine.systems` what is used, or write `autonomy: human-only` if people decide without AI.",
    de="Nach `autonomy` wirkt bei {decisions} KI mit, aber es ist kein System genannt. Nennen Sie in `machine.systems`, was eingesetzt wird, oder schreiben Sie `autonomy: human-only`, wenn Menschen ohne KI entscheiden.",
)
NOT_DESCRIBED = Text(
    en="What the machine contributes to {decisions} is not described (missing: {missing}). Write in `machine.supplies` what kind of thing it brings, such as data, probabilities or options, and in `machine.does` what it does, in one sober sentence.",
    de="Was die Maschine zu {decisions} beiträgt, ist nicht beschrieben (es fehlt: {missing}). Schreiben Sie in `machine.supplies`, welcher Art ihr Beitrag ist, etwa Daten, Wahrscheinlichkeiten oder Optionen, und in `machine.does` in einem nüchternen Satz, was sie tut.",
)
_HERE = "spaces.lending.decisions.raise-limit"
_NO_MACHINE = "machine: {systems: null, shows: null, threshold: null}"


def _decision(keys: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


@rule(
    code="AUT004",
    name="machine-role-empty",
    severity=Severity.WARNING,
    title=Text(
        en="The contribution of the machine is not described", de="Der Beitrag der Maschine ist nicht beschrieben"
    ),
    why=Text(
        en="The machine supplies data, probabilities and optimisation; whoever works with it must know which of these it is.",
        de="Die Maschine steuert Daten, Wahrscheinlichkeiten und Optimierung bei; wer mit ihr arbeitet, muss wissen, was davon er vor sich hat.",
    ),
    asks_from="draft",
    serves=("S5",),
    provisions=(
        "eu-ai-act 13(3)(b)",
        "gdpr 13(2)(f)",
        "iso-42001 A.8.2",
        "nist-ai-rmf MAP 2.1",
        "nist-ai-rmf MAP 2.2",
        "uk-atrs 3.2",
    ),
    fix="machine: {systems: [TODO], supplies: [TODO], does: TODO}",
    bad=Bad(_decision("machine: {does: null}"), at=f"{_HERE}.machine"),
    good=Good(_decision("machine: {supplies: [options], does: Proposes three limits from the credit file.}")),
    cases=(
        Bad(_decision("machine: {supplies: []}"), at=f"{_HERE}.machine"),
        Bad(_decision("status: draft, machine: {supplies: null, does: ''}"), at=f"{_HERE}.machine"),
        Bad(_decision("machine: {systems: []}"), at=f"{_HERE}.machine.systems"),
        Bad(_decision("status: planned, autonomy: {acquire: informs, decide: human-only}, machine: null"), at=_HERE),
        Good(_decision("status: draft, machine: null")),
        Good(_decision("autonomy: human-only, machine: null")),
        Good(_decision("status: retired, machine: {does: null}")),
    ),
)
def machine_role_empty(decision: Decision) -> Iterator[Problem]:
    """Flag a decision by AI that names no system, and one with a system that says not what it supplies or does.

    A draft need not have chosen its system yet.
    """
    machine, autonomy = decision.machine, decision.autonomy
    if decision.is_human_only:
        return
    if machine.systems:
        missing = [f"machine.{key}" for key in ("supplies", "does") if not machine.child(key)]
        if missing:
            yield decision.gap(machine, NOT_DESCRIBED, missing=missing).beside(autonomy.place)
    elif autonomy and decision.is_asked("planned"):
        yield decision.gap(machine.systems, NO_SYSTEM).beside(autonomy.place)
