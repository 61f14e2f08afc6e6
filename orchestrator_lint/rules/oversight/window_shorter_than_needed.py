"""OVR014: by its own numbers oversight gets less time than it needs."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, Text, rule
from orchestrator_lint.rules.oversight.numbers import number_text
from orchestrator_lint.rules.oversight.workload import hours_a_week

WINDOW = Text(
    en="In {decisions} people have {given} to step in and need {needed}. Lengthen `oversight.window.given`, shorten the way to whoever may object, or lower `autonomy` to `acts-on-approval` at most, where nothing happens unasked.",
    de="Bei {decisions} haben Menschen {given} Zeit, um einzugreifen, und brauchen {needed}. Verlängern Sie `oversight.window.given`, verkürzen Sie den Weg zu denen, die widersprechen dürfen, oder senken Sie `autonomy` auf höchstens `acts-on-approval`, wo nichts ungefragt geschieht.",
)
MINUTES = Text(
    en="In {decisions} there are {minutes} min for a case, and a careful look takes {needed} min. Plan more time or fewer cases in `oversight.workload`, or correct `minutes_needed` if it was estimated too high.",
    de="Bei {decisions} sind für einen Fall {minutes} min vorgesehen, und ein sorgfältiger Blick braucht {needed} min. Planen Sie in `oversight.workload` mehr Zeit oder weniger Fälle ein, oder berichtigen Sie `minutes_needed`, wenn es zu hoch geschätzt war.",
)
CAPACITY = Text(
    en="The cases of {decisions} take {hours} hours a week, and `{role}` has {capacity} for all it oversees. Name more people, lower `cases_per_week`, or raise `capacity.hours_per_week` of the role.",
    de="Die Fälle von {decisions} brauchen {hours} Stunden in der Woche, und `{role}` hat {capacity} für alles, was die Rolle beaufsichtigt. Setzen Sie mehr Menschen ein, senken Sie `cases_per_week`, oder erhöhen Sie bei der Rolle `capacity.hours_per_week`.",
)
_AT = "spaces.lending.decisions.raise-limit.oversight"
_SECOND = "lower-limit: {x-like: lending/raise-limit}"


def _decision(oversight: str, more: str = "status: live", also: str = "") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, oversight: {{{oversight}}}}}, {also}}}}}}}"


@rule(
    code="OVR014",
    name="window-shorter-than-needed",
    severity=Severity.ERROR,
    title=Text(en="Oversight gets less time than it needs", de="Die Aufsicht bekommt weniger Zeit, als sie braucht"),
    why=Text(
        en="A window that is shorter than a careful look does not let people decide; it only records that they could have.",
        de="Eine Frist, die kürzer ist als ein sorgfältiger Blick, lässt niemanden entscheiden; sie hält nur fest, dass man gedurft hätte.",
    ),
    asks_from="planned",
    serves=("S9",),
    provisions=("eu-ai-act 26(2)", "eu-ai-act 14(4)", "gdpr 22(3)", "iso-42001 A.4.6", "nist-ai-rmf MAP 3.5"),
    waits_for=("OVR001",),
    bad=Bad(_decision("window: {given: 59 minutes}"), at=f"{_AT}.window.given"),
    good=Good(_decision("window: {given: 60 minutes}, workload: {minutes_per_case: 15}")),
    cases=(
        Bad(_decision("workload: {minutes_per_case: 14.5}", "status: planned"), at=f"{_AT}.workload.minutes_per_case"),
        Bad(_decision("workload: {minutes_per_case: 1}"), at=f"{_AT}.workload.minutes_per_case"),
        Bad(_decision("workload: {cases_per_week: 301}"), at=f"{_AT}.workload.cases_per_week"),
        Bad(_decision("workload: {cases_per_week: 301}", also=_SECOND), at=f"{_AT}.workload.cases_per_week"),
        Good(_decision("workload: {cases_per_week: 300}")),
        Good(_decision("workload: {minutes_per_case: null}, window: 1 minute", "status: draft")),
        Good(_decision("window: 1 minute")),
        Good(_decision("window: {given: 1 minute}", "autonomy: informs")),
        Good(_decision("window: {given: 1 minute}, workload: {minutes_per_case: 1}", "autonomy: prepares")),
        Good(_decision("window: {given: 1 minute}", "status: retired")),
    ),
)
def window_shorter_than_needed(decision: Decision) -> Iterator[Problem]:
    """Flag a recommendation or more whose window, minutes or hours are less than what is said to be needed.

    What several decisions together take from a role is OVR011's.
    """
    if not decision.acts_from("recommends"):
        return
    window, workload = decision.oversight.window, decision.oversight.workload
    given, needed = window.given.length, window.needed.length
    if given is not None and needed is not None and given.in_days < needed.in_days:
        problem = decision.gap(window.given, WINDOW, given=given.text, needed=needed.text)
        yield problem.beside(window.needed.place, decision.autonomy.place)
    minutes, enough = workload.minutes_per_case, workload.minutes_needed
    if minutes and enough and minutes.plain < enough.plain:
        values = {"minutes": number_text(minutes.plain), "needed": number_text(enough.plain)}
        yield decision.gap(minutes, MINUTES, **values).beside(enough.place)
    yield from _beyond_capacity(decision)


def _beyond_capacity(decision: Decision) -> Iterator[Problem]:
    role, hours = decision.oversight.by.target, hours_a_week(decision)
    if not isinstance(role, Role) or hours is None:
        return
    capacity = role.capacity.hours_per_week
    if capacity and hours > capacity.plain:
        values = {"role": role.id, "hours": number_text(hours), "capacity": number_text(capacity.plain)}
        yield decision.gap(decision.oversight.workload.cases_per_week, CAPACITY, **values).beside(capacity.place)
