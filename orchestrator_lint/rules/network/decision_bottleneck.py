"""NET001: too much runs through one role."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Role, Settings, Severity, Text, Threshold, rule
from orchestrator_lint.network import Network, Tie, betweenness

OWNS = Text(
    en="`{role}` answers for {share} % of all decisions ({count} of {total}). Let other roles own whole spaces, and give them a `mandate` and guardrails instead of this one approval.",
    de="`{role}` verantwortet {share} % aller Entscheidungen ({count} von {total}). Übertragen Sie anderen Rollen ganze Entscheidungsräume, mit `mandate` und Leitplanken statt dieser einen Genehmigung.",
)
BETWEEN = Text(
    en="{share} % of all connections between decision spaces run through `{role}`. Give each space an owner and an overseer of its own, and keep this role for what concerns all.",
    de="{share} % aller Verbindungen zwischen Entscheidungsräumen laufen über `{role}`. Geben Sie jedem Raum eine eigene verantwortliche Rolle und eine eigene Aufsicht, und behalten Sie dieser Rolle vor, was alle betrifft.",
)

THRESHOLDS = {
    "bottleneck-owner-share": Threshold(0.4, "lower"),
    "bottleneck-betweenness": Threshold(0.5, "lower"),
    "network-min-decisions": Threshold(10, "lower"),
    "network-min-spaces": Threshold(4, "lower"),
}

_FEW_PIVOTS = 64  # enough to see that no role comes near the threshold; only then all are worth their time

_ONE_OWNER = """
spaces:
  cards: &space
    title: Desk
    purpose: People find what they came for
    owner: head-of-lending
    principles: [dignity-first]
    transparency: {published: intranet}
    review: {every: 6 months, last: 2026-06-15, by: internal-audit}
    decisions:
      open: &decision
        status: planned
        involves: {consulted: [ombudsperson]}
        autonomy: human-only
        impact: {affects: [customers], as: subject, effect: economic, level: low, reversibility: easy}
        human: {supplies: [experience], does: Speaks with those who ask.}
      change: *decision
      close: *decision
  savings: {<<: *space}
  mortgages: {<<: *space}
"""
_FOUR_OWNERS = (
    _ONE_OWNER.replace("owner: head-of-lending", "owner: chief-risk-officer")
    .replace("savings: {", "savings: {owner: ai-officer, ")
    .replace("mortgages: {", "mortgages: {owner: ombudsperson, ")
)


@rule(
    code="NET001",
    name="decision-bottleneck",
    severity=Severity.WARNING,
    title=Text(en="Too much runs through one role", de="Zu vieles läuft über eine Rolle"),
    why=Text(
        en="An organisation that runs through one person is as fast, and as wise, as this person is on a bad day.",
        de="Eine Organisation, die über einen Menschen läuft, ist so schnell und so klug wie dieser Mensch an einem schlechten Tag.",
    ),
    asks_from="planned",
    serves=("S12", "S1"),
    provisions=("iso-42001 5.3", "nist-ai-rmf GOVERN 2.1"),
    thresholds=THRESHOLDS,
    bad=Bad(_ONE_OWNER, at="roles.head-of-lending"),
    good=Good(_FOUR_OWNERS),
    cases=(
        Bad(
            _FOUR_OWNERS.replace("autonomy: human-only", "autonomy: human-only\n        oversight: {by: case-worker}"),
            at="roles.case-worker",
        ),
        Good(_ONE_OWNER.replace("\n      close: *decision", "")),
        Good(_ONE_OWNER.replace("  mortgages: {<<: *space}\n", "")),
        Good(_ONE_OWNER.replace("status: planned", "status: draft")),
    ),
)
def decision_bottleneck(network: Network, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag a role that owns more than its share of the decisions, or lies between more than its share of the spaces."""
    among = set(asked.addresses)
    owned = [tie for tie in network.owners if tie.decision.address in among]
    spaces = {tie.decision.space.id for tie in owned}
    few = len(owned) < settings.threshold("network-min-decisions", THRESHOLDS)
    if few or len(spaces) < settings.threshold("network-min-spaces", THRESHOLDS) or not network.whole:
        return
    flagged = _who_owns(owned, settings.threshold("bottleneck-owner-share", THRESHOLDS))
    yield from flagged.values()
    watched = [tie for tie in network.overseers if tie.decision.address in among and tie.decision.space.id in spaces]
    between = _who_lies_between([*owned, *watched], settings.threshold("bottleneck-betweenness", THRESHOLDS))
    yield from (problem for role, problem in between.items() if role not in flagged)


def _who_owns(owned: Sequence[Tie], most: float) -> dict[str, Problem]:
    counts = Counter(tie.role.id for tie in owned)
    found: dict[str, Problem] = {}
    for tie in owned:
        id, count = tie.role.id, counts[tie.role.id]
        if id not in found and count > most * len(owned):
            share = str(round(100 * count / len(owned)))
            problem = tie.role.problem(OWNS, role=id, share=share, count=count, total=len(owned))
            found[id] = _beside(problem, [other for other in owned if other.role.id == id])
    return found


def _who_lies_between(ties: Sequence[Tie], most: float) -> dict[str, Problem]:
    by_role: dict[Role, list[Tie]] = defaultdict(list)
    graph: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        by_role[tie.role].append(tie)
        graph[tie.role.address].add(tie.decision.space.address)
        graph[tie.decision.space.address].add(tie.role.address)
    ends = {tie.decision.space.address for tie in ties}
    rough = betweenness(graph, ends, _FEW_PIVOTS)
    if max(rough.values(), default=0.0) <= most / 2:
        return {}
    shares = betweenness(graph, ends)
    return {
        role.id: _beside(role.problem(BETWEEN, role=role.id, share=str(round(100 * shares[role.address]))), tied)
        for role, tied in by_role.items()
        if shares[role.address] > most
    }


def _beside(problem: Problem, ties: Sequence[Tie]) -> Problem:
    """Show the first tie to each space."""
    first: dict[str, Tie] = {}
    for tie in ties:
        first.setdefault(tie.decision.space.id, tie)
    return problem.beside(*(tie.at.place for tie in first.values()))
