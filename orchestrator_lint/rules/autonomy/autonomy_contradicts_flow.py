"""AUT007: the level says a person acts, and what is written of the machine says otherwise."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Good,
    Problem,
    Severity,
    Text,
    Value,
    chained,
    level_rank,
    rule,
    way_past_people,
)

HUMAN_ONLY = Text(
    en="People are said to decide {decisions} without AI (`human-only`), yet `machine.systems` names {systems}. Raise `autonomy` to what the system really does, at least `informs`, or take it out there.",
    de="{decisions} sollen Menschen ohne KI entscheiden (`human-only`), und doch nennt `machine.systems` {systems}. Heben Sie `autonomy` auf das an, was das System tatsächlich tut, mindestens auf `informs`, oder streichen Sie es dort.",
)
PAST_PEOPLE = Text(
    en="At `{level}` a person acts or approves in {decisions}, but by its flows the output takes effect without anyone in between: {path}. Lead the flow through the role that decides, or set `autonomy` to what really happens.",
    de="Bei `{level}` handelt in {decisions} ein Mensch oder gibt frei, aber nach den Datenflüssen wirkt die Ausgabe, ohne dass jemand dazwischensteht: {path}. Führen Sie den Datenfluss über die Rolle, die entscheidet, oder setzen Sie `autonomy` auf das, was tatsächlich geschieht.",
)
_HERE = "spaces.lending.decisions.raise-limit"
_FLOWS = (
    "flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment},\n"
    "    {from: systems/repayment-score, to: roles/case-worker, carries: score and reasons},\n"
    "    {from: roles/case-worker, to: this, carries: decision and reasons},\n"
    "    {from: this, to: persons/customers, carries: letter},\n"
    "    {from: systems/repayment-score, to: %s}]"
)
_PAST = _FLOWS % "persons/customers, carries: letter"
_VIA_EXTERNAL = _FLOWS % (
    "systems/letter-robot, carries: score}, {from: systems/letter-robot, to: external/printer, carries: letter, effect: true"
)
_BOTH = "machine: {systems: [repayment-score, letter-robot]}"
_ROBOT = (
    "systems: {letter-robot: {x-like: systems/repayment-score}}\n"
    "roles: {case-worker: {sees: [datasets/credit-file, systems/repayment-score, systems/letter-robot]}}\n"
)


def _decision(keys: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


@rule(
    code="AUT007",
    name="autonomy-contradicts-flow",
    severity=Severity.ERROR,
    title=Text(
        en="The autonomy level contradicts what the machine does",
        de="Die Autonomiestufe widerspricht dem, was die Maschine tut",
    ),
    why=Text(
        en="A document that says a person approves and a flow in which nobody does cannot both be true.",
        de="Ein Dokument, nach dem ein Mensch freigibt, und ein Datenfluss, in dem es niemand tut, können nicht beide stimmen.",
    ),
    asks_from="draft",
    serves=("S3", "S8"),
    provisions=("eu-ai-act 14(4)(d)", "gdpr 22(1)", "iso-42001 A.6.2.6", "nist-ai-rmf MAP 3.5"),
    bad=Bad(_decision(_PAST), at=f"{_HERE}.autonomy"),
    good=Good(
        _decision(
            f"{_BOTH}, {_FLOWS % 'systems/letter-robot, carries: score}, {from: systems/letter-robot, to: this, carries: draft of the letter'}"
        )
        + f"\n{_ROBOT}"
    ),
    cases=(
        Bad(_decision(f"autonomy: {{decide: recommends, act: informs}}, {_PAST}"), at=f"{_HERE}.autonomy.act"),
        Bad(_decision(f"status: draft, {_BOTH}, {_VIA_EXTERNAL}") + f"\n{_ROBOT}", at=f"{_HERE}.autonomy"),
        Bad(_decision(f"autonomy: {{decide: recommends, act: human-only}}, {_PAST}"), at=f"{_HERE}.autonomy.act"),
        Bad(_decision("autonomy: human-only"), at=f"{_HERE}.autonomy"),
        Bad(_decision("status: planned, autonomy: {acquire: human-only, decide: human-only}"), at=f"{_HERE}.autonomy"),
        Good(
            "roles: {case-worker: {may_overrule: acts-unless-vetoed}}\n"
            + _decision(f"autonomy: acts-unless-vetoed, impact: {{level: moderate, effect: economic}}, {_PAST}")
        ),
        Good(_decision("autonomy: {acquire: acts-alone, decide: human-only}")),
        Good(_decision(f"status: retired, {_PAST}")),
    ),
)
def autonomy_contradicts_flow(decision: Decision) -> Iterator[Problem]:
    """Flag `human-only` beside a system, and a level up to `acts-on-approval` where a flow takes effect past people."""
    if decision.is_human_only:
        systems = decision.machine.systems
        if systems:
            yield decision.gap(decision.autonomy, HUMAN_ONLY, systems=systems.words).beside(systems.place)
        return
    level, way = _acting(decision), way_past_people(decision)
    if way and level is not None and level_rank(level.plain) <= level_rank("acts-on-approval"):
        path = chained([str(way[0].from_.plain), *(str(flow.to.plain) for flow in way)])
        problem = decision.gap(level, PAST_PEOPLE, level=level, path=path)
        yield problem.beside(*(flow.place for flow in way))


def _acting(decision: Decision) -> Value | None:
    """The level at which it is acted: that of `act`, else the highest at which it is decided."""
    stated = [act] if (act := decision.autonomy.act) else decision.stated_levels
    return max(stated, key=lambda level: level_rank(level.plain), default=None)
