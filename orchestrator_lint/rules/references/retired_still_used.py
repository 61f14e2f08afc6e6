"""REF003: what has ended is still relied on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Noun,
    Problem,
    Role,
    Settings,
    Severity,
    System,
    Text,
    Unknown,
    Value,
    Workspace,
    rule,
)

ROLE = Text(
    en="The tenure of `{role}` ended on {date}, but {decisions} cannot do without the role: it owns, oversees, stops, receives what is escalated or hears objections there. Extend `tenure_until`, or name another role.",
    de="Die Amtszeit von `{role}` endete am {date}, doch in {decisions} wird die Rolle noch gebraucht: Sie verantwortet, beaufsichtigt, hält an, übernimmt Eskaliertes oder entscheidet über Einwände. Verlängern Sie `tenure_until`, oder nennen Sie eine andere Rolle.",
)
SYSTEM = Text(
    en="`{system}` was to be used until {date}, but still takes part in {decisions}. Take it out of `machine.systems` there, or correct `use_until`.",
    de="`{system}` sollte bis {date} im Einsatz sein, wirkt aber in {decisions} noch mit. Streichen Sie es dort aus `machine.systems`, oder berichtigen Sie `use_until`.",
)
RETIRED_SYSTEM = Text(
    en="`{system}` is out of use (`status: retired`), but still takes part in {decisions}. Take it out of `machine.systems` there, or correct its `status`.",
    de="`{system}` ist außer Betrieb (`status: retired`), wirkt aber in {decisions} noch mit. Streichen Sie es dort aus `machine.systems`, oder berichtigen Sie seinen `status`.",
)
DECISION = Text(
    en="`{decision}` is no longer taken (`status: retired`), but in {decisions} it is still built on. Take the dependency or the flow out there, or correct its `status`.",
    de="`{decision}` wird nicht mehr getroffen (`status: retired`), doch in {decisions} wird noch darauf aufgebaut. Streichen Sie dort die Abhängigkeit oder den Datenfluss, oder berichtigen Sie ihren `status`.",
)

_SECOND = "second: {x-like: lending/raise-limit, status: retired}"


@rule(
    code="REF003",
    name="retired-still-used",
    severity=Severity.ERROR,
    title=Text(en="What has ended is still relied on", de="Was beendet ist, wird noch gebraucht"),
    why=Text(
        en="On paper, responsibilities outlive the people and the systems that held them.",
        de="Auf dem Papier überleben Zuständigkeiten die Menschen und Systeme, die sie innehatten.",
    ),
    asks_from="planned",
    serves=("S8",),
    provisions=("iso-42001 A.6.2.5", "nist-ai-rmf GOVERN 1.7"),
    bad=Bad(
        "roles: {case-worker: {tenure_until: 2026-10-31}}",
        at="roles.case-worker.tenure_until",
    ),
    good=Good("roles: {case-worker: {tenure_until: 2026-11-01}}"),
    cases=(
        Bad("roles: {credit-committee: {tenure_until: 2026-06-30}}", at="roles.credit-committee.tenure_until"),
        Bad(
            "systems: {repayment-score: {use_until: 2026-10-31}}",
            at="systems.repayment-score.use_until",
        ),
        Bad("systems: {repayment-score: {status: retired}}", at="systems.repayment-score.status"),
        Bad(
            f"spaces: {{lending: {{decisions: {{raise-limit: {{depends_on: [lending/second]}}, {_SECOND}}}}}}}",
            at="spaces.lending.decisions.second.status",
        ),
        Bad(
            f"spaces: {{lending: {{flows: [{{from: decisions/lending/second, to: this, carries: limit}}], decisions: {{{_SECOND}}}}}}}",
            at="spaces.lending.decisions.second.status",
        ),
        Good("systems: {repayment-score: {use_until: 2026-11-01}}"),
        Good("roles: {works-council: {tenure_until: 2026-06-30}}"),
        Good(
            "roles: {case-worker: {tenure_until: 2026-06-30}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
        Good(
            "systems: {repayment-score: {status: retired}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
        Good(f"spaces: {{lending: {{decisions: {{{_SECOND[:-1]}, depends_on: [lending/raise-limit]}}}}}}}}"),
    ),
)
def retired_still_used(workspace: Workspace, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag what a decision relies on although it has ended.

    (a) a role past its `tenure_until`, (b) a system past its `use_until` or retired, (c) a decision that is retired.
    """
    used: dict[Noun, list[tuple[Decision, Value]]] = defaultdict(list)
    for decision in asked:
        for kind, part in _PARTS:
            for noun, value in _used(decision, kind, part):
                used[noun].append((decision, value))
    for noun in (*workspace.roles, *workspace.systems, *workspace.decisions):
        uses = used.get(noun, [])
        problem = _ended(noun, Decisions({decision for decision, _ in uses}), settings) if uses else None
        if problem is not None:
            yield problem.beside(*(value.place for _, value in uses))


def _receivers(decision: Decision) -> Iterator[Value]:
    for step in decision.escalation:
        yield from step.to


def _sources(decision: Decision) -> Iterator[Value]:
    for flow in (*decision.flows, *decision.space.flows):
        yield flow.from_


_PARTS: tuple[tuple[type[Noun], Callable[[Decision], Iterable[Value]]], ...] = (
    (Role, lambda decision: decision.owner),
    (Role, lambda decision: decision.oversight.by),
    (Role, lambda decision: decision.oversight.stop.by),
    (Role, _receivers),
    (Role, lambda decision: decision.contest.decided_by),
    (System, lambda decision: decision.machine.systems),
    (Decision, lambda decision: decision.depends_on),
    (Decision, _sources),
)


def _used(
    decision: Decision, kind: type[Noun], part: Callable[[Decision], Iterable[Value]]
) -> list[tuple[Noun, Value]]:
    """What a part of a decision names, of one kind; nothing where it cannot be known."""
    try:
        return [(noun, value) for value in part(decision) if isinstance(noun := value.target, kind)]
    except Unknown:
        return []


def _ended(noun: Noun, decisions: Decisions, settings: Settings) -> Problem | None:
    try:
        if isinstance(noun, Role):
            return _out_of_time(noun.tenure_until, ROLE, {"role": noun.id}, decisions, settings)
        if isinstance(noun, System) and noun.status.plain != "retired":
            return _out_of_time(noun.use_until, SYSTEM, {"system": noun.id}, decisions, settings)
        if noun.status.plain != "retired":
            return None
        text, values = (
            (RETIRED_SYSTEM, {"system": noun.id})
            if isinstance(noun, System)
            else (DECISION, {"decision": noun.address})
        )
        return noun.status.problem(text, decisions=decisions.addresses, **values)
    except Unknown:
        return None


def _out_of_time(
    last: Value, text: Text, values: dict[str, str], decisions: Decisions, settings: Settings
) -> Problem | None:
    if last.day is None or last.day >= settings.as_of:
        return None
    return last.problem(text, date=last.day.isoformat(), decisions=decisions.addresses, **values).caused_by_time()
