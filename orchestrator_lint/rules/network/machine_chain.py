"""NET004: machines decide in a row, and people feel it at the end."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Problem,
    Settings,
    Severity,
    Text,
    Threshold,
    Unknown,
    Value,
    chained,
    rule,
)
from orchestrator_lint.network import Network, longest_paths, reachable, turned, without_cycles

MESSAGE = Text(
    en="{count} decisions in a row run without a person and end in an effect on {groups}: {path}. Put a person between two of them: lower one `autonomy` to `acts-on-approval`, or lead the flow between them through a role.",
    de="{count} Entscheidungen in Folge laufen ohne einen Menschen und enden mit einer Wirkung auf {groups}: {path}. Setzen Sie zwischen zwei von ihnen einen Menschen: Senken Sie einmal `autonomy` auf `acts-on-approval`, oder führen Sie den Datenfluss zwischen ihnen über eine Rolle.",
)

THRESHOLDS = {"machine-chain-length": Threshold(2, "lower")}

_TWO_MACHINES = """
roles: {case-worker: {may_overrule: acts-and-reports}}
spaces:
  lending:
    decisions:
      sort-post: &machine
        status: planned
        autonomy: acts-and-reports
        impact: {affects: [customers], as: subject, effect: economic, level: low, reversibility: easy}
        machine: {systems: [repayment-score], supplies: [data, options], does: Puts the letters in order.}
        human: {supplies: [values], does: Sets what is urgent.}
        law: {risk_class: minimal, area: none, practices: [], profiling: false}
        oversight:
          by: case-worker
          override: {may: [disregard, override, reverse], justification: both, logged: true}
          stop: {by: head-of-lending, how: Switch in the post room}
        flows:
          - {from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}
          - {from: systems/repayment-score, to: this, carries: order of the letters}
      answer-post:
        <<: *machine
        depends_on: [lending/sort-post]
"""
_BY_FLOW = _TWO_MACHINES.replace(
    "        depends_on: [lending/sort-post]\n",
    """        flows:
          - {from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}
          - {from: systems/repayment-score, to: this, carries: order of the letters}
          - {from: decisions/lending/sort-post, to: this, carries: order of the letters}
""",
)


@rule(
    code="NET004",
    name="machine-chain",
    severity=Severity.ERROR,
    title=Text(en="Machines decide in a row", de="Maschinen entscheiden hintereinander"),
    why=Text(
        en="Each link may be harmless alone; errors multiply along the chain, and nobody stands where they could be seen.",
        de="Jedes Glied mag für sich harmlos sein; entlang der Kette vervielfachen sich Fehler, und niemand steht dort, wo man sie sehen könnte.",
    ),
    asks_from="planned",
    serves=("S13", "S9"),
    provisions=(
        "eu-ai-act 14(1)",
        "eu-ai-act 14(3)",
        "gdpr 22",
        "iso-42001 A.6.2.6",
        "nist-ai-rmf MAP 4.1",
        "finos-aigf ri-28",
    ),
    waits_for=("NET003",),
    thresholds=THRESHOLDS,
    bad=Bad(_TWO_MACHINES, at="spaces.lending.decisions.answer-post.autonomy"),
    good=Good(f"{_TWO_MACHINES}        autonomy: acts-on-approval\n"),
    cases=(
        Bad(_BY_FLOW, at="spaces.lending.decisions.answer-post.autonomy"),
        Good(f"{_BY_FLOW}          - {{from: roles/case-worker, to: this, carries: the letters to answer}}\n"),
        Good(f"{_TWO_MACHINES}        status: draft\n"),
        Good(f"{_TWO_MACHINES}        status: retired\n"),
        Good(
            _TWO_MACHINES.replace("affects: [customers]", "affects: []")
            .replace("level: low", "level: none")
            .replace("effect: economic", "effect: none")
        ),
    ),
)
def machine_chain(network: Network, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag the end of a path of decisions that act first and report later, where that end reaches people."""
    links = {link.decision.address: link for decision in asked if (link := _link(decision)) is not None}
    ends = {address for address, link in links.items() if _reaches_people(link.decision)}
    graph = turned(without_cycles(turned(_handed_on(links, network)), ends))
    before = turned(graph)
    ends -= reachable(before, (near for end in ends for near in before[end]))
    paths = longest_paths(graph)
    for end in sorted(ends):
        if len(paths[end]) >= settings.threshold("machine-chain-length", THRESHOLDS):
            yield _chain([links[address].decision for address in paths[end]])


class _Link(NamedTuple):
    """A decision that acts first and reports later, with its flows as pairs of ends."""

    decision: Decision
    flows: tuple[tuple[str, str], ...]


def _link(decision: Decision) -> _Link | None:
    try:
        if not decision.acts_from("acts-and-reports"):
            return None
        flows = (*decision.flows, *decision.space.flows)
        return _Link(decision, tuple((_end(flow.from_, decision), _end(flow.to, decision)) for flow in flows))
    except Unknown:
        return None


def _end(value: Value, decision: Decision) -> str:
    return f"decisions/{decision.address}" if value.plain == "this" else str(value.plain)


def _reaches_people(decision: Decision) -> bool:
    try:
        return bool(decision.impact.affects.words) or decision.weighs("low")
    except Unknown:
        return False


def _handed_on(links: Mapping[str, _Link], network: Network) -> dict[str, list[str]]:
    """Which decision goes straight into which: by `depends_on` or a flow, and no role hands it on."""
    pairs = {(edge.end.address, edge.start.address) for edge in network.depends}
    pairs |= {_addresses(ends) for link in links.values() for ends in link.flows}
    graph: dict[str, list[str]] = {address: [] for address in links}
    for start, end in sorted(pairs):
        known = start in links and end in links and start != end
        if known and not (_by_a_person(links[start], end) or _by_a_person(links[end], end)):
            graph[start].append(end)
    return graph


def _addresses(ends: tuple[str, str]) -> tuple[str, str]:
    """The addresses of both ends; nothing for an end that is no decision."""
    start, end = (end.removeprefix("decisions/") if end.startswith("decisions/") else "" for end in ends)
    return start, end


def _by_a_person(link: _Link, address: str) -> bool:
    return any(start.startswith("roles/") and end == f"decisions/{address}" for start, end in link.flows)


def _chain(decisions: list[Decision]) -> Problem:
    end, path = decisions[-1], chained(decision.address for decision in decisions)
    problem = end.autonomy.problem(MESSAGE, count=len(decisions), groups=end.groups, path=path)
    return problem._replace(about=(end.address,)).beside(*(decision.autonomy.place for decision in decisions))
