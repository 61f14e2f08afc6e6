"""CON015: what people alone decide about people cannot be contested."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.contest.examples import BY_HAND, LIGHTER, decided

NO_ROUTE = Text(
    en="No way to contest {decisions} is stated, although the effect on {groups} is legal or similarly significant. That people alone decide makes it no lighter to bear. Describe in `contest` the `route`, who decides (`decided_by`) and by when (`respond_within`), or say why there is none and what protects people instead (`none_because` with `instead` or `basis`).",
    de="Für {decisions} ist kein Weg zur Anfechtung angegeben, obwohl die Wirkung auf {groups} rechtlich oder ähnlich erheblich ist. Dass nur Menschen entscheiden, macht sie nicht erträglicher. Beschreiben Sie in `contest` den Weg (`route`), wer entscheidet (`decided_by`) und bis wann (`respond_within`), oder sagen Sie, warum es keinen gibt und was die Menschen stattdessen schützt (`none_because` mit `instead` oder `basis`).",
)
NO_PROTECTION = Text(
    en="The reason in `contest` of {decisions} leaves {groups} without protection, although the effect is legal or similarly significant. Add what protects them instead (`instead`) or the law that it rests on (`basis`), or replace the reason by a `route`.",
    de="Die Begründung in `contest` von {decisions} lässt {groups} ohne Schutz, obwohl die Wirkung rechtlich oder ähnlich erheblich ist. Ergänzen Sie, was sie stattdessen schützt (`instead`) oder auf welchem Gesetz das beruht (`basis`), oder ersetzen Sie die Begründung durch einen Weg (`route`).",
)
_HERE = "spaces.lending.decisions.raise-limit.contest"
_EMPTIED = (
    "route: null, means: null, of: null, file_within: null, effect_waits: null, decided_by: null, respond_within: null"
)


def _reason(more: str = "") -> str:
    return f"contest: {{{_EMPTIED}, none_because: The list is a warning among colleagues.{more}}}, {BY_HAND}"


@rule(
    code="CON015",
    name="human-decision-uncontestable",
    severity=Severity.WARNING,
    title=Text(
        en="A decision of people that nobody may contest",
        de="Eine Entscheidung von Menschen, die niemand anfechten kann",
    ),
    why=Text(
        en="A list kept by people can ruin a life as thoroughly as a score; whoever stands on it must be able to object.",
        de="Eine von Menschen geführte Liste kann ein Leben so gründlich zerstören wie ein Score; wer darauf steht, muss widersprechen können.",
    ),
    asks_from="planned",
    serves=("S3", "S6"),
    provisions=("gdpr 16", "gdpr 21(1)"),
    waits_for=("AUT001",),
    accepts_reason=True,
    fix="contest: {route: TODO, decided_by: TODO, respond_within: TODO}",
    bad=Bad(decided(f"contest: null, {BY_HAND}"), at=_HERE),
    good=Good(decided(f"contest: {{of: null, means: [challenge]}}, {BY_HAND}")),
    cases=(
        Bad(decided(f"contest: {{route: null}}, {BY_HAND}, status: planned"), at=f"{_HERE}.route"),
        Bad(decided(_reason()), at=_HERE),
        Good(decided(_reason(", instead: The ombudsperson reads every entry within 2 weeks."))),
        Good(decided(_reason(", basis: § 4 KSchG"))),
        Good(decided(f"contest: null, {BY_HAND}, {LIGHTER}")),
        Good(decided(f"contest: null, {BY_HAND}, impact: {{as: exposed}}")),
        Good(
            decided(f"contest: {{route: null, state: in-progress}}, {BY_HAND}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(decided(f"contest: null, {BY_HAND}, status: draft")),
        Good(decided(f"contest: null, {BY_HAND}, status: retired")),
    ),
)
def human_decision_uncontestable(decision: Decision) -> Iterator[Problem]:
    """Flag a decision that people alone take about people, with legal or significant effect, without a route of contest.

    A reason is accepted where it says what it rests on, or what protects people instead.
    """
    if decision.acts_from("informs") or decision.only_exposes or not decision.has_grave_effect:
        return
    contest = decision.contest
    if contest.reasoned:
        if not contest.instead and not contest.basis:
            yield decision.gap(contest, NO_PROTECTION, groups=decision.groups).beside(decision.impact.place)
    elif not contest.settled and not contest.route:
        at = contest.route if contest else contest
        yield decision.gap(at, NO_ROUTE, groups=decision.groups).beside(decision.impact.place)
