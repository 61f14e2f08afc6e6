"""NET005: too much rests on one supplier."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Problem,
    Settings,
    Severity,
    System,
    Text,
    Threshold,
    rule,
)
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="{share} % of the decisions that use a supplier's system rest on `{supplier}` ({count} of {total}). Plan how you would do without it: `exit_plan` of its systems, `fallback` of the decisions, a second source.",
    de="{share} % der Entscheidungen, an denen ein System eines Lieferanten mitwirkt, beruhen auf `{supplier}` ({count} von {total}). Planen Sie, wie es ohne ihn ginge: `exit_plan` der Systeme, `fallback` der Entscheidungen, eine zweite Quelle.",
)

THRESHOLDS = {"supplier-share": Threshold(0.5, "lower"), "network-min-decisions": Threshold(10, "lower")}

_ONE_SUPPLIER = """
spaces:
  lending:
    decisions:
      second: &decision
        x-like: lending/raise-limit
        question: Another limit?
        machine: {does: Estimates the risk., threshold: {because: Defaults cost more.}}
        human: {does: May decide otherwise.}
        oversight:
          workload: {cases_per_week: 1, minutes_per_case: 20, minutes_needed: 15, basis: time study 2025}
          bias_measures: [Every tenth case first.]
      third: *decision
      fourth: *decision
      fifth: *decision
      sixth: *decision
      seventh: *decision
      eighth: *decision
      ninth: *decision
      tenth: *decision
"""
_TWO_SUPPLIERS = """
roles: {case-worker: {sees: [datasets/credit-file, systems/repayment-score, systems/other-score]}}
systems: {other-score: {x-like: systems/repayment-score, supplier: {name: Zweitwerk AG}}}
""" + _ONE_SUPPLIER.replace(
    "third: *decision",
    """third: &other
        <<: *decision
        machine: {systems: [other-score], does: Estimates the risk., threshold: {because: Defaults cost more.}}
        flows:
          - {from: datasets/credit-file, to: systems/other-score, use: credit-assessment}
          - {from: systems/other-score, to: roles/case-worker, carries: score and reasons}
          - {from: roles/case-worker, to: this, carries: decision and reasons}
          - {from: this, to: persons/customers, carries: letter}""",
)


@rule(
    code="NET005",
    name="single-supplier-dependence",
    severity=Severity.NOTE,
    title=Text(en="Too much rests on one supplier", de="Zu viel hängt an einem Lieferanten"),
    why=Text(
        en="When that supplier fails or changes its terms, a large part of the organisation stands still.",
        de="Fällt dieser Lieferant aus oder ändert er die Bedingungen, steht ein großer Teil der Organisation still.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S12", "S9"),
    provisions=("gdpr 28", "iso-42001 A.10.3", "nist-ai-rmf GOVERN 6.2"),
    thresholds=THRESHOLDS,
    bad=Bad(_ONE_SUPPLIER, at="systems.repayment-score.supplier.name"),
    good=Good(re.sub("(fourth|fifth|sixth|seventh): .decision", r"\1: *other", _TWO_SUPPLIERS)),
    cases=(
        Bad(
            re.sub("(fourth|fifth|sixth): .decision", r"\1: *other", _TWO_SUPPLIERS),
            at="systems.repayment-score.supplier.name",
        ),
        Good(_ONE_SUPPLIER.replace("tenth: *decision", "tenth: {<<: *decision, status: draft}")),
        Good(_ONE_SUPPLIER.replace("tenth: *decision", "tenth: {<<: *decision, status: retired}")),
    ),
)
def single_supplier_dependence(network: Network, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag a supplier that more than its share of the decisions with a supplier's system rest on."""
    if not network.whole:
        return
    by_supplier: dict[str, list[tuple[System, Decision]]] = defaultdict(list)
    for decision in asked:
        for system in decision.systems:
            if system.supplier.name:
                by_supplier[str(system.supplier.name.plain).strip().lower()].append((system, decision))
    total = len({decision for found in by_supplier.values() for _, decision in found})
    least = settings.threshold("network-min-decisions", THRESHOLDS)
    for _, found in sorted(by_supplier.items()):
        count = len({decision for _, decision in found})
        if total >= least and count > settings.threshold("supplier-share", THRESHOLDS) * total:
            yield _dependence(found, count, total)


def _dependence(found: Sequence[tuple[System, Decision]], count: int, total: int) -> Problem:
    systems = sorted({system for system, _ in found}, key=lambda system: system.id)
    first: dict[str, Decision] = {}
    for _, decision in found:
        first.setdefault(decision.space.id, decision)
    supplier = systems[0].supplier.name
    share = str(round(100 * count / total))
    problem = supplier.problem(MESSAGE, supplier=supplier, share=share, count=count, total=total)
    others = (system.supplier.name.place for system in systems[1:])
    return problem.beside(*others, *(decision.machine.systems.place for decision in first.values()))
