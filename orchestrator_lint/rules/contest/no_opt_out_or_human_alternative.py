"""CON007: people cannot reach a person instead of the machine."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.contest.concerned import must_make_itself_known
from orchestrator_lint.rules.contest.examples import decided

MESSAGE = Text(
    en="How {groups} reach a person instead of the AI in {decisions} is not stated. Write it in `notice.alternative`, or say there with `none_because` why there is no other way.",
    de="Wie {groups} bei {decisions} statt der KI einen Menschen erreichen, ist nicht angegeben. Schreiben Sie es in `notice.alternative`, oder begründen Sie dort mit `none_because`, warum es keinen anderen Weg gibt.",
)
_HERE = "spaces.lending.decisions.raise-limit.notice"
_TOLD = "persons: Letter KA-7, workers: Works agreement 12/2025"
_ALONE = f"notice: {{{_TOLD}}}"
_VETO = "autonomy: acts-unless-vetoed, impact: {level: moderate, effect: economic}"
_OVERSEER = "roles: {case-worker: {may_overrule: acts-unless-vetoed}}\n"
_TALKS = (
    "flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment},\n"
    "  {from: systems/repayment-score, to: roles/case-worker, carries: draft},\n"
    "  {from: systems/repayment-score, to: persons/customers, carries: answer}], impact: {as: exposed, level: low, effect: economic},\n"
    "law: {risk_class: transparency, area: none}, autonomy: acts-and-reports"
)
_ASSISTANT = "roles: {case-worker: {may_overrule: acts-and-reports}}\nsystems: {repayment-score: {kind: llm}}\n"


@rule(
    code="CON007",
    name="no-opt-out-or-human-alternative",
    severity=Severity.NOTE,
    title=Text(en="No way to a person", de="Kein Weg zu einem Menschen"),
    why=Text(
        en="Trust grows where people can choose to speak to people.",
        de="Vertrauen wächst, wo man sich für das Gespräch mit einem Menschen entscheiden kann.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S6",),
    provisions=("gdpr 22(3)", "iso-42001 A.8.5", "nist-ai-rmf MANAGE 2.1"),
    waits_for=("CON006",),
    accepts_reason=True,
    fix="notice: {alternative: TODO}",
    bad=Bad(_OVERSEER + decided(f"{_ALONE}, {_VETO}"), at=_HERE),
    good=Good(_OVERSEER + decided(f"notice: {{{_TOLD}, alternative: Key 0 on the telephone}}, {_VETO}")),
    cases=(
        Bad(_ASSISTANT + decided(f"{_ALONE}, {_TALKS}"), at=_HERE),
        Good(
            _OVERSEER
            + decided(f"notice: {{{_TOLD}, alternative: {{none_because: The offer is open for a day.}}}}, {_VETO}")
        ),
        Good(
            _OVERSEER
            + decided(
                f"notice: {{none_because: The screen itself says so.}}, law: {{risk_class: minimal, area: none}}, {_VETO}"
            )
        ),
        Good(_ASSISTANT + decided(f"{_ALONE}, {_TALKS}").replace("risk_class: transparency", "risk_class: minimal")),
        Good(_OVERSEER + decided(f"{_ALONE}, {_VETO}, status: draft")),
        Good(_OVERSEER + decided(f"{_ALONE}, {_VETO}, status: retired")),
        Good(decided(f"{_ALONE}, autonomy: acts-on-approval")),
    ),
)
def no_opt_out_or_human_alternative(decision: Decision) -> Iterator[Problem]:
    """Flag a decision in which AI acts unless vetoed or goes further, where people are named and no way leads round it.

    Who is only exposed to it has nothing to choose, unless they deal with the AI itself. A reason is accepted.
    """
    groups = decision.impact.affects.words
    if not groups or not decision.acts_from("acts-unless-vetoed"):
        return
    if decision.only_exposes and not must_make_itself_known(decision):
        return
    alternative = decision.notice.alternative
    if not alternative and not alternative.settled:
        yield decision.gap(alternative, MESSAGE, groups=groups).beside(decision.impact.affects.place)
