"""GRD002: nothing ethical protects the people whom AI reaches."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="`{decision}` affects {groups}, but no ethical guardrail is listed that protects them. List under `guardrails` one of `kind: ethical` that says what must never happen to them, with a limit or a test and with what follows a breach.",
    de="`{decision}` betrifft {groups}, aber keine ethische Leitplanke schützt sie. Führen Sie unter `guardrails` eine mit `kind: ethical` auf, die sagt, was ihnen nie geschehen darf, mit einer Grenze oder Prüffrage und mit dem, was auf eine Verletzung folgt.",
)
_HERE = "spaces.lending.decisions.raise-limit.guardrails"
_OLD = "old: {status: retired, guardrails: [no-unexplained-refusal]}"
_BONUS = "guardrails: {bonus-cap: {statement: No bonus above 500 EUR., kind: economic, test: Is it at most 500 EUR?, enforced: {how: technical, at: payroll}, on_breach: {action: stop, to: head-of-lending, within: 1 day}, owner: head-of-lending}}\n"


def _guarded(shared: str, decision: str = "status: live") -> str:
    return f"spaces: {{lending: {{every_decision: {{guardrails: {shared}}}, decisions: {{raise-limit: {{{decision}}}, {_OLD}}}}}}}"


@rule(
    code="GRD002",
    name="no-ethics-guardrail",
    severity=Severity.ERROR,
    title=Text(en="No ethical guardrail protects people", de="Keine ethische Leitplanke schützt die Menschen"),
    why=Text(
        en="Technology must stay within responsibility: for every decision that AI takes part in and that reaches people, somebody has to say what must not be done to them, however useful it would be.",
        de="Technik muss verantwortbar bleiben: Wo KI an einer Entscheidung mitwirkt, die Menschen erreicht, muss jemand sagen, was man ihnen nicht antun darf – so nützlich es auch wäre.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S6",),
    provisions=(
        "eu-ai-act 27(1)(d)",
        "eu-ai-act 27(1)(f)",
        "eu-ai-act 9(2)(a)",
        "gdpr 5(1)(a)",
        "gdpr 35(7)(c)",
        "iso-42001 A.5.4",
        "iso-42001 A.9.3",
        "nist-ai-rmf MAP 5.1",
        "nist-ai-rmf MEASURE 2.11",
        "oecd-ai 1.2",
    ),
    waits_for=("REF001",),
    fix="guardrails: [TODO]",
    bad=Bad("guardrails: {no-unexplained-refusal: {kind: safety}}", at=_HERE),
    good=Good(f"{_BONUS}{_guarded('[bonus-cap, no-unexplained-refusal]')}"),
    cases=(
        Bad("guardrails: {no-unexplained-refusal: {kind: null}}", at=_HERE),
        Bad(_guarded("null"), at=_HERE),
        Bad(_guarded("null", "autonomy: informs"), at=_HERE),
        Bad(_guarded("null", "status: planned, guardrails: {none_because: The score treats all alike.}"), at=_HERE),
        Bad(f"{_BONUS}{_guarded('null', 'guardrails: [bonus-cap]')}", at=_HERE),
        Bad(_guarded("null", "impact: {affects: []}"), at=_HERE),
        Bad(
            _guarded(
                "null",
                "impact: {affects: [customers], effect: economic, level: low}, law: {risk_class: minimal, area: none}",
            ),
            at=_HERE,
        ),
        Bad(_guarded("null", "autonomy: {acquire: informs, decide: human-only}"), at=_HERE),
        Good(_guarded("null", "guardrails: [no-unexplained-refusal]")),
        Good(f"{_BONUS}{_guarded('[no-unexplained-refusal]', 'guardrails: [bonus-cap]')}"),
        Good(_guarded("null", "autonomy: human-only, machine: null")),
        Good(
            _guarded(
                "null",
                "autonomy: informs, impact: {affects: [], effect: economic, level: moderate}, law: {risk_class: minimal, area: none}",
            )
        ),
        Good(
            _guarded(
                "null",
                "autonomy: informs, impact: {affects: {none_because: Only our own stock is moved.}, effect: none, level: low}, law: {risk_class: minimal, area: none}",
            )
        ),
        Good(
            _guarded(
                "null", "autonomy: informs, impact: {effect: none, level: none}, law: {risk_class: minimal, area: none}"
            )
        ),
        Good(_guarded("null", "status: suspended, guardrails: {state: planned}")),
        Good(_guarded("null", "status: draft")),
    ),
)
def no_ethics_guardrail(decision: Decision) -> Iterator[Problem]:
    """Flag a decision in which AI takes part and for which no guardrail of `kind: ethical` holds.

    It is asked unless the policy says that nobody is affected; an impact that is missing counts as affecting people.
    """
    if decision.is_human_only or decision.spares_people:
        return
    kinds = [guardrail.kind for guardrail in decision.guardrails_held]
    if not any(kind.plain == "ethical" for kind in kinds) and not _is_under_way(decision):
        own, _ = decision.guardrail_lists
        problem = own.problem(MESSAGE, decision=decision.address, groups=decision.groups)
        yield problem.beside(decision.impact.affects.place, *(kind.place for kind in kinds))


def _is_under_way(decision: Decision) -> bool:
    """Whether a list of guardrails is still being built; until then nothing is asked of it."""
    return any(listed.settled and not listed.reasoned for listed in decision.guardrail_lists)
