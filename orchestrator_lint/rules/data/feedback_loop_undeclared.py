"""DAT008: what a system puts out comes back to it, and nobody says what keeps it honest."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from orchestrator_lint.model import (
    Bad,
    Decisions,
    Good,
    Problem,
    Severity,
    System,
    Text,
    Unknown,
    Value,
    chained,
    rule,
)
from orchestrator_lint.network import Network, components, data_edges, shortest_cycle

MESSAGE = Text(
    en="What `{system}` puts out comes back to it as input or training data: {path}. Write in its `loop_control` what keeps it from confirming itself, for example: labels come from manual reviews only. Or cut the loop at one of the flows shown.",
    de="Was `{system}` ausgibt, kehrt als Eingabe oder als Trainingsdaten zu ihm zurück (Rückkopplung): {path}. Schreiben Sie dort in `loop_control`, was verhindert, dass es sich selbst bestätigt, zum Beispiel: Kennzeichnungen stammen nur aus manuellen Prüfungen. Oder unterbrechen Sie die Schleife an einem der gezeigten Datenflüsse.",
)

_LOOP = (
    "systems: {{repayment-score: {{{control}}}}}\n"
    "spaces: {{lending: {{decisions: {{raise-limit: {{{status}flows: [{{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}}, "
    "{{from: systems/repayment-score, to: roles/case-worker, carries: score}}, {back}]}}}}}}}}"
)
_BY_PEOPLE = "{from: roles/case-worker, to: datasets/credit-file, carries: note on the conversation}"
_BY_TRAINING = "{from: systems/repayment-score, to: datasets/credit-file, carries: score}"


@rule(
    code="DAT008",
    name="feedback-loop-undeclared",
    severity=Severity.WARNING,
    title=Text(en="A system learns from what it has caused", de="Ein System lernt aus dem, was es bewirkt hat"),
    why=Text(
        en="In a feedback loop a system finds again what it has caused, and calls it evidence.",
        de="In einer Rückkopplung findet ein System wieder, was es selbst bewirkt hat, und nimmt es als Beleg.",
    ),
    asks_from="planned",
    serves=("S8",),
    provisions=(
        "eu-ai-act 15(4)",
        "gdpr 5(1)(d)",
        "iso-42001 A.7.4",
        "iso-42001 A.6.2.6",
        "nist-ai-rmf MEASURE 3.2",
        "nist-ai-rmf MEASURE 2.11",
    ),
    fix="loop_control: TODO",
    bad=Bad(
        _LOOP.format(control="loop_control: null, learns_from: null", status="", back=_BY_PEOPLE),
        at="systems.repayment-score",
    ),
    good=Good(_LOOP.format(control="loop_control: Notes are left out of training.", status="", back=_BY_PEOPLE)),
    cases=(
        Bad(
            _LOOP.format(control="loop_control: ' '", status="", back=_BY_TRAINING),
            at="systems.repayment-score.loop_control",
        ),
        Bad(
            _LOOP.format(control="loop_control: {none_because: We did not look.}", status="", back=_BY_TRAINING),
            at="systems.repayment-score.loop_control",
        ),
        Bad(
            "systems: {repayment-score: {loop_control: null}}\n"
            "spaces: {lending: {flows: [{from: this, to: datasets/credit-file, carries: decision}]}}",
            at="systems.repayment-score",
        ),
        Good("systems: {repayment-score: {loop_control: null}}"),
        Good(
            _LOOP.format(
                control="loop_control: null",
                status="",
                back="{from: roles/case-worker, to: systems/repayment-score, carries: question}",
            )
        ),
        Good(
            "systems: {repayment-score: {loop_control: null}}\n"
            "spaces: {lending: {flows: [{from: persons/customers, to: datasets/credit-file, carries: their application}]}}"
        ),
        Good(_LOOP.format(control="loop_control: null", status="status: draft, ", back=_BY_PEOPLE)),
        Good(_LOOP.format(control="loop_control: null", status="status: retired, ", back=_BY_PEOPLE)),
    ),
)
def feedback_loop_undeclared(network: Network, asked: Decisions) -> Iterator[Problem]:
    """Flag every strongly connected component (Tarjan 1972) of the data graph with a system, a dataset and no `loop_control`.

    The graph holds all flows of the decisions asked, through roles too, and what systems learn from. What affected
    persons send in is their own and closes no loop.
    """
    edges = data_edges(asked, network.workspace.systems)
    graph = _graph(edges)
    for group in components(graph):
        systems = [network.workspace.find(*end.split("/")) for end in group if end.startswith("systems/")]
        uncontrolled = _uncontrolled([system for system in systems if isinstance(system, System)])
        way = _shortest_loop(graph, uncontrolled.address, set(group)) if uncontrolled else []
        if uncontrolled and way:
            yield _loop(uncontrolled, way, edges)


def _graph(edges: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    graph: dict[str, list[str]] = {}
    for start, end in edges:
        graph.setdefault(start, [])
        graph.setdefault(end, [])
        if not start.startswith("persons/"):
            graph[start].append(end)
    return graph


def _uncontrolled(systems: list[System]) -> System | None:
    """The first of the systems where none says how it is controlled; one that cannot be read may."""
    try:
        return systems[0] if systems and not any(system.loop_control for system in systems) else None
    except Unknown:
        return None


def _shortest_loop(graph: Mapping[str, list[str]], start: str, group: set[str]) -> list[str]:
    """The shortest way from a system back to it past a dataset, with both ends; empty where there is none.

    It is found in two layers of the component: a step into a dataset leads from the first into the second.
    """
    layers: dict[str, list[str]] = {}
    for node in group:
        inside = [after for after in graph[node] if after in group]
        layers[f"0 {node}"] = [f"{int(after.startswith('datasets/'))} {after}" for after in inside if after != start]
        layers[f"1 {node}"] = [f"1 {after}" for after in inside]
    layers[f"1 {start}"] = [f"0 {start}"]
    return [node[2:] for node in shortest_cycle(layers, f"0 {start}")]


def _loop(system: System, way: list[str], edges: Mapping[tuple[str, str], Value]) -> Problem:
    steps = [edges[pair] for pair in pairwise(way)]
    problem = system.loop_control.problem(MESSAGE, system=system.id, path=chained(way))
    decisions = [noun.address for step in steps if (noun := step.owner_noun) is not None]
    return problem._replace(about=tuple(dict.fromkeys((*problem.about, *decisions)))).beside(
        *(step.place for step in steps)
    )
