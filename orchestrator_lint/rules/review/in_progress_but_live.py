"""REV008: a decision is in operation while what protects people there is still being built."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, rule

MESSAGE = Text(
    en="`{block}` is only `{state}`, while {decisions} can affect people already. Finish it and write `state: established`, or set `status` back to `planned` or `suspended` until it is finished.",
    de="`{block}` ist erst `{state}`, obwohl von {decisions} schon Menschen betroffen sein können. Stellen Sie das fertig und schreiben Sie `state: established`, oder setzen Sie `status` bis dahin auf `planned` oder `suspended` zurück.",
)
_BLOCKS = (
    "oversight",
    "oversight.override",
    "oversight.window",
    "oversight.bias_measures",
    "oversight.stop",
    "oversight.fallback",
    "machine.abstains",
    "out_of_scope",
    "guardrails",
    "escalation",
    "explanation",
    "hearing",
    "decision_notice",
    "notice",
    "contest",
    "changes_announced",
    "monitoring",
    "log",
    "review",
    "law.dpia",
    "law.fria",
)
_HERE = "spaces.lending.decisions.raise-limit"
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"


def _with(keys: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


@rule(
    code="REV008",
    name="in-progress-but-live",
    severity=Severity.ERROR,
    title=Text(
        en="In operation before its safeguards are finished",
        de="In Betrieb, bevor die Schutzmaßnahmen fertig sind",
    ),
    why=Text(
        en="A safeguard that is on its way protects nobody yet.",
        de="Eine Schutzmaßnahme, die noch entsteht, schützt noch niemanden.",
    ),
    asks_from="pilot",
    serves=("S9",),
    provisions=("eu-ai-act 26(1)", "eu-ai-act 27(1)", "gdpr 35(1)", "iso-42001 8.1", "nist-ai-rmf MANAGE 1.1"),
    bad=Bad(_with("contest: {state: planned}"), at=f"{_HERE}.contest.state"),
    good=Good(_with("contest: {state: established}")),
    cases=(
        Bad(_with("status: pilot, law: {fria: {state: in-progress}}"), at=f"{_HERE}.law.fria.state"),
        Bad(_with("oversight: {state: in-progress, stop: {state: planned}}"), at=f"{_HERE}.oversight.state"),
        Bad(_with("oversight: {fallback: {state: in-progress}}"), at=f"{_HERE}.oversight.fallback.state"),
        Bad(
            "spaces: {lending: {every_decision: {log: {state: in-progress}}}}",
            at="spaces.lending.every_decision.log.state",
        ),
        Bad("spaces: {lending: {review: {state: planned}}}", at="spaces.lending.review.state"),
        Bad(
            "guardrails: {no-unexplained-refusal: {enforced: {state: planned}}}",
            at="guardrails.no-unexplained-refusal.enforced.state",
        ),
        Bad("systems: {repayment-score: {tested: {state: planned}}}", at="systems.repayment-score.tested.state"),
        Bad(
            _with(
                "escalation: [{when: two people disagree, to: head-of-lending, within: 1 day, on_timeout: hold, state: planned}]"
            ),
            at=f"{_HERE}.escalation.0.state",
        ),
        Good(_with("status: suspended, contest: {state: planned}")),
        Good(_with("status: planned, contest: {state: planned}")),
        Good(_with("status: retired, contest: {state: planned}")),
        Good(_with(f"status: pilot, monitoring: {{state: in-progress}}, {_LIGHT}")),
    ),
)
def in_progress_but_live(decision: Decision) -> Iterator[Problem]:
    """Flag each safeguard or assessment that is planned or in progress where the decision is live, or a serious pilot.

    Inside a block that is itself under way nothing more is said. What holds for the decision by its guardrails and
    systems counts too.
    """
    if not _in_operation(decision):
        return
    for name, block in _blocks(decision):
        if _is_under_way(block):
            yield decision.gap(block.state, MESSAGE, block=name, state=block.state).beside(decision.status.place)
    for block in _lent(decision):
        if _is_under_way(block):
            values = {"block": block.path, "state": block.state, "decisions": (decision.address,)}
            yield block.state.problem(MESSAGE, **values).beside(decision.status.place)


def _in_operation(decision: Decision) -> bool:
    return decision.life == "live" or (decision.life == "pilot" and decision.is_serious)


def _blocks(decision: Decision) -> Iterator[tuple[str, Value]]:
    for name in _BLOCKS:
        around, _, key = name.rpartition(".")
        yield name, (decision.child(around) if around else decision).child(key)
    for step in decision.escalation:
        yield "escalation", step


def _lent(decision: Decision) -> Iterator[Value]:
    for guardrail in decision.guardrails_held:
        yield from (guardrail.measured, guardrail.enforced, guardrail.on_breach)
    yield from (system.tested for system in decision.systems)


def _is_under_way(block: Value) -> bool:
    """Whether it says so itself, and nothing around it has said so or is settled with a reason."""
    if block.reasoned or (block.around is not None and block.around.settled):
        return False
    return block.state.plain in ("in-progress", "planned")
