"""LAW009: workers' representatives were not informed of the AI."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Settings, Severity, Text, Threshold, known_any, rule

MESSAGE = Text(
    en="It is not stated how the workers' representatives learnt of the AI in {decisions}, although workers are concerned. Name in `notice.workers` the agreement or the letter with its date; if there are no representatives, say so there with `none_because`.",
    de="Es ist nicht angegeben, wie die Arbeitnehmervertreter von der KI in {decisions} erfahren haben, obwohl es um Beschäftigte geht. Nennen Sie in `notice.workers` die Betriebs- oder Dienstvereinbarung oder das Schreiben mit Datum; gibt es keine Vertretung, begründen Sie das dort mit `none_because`.",
)
_GROUPS = [
    "employees",
    "workers",
    "staff",
    "applicants",
    "job applicants",
    "beschäftigte",
    "mitarbeitende",
    "bewerber",
    "bewerbende",
]
_THRESHOLDS = {"worker-groups": Threshold(_GROUPS, "more")}
_NOTICE = "spaces.lending.every_decision.notice"
_OWN = "spaces.lending.decisions.raise-limit.notice"


def _about(more: str, workers: str = "null") -> str:
    return f"spaces: {{lending: {{every_decision: {{notice: {{workers: {workers}}}}}, decisions: {{raise-limit: {{{more}}}}}}}}}"


@rule(
    code="LAW009",
    name="works-council-missing",
    severity=Severity.WARNING,
    title=Text(
        en="Workers' representatives not informed of the AI", de="Arbeitnehmervertreter nicht über die KI unterrichtet"
    ),
    why=Text(
        en="Where a machine judges work, those who represent the workers must know before it starts.",
        de="Wo eine Maschine über Arbeit urteilt, muss die Vertretung der Beschäftigten davon wissen, ehe es beginnt.",
    ),
    serves=("S10",),
    provisions=(
        "eu-ai-act 26(7)",
        "gdpr 88",
        "iso-42001 A.8.5",
        "nist-ai-rmf MAP 5.2",
        "betrvg 87(1)(6)",
        "betrvg 90(1)(3)",
        "betrvg 95(2a)",
    ),
    waivable=False,
    waits_for=("CON006",),
    accepts_reason=True,
    thresholds=_THRESHOLDS,
    fix="notice: {workers: TODO}",
    bad=Bad(_about("impact: {affects: [employees]}"), at=_NOTICE),
    good=Good(_about("impact: {affects: [employees]}", "Works agreement 12/2025 of 2025-09-30")),
    cases=(
        Bad(_about("law: {area: employment}, autonomy: informs", "' '"), at=f"{_NOTICE}.workers"),
        Bad(
            "organisation: {frameworks: null, affected: {job-applicants: {title: People who apply, represented_by: ombudsperson}}}\n"
            + _about("impact: {affects: [customers, job-applicants]}, status: planned"),
            at=_NOTICE,
        ),
        Bad(
            _about("impact: {affects: [employees]}, notice: {persons: Letter KA-7, alternative: Branch}", "Notice 7"),
            at=_OWN,
        ),
        Good(_about("impact: {affects: [employees]}", "{none_because: We have no works council.}")),
        Good(_about("impact: {affects: [employees]}, status: draft")),
        Good(_about("impact: {affects: [employees]}, autonomy: human-only, machine: null")),
        Good(_about("impact: {affects: [customers]}")),
    ),
)
def works_council_missing(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag a decision made with AI about workers that does not say how their representatives were informed."""
    workers = decision.notice.workers
    if workers or workers.settled or not decision.acts_from("informs"):
        return
    groups = frozenset(_same(name) for name in settings.threshold("worker-groups", _THRESHOLDS))
    affects, area = decision.impact.affects, decision.law.area
    if known_any((lambda: any(_same(name) in groups for name in affects.words), lambda: area.plain == "employment")):
        yield decision.gap(workers, MESSAGE).beside(affects.place, area.place)


def _same(name: str) -> str:
    return name.lower().replace("-", " ").replace("_", " ")
