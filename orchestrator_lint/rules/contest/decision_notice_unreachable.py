"""CON011: the result does not reach people, or not with what they need."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.network import Network
from orchestrator_lint.rules.contest.concerned import weighs_on_people
from orchestrator_lint.rules.contest.examples import BY_HAND, LIGHT, LIGHTER, decided

NO_NOTICE = Text(
    en="It is not stated how {groups} learn the result of {decisions}. Write in `decision_notice` the ways on which it goes (`channels`, two that fail for different reasons) and what it says (`states`): `consequences`, `deadline`, `contest`.",
    de="Es ist nicht angegeben, wie {groups} das Ergebnis von {decisions} erfahren. Schreiben Sie in `decision_notice`, auf welchen Wegen die Mitteilung geht (`channels`, zwei, die aus verschiedenen Gründen versagen) und was sie enthält (`states`): `consequences`, `deadline`, `contest`.",
)
NO_CHANNEL = Text(
    en="The notice of {decisions} names no way on which it reaches {groups}. Write in `decision_notice.channels` two that fail for different reasons, for example `post` and `portal`.",
    de="Die Mitteilung zu {decisions} nennt keinen Weg, auf dem sie {groups} erreicht. Schreiben Sie in `decision_notice.channels` zwei, die aus verschiedenen Gründen versagen, zum Beispiel `post` und `portal`.",
)
ONE_CHANNEL = Text(
    en="The notice of {decisions} goes one way only (`{channel}`): where that fails, {groups} learn nothing, and deadlines run all the same. Add to `decision_notice.channels` a second way that fails for another reason.",
    de="Die Mitteilung zu {decisions} geht nur einen Weg (`{channel}`): Wo er versagt, erfahren {groups} nichts, und Fristen laufen trotzdem. Ergänzen Sie in `decision_notice.channels` einen zweiten, der aus anderem Grund versagt.",
)
LEFT_OUT = Text(
    en="The notice of {decisions} leaves out what {groups} need in order to act (missing: {missing}). Add it to `decision_notice.states`.",
    de="Die Mitteilung zu {decisions} lässt aus, was {groups} brauchen, um zu handeln (es fehlt: {missing}). Ergänzen Sie es in `decision_notice.states`.",
)
_HERE = "spaces.lending.decisions.raise-limit.decision_notice"
_NONE = "decision_notice: null"
_LEFT_OUT = "decision_notice: {states: [reasons, contest]}"
_FOLLOWED = "pay-out: {x-like: lending/raise-limit, title: Pay out the loan, question: May the money go out today?"


@rule(
    code="CON011",
    name="decision-notice-unreachable",
    severity=Severity.WARNING,
    title=Text(en="A result that does not reach people", de="Ein Ergebnis, das Betroffene nicht erreicht"),
    why=Text(
        en="A right to object is worth nothing to those who learn of the decision too late, or not what follows from it.",
        de="Ein Recht auf Widerspruch nützt denen nichts, die zu spät von der Entscheidung erfahren oder nicht, was daraus folgt.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S3",),
    provisions=("gdpr 12(1)", "iso-42001 A.8.5", "nist-ai-rmf MEASURE 3.3"),
    waits_for=("AUT011",),
    accepts_reason=True,
    fix="decision_notice: {channels: [TODO], states: [TODO]}",
    bad=Bad(decided("decision_notice: {channels: [portal]}"), at=_HERE),
    good=Good(decided("decision_notice: {channels: [phone, post], states: [consequences, deadline, contest]}")),
    cases=(
        Bad(decided(_LEFT_OUT), at=_HERE),
        Bad(decided("decision_notice: {states: null}, status: planned"), at=_HERE),
        Bad(decided("decision_notice: {channels: []}"), at=_HERE),
        Bad(decided(_NONE), at=_HERE),
        Bad(decided(f"{_NONE}, {LIGHTER}, autonomy: informs"), at=_HERE),
        Good(decided("decision_notice: {channels: null, states: null, none_because: 'The new limit shows at once.'}")),
        Good(
            decided("decision_notice: {channels: null, states: null, state: planned}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(decided(f"{_NONE}, {LIGHT}")),
        Good(decided(f"{_NONE}, {BY_HAND}")),
        Good(decided(f"{_NONE}, impact: {{as: exposed}}")),
        Good(decided(f"{_NONE}, status: draft")),
        Good(decided(f"{_NONE}, status: retired")),
        Good(
            f"spaces: {{lending: {{decisions: {{raise-limit: {{{_NONE}}}, {_FOLLOWED}, depends_on: [lending/raise-limit]}}}}}}}}"
        ),
    ),
)
def decision_notice_unreachable(decision: Decision, network: Network) -> Iterator[Problem]:
    """Flag a weighty decision made with AI about people, if its notice goes one way only or leaves out what they need.

    Needed are consequences, deadline and, unless a reason replaces it, the contest. No notice at all is flagged where
    no other decision builds on this one and brings the news. A reason is accepted.
    """
    notice = decision.decision_notice
    if not weighs_on_people(decision) or notice.reasoned or notice.settled:
        return
    if not notice:
        if not _is_followed(decision, network):
            yield decision.gap(notice, NO_NOTICE, groups=decision.groups).beside(decision.impact.place)
        return
    yield from _channels(decision)
    needed = ("consequences",) if decision.contest.reasoned else ("consequences", "deadline", "contest")
    missing = [word for word in needed if not notice.states.has(word)]
    if missing:
        problem = decision.gap(notice, LEFT_OUT, groups=decision.groups, missing=missing)
        yield problem.beside(notice.states.place)


def _channels(decision: Decision) -> Iterator[Problem]:
    notice = decision.decision_notice
    ways = sorted(set(notice.channels.words))
    if not ways:
        yield decision.gap(notice, NO_CHANNEL, groups=decision.groups).beside(notice.channels.place)
    elif len(ways) == 1:
        problem = decision.gap(notice, ONE_CHANNEL, groups=decision.groups, channel=ways[0])
        yield problem.beside(notice.channels.place)


def _is_followed(decision: Decision, network: Network) -> bool:
    """Whether another decision builds on this one: then people learn of both from that one."""
    if any(edge.end == decision for edge in network.depends):
        return True
    return any(str(flow.to.plain).startswith("decisions/") for flow in decision.flows)
