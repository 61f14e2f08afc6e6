"""NET003: decisions wait for each other in a circle."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Severity, Text, chained, rule
from orchestrator_lint.network import Edge, Network, components, shortest_cycle

CIRCLE = Text(
    en="These decisions wait for each other: {path}. Take one dependency out, or make one decision of them.",
    de="Diese Entscheidungen warten aufeinander: {path}. Lösen Sie eine Abhängigkeit auf, oder machen Sie eine einzige Entscheidung daraus.",
)
ITSELF = Text(
    en="`{decision}` waits for itself. Take it out of its own `depends_on`, or name the decision that was meant.",
    de="`{decision}` wartet auf sich selbst. Streichen Sie sie aus ihrem eigenen `depends_on`, oder nennen Sie die Entscheidung, die gemeint war.",
)


@rule(
    code="NET003",
    name="decision-cycle",
    severity=Severity.ERROR,
    title=Text(en="Decisions wait for each other", de="Entscheidungen warten aufeinander"),
    why=Text(
        en="In a circle nobody decides first, and nobody can say why it came out as it did.",
        de="Im Kreis entscheidet niemand zuerst, und niemand kann sagen, warum es so ausgegangen ist.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S8",),
    provisions=("iso-42001 A.6.2.2", "nist-ai-rmf MAP 1.1"),
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {depends_on: [lending/verify-income]}, verify-income: {status: draft, question: Is the income true?, autonomy: human-only, impact: {affects: [customers], as: subject, effect: economic, level: low, reversibility: easy}, human: {supplies: [experience], does: Reads the payslips.}, depends_on: [lending/raise-limit]}}}}",
        at="spaces.lending.decisions.raise-limit.depends_on.0",
    ),
    good=Good(
        "spaces: {lending: {decisions: {raise-limit: {depends_on: [lending/verify-income]}, verify-income: {status: draft, question: Is the income true?, autonomy: human-only, impact: {affects: [customers], as: subject, effect: economic, level: low, reversibility: easy}, human: {supplies: [experience], does: Reads the payslips.}}}}}"
    ),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {depends_on: [lending/raise-limit]}}}}",
            at="spaces.lending.decisions.raise-limit.depends_on.0",
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, depends_on: [lending/verify-income]}, verify-income: {status: retired, depends_on: [lending/raise-limit]}}}}"
        ),
    ),
)
def decision_cycle(network: Network, asked: Decisions) -> Iterator[Problem]:
    """Flag every group of decisions that reach each other by `depends_on`, and a decision that depends on itself."""
    among = {decision.address for decision in asked}
    edges = {
        (edge.start.address, edge.end.address): edge
        for edge in reversed(network.depends)
        if edge.start.address in among and edge.end.address in among
    }
    graph: dict[str, list[str]] = {address: [] for address in among}
    for start, end in edges:
        graph[start].append(end)
    for group in components(graph):
        cycle = shortest_cycle(graph, group[0])
        if cycle:
            yield _circle([edges[pair] for pair in zip(cycle, [*cycle[1:], cycle[0]], strict=True)], group)


def _circle(edges: list[Edge], group: list[str]) -> Problem:
    first = edges[0]
    if len(edges) == 1:
        return first.at.problem(ITSELF, decision=group[0])._replace(about=tuple(group))
    path = chained([*(edge.start.address for edge in edges), group[0]])
    problem = first.at.problem(CIRCLE, path=path)._replace(about=tuple(group))
    return problem.beside(*(edge.at.place for edge in edges[1:]))
