"""TRN002: a training is due again."""

from collections.abc import Iterator
from datetime import date

from orchestrator_lint.model import (
    Bad,
    Decision,
    Duration,
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
from orchestrator_lint.rules.training.taking_part import roles_in

MESSAGE = Text(
    en="The training of `{role}` in `{topic}` has been due again since {date} (interval: {every}), and the role works with AI in {decisions}. Repeat it, and write the new day in `date`.",
    de="Die Schulung von `{role}` zu `{topic}` ist seit {date} wieder fällig (Turnus: {every}), und die Rolle arbeitet bei {decisions} mit KI. Wiederholen Sie die Schulung und tragen Sie den neuen Tag in `date` ein.",
)
THRESHOLDS = {"training-max-age": Threshold("3 years", "lower")}


def _trained(entries: str, decision: str = "") -> str:
    return (
        f"roles: {{case-worker: {{training: [{entries}]}}}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


_BIAS = (
    "{topic: automation-bias, date: 2026-06-02, every: 1 year}, {topic: model-limits, date: 2026-06-02, every: 1 year}"
)
_STALE = f"{_BIAS}, {{topic: override, date: 2025-10-31, every: 1 year}}"


@rule(
    code="TRN002",
    name="training-stale",
    severity=Severity.NOTE,
    title=Text(en="A training is due again", de="Eine Schulung ist wieder fällig"),
    why=Text(
        en="What was learnt about the last version of a system may be wrong about this one.",
        de="Was jemand über die vorige Fassung eines Systems gelernt hat, kann für die jetzige falsch sein.",
    ),
    asks_from="pilot",
    profile="assured",
    serves=("S11",),
    provisions=("eu-ai-act 4", "eu-ai-act 26(2)", "iso-42001 7.2", "nist-ai-rmf GOVERN 2.2"),
    thresholds=THRESHOLDS,
    bad=Bad(_trained(_STALE), at="roles.case-worker.training.2.date"),
    good=Good(_trained(f"{_BIAS}, {{topic: override, date: 2025-11-01, every: 1 year}}")),
    cases=(
        Bad(_trained(f"{_BIAS}, {{topic: law, date: 2023-10-31}}"), at="roles.case-worker.training.2.date"),
        Bad(
            _trained(
                f"{_STALE}, {{topic: override, date: 2024-01-10, every: 5 years}}, {{topic: override, date: 2026-12-01}}"
            ),
            at="roles.case-worker.training.2.date",
        ),
        Good(_trained(f"{_BIAS}, {{topic: law, date: 2023-11-01}}")),
        Good(_trained(f"{_STALE}, {{topic: override, date: 2026-10-01, every: 1 year}}")),
        Good(_trained(f"{_BIAS}, {{topic: law}}, {{date: 2019-01-01}}")),
        Good("roles: {ombudsperson: {training: [{topic: law, date: 2019-01-01, every: 1 year}]}}"),
        Good(_trained(_STALE, "status: planned")),
        Good(_trained(_STALE, "status: retired")),
    ),
)
def training_stale(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag each topic of a role that works with AI whose newest training lies further back than its interval, or than three years.

    The interval is that of the newest entry; where it states none, the threshold `training-max-age` holds.
    """
    most = Duration.parse(str(settings.threshold("training-max-age", THRESHOLDS)))
    for role, named in roles_in(decision):
        for topic, (held, entry) in _newest(role, settings.as_of).items():
            every = entry.every.length or most
            due = every.after(held)
            if due < settings.as_of:
                values = {"role": role.id, "topic": topic, "date": due.isoformat(), "every": every.text}
                problem = entry.date.problem(MESSAGE, decisions=(decision.address,), **values)
                yield problem.beside(named.place).caused_by_time()


def _newest(role: Role, as_of: date) -> dict[str, tuple[date, Value]]:
    """The newest training of each topic that was held until `as_of`, with its day."""
    newest: dict[str, tuple[date, Value]] = {}
    for entry in role.training:
        topic, held = str(entry.topic.plain or ""), entry.date.day
        if topic and held is not None and held <= as_of:
            newest[topic] = max(newest.get(topic, (held, entry)), (held, entry), key=lambda pair: pair[0])
    return newest
