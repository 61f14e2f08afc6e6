"""NET002: a part of the organisation decides on its own."""

from collections import Counter
from collections.abc import Iterator, Sequence

from orchestrator_lint.model import Bad, Decision, Decisions, Good, Problem, Settings, Severity, Text, Threshold, rule
from orchestrator_lint.network import Network, parts_of

MESSAGE = Text(
    en="Nothing in the policies connects {decisions} with the other {count} decisions: they share no role, no dataset, no system, no escalation, and neither builds on the other. Connect them: by someone who is consulted, by a shared source, or by a dependency that exists but is not written down.",
    de="Nichts in den Richtlinien verbindet {decisions} mit den übrigen {count} Entscheidungen: keine gemeinsame Rolle, kein gemeinsamer Datensatz, kein gemeinsames System, kein Eskalationsweg, und keine Seite baut auf der anderen auf. Schaffen Sie eine Verbindung: durch jemanden, der konsultiert wird, durch eine gemeinsame Quelle oder durch eine Abhängigkeit, die besteht, aber nicht aufgeschrieben ist.",
)

THRESHOLDS = {"network-min-decisions": Threshold(10, "lower"), "silo-min-decisions": Threshold(2, "lower")}

_TWO_WORLDS = """
roles:
  head-of-cards: {x-like: roles/head-of-lending, sees: [datasets/card-file, systems/card-score]}
  card-worker: {x-like: roles/case-worker, deputy: head-of-cards, sees: [datasets/card-file, systems/card-score]}
  card-committee: {x-like: roles/credit-committee}
  card-ombud: {x-like: roles/ombudsperson}
systems:
  repayment-score: {supplier: {name: null, contract: null, duties: null, none_because: Built in house.}}
  card-score:
    x-like: systems/repayment-score
    supplier: {name: null, contract: null, duties: null, none_because: Built in house.}
    learns_from: [card-file]
    performance: [{metric: recall, value: 0.8, population: 9 000 cards of 2025, by_group: [age], shown_to: [card-worker, head-of-cards]}]
    logic: {open_to: [model-steward, card-committee]}
datasets: {card-file: {x-like: datasets/credit-file}}
spaces:
  lending:
    decisions:
      second: &lending
        x-like: lending/raise-limit
        question: Another limit?
        machine: {does: Estimates the risk., threshold: {because: Defaults cost more.}}
        human: {does: May decide otherwise.}
        oversight:
          workload: {cases_per_week: 1, minutes_per_case: 20, minutes_needed: 15, basis: time study 2025}
          bias_measures: [Every tenth case first.]
      third: *lending
      fourth: *lending
      fifth: *lending
      sixth: *lending
      seventh: *lending
      eighth: *lending
  cards:
    x-like: spaces/lending
    owner: head-of-cards
    every_decision: {escalation: [{when: two people disagree twice, to: [head-of-cards, card-committee], within: 1 day, on_timeout: hold}]}
    decisions:
      raise-limit: &cards
        x-like: lending/raise-limit
        owner: head-of-cards
        involves: {responsible: [card-worker], consulted: [card-ombud], informed: [works-council, ombudsperson]}
        machine: {systems: [card-score], threshold: {adjustable_by: [head-of-cards]}}
        oversight: {by: card-worker, stop: {by: head-of-cards}}
        explanation: {by: card-worker}
        contest: {decided_by: card-committee}
        flows:
          - {from: datasets/card-file, to: systems/card-score, use: credit-assessment}
          - {from: systems/card-score, to: roles/card-worker, carries: score and reasons}
          - {from: roles/card-worker, to: this, carries: decision and reasons}
          - {from: this, to: persons/customers, carries: letter}
      block-card: {<<: *cards, question: Shall we block it?}
"""


@rule(
    code="NET002",
    name="silo",
    severity=Severity.WARNING,
    title=Text(en="A part decides on its own", de="Ein Teil entscheidet für sich allein"),
    why=Text(
        en="Think in systems, not in silos: what one part decides, others live with.",
        de="In Systemen denken, nicht in Silos: Was ein Teil entscheidet, müssen andere mittragen.",
    ),
    asks_from="planned",
    serves=("S8", "S12"),
    provisions=("iso-42001 A.2.3", "nist-ai-rmf GOVERN 3.1"),
    thresholds=THRESHOLDS,
    bad=Bad(_TWO_WORLDS, at="spaces.cards"),
    good=Good(_TWO_WORLDS.replace("consulted: [card-ombud]", "consulted: [card-ombud, ombudsperson]")),
    cases=(
        Good(_TWO_WORLDS.replace("learns_from: [card-file]", "learns_from: [card-file, credit-file]")),
        Good(_TWO_WORLDS.replace("      eighth: *lending\n", "")),
        Good(_TWO_WORLDS.replace("block-card:", "x-none:").replace("eighth:", "ninth: *lending\n      eighth:")),
        Good(_TWO_WORLDS.replace("question: Shall we block it?", "status: draft")),
        Good(_TWO_WORLDS.replace("question: Shall we block it?", "status: retired")),
    ),
)
def silo(network: Network, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag every weakly connected component of the decision network but the largest, if it holds decisions enough.

    Decisions hang together by the roles that decide, oversee, receive, explain or are consulted, by systems, datasets
    and dependencies. What everyone shares, such as who is informed, audits or looks after the data, connects nobody.
    """
    few = len(asked) < settings.threshold("network-min-decisions", THRESHOLDS)
    if few or not network.whole:
        return
    for part in parts_of(network, asked)[1:]:
        if len(part) >= settings.threshold("silo-min-decisions", THRESHOLDS):
            yield _silo(part, len(asked) - len(part))


def _silo(part: Sequence[Decision], others: int) -> Problem:
    counts = Counter(decision.space.id for decision in part)
    space = min((decision.space for decision in part), key=lambda space: (-counts[space.id], space.id))
    addresses = tuple(decision.address for decision in part)
    problem = space.problem(MESSAGE, decisions=addresses, count=others)._replace(about=addresses, gathered=())
    return problem.beside(*(decision.place for decision in part))
