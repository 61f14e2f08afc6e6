"""SAF002: a stop or a fallback that was never tried, or not for long."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Duration, Good, Problem, Settings, Severity, Text, Value, rule

STOP_NEVER = Text(
    en="No day is stated on which the stop of {decisions} was tried. Try it once as if it were needed, and write the day in `oversight.stop.tested`.",
    de="Für {decisions} ist kein Tag angegeben, an dem das Anhalten erprobt wurde. Proben Sie einmal den Ernstfall und tragen Sie den Tag in `oversight.stop.tested` ein.",
)
FALLBACK_NEVER = Text(
    en="No day is stated on which the fallback of {decisions} was tried, although much is at stake there. Work once without the AI, and write the day in `oversight.fallback.tested`; a plain text of the fallback then moves into `how`.",
    de="Für {decisions} ist kein Tag angegeben, an dem die Rückfallebene erprobt wurde, obwohl dort viel auf dem Spiel steht. Arbeiten Sie einmal ohne die KI und tragen Sie den Tag in `oversight.fallback.tested` ein; ein einfacher Text zieht dann nach `how` um.",
)
AHEAD = Text(
    en="`{key}` of {decisions} names {date}, a day still to come: a test that is only intended shows nothing. Write the day of the last test; where there was none yet, hold it now.",
    de="`{key}` nennt bei {decisions} den {date}, einen Tag, der noch kommt: Eine bloß geplante Erprobung zeigt nichts. Tragen Sie den Tag der letzten ein; gab es noch keine, holen Sie sie nach.",
)
TOO_OLD = Text(
    en="For {decisions} {what} was last tried on {date}, more than {max_age} ago. Try it again, and write the new day in `{key}`.",
    de="Bei {decisions} wurde {what} zuletzt am {date} erprobt; das ist mehr als {max_age} her. Wiederholen Sie die Erprobung und tragen Sie den neuen Tag in `{key}` ein.",
)
THRESHOLDS = {"stop-test-max-age": "12 months"}
_WORDS = {"stop": Text("the stop", "das Anhalten"), "fallback": Text("the fallback", "die Rückfallebene")}
_HERE = "spaces.lending.decisions.raise-limit.oversight"
_LIGHTER = "impact: {level: moderate, effect: economic}, law: {risk_class: minimal}"


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
    bad=Bad(_with("stop: {tested: null}"), at=f"{_HERE}.stop"),
    good=Good(_with("stop: {tested: 2025-11-01}")),
    cases=(
        Bad(_with("stop: {tested: 2025-10-31}"), at=f"{_HERE}.stop.tested"),
        Bad(_with("stop: {tested: 2026-11-02}", "status: pilot"), at=f"{_HERE}.stop.tested"),
        Bad(_with("stop: {tested: null}", f"autonomy: prepares, {_LIGHTER}"), at=f"{_HERE}.stop"),
        Bad(_with("fallback: {tested: null}"), at=f"{_HERE}.fallback"),
        Bad(_with("fallback: Manual scorecard by two people"), at=f"{_HERE}.fallback"),
        Bad(_with("fallback: {tested: 2025-10-31}", _LIGHTER), at=f"{_HERE}.fallback.tested"),
        Bad(_with("fallback: {tested: 2026-11-02}"), at=f"{_HERE}.fallback.tested"),
        Good(_with("fallback: {tested: 2026-11-01}, stop: {tested: 2026-11-01}")),
        Good(_with("fallback: Manual scorecard by two people", _LIGHTER)),
        Good(_with("fallback: {none_because: The branch can wait., how: null, tested: null}")),
        Good(_with("fallback: {tested: null, state: in-progress}, stop: {tested: null, state: planned}", "status: pilot, impact: {level: moderate, effect: economic}, law: {risk_class: minimal}")),
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
    stop, fallback = decision.oversight.stop, decision.oversight.fallback
    if stop and not stop.settled:
        yield from _tried(decision, stop, settings, STOP_NEVER)
    if fallback and not fallback.settled and (fallback.tested or decision.is_serious):
        yield from _tried(decision, fallback, settings, FALLBACK_NEVER)


def _tried(decision: Decision, block: Value, settings: Settings, never: Text) -> Iterator[Problem]:
    tested, name = block.tested, str(block.pointer[-1])
    key, day = f"oversight.{name}.tested", tested.day
    if day is None:
        yield decision.gap(tested, never)
    elif day > settings.as_of:
        yield decision.gap(tested, AHEAD, key=key, date=day.isoformat())
    else:
        max_age = Duration.parse(str(settings.threshold("stop-test-max-age", THRESHOLDS)))
        if max_age.after(day) < settings.as_of:
            values = {"key": key, "date": day.isoformat(), "what": _WORDS[name], "max_age": max_age.text}
            yield decision.gap(tested, TOO_OLD, **values).caused_by_time()
