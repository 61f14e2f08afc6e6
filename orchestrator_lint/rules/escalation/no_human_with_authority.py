"""ESC007: nobody who may overrule the machine can be reached, or not in time."""

from collections.abc import Iterator
from typing import NamedTuple

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
    Value,
    chained,
    rule,
)
from orchestrator_lint.network import Escalation, Rung, escalation_of
from orchestrator_lint.rules.escalation.authority import may_overrule

NOBODY = Text(
    en="Nobody who may overrule `{level}` can be reached from {decisions}: neither `{role}`, who oversees it, nor anyone on its escalation path ({roles}) has that `may_overrule`. Raise the `may_overrule` of one of them, lower `autonomy`, or add a step to a role that has it.",
    de="Von {decisions} aus ist niemand erreichbar, der `{level}` übersteuern darf: Weder `{role}` als Aufsicht noch jemand auf dem Eskalationsweg ({roles}) hat diese Befugnis (`may_overrule`). Erhöhen Sie eine davon, senken Sie `autonomy`, oder ergänzen Sie einen Schritt zu einer Rolle, die sie hat.",
)
TOO_LATE = Text(
    en="In {decisions} the AI acts once a veto window of {window} has passed, but the escalation reaches someone who may overrule it only after {duration}: {path}. Shorten `within` on the way, lengthen `oversight.window`, or let `{role}`, who oversees it, overrule `{level}` (`may_overrule`).",
    de="Bei {decisions} handelt die KI, sobald die Vetofrist von {window} verstrichen ist; die Eskalation erreicht aber erst nach {duration} jemanden, der sie übersteuern darf: {path}. Verkürzen Sie `within` auf dem Weg, verlängern Sie `oversight.window`, oder geben Sie `{role}` als Aufsicht die Befugnis, `{level}` zu übersteuern (`may_overrule`).",
)
_HERE = "spaces.lending.decisions.raise-limit.oversight"
_WEAK = "roles: {case-worker: {may_overrule: informs}, head-of-lending: {may_overrule: prepares}, credit-committee: {may_overrule: null}}\n"
_VETO = "autonomy: acts-unless-vetoed, impact: {level: moderate, effect: economic}"


def _late(overseer: str, within: str) -> str:
    return (
        f"roles: {{case-worker: {{may_overrule: {overseer}}}}}\n"
        f"spaces: {{lending: {{every_decision: {{escalation: [{{when: two people disagree, to: [head-of-lending, credit-committee], within: {within}, on_timeout: hold}}]}},\n"
        f"  decisions: {{raise-limit: {{{_VETO}}}}}}}}}"
    )


