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
from orchestrator_lint.network.network import Edge, Network, Tie

__all__ = [
    "Edge",
    "Escalation",
    "FlowGraph",
    "Network",
    "Rung",
    "Tie",
    "betweenness",
    "components",
    "data_edges",
    "escalation_of",
    "flows_of",
    "longest_paths",
    "reachable",
    "shortest_cycle",
    "turned",
    "weak_components",
    "without_cycles",
]
