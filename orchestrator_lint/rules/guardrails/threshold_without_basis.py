"""GRD006: a limit does not say where it comes from."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Guardrail, Problem, Severity, Text, rule

MESSAGE = Text(
    en="Why the limit of the guardrail `{guardrail}` lies where it does is left open. Write in `limit.basis` who set it, when, and on what grounds: a decision, a study, a law.",
    de="Warum die Grenze der Leitplanke `{guardrail}` gerade dort liegt, bleibt offen. Schreiben Sie in `limit.basis`, wer sie wann und worauf gestützt festgelegt hat: ein Beschluss, eine Untersuchung, ein Gesetz.",
)
_AT = "guardrails.no-unexplained-refusal.limit"


def _with(more: str, status: str = "live") -> str:
    guardrail = f"guardrails: {{no-unexplained-refusal: {{{more}}}}}"
    return f"{guardrail}\nspaces: {{lending: {{decisions: {{raise-limit: {{status: {status}}}}}}}}}"


@rule(
    code="GRD006",
    name="threshold-without-basis",
    severity=Severity.NOTE,
    title=Text(en="A limit does not say where it comes from", de="Eine Grenze sagt nicht, worauf sie beruht"),
    why=Text(
        en="A number without an author cannot be discussed, and so it never changes.",
        de="Über eine Zahl, die niemand verantwortet, lässt sich nicht reden; deshalb bleibt sie, wie sie ist.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S3",),
    provisions=("eu-ai-act 9(8)", "iso-42001 A.6.2.4", "nist-ai-rmf MEASURE 1.1"),
    fix="limit: {basis: TODO}",
    bad=Bad(_with("limit: {basis: null}"), at=_AT),
    good=Good(_with("limit: null, test: Does every refusal letter name two reasons?")),
    cases=(
        Bad(_with("limit: {basis: '', at_most: null, at_least: 95}", "planned"), at=f"{_AT}.basis"),
        Bad(_with("limit: {basis: null, at_most: null, equals: 0}", "suspended"), at=_AT),
        Good(_with("limit: {basis: null, at_most: null}, test: Does every refusal letter name two reasons?")),
        Good(_with("limit: {basis: null}", "draft")),
    ),
)
def threshold_without_basis(guardrail: Guardrail, used_by: Decisions) -> Iterator[Problem]:
    """Flag a guardrail that holds for a decision and whose limit has a metric and a number, but no basis."""
    limit = guardrail.limit
    complete = limit.metric and (limit.at_most or limit.at_least or limit.equals)
    if used_by and complete and not limit.basis:
        yield limit.basis.problem(MESSAGE, guardrail=guardrail.id, decisions=used_by.addresses).beside(limit.place)
