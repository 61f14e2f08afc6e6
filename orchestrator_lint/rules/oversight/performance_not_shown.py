"""OVR013: how often the machine errs, and for whom, is not measured or not known to the overseer."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, Text, Value, rule

NOT_MEASURED = Text(
    en="`{system}` takes part in {decisions}, where the impact is at least `high`, but how often it errs is not stated: no `performance` with `metric` and `value`. Measure it on cases like yours and write it there with its `population`; or say in `none_because` why nothing can be measured.",
    de="`{system}` wirkt bei {decisions} mit, wo die Auswirkung mindestens `high` ist, aber wie oft es irrt, ist nicht angegeben: keine `performance` mit `metric` und `value`. Messen Sie es an Fällen wie den Ihren und tragen Sie es dort mit `population` ein; oder sagen Sie in `none_because`, warum sich nichts messen lässt.",
)
NOT_BY_GROUP = Text(
    en="`{system}` judges people in {decisions}, but its performance is stated on average only. A good average can hide that it fails a whole group: measure it for groups too and name in `by_group` the features, such as age or region.",
    de="`{system}` beurteilt Menschen in {decisions}, aber seine Leistung ist nur im Durchschnitt angegeben. Ein guter Durchschnitt kann verdecken, dass es bei einer ganzen Gruppe versagt: Messen Sie auch nach Gruppen und nennen Sie in `by_group` die Merkmale, etwa Alter oder Region.",
)
NOT_SHOWN = Text(
    en="`{role}` oversees {decisions}, but is not among those who know how often `{system}` errs. Show the role the figures and add it to `shown_to`.",
    de="`{role}` beaufsichtigt {decisions}, gehört aber nicht zu denen, die wissen, wie oft `{system}` irrt. Zeigen Sie der Rolle die Werte und ergänzen Sie sie in `shown_to`.",
)
_AT = "systems.repayment-score.performance"
_EXPOSED = "spaces: {lending: {decisions: {raise-limit: {impact: {as: exposed}}}}}"


def _measured(keys: str) -> str:
    return f"systems: {{repayment-score: {{performance: [{{metric: recall, value: 0.81, population: 41 000 loans, {keys}}}]}}}}\n"


def _system(performance: str, decision: str = "status: live") -> str:
    return (
        f"systems: {{repayment-score: {{performance: {performance}}}}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


@rule(
    code="OVR013",
    name="performance-not-shown",
    severity=Severity.ERROR,
    title=Text(
        en="The overseer does not know how often the machine errs",
        de="Die Aufsicht weiß nicht, wie oft die Maschine irrt",
    ),
    why=Text(
        en="Nobody can weigh an output without knowing how often it is wrong, and for whom.",
        de="Niemand kann eine Ausgabe gewichten, ohne zu wissen, wie oft sie falsch ist und bei wem.",
    ),
    asks_from="pilot",
    serves=("S3", "S9"),
    provisions=(
        "eu-ai-act 13(3)(b)",
        "eu-ai-act 14(4)(a)",
        "eu-ai-act 15(3)",
        "iso-42001 A.6.2.4",
        "iso-42001 A.8.2",
        "nist-ai-rmf MEASURE 2.3",
        "nist-ai-rmf MEASURE 2.11",
    ),
    accepts_reason=True,
    fix="performance: [{metric: TODO, value: TODO, population: TODO, shown_to: [TODO]}]",
    bad=Bad(_measured("by_group: [age], shown_to: [head-of-lending]"), at=_AT),
    good=Good(_measured("by_group: [age], shown_to: [case-worker]")),
    cases=(
        Bad(_system("null"), at="systems.repayment-score"),
        Bad(_system("[{metric: recall}]", "status: pilot, autonomy: informs"), at=_AT),
        Bad(_measured("shown_to: [case-worker]"), at=_AT),
        Good(_measured("shown_to: [case-worker]") + _EXPOSED),
        Good(_system("{none_because: It adds up a list.}")),
        Good(_system("null", "impact: {level: moderate, effect: economic}")),
        Good(_system("null", "status: planned")),
        Good(_system("null", "status: retired")),
    ),
)
def performance_not_shown(decision: Decision) -> Iterator[Problem]:
    """Flag a system in a decision of high impact that was not measured, not by group, or not told to the overseer.

    Groups are asked for where people are subject. A reasoned no is accepted.
    """
    if not decision.weighs("high") or not decision.acts_from("informs"):
        return
    for system in decision.systems:
        performance = system.performance
        if performance.settled:
            continue
        measured = [figure for figure in performance if figure.metric and figure.value]
        for text, values in _faults(decision, measured):
            problem = performance.problem(text, system=system.id, decisions=(decision.address,), **values)
            yield problem.beside(decision.oversight.by.place, decision.impact.level.place)


def _faults(decision: Decision, measured: list[Value]) -> Iterator[tuple[Text, dict[str, str]]]:
    if not measured:
        yield NOT_MEASURED, {}
        return
    if not decision.only_exposes and not any(figure.by_group for figure in measured):
        yield NOT_BY_GROUP, {}
    overseer = decision.oversight.by.target
    if isinstance(overseer, Role) and not any(overseer == role.target for it in measured for role in it.shown_to):
        yield NOT_SHOWN, {"role": overseer.id}
