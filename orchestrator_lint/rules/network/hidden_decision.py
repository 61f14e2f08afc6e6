"""NET006: a system acts where no decision names it."""

from collections.abc import Iterator
from typing import NamedTuple

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
    Unknown,
    Value,
    chained,
    rule,
)
from orchestrator_lint.model.flows import is_effect
from orchestrator_lint.network import Network

ACTS = Text(
    en="In {decisions}, `{system}` takes effect outside ({flow}), but it is not named among the systems that take part. Add it to `machine.systems`, or give what it decides an entry of its own in `decisions`.",
    de="In {decisions} wirkt `{system}` nach außen ({flow}), ist dort aber nicht als beteiligt genannt. Ergänzen Sie es in `machine.systems`, oder geben Sie dem, was es entscheidet, einen eigenen Eintrag in `decisions`.",
)
UNUSED = Text(
    en="`{system}` is listed as a system, but no decision names it in `machine.systems`; so nobody answers for what it does. Name it where it takes part, or add the decision that it takes part in. If it is out of use, write the last day in `use_until`.",
    de="`{system}` ist als System aufgeführt, aber keine Entscheidung nennt es in `machine.systems`; so verantwortet niemand, was es tut. Nennen Sie es, wo es mitwirkt, oder ergänzen Sie die Entscheidung, an der es mitwirkt. Ist es außer Betrieb, schreiben Sie den letzten Tag in `use_until`.",
)

_LETTERS = "systems: {{letter-writer: {{x-like: systems/repayment-score, title: Letter writer{more}}}}}\n"
_FLOWS = (
    "spaces: {{lending: {{decisions: {{raise-limit: {{{machine}flows: [{{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}}, "
    "{{from: systems/repayment-score, to: systems/letter-writer, carries: score}}, {{from: systems/repayment-score, to: roles/case-worker, carries: score}}, "
    "{{from: systems/letter-writer, to: {to}, carries: letter}}]}}}}}}}}"
)
_NAMED = "machine: {systems: [repayment-score, letter-writer]}, "
_SECOND = "spaces: {{lending: {{decisions: {{second: {{x-like: lending/raise-limit, machine: {{systems: [repayment-score, letter-writer]}}, {more}}}}}}}}}"


@rule(
    code="NET006",
    name="hidden-decision",
    severity=Severity.WARNING,
    title=Text(en="A system acts and no decision names it", de="Ein System wirkt, und keine Entscheidung nennt es"),
    why=Text(
        en="The decisions that nobody has named are the ones that nobody answers for.",
        de="Für Entscheidungen, die niemand benannt hat, steht auch niemand ein.",
    ),
    asks_from="planned",
    serves=("S3",),
    provisions=("iso-42001 A.4.2", "nist-ai-rmf GOVERN 1.6"),
    waits_for=("AUT004", "REF001"),
    bad=Bad(_LETTERS.format(more=""), at="systems.letter-writer"),
    good=Good(_LETTERS.format(more="") + _FLOWS.format(machine=_NAMED, to="roles/case-worker")),
    cases=(
        Bad(
            _LETTERS.format(more="")
            + "spaces: {lending: {flows: [{from: systems/letter-writer, to: external/Post, carries: letter, effect: true}]}}",
            at="spaces.lending.flows.0.from",
        ),
        Bad(
            _LETTERS.format(more="") + _FLOWS.format(machine="", to="roles/case-worker"),
            at="systems.letter-writer",
        ),
        Bad(_LETTERS.format(more=", use_until: 2026-11-01"), at="systems.letter-writer"),
        Bad(_LETTERS.format(more="") + _SECOND.format(more="status: retired"), at="systems.letter-writer"),
        Good(_LETTERS.format(more=", use_until: 2026-10-31")),
        Good(_LETTERS.format(more=", status: draft")),
        Good(_LETTERS.format(more=", status: retired")),
        Good(_LETTERS.format(more="") + _SECOND.format(more="status: draft")),
    ),
)
def hidden_decision(network: Network, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag (a) a flow to an effect that starts from a system which the decision does not name in `machine.systems`.

    (b) a system in use that no decision names there, once each decision with a machine says which systems take part.
    """
    acts = [act for decision in asked for act in _acts(decision)]
    for act in acts:
        flow = chained((str(act.flow.from_.plain), str(act.flow.to.plain)))
        problem = act.decision.gap(act.flow.from_, ACTS, system=act.system.id, flow=flow)
        yield problem.beside(act.decision.machine.systems.place, act.system.place)
    if network.whole:
        yield from _unused(network, settings, {act.system for act in acts})


class _Act(NamedTuple):
    """A system takes effect by a flow of a decision that does not name it."""

    decision: Decision
    system: System
    flow: Value


def _acts(decision: Decision) -> list[_Act]:
    """What its own flows and those of the space show; a system of the space may belong to any decision of it."""
    try:
        return [
            _Act(decision, system, flow)
            for flows, named in (
                (decision.flows, (decision,)),
                (decision.space.flows, decision.space.decisions),
            )
            for flow in flows
            if is_effect(flow) and isinstance(system := flow.from_.target, System)
            if not any(system in near.systems for near in named)
        ]
    except Unknown:
        return []


def _unused(network: Network, settings: Settings, acting: set[System]) -> Iterator[Problem]:
    workspace = network.workspace
    over = Decisions(workspace.decisions).known_to(lambda decision: decision.life == "retired")
    current = Decisions(set(workspace.decisions).difference(over))
    named = {system for decision in current for system in decision.systems}
    if not named or current.known_to(_names_no_machine):
        return
    for system in workspace.systems:
        if system not in named | acting and _is_in_use(system, settings):
            problem = system.problem(UNUSED, system=system.id)
            yield problem.beside(*(value.place for _, value in network.uses(system)))


def _names_no_machine(decision: Decision) -> bool:
    """Whether a machine takes part and is not named: it may be the one that nobody else names."""
    return bool(decision.autonomy) and not decision.is_human_only and not decision.machine.systems


def _is_in_use(system: System, settings: Settings) -> bool:
    try:
        last = system.use_until.day
        return system.status.plain not in ("draft", "retired") and (last is None or last >= settings.as_of)
    except Unknown:
        return False
