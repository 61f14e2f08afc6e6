"""Workspace in, the decision network out: who decides, what feeds what, who escalates to whom."""

from orchestrator_lint.network.escalation import Escalation, escalation_of
from orchestrator_lint.network.flows import FlowGraph, flows_around
from orchestrator_lint.network.graph import betweenness, components, reachable, shortest_cycle
from orchestrator_lint.network.network import Edge, Network, Tie

__all__ = [
    "Edge",
    "Escalation",
    "FlowGraph",
    "Network",
    "Tie",
    "betweenness",
    "components",
    "escalation_of",
    "flows_around",
    "reachable",
    "shortest_cycle",
]
