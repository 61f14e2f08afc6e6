"""CON003: what can be contested, and with what outcome, is left open."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.contest.examples import BY_HAND, decided

MESSAGE = Text(
    en="What can be contested in {decisions}, and with what outcome, is left open (missing: {missing}). Say in `contest.of` whether it is the machine's output or the final decision, and in `contest.means` what people can do: `challenge`, `correct`, `reverse`.",
    de="Was sich bei {decisions} anfechten lässt und mit welchem Ziel, bleibt offen (es fehlt: {missing}). Schreiben Sie in `contest.of`, ob es um die Ausgabe der Maschine oder um die endgültige Entscheidung geht, und in `contest.means`, was möglich ist: `challenge`, `correct`, `reverse`.",
)
_HERE = "spaces.lending.decisions.raise-limit.contest"


@rule(
    code="CON003",
    name="contest-target-unbound",
    severity=Severity.NOTE,
    title=Text(en="What can be contested is left open", de="Was sich anfechten lässt, bleibt offen"),
    why=Text(
        en="A complaint about a score and a complaint about a decision go to different people.",
        de="Wer einen Score beanstandet, gehört woandershin als jemand, der eine Entscheidung beanstandet.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S3",),
    provisions=("eu-ai-act 86(1)", "gdpr 22(3)", "iso-42001 A.8.5", "nist-ai-rmf MEASURE 3.3"),
    waits_for=("CON001",),
    fix="contest: {means: [TODO], of: TODO}",
    bad=Bad(decided("contest: {of: null}"), at=_HERE),
    good=Good(decided("contest: {of: output, means: [correct]}")),
    cases=(
        Bad(decided("contest: {means: []}"), at=_HERE),
        Bad(decided(f"contest: {{of: null, means: null}}, {BY_HAND}"), at=_HERE),
        Good(decided(f"contest: {{of: null}}, {BY_HAND}")),
        Good(
            decided("contest: {of: null, state: planned}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(decided("contest: {of: null}, status: draft")),
        Good(decided("contest: {of: null}, status: retired")),
    ),
)
def contest_target_unbound(decision: Decision) -> Iterator[Problem]:
    """Flag a route of contest without `of` or `means`; where people alone decide, only `means` is asked for."""
    contest = decision.contest
    if not contest.route or contest.settled:
        return
    asked = ("of", "means") if decision.acts_from("informs") else ("means",)
    missing = [f"contest.{key}" for key in asked if not contest.child(key)]
    if missing:
        yield decision.gap(contest, MESSAGE, missing=missing)
