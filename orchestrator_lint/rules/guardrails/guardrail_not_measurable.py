"""GRD003: nobody can tell whether a guardrail is kept."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Guardrail, Problem, Severity, Text, Value, rule

MESSAGE = Text(
    en="Nobody can tell whether the guardrail `{guardrail}` is kept: it has neither a `test` nor a `limit` with a metric and a number. Write `limit` with a `metric` and `at_most`, `at_least` or `equals`; where no number fits, write in `test` a question that is answered with yes or no.",
    de="Ob die Leitplanke `{guardrail}` eingehalten wird, kann niemand feststellen: Sie hat weder eine Prüffrage (`test`) noch eine Grenze (`limit`) mit Messgröße und Zahl. Schreiben Sie `limit` mit `metric` und `at_most`, `at_least` oder `equals`; wo keine Zahl passt, in `test` eine Frage, die sich mit Ja oder Nein beantworten lässt.",
)
_HERE = "guardrails.no-unexplained-refusal.limit"


def _with(more: str) -> str:
    return f"guardrails: {{no-unexplained-refusal: {{{more}}}}}"


@rule(
    code="GRD003",
    name="guardrail-not-measurable",
    severity=Severity.ERROR,
    title=Text(
        en="Nobody can tell whether a guardrail is kept",
        de="Ob eine Leitplanke eingehalten wird, lässt sich nicht feststellen",
    ),
    why=Text(
        en="A guardrail that cannot be checked guards nothing.",
        de="Eine Leitplanke, die sich nicht prüfen lässt, hält nichts.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S6",),
    provisions=(
        "eu-ai-act 9(6)",
        "eu-ai-act 9(7)",
        "eu-ai-act 9(8)",
        "eu-ai-act 15(3)",
        "gdpr 25",
        "iso-42001 9.1",
        "iso-42001 A.6.2.4",
        "nist-ai-rmf MEASURE 1.1",
        "nist-ai-rmf MEASURE 2.3",
    ),
    fix="test: TODO",
    bad=Bad(_with("limit: null"), at=_HERE),
    good=Good(_with("limit: null, test: Does every refusal letter name two reasons?")),
    cases=(
        Bad(_with("limit: {metric: null}"), at=_HERE),
        Bad(_with("limit: {at_most: null}"), at=_HERE),
        Bad(
            _with("limit: null, test: {en: ' '}")
            + "\nspaces: {lending: {decisions: {raise-limit: {status: planned}}}}",
            at="guardrails.no-unexplained-refusal",
        ),
        Good(_with("limit: {at_most: null, equals: 0}")),
        Good(_with("limit: {at_most: null, at_least: 0}")),
        Good(_with("limit: {metric: null}, test: {de: Nennt jedes Schreiben zwei Gründe?}")),
        Good(
            "guardrails: {later: {statement: Nobody waits in vain., kind: ethical, owner: head-of-lending}}\n"
            "spaces: {lending: {decisions: {old: {status: retired, guardrails: [later]}}}}"
        ),
        Good(_with("limit: null") + "\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"),
    ),
)
def guardrail_not_measurable(guardrail: Guardrail, used_by: Decisions) -> Iterator[Problem]:
    """Flag a guardrail that holds for a decision and has neither a test nor a limit with a metric and a number."""
    if used_by and not guardrail.test and not _is_measured(guardrail.limit):
        problem = guardrail.limit.problem(MESSAGE, guardrail=guardrail.id, decisions=used_by.addresses)
        yield problem.beside(guardrail.place_of("statement")).filled_by("test: TODO", guardrail.place)


def _is_measured(limit: Value) -> bool:
    return bool(limit.metric and (limit.at_most or limit.at_least or limit.equals))
