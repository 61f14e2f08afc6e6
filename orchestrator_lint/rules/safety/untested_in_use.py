"""SAF011: a system is in use that was never tried under real conditions."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Settings, Severity, System, Text, rule
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="`{system}` is in live use in {decisions}, but a test under the conditions of use is not fully described (missing: {missing}). Write in `tested` when it was tried there (`date`), on which cases and how many (`how`), and by whom (`by`).",
    de="`{system}` ist bei {decisions} im Betrieb, doch ein Test unter Einsatzbedingungen ist nicht vollständig beschrieben (offen: {missing}). Schreiben Sie in `tested`, wann dort getestet wurde (`date`), an welchen und wie vielen Fällen (`how`) und von wem (`by`).",
)
AHEAD = Text(
    en="`{system}` is in live use in {decisions}, but its test is dated {date}, a day still to come. Test first, or set the decision back to `pilot` until then; `tested.date` is for the day of a test that was held.",
    de="`{system}` ist bei {decisions} im Betrieb, der Test aber auf den {date} datiert, einen Tag, der noch kommt. Testen Sie zuerst, oder setzen Sie die Entscheidung so lange auf `pilot` zurück; in `tested.date` gehört der Tag eines Tests, der stattgefunden hat.",
)
NO_EXCUSE = Text(
    en="The reason in `tested` of `{system}` does not suffice for {decisions}: it is accepted only at impact `none` or `low`, and not for a high-risk AI system. Replace `none_because` by `date`, `how` and `by`.",
    de="Die Begründung in `tested` bei `{system}` genügt für {decisions} nicht: Anerkannt wird sie nur bei der Auswirkung `none` oder `low` und nicht bei einem Hochrisiko-KI-System. Ersetzen Sie `none_because` durch `date`, `how` und `by`.",
)
_HERE = "systems.repayment-score.tested"
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"
_REASON = "{date: null, how: null, by: null, none_because: It only counts letters.}"


def _with(tested: str, decision: str = "status: live") -> str:
    return (
        f"systems: {{repayment-score: {{tested: {tested}}}}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


@rule(
    code="SAF011",
    name="untested-in-use",
    severity=Severity.ERROR,
    title=Text(
        en="In live use without a test in conditions of use",
        de="Im Betrieb ohne Test unter Einsatzbedingungen",
    ),
    why=Text(
        en="A figure from the laboratory says how good a system is there. The people it is used on find out the rest.",
        de="Eine Zahl aus dem Labor sagt, wie gut ein System dort ist. Den Rest erfahren die Menschen, bei denen es eingesetzt wird.",
    ),
    asks_from="live",
    serves=("S9",),
    provisions=(
        "eu-ai-act 9(8)",
        "eu-ai-act 15(3)",
        "gdpr 32(1)(d)",
        "iso-42001 A.6.2.4",
        "nist-ai-rmf MEASURE 2.3",
        "nist-ai-rmf MEASURE 2.5",
    ),
    accepts_reason=True,
    fix="tested: {date: TODO, how: TODO, by: TODO}",
    bad=Bad(_with("null"), at="systems.repayment-score"),
    good=Good(_with("{date: 2026-11-01, by: head-of-audit}")),
    cases=(
        Bad(_with("{date: null}"), at=_HERE),
        Bad(_with("{how: ' '}", "autonomy: informs"), at=f"{_HERE}.how"),
        Bad(_with("{by: null}", f"autonomy: prepares, {_LIGHT}"), at=_HERE),
        Bad(_with("{date: 2026-11-02}"), at=f"{_HERE}.date"),
        Bad(_with(_REASON), at=_HERE),
        Bad(_with(_REASON, "impact: {level: low, effect: economic}, law: {risk_class: high}"), at=_HERE),
        Good(_with(_REASON, _LIGHT)),
        Good(_with("{date: null, how: null, by: null, state: planned}").replace("status: live", "status: suspended")),
        Good(_with("null", "status: pilot")),
        Good(_with("null", "status: suspended")),
        Good(_with("null", "status: retired")),
    ),
)
def untested_in_use(system: System, used_by: Decisions, network: Network, settings: Settings) -> Iterator[Problem]:
    """Flag a system of a live decision from `informs` upwards without a dated, described and signed test.

    A reason is accepted where all these decisions are of impact none or low and outside the high-risk class.
    """
    live = used_by.known_to(lambda decision: decision.acts_from("informs"))
    for problem, decisions in _gaps(system, live, settings):
        yield problem.beside(*network.naming(system, decisions))


def _gaps(system: System, live: Decisions, settings: Settings) -> Iterator[tuple[Problem, Decisions]]:
    tested = system.tested
    heavy = live.known_to(lambda decision: not decision.is_light)
    if live and not tested.settled:
        missing = [key for key in ("date", "how", "by") if not tested.child(key)]
        place = tested.child(missing[0]) if len(missing) == 1 else tested
        values = {"system": system.id, "decisions": live.addresses}
        if missing:
            yield place.problem(MESSAGE, missing=missing, **values), live
        elif tested.date.day is not None and tested.date.day > settings.as_of:
            yield tested.date.problem(AHEAD, date=tested.date.day.isoformat(), **values), live
    elif heavy and tested.reasoned:
        yield tested.problem(NO_EXCUSE, system=system.id, decisions=heavy.addresses), heavy
