"""Decisions in, the parts that hang together out."""

from collections.abc import Iterable

from orchestrator_lint.model import Decision
from orchestrator_lint.network.flows import data_edges
from orchestrator_lint.network.graph import weak_components
from orchestrator_lint.network.network import Network


def ties_among(network: Network, decisions: Iterable[Decision]) -> dict[str, list[str]]:
    """Give the graph of these decisions and of the roles, systems and datasets they work with.

    Nodes are written as the ends of flows are: `decisions/space/decision`, `roles/id`. An edge leads from a decision
    to what it works with, and from a dataset to a system that learns from it; other decisions are left out.
    """
    nodes = [f"decisions/{decision.address}" for decision in decisions]
    graph: dict[str, list[str]] = {node: [] for node in nodes}
    ties = [(node, end) for node in nodes for end in network.touched[node]]
    ties += data_edges((), network.workspace.systems)
    for start, end in ties:
        if end in graph or not end.startswith("decisions/"):
            graph.setdefault(start, []).append(end)
            graph.setdefault(end, [])
    return graph


def parts_of(network: Network, decisions: Iterable[Decision]) -> list[list[Decision]]:
    """Give the parts between which nothing is shared, each with its decisions by address; the largest first."""
    by_node = {f"decisions/{decision.address}": decision for decision in decisions}
    components = weak_components(ties_among(network, by_node.values()))
    parts = [[by_node[node] for node in nodes if node in by_node] for nodes in components]
    return sorted((part for part in parts if part), key=lambda part: (-len(part), part[0].address))
