"""AUT006: people take part and only pass on what the machine says."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="People bring nothing of their own to {decisions}: `human.supplies` names only {items}. Write what they weigh before they agree, and give them the time and the right to differ; or set `autonomy` to what really happens.",
    de="Menschen bringen in {decisions} nichts Eigenes ein: `human.supplies` nennt nur {items}. Schreiben Sie, was sie abwägen, bevor sie zustimmen, und geben Sie ihnen Zeit und Befugnis abzuweichen; oder setzen Sie `autonomy` auf das, was tatsächlich geschieht.",
)
_RELAYED = {"confirmation", "forwarding"}
_AT = "spaces.lending.decisions.raise-limit.human.supplies"


def _decision(keys: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


@rule(
    code="AUT006",
    name="human-only-relays",
    severity=Severity.WARNING,
    title=Text(en="People only pass the output on", de="Menschen reichen die Ausgabe nur weiter"),
    why=Text(
        en="Passing an output on is no involvement; the decision is then automated in fact.",
        de="Wer eine Ausgabe nur weiterreicht, wirkt nicht mit; die Entscheidung ist dann faktisch automatisiert.",
    ),
    asks_from="planned",
    serves=("S5",),
    provisions=(
        "eu-ai-act 14(4)(b)",
        "eu-ai-act 14(4)(d)",
        "gdpr 22(1)",
        "gdpr 22(3)",
        "iso-42001 A.9.2",
        "nist-ai-rmf MAP 3.5",
    ),
    bad=Bad(_decision("human: {supplies: [confirmation]}"), at=_AT),
    good=Good(_decision("human: {supplies: [confirmation, context]}")),
    cases=(
        Bad(_decision("status: planned, autonomy: informs, human: {supplies: [forwarding, confirmation]}"), at=_AT),
        Bad(
            _decision(
                "autonomy: {modes: {normal: human-only, holidays: prepares}, switched_by: [head-of-lending]},\n"
                "  human: {supplies: [confirmation]}"
            ),
            at=_AT,
        ),
        Good(_decision("human: {supplies: [confirmation]}, impact: {affects: [], effect: none, level: low}")),
        Good(_decision("status: draft, human: {supplies: [confirmation]}")),
        Good(_decision("status: retired, human: {supplies: [confirmation]}")),
    ),
)
def human_only_relays(decision: Decision) -> Iterator[Problem]:
    """Flag a decision that affects people, from `informs` to `acts-unless-vetoed`, to which people add only a yes."""
    supplies = decision.human.supplies
    items = supplies.words
    if not items or not set(items) <= _RELAYED:
        return
    if decision.decides_within("informs", "acts-unless-vetoed") and decision.affects_people:
        problem = decision.gap(supplies, MESSAGE, items=items)
        yield problem.beside(decision.autonomy.place, decision.human.place_of("does"))
