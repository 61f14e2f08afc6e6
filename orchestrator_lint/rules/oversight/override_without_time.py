"""OVR005: people who may step in have no time for it."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Settings, Severity, Text, Threshold, rule
from orchestrator_lint.rules.oversight.numbers import number_text

NO_WINDOW = Text(
    en="In {decisions} the AI acts unless somebody objects, but there is no veto window. Write in `oversight.window` how long people have; where they have no time, the level is `acts-and-reports`.",
    de="Bei {decisions} handelt die KI, wenn niemand widerspricht, aber es gibt keine Vetofrist. Schreiben Sie in `oversight.window`, wie lange Menschen Zeit haben; wo sie keine haben, ist die Stufe `acts-and-reports`.",
)
NO_WORKLOAD = Text(
    en="How many cases of {decisions} a person judges, and how long one of them takes, is not stated (missing: {missing}). Fill in `oversight.workload`: without these numbers nobody knows whether people can decide or only click.",
    de="Wie viele Fälle von {decisions} ein Mensch beurteilt und wie lange einer dauert, ist nicht angegeben (es fehlt: {missing}). Füllen Sie `oversight.workload` aus: Ohne diese Zahlen weiß niemand, ob Menschen entscheiden können oder nur klicken.",
)
NO_REVIEW = Text(
    en="For one case of {decisions} there are {minutes} min, and that is no review; it takes at least {min_minutes} min. Plan more time or fewer cases in `oversight.workload`, or set `autonomy` to what really happens.",
    de="Für einen Fall von {decisions} sind {minutes} min vorgesehen, und das ist keine Prüfung; nötig sind mindestens {min_minutes} min. Planen Sie in `oversight.workload` mehr Zeit oder weniger Fälle ein, oder setzen Sie `autonomy` auf das, was tatsächlich geschieht.",
)
THRESHOLDS = {"min-minutes-per-case": Threshold(2, "higher")}
_VETOED = "acts-unless-vetoed"
_AT = "spaces.lending.decisions.raise-limit.oversight"
_EMPTY = "cases_per_week: null, minutes_per_case: null, minutes_needed: null, basis: null"
_LIGHTER = "impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}"
_VETO = "autonomy: acts-unless-vetoed, impact: {level: moderate, effect: economic}"
_ALLOWED = "roles: {case-worker: {may_overrule: acts-unless-vetoed}}\n"


def _decision(oversight: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{{oversight}}}}}}}}}}}"


@rule(
    code="OVR005",
    name="override-without-time",
    severity=Severity.WARNING,
    title=Text(en="Oversight has no time", de="Der Aufsicht fehlt die Zeit"),
    why=Text(
        en="Time is a condition of oversight: who has seconds, clicks.",
        de="Zeit ist eine Bedingung der Aufsicht: Wer Sekunden hat, klickt.",
    ),
    asks_from="planned",
    serves=("S9",),
    provisions=(
        "eu-ai-act 26(2)",
        "eu-ai-act 14(4)",
        "gdpr 22(3)",
        "iso-42001 A.4.6",
        "nist-ai-rmf MAP 3.5",
    ),
    waits_for=("OVR001", "OVR014"),
    accepts_reason=True,
    thresholds=THRESHOLDS,
    fix="oversight: {workload: {cases_per_week: TODO, minutes_per_case: TODO}}",
    bad=Bad(_decision("workload: {minutes_per_case: null}"), at=f"{_AT}.workload"),
    good=Good(_decision("workload: {minutes_per_case: 2, minutes_needed: 2}")),
    cases=(
        Bad(_decision("workload: null", "status: planned"), at=f"{_AT}.workload"),
        Bad(
            _decision("workload: {minutes_per_case: 1.5, minutes_needed: null}"), at=f"{_AT}.workload.minutes_per_case"
        ),
        Bad(_ALLOWED + _decision("window: null", _VETO), at=f"{_AT}.window"),
        Bad(
            _ALLOWED
            + _decision("window: {given: null, needed: null, basis: null, none_because: Every second counts.}", _VETO),
            at=f"{_AT}.window",
        ),
        Good(
            (_ALLOWED + _decision("window: {given: null, needed: null, basis: null, state: planned}", _VETO)).replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(_ALLOWED + _decision("workload: null", _VETO)),
        Good(_decision("window: null")),
        Good(_decision(f"workload: {{{_EMPTY}, none_because: A case comes up once a year.}}")),
        Good(_decision("workload: null, state: in-progress").replace("status: live", "status: suspended")),
        Good(_decision("workload: null", _LIGHTER)),
        Good(_decision("workload: null", "autonomy: prepares")),
        Good(_decision("workload: null", "status: draft")),
        Good(_decision("workload: null", "status: retired")),
    ),
)
def override_without_time(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag a veto without a window, and a weighty recommendation for which people have no stated time, or too little.

    A reasoned no is accepted for the workload, not for the window of a veto.
    """
    oversight = decision.oversight
    window, workload = oversight.window, oversight.workload
    beside = oversight.by.place, decision.autonomy.place
    vetoed = decision.level == _VETOED or decision.decides_within(_VETOED, _VETOED)
    if vetoed and not window and (window.reasoned or not window.settled):
        yield decision.gap(window, NO_WINDOW).beside(*beside)
    if workload.settled or not decision.decides_within("recommends", "acts-on-approval") or not decision.is_serious:
        return
    missing = [key for key in ("cases_per_week", "minutes_per_case") if not workload.child(key)]
    least, minutes = settings.threshold("min-minutes-per-case", THRESHOLDS), workload.minutes_per_case
    if missing:
        yield decision.gap(workload, NO_WORKLOAD, missing=missing).beside(*beside)
    elif minutes.plain < least:
        yield decision.gap(
            minutes, NO_REVIEW, minutes=number_text(minutes.plain), min_minutes=number_text(least)
        ).beside(*beside)