@rule(
    code="ESC007",
    name="no-human-with-authority",
    severity=Severity.ERROR,
    title=Text(
        en="Nobody who may overrule the AI can be reached in time",
        de="Niemand, der die KI übersteuern darf, ist rechtzeitig erreichbar",
    ),
    why=Text(
        en="Somewhere on the way there must be a person who can really stop or change what the machine does, and in time.",
        de="Irgendwo auf dem Weg muss ein Mensch stehen, der wirklich anhalten oder ändern kann, was die Maschine tut, und zwar rechtzeitig.",
    ),
    asks_from="planned",
    serves=("S4", "S8", "S9"),
    provisions=(
        "eu-ai-act 14(4)(d)",
        "eu-ai-act 14(4)(e)",
        "eu-ai-act 26(2)",
        "gdpr 22(3)",
        "iso-42001 5.3",
        "iso-42001 A.3.2",
        "nist-ai-rmf GOVERN 2.1",
        "nist-ai-rmf MANAGE 2.4",
    ),
    waits_for=("OVR001", "ESC001", "ESC005", "AUT002", "AUT008", "REF001", "REF003"),
    bad=Bad(_WEAK, at=f"{_HERE}.by"),
    good=Good(_late("acts-unless-vetoed", "3 days")),
    cases=(
        Bad(_late("acts-on-approval", "3 days"), at=f"{_HERE}.window.given"),
        Good(f"{_WEAK}spaces: {{lending: {{decisions: {{raise-limit: {{status: draft}}}}}}}}"),
        Good(f"{_WEAK}spaces: {{lending: {{decisions: {{raise-limit: {{status: retired}}}}}}}}"),
        Good(f"{_WEAK}spaces: {{lending: {{decisions: {{raise-limit: {{autonomy: informs}}}}}}}}"),
        Good(
            f"{_WEAK}spaces: {{lending: {{every_decision: {{escalation: [{{when: two people disagree, state: planned}}]}}, decisions: {{raise-limit: {{status: suspended}}}}}}}}".replace(
                "case-worker: {may_overrule: informs}", "case-worker: {may_overrule: recommends}"
            )
        ),
    ),
)
def no_human_with_authority(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag a decision from `prepares` upwards with an overseer and an escalation, if (a) nobody among them may overrule it.

    (b) If the machine acts unless vetoed: if the veto window is shorter than the quickest way to one who may. Where an
    overseer stands alone without authority, OVR003 says so.
    """
    overseer = decision.oversight.by
    role = overseer.target if decision.acts_from("prepares") else None
    escalation = escalation_of(decision) if isinstance(role, Role) else None
    if not isinstance(role, Role) or not escalation or not escalation.receivers or _is_open(decision):
        return
    people = _people(overseer, escalation)
    able = {id for id, one in people.items() if may_overrule(one, decision.rank, settings.as_of)}
    values = {"role": role.id, "level": decision.level}
    if not able:
        roles = tuple(dict.fromkeys(str(value.plain) for value in escalation.receivers))
        problem = decision.gap(overseer, NOBODY, **values, roles=roles)
        known = [one.place_of("may_overrule") for one in people.values()]
        yield problem.beside(decision.autonomy.place, *(value.place for value in escalation.receivers), *known)
    elif decision.level == "acts-unless-vetoed" and role.id not in able:
        yield from _too_late(decision, escalation, able, values)


def _is_open(decision: Decision) -> bool:
    """Whether a step is still being built and does not yet say to whom it leads."""
    return any(step.settled and not step.to for step in decision.escalation)


def _people(overseer: Value, escalation: Escalation) -> dict[str, Role]:
    """Everyone who gets the case on its way."""
    values = (overseer, *(rung.sender for rung in escalation.rungs), *escalation.receivers)
    return {target.id: target for value in values if isinstance(target := value.target, Role)}


class _Way(NamedTuple):
    """How long it takes to reach a role from the overseer, and over which rungs."""

    days: float
    rungs: tuple[Rung, ...]


def _too_late(decision: Decision, escalation: Escalation, able: set[str], values: dict[str, str]) -> Iterator[Problem]:
    window = decision.oversight.window
    at = window if window.length is not None else window.given
    ways = _ways(escalation, values["role"])
    found = [way for id, way in ways.items() if id in able]
    if at.length is None or not found:
        return
    quickest = min(found, key=lambda way: way.days)
    if quickest.days > at.length.in_days:
        path = chained((values["role"], *(rung.end for rung in quickest.rungs)))
        duration = _in_words(quickest.days)
        problem = decision.gap(at, TOO_LATE, **values, window=at.length.text, duration=duration, path=path)
        yield problem.beside(*(rung.step.within.place for rung in quickest.rungs), decision.oversight.by.place)


def _ways(escalation: Escalation, start: str) -> dict[str, _Way]:
    """The quickest way to each role; a step that does not say how long it takes counts as no time."""
    ways = {start: _Way(0.0, ())}
    for _ in escalation.rungs:
        for rung in escalation.rungs:
            length = rung.step.within.length
            days = ways[rung.start].days + (length.in_days if length else 0.0) if rung.start in ways else None
            if days is not None and (rung.end not in ways or days < ways[rung.end].days):
                ways[rung.end] = _Way(days, (*ways[rung.start].rungs, rung))
    return ways


def _in_words(days: float) -> Text:
    """The time in the largest unit that it fills without a rest, else in minutes."""
    units = ((1.0, "day"), (1 / 24, "hour"), (1 / 1440, "minute"))
    size, unit = next((one for one in units if abs(days / one[0] - round(days / one[0])) < 1e-6), units[-1])
    count = round(days / size)
    return Duration.parse(f"{count} {unit}{'' if count == 1 else 's'}").text
