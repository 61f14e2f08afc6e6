"""ESC006: too many escalations end at one and the same role."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Problem,
    Role,
    Settings,
    Severity,
    Text,
    Threshold,
    Value,
    rule,
)
from orchestrator_lint.network import Network, escalation_of

MESSAGE = Text(
    en="{share} % of all escalation paths end at `{role}` ({count} of {total}). Give roles nearer to the case the `may_overrule` to settle it and let `to` end at them; keep `{role}` for what only it can decide.",
    de="{share} % aller Eskalationswege enden bei `{role}` ({count} von {total}). Geben Sie Rollen, die näher am Fall sind, die Befugnis, ihn zu klären (`may_overrule`), und lassen Sie `to` bei ihnen enden; legen Sie `{role}` nur vor, was nur dort entschieden werden kann.",
)

THRESHOLDS = {
    "top-escalation-share": Threshold(0.5, "lower"),
    "network-min-decisions": Threshold(10, "lower"),
    "network-min-spaces": Threshold(4, "lower"),
}

_TOP = """
spaces:
  cards: &space
    x-like: spaces/lending
    title: Cards
    purpose: People pay with their card wherever they are
    measure: Complaints about refused cards in a month
    mandate: The card desk blocks and unblocks cards up to 5 000 EUR without asking.
    owner: chief-risk-officer
    every_decision: {escalation: [{when: two people disagree, to: [head-of-lending, chief-risk-officer], within: 1 day, on_timeout: hold}]}
    decisions:
      raise-limit: null
      block: &decision
        title: Decide at the desk
        question: Do we do what this person asks for?
        status: planned
        involves: {responsible: [case-worker]}
        autonomy: human-only
        impact: {affects: [customers], as: subject, effect: economic, level: low, reversibility: easy}
        human: {supplies: [experience], does: Speaks with those who ask.}
      unblock: {<<: *decision, title: Unblock}
      replace: {<<: *decision, title: Replace}
  savings:
    <<: *space
    title: Savings
    purpose: People lay something by for bad days
    measure: Share of savings plans kept up for a year
    mandate: The savings desk changes rates within the table of the month.
    owner: ai-officer
  mortgages:
    <<: *space
    title: Mortgages
    purpose: Families live in houses that they can pay for
    measure: Share of mortgages in arrears after 24 months
    mandate: Advisers grant a pause of 3 months on their own.
    owner: ombudsperson
"""
_ESCALATED = "every_decision: {escalation: [{when: two people disagree, to: [head-of-lending, chief-risk-officer], within: 1 day, on_timeout: hold}]}"
_NEAR = _TOP.replace(
    "owner: ai-officer", "owner: ai-officer\n    " + _ESCALATED.replace("chief-risk-officer", "ai-officer")
).replace("owner: ombudsperson", "owner: ombudsperson\n    " + _ESCALATED.replace("chief-risk-officer", "ombudsperson"))


@rule(
    code="ESC006",
    name="everything-escalates-to-board",
    severity=Severity.WARNING,
    title=Text(en="Everything escalates to one place", de="Alles eskaliert an eine Stelle"),
    why=Text(
        en="Decision spaces in which everything ends at the top are the old chain of decision bodies with new names.",
        de="Entscheidungsräume, in denen alles ganz oben endet, sind die alten Entscheidungsinstanzen unter neuem Namen.",
    ),
    asks_from="planned",
    serves=("S1", "S12", "S4"),
    provisions=("iso-42001 5.3", "nist-ai-rmf GOVERN 2.3"),
    waits_for=("NET001",),
    thresholds=THRESHOLDS,
    bad=Bad(_TOP, at="roles.chief-risk-officer"),
    good=Good(_NEAR),
    cases=(
        Good(_TOP.replace("      replace: {<<: *decision, title: Replace}\n", "")),
        Good(_TOP.replace("status: planned", "status: draft")),
        Good(_TOP.replace("status: planned", "status: retired")),
    ),
)
def everything_escalates_to_board(network: Network, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag the role at which more than its share of the escalation paths end, in a network of some size."""
    ends = [end for decision in asked for end in _ends(decision)]
    decisions = {end.decision.address for end in ends}
    spaces = {end.decision.space.id for end in ends}
    few = len(decisions) < settings.threshold("network-min-decisions", THRESHOLDS)
    if few or len(spaces) < settings.threshold("network-min-spaces", THRESHOLDS) or not network.whole:
        return
    counts = Counter(end.role.id for end in ends)
    (top, count), *_ = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if count > settings.threshold("top-escalation-share", THRESHOLDS) * len(ends):
        yield _problem([end for end in ends if end.role.id == top], len(ends))


class _End(NamedTuple):
    """A role at which the escalation of a decision ends, and where it is named."""

    role: Role
    decision: Decision
    at: Value


def _ends(decision: Decision) -> list[_End]:
    """Each role at which an escalation ends, once."""
    last = {
        role.id: _End(role, decision, receiver)
        for receiver in reversed(escalation_of(decision).last)
        if isinstance(role := receiver.target, Role)
    }
    return list(last.values())


def _problem(ends: list[_End], total: int) -> Problem:
    """Show the first step in each space."""
    role, count = ends[0].role, len(ends)
    first: dict[str, Value] = {}
    for end in ends:
        first.setdefault(end.decision.space.id, end.at)
    problem = role.problem(MESSAGE, role=role.id, share=str(round(100 * count / total)), count=count, total=total)
    return problem.beside(*(at.place for at in first.values()))
