"""Workspace in, the decision network out: who decides, what feeds what, who escalates to whom."""

from orchestrator_lint.network.escalation import Escalation, Rung, escalation_of
from orchestrator_lint.network.flows import FlowGraph, data_edges, flows_of
from orchestrator_lint.network.graph import (
    betweenness,
    components,
    longest_paths,
    reachable,
    shortest_cycle,
    turned,
    weak_components,
    without_cycles,
)
from orchestrator_lint.network.mapped import Hub, Mapped
from orchestrator_lint.network.network import Edge, Network, Part, Tie
from orchestrator_lint.network.parts import parts_of, ties_among

__all__ = [
    "Edge",
    "Escalation",
    "FlowGraph",
    "Hub",
    "Mapped",
    "Network",
    "Part",
    "Rung",
    "Tie",
    "betweenness",
    "components",
    "data_edges",
    "escalation_of",
    "flows_of",
    "longest_paths",
    "parts_of",
    "reachable",
    "shortest_cycle",
    "ties_among",
    "turned",
    "weak_components",
    "without_cycles",
]
