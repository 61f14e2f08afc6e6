"""ESC003: a deadline that runs out approves."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="If nobody answers in time, what the machine proposes takes effect in {decisions} (`on_timeout: {on_timeout}`). Silence must not approve: write `hold`, `reject` or `next`.",
    de="Antwortet niemand rechtzeitig, wird bei {decisions} wirksam, was die Maschine vorschlägt (`on_timeout: {on_timeout}`). Schweigen darf keine Zustimmung sein: Schreiben Sie `hold`, `reject` oder `next`.",
)


def _with_timeout(value: str, decision: str = "") -> str:
    step = f"{{when: two people disagree, to: [head-of-lending, credit-committee], within: 1 day, on_timeout: {value}}}"
    return (
        f"spaces: {{lending: {{every_decision: {{escalation: [{step}]}}, decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


@rule(
    code="ESC003",
    name="timeout-fails-open",
    severity=Severity.ERROR,
    title=Text(en="A deadline that runs out approves", de="Eine Frist, die verstreicht, gilt als Zustimmung"),
    why=Text(
        en="A deadline that turns into approval hands the decision to the machine exactly when people doubt it.",
        de="Wird aus einer verstrichenen Frist eine Zustimmung, entscheidet die Maschine gerade dann, wenn Menschen an ihr zweifeln.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S4", "S9"),
    provisions=(
        "eu-ai-act 14(4)(d)",
        "eu-ai-act 14(4)(e)",
        "gdpr 22(1)",
        "iso-42001 A.6.2.6",
        "nist-ai-rmf MANAGE 2.4",
        "owasp-aisvs C14.2.2",
    ),
    bad=Bad(_with_timeout("execute"), at="spaces.lending.every_decision.escalation.0.on_timeout"),
    good=Good(_with_timeout("reject")),
    cases=(
        Bad(_with_timeout("approve", "status: draft"), at="spaces.lending.every_decision.escalation.0.on_timeout"),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {escalation: [\n"
            "  {when: two people disagree, to: head-of-lending, within: 1 day, on_timeout: next},\n"
            "  {when: nobody has answered, from: head-of-lending, to: credit-committee, within: 1 day, on_timeout: approve}]}}}}",
            at="spaces.lending.decisions.raise-limit.escalation.1.on_timeout",
        ),
        Bad(
            _with_timeout("execute", "autonomy: {acquire: informs, decide: human-only}"),
            at="spaces.lending.every_decision.escalation.0.on_timeout",
        ),
        Good(_with_timeout("execute", "autonomy: human-only, machine: null")),
        Good(_with_timeout("execute", "impact: {level: none, effect: none}, law: {risk_class: minimal, area: none}")),
        Good(_with_timeout("execute", "status: retired")),
        Good(_with_timeout("next")),
    ),
)
def timeout_fails_open(decision: Decision) -> Iterator[Problem]:
    """Flag a step whose `on_timeout` is approve or execute, unless people alone decide or nobody is affected."""
    if decision.impact_level == "none" or _leaves_it_to_people(decision):
        return
    for step in decision.escalation:
        if step.on_timeout.plain in ("approve", "execute"):
            yield decision.gap(step.on_timeout, MESSAGE, on_timeout=step.on_timeout)


def _leaves_it_to_people(decision: Decision) -> bool:
    """Whether people alone act in every stage; where no level is stated, whether no system takes part."""
    return decision.is_human_only or (not decision.autonomy and decision.level == "human-only")
