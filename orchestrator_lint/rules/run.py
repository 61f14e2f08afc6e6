"""Workspace, network and settings in, Outcome out: what every rule says, and what none could say."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from orchestrator_lint.model import (
    Dataset,
    Decision,
    Decisions,
    EmptySpace,
    Guardrail,
    Noun,
    Organisation,
    Principle,
    Role,
    Rule,
    Settings,
    Space,
    System,
    Unknown,
    Waiver,
    Workspace,
)
from orchestrator_lint.network import Network
from orchestrator_lint.problems import Card, Place, Problem


class Raised(NamedTuple):
    """A problem with the card of the rule that states it."""

    card: Card
    problem: Problem


class Unanswered(NamedTuple):
    """A check that was not possible: a rule, the object it would have judged, and the place of what is unknown."""

    code: str
    subject: str
    cause: Place | None


class Outcome(NamedTuple):
    """All that the rules say of a workspace."""

    raised: tuple[Raised, ...]
    unanswered: tuple[Unanswered, ...]


class RuleFailed(Exception):
    """A rule has a bug: it raised something else than Unknown. Names the rule and its subject."""


def run_rules(rules: Sequence[Rule], workspace: Workspace, network: Network, settings: Settings) -> Outcome:
    """Run every rule on every subject it asks. A rule that meets an unknown value ends for that subject only."""
    raised: list[Raised] = []
    unanswered: list[Unanswered] = []
    declared = workspace.frameworks
    for rule in (rule for rule in rules if _is_in_scope(rule.card, declared)):
        for subject in _subjects(rule, workspace, network):
            name = subject.address if isinstance(subject, Noun) else "workspace"
            try:
                found = _check(rule, subject, workspace, network, settings)
            except Unknown as unknown:
                unanswered.append(Unanswered(rule.code, name, unknown.place))
            except Exception as error:
                raise RuleFailed(f"rule {rule.code} failed on {name}: {type(error).__name__}: {error}") from error
            else:
                raised += [Raised(rule.card, problem) for problem in found]
    return Outcome(tuple(raised), tuple(unanswered))


def _is_in_scope(card: Card, declared: Sequence[str]) -> bool:
    """Whether the rule is no rule of law, or of a law that the organisation declared."""
    return not card.frameworks or not set(card.frameworks).isdisjoint(declared)


def _check(rule: Rule, subject: Any, workspace: Workspace, network: Network, settings: Settings) -> list[Problem]:
    if isinstance(subject, Decision) and not subject.is_asked(rule.card.asks_from):
        return []
    given = {Network: network, Settings: settings, Workspace: workspace}
    arguments = [_asked(rule, subject, workspace, network) if kind is Decisions else given[kind] for kind in rule.takes]
    return list(rule.check(subject, *arguments))


def _subjects(rule: Rule, workspace: Workspace, network: Network) -> Iterator[Any]:
    for kind in rule.subjects:
        yield from _of_kind(kind, workspace, network)


def _of_kind(kind: type, workspace: Workspace, network: Network) -> Iterable[Any]:
    if kind is EmptySpace:
        return (space for space in workspace.spaces if isinstance(space, EmptySpace))
    found: dict[type, Iterable[Any]] = {
        Decision: workspace.decisions,
        Space: workspace.spaces,
        Role: workspace.roles,
        System: workspace.systems,
        Dataset: workspace.datasets,
        Guardrail: workspace.guardrails,
        Principle: workspace.principles,
        Waiver: workspace.waivers,
        Organisation: workspace.all("organisation"),
        Workspace: (workspace,),
        Network: (network,),
    }
    return found[kind]


def _asked(rule: Rule, subject: Any, workspace: Workspace, network: Network) -> Decisions:
    """The decisions that the rule asks, of those that use the subject where it is one of their parts."""
    if isinstance(subject, Space):
        among: Iterable[Decision] = subject.decisions
    elif isinstance(subject, Noun) and not isinstance(subject, Organisation):
        among = network.users(subject)
    else:
        among = workspace.decisions
    return Decisions(decision for decision in among if _is_asked(decision, rule))


def _is_asked(decision: Decision, rule: Rule) -> bool:
    try:
        return decision.is_asked(rule.card.asks_from)
    except Unknown:
        return False
