"""GRD001: the machine acts without any guardrail."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="No guardrail holds for {decisions}, though the AI goes as far as `{level}`. List in `guardrails` at least one that limits what it may do here.",
    de="Für {decisions} gilt keine Leitplanke, obwohl die KI dort bis `{level}` gehen darf. Führen Sie in `guardrails` mindestens eine auf, die begrenzt, was sie hier tun darf.",
)
_NOBODY = "impact: {affects: [], effect: none, level: low}, law: {risk_class: minimal, area: none}"
_OLD = "old: {status: retired, guardrails: [no-unexplained-refusal]}"
_NONE = "impact: {affects: [customers], effect: none, level: none}, law: {risk_class: minimal, area: none}"


def _without(decision: str, shared: str = "null") -> str:
    return f"spaces: {{lending: {{every_decision: {{guardrails: {shared}}}, decisions: {{raise-limit: {{{decision}}}, {_OLD}}}}}}}"


@rule(
    code="GRD001",
    name="no-guardrail",
    severity=Severity.ERROR,
    title=Text(en="The AI acts without a guardrail", de="Die KI handelt ohne Leitplanke"),
    why=Text(
        en="Freedom to act needs a border that somebody has drawn.",
        de="Spielraum braucht eine Grenze, die jemand gezogen hat.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S6",),
    provisions=(
        "eu-ai-act 9(2)(d)",
        "eu-ai-act 14(3)",
        "gdpr 25",
        "iso-42001 A.6.2.6",
        "iso-42001 A.9.2",
        "nist-ai-rmf MANAGE 1.3",
    ),
    waits_for=("GRD002", "REF001"),
    accepts_reason=True,
    fix="guardrails: [TODO]",
    bad=Bad(_without(_NOBODY), at="spaces.lending.decisions.raise-limit.guardrails"),
    good=Good(_without(f"{_NOBODY}, guardrails: [no-unexplained-refusal]")),
    cases=(
        Bad(_without(f"{_NONE}, autonomy: acts-on-approval"), at="spaces.lending.decisions.raise-limit.guardrails"),
        Bad(_without(f"{_NONE}, status: planned", "[]"), at="spaces.lending.every_decision.guardrails"),
        Good(_without(f"{_NOBODY}, guardrails: {{none_because: It only sorts our own files by date.}}")),
        Good(_without(_NONE, "{none_because: It only sorts our own files by date.}")),
        Good(_without(f"{_NONE}, status: suspended", "{state: in-progress}")),
        Good(_without(f"{_NOBODY}, autonomy: prepares")),
        Good(_without(f"{_NOBODY}, status: draft")),
    ),
)
def no_guardrail(decision: Decision) -> Iterator[Problem]:
    """Flag a decision at recommends or above for which neither it nor its space lists a guardrail.

    A reason is accepted where the policy says that nobody is affected.
    """
    if not decision.acts_from("recommends") or decision.guardrails_held:
        return
    if decision.guardrails.reasoned and decision.spares_people:
        return
    if not any(listed.settled and not listed.reasoned for listed in decision.guardrail_lists):
        yield decision.gap(decision.guardrails, MESSAGE, level=decision.level).beside(decision.autonomy.place)
