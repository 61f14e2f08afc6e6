"""SAF002: a stop or a fallback that was never tried, or not for long."""

from collections.abc import Iterator
from datetime import date

from orchestrator_lint.model import (
    Bad,
    Decision,
    Duration,
    Good,
    Problem,
    Settings,
    Severity,
    Text,
    Threshold,
    Value,
    rule,
)

NEVER = Text(
    en="It is not stated when that which must hold in an emergency was last tried for {decisions} (missing: {missing}). Rehearse it once, and write the day there; a fallback written as plain text moves into `how`.",
    de="Wann bei {decisions} zuletzt erprobt wurde, was im Ernstfall tragen muss, ist nicht angegeben (offen: {missing}). Proben Sie den Ernstfall und tragen Sie den Tag dort ein; eine Rückfallebene in einfachem Text zieht nach `how` um.",
)
AHEAD = Text(
    en="`{key}` of {decisions} names {date}, a day still to come: a test that is only intended shows nothing. Write the day of the last test; where there was none yet, hold it now.",
    de="`{key}` nennt bei {decisions} den {date}, einen Tag, der noch kommt: Eine bloß geplante Erprobung zeigt nichts. Tragen Sie den Tag der letzten ein; gab es noch keine, holen Sie sie nach.",
)
TOO_OLD = Text(
    en="For {decisions} {what} was last tried on {date}, more than {max_age} ago. Try it again, and write the new day in `{key}`.",
    de="Bei {decisions} wurde {what} zuletzt am {date} erprobt; das ist mehr als {max_age} her. Wiederholen Sie die Erprobung und tragen Sie den neuen Tag in `{key}` ein.",
)
THRESHOLDS = {"stop-test-max-age": Threshold("12 months", "lower")}
_WORDS: dict[str | int, Text] = {
    "stop": Text("the stop", "das Anhalten"),
    "fallback": Text("the fallback", "die Rückfallebene"),
}
_HERE = "spaces.lending.decisions.raise-limit.oversight"
_LIGHTER = "impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}"


def _with(oversight: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{{oversight}}}}}}}}}}}"


@rule(
    code="SAF002",
    name="stop-untested",
    severity=Severity.WARNING,
    title=Text(
        en="A stop or a fallback that nobody has tried of late",
        de="Anhalten oder Rückfallebene sind nicht aktuell erprobt",
    ),
    why=Text(
        en="A stop that was never pulled is a hope.",
        de="Eine Stopptaste, die nie gedrückt wurde, ist eine Hoffnung.",
    ),
    asks_from="pilot",
    serves=("S9",),
    provisions=(
        "eu-ai-act 14(4)(e)",
        "gdpr 32(1)(d)",
        "iso-42001 A.6.2.4",
        "nist-ai-rmf MANAGE 2.3",
        "owasp-aisvs C14.1.2",
    ),
    waits_for=("SAF001", "SAF003"),
    thresholds=THRESHOLDS,
    fix="oversight: {stop: {tested: TODO}}",
    bad=Bad(_with("stop: {tested: null}"), at=f"{_HERE}.stop"),
    good=Good(_with("stop: {tested: 2025-11-01}")),
    cases=(
        Bad(_with("stop: {tested: 2025-10-31}"), at=f"{_HERE}.stop.tested"),
        Bad(_with("stop: {tested: 2026-11-02}", "status: pilot"), at=f"{_HERE}.stop.tested"),
        Bad(_with("stop: {tested: null}", f"autonomy: prepares, {_LIGHTER}"), at=f"{_HERE}.stop"),
        Bad(_with("stop: {tested: null}, fallback: Manual scorecard by two people"), at=f"{_HERE}.stop"),
        Bad(_with("fallback: {tested: null}"), at=f"{_HERE}.fallback"),
        Bad(_with("fallback: Manual scorecard by two people"), at=f"{_HERE}.fallback"),
        Bad(_with("fallback: {tested: 2025-10-31}", _LIGHTER), at=f"{_HERE}.fallback.tested"),
        Bad(_with("fallback: {tested: 2026-11-02}"), at=f"{_HERE}.fallback.tested"),
        Good(_with("fallback: {tested: 2026-11-01}, stop: {tested: 2026-11-01}")),
        Good(_with("fallback: Manual scorecard by two people", _LIGHTER)),
        Good(_with("fallback: {none_because: The branch can wait., how: null, tested: null}")),
        Good(
            _with(
                "fallback: {tested: null, state: in-progress}, stop: {tested: null, state: planned}",
                "status: pilot, impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}",
            )
        ),
        Good(_with("fallback: null, stop: {tested: 2020-01-01}", "autonomy: informs")),
        Good(_with("stop: {tested: null}, fallback: Manual scorecard", "status: planned")),
        Good(_with("stop: {tested: 2020-01-01}", "status: retired")),
    ),
)
def stop_untested(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag a stop in use that was not tried within the threshold `stop-test-max-age`, and a fallback likewise.

    A fallback without any test is flagged only where the decision is serious: else a plain text is enough.
    """
    if not decision.acts_from("prepares"):
        return
    oversight = decision.oversight
    blocks = [block for block in (oversight.stop, oversight.fallback) if block and not block.settled]
    never = [block for block in blocks if not block.tested and (block.pointer[-1] == "stop" or decision.is_serious)]
    if never:
        problem = decision.gap(never[0].tested, NEVER, missing=[_key(block) for block in never])
        yield problem.beside(*(block.tested.place for block in never))
    for block in blocks:
        if block.tested.day is not None:
            yield from _aged(decision, block, block.tested.day, settings)


def _aged(decision: Decision, block: Value, day: date, settings: Settings) -> Iterator[Problem]:
    max_age = Duration.parse(str(settings.threshold("stop-test-max-age", THRESHOLDS)))
    if day > settings.as_of:
        yield decision.gap(block.tested, AHEAD, key=_key(block), date=day.isoformat())
    elif max_age.after(day) < settings.as_of:
        what, day_text = _WORDS[block.pointer[-1]], day.isoformat()
        problem = decision.gap(block.tested, TOO_OLD, key=_key(block), date=day_text, what=what, max_age=max_age.text)
        yield problem.caused_by_time()


def _key(block: Value) -> str:
    return f"oversight.{block.pointer[-1]}.tested"
