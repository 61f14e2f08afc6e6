"""OWN006: nobody answers for a guardrail that holds."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Guardrail, Problem, Severity, Text, rule
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="Nobody is named who answers for the guardrail `{guardrail}`, although it holds for {decisions}. Name in its `owner` the role that keeps it up to date and acts when it is breached.",
    de="Für die Leitplanke `{guardrail}` ist niemand als verantwortlich benannt, obwohl sie für {decisions} gilt. Nennen Sie dort in `owner` die Rolle, die sie pflegt und handelt, wenn sie verletzt wird.",
)
_NO_OWNER = "guardrails: {no-unexplained-refusal: {owner: null}}"


def _status(status: str) -> str:
    return f"{_NO_OWNER}\nspaces: {{lending: {{decisions: {{raise-limit: {{status: {status}}}}}}}}}"


@rule(
    code="OWN006",
    name="guardrail-not-owned",
    severity=Severity.ERROR,
    title=Text(en="Nobody answers for a guardrail", de="Niemand verantwortet eine Leitplanke"),
    why=Text(
        en="Technology stays within responsibility only where a person stands behind the line that is drawn for it.",
        de="Eine Grenze hält die Technik nur dann in der Verantwortung, wenn ein Mensch hinter ihr steht.",
    ),
    asks_from="planned",
    serves=("S6",),
    provisions=(
        "eu-ai-act 27(1)(f)",
        "eu-ai-act 9(2)",
        "gdpr 35",
        "iso-42001 A.5.4",
        "iso-42001 A.5.5",
        "nist-ai-rmf GOVERN 3.2",
        "nist-ai-rmf MAP 5.1",
    ),
    fix="owner: TODO",
    bad=Bad(_NO_OWNER, at="guardrails.no-unexplained-refusal"),
    good=Good("guardrails: {no-unexplained-refusal: {owner: ombudsperson}}"),
    cases=(
        Bad("guardrails: {no-unexplained-refusal: {owner: ''}}", at="guardrails.no-unexplained-refusal.owner"),
        Bad(
            "guardrails: {no-unexplained-refusal: {owner: {none_because: The whole team watches over it.}}}",
            at="guardrails.no-unexplained-refusal.owner",
        ),
        Bad(
            "guardrails: {answer-in-time: {x-like: guardrails/no-unexplained-refusal, owner: null, kind: economic, limit: {metric: days to an answer, at_most: 14, unit: days}}}\n"
            "spaces: {lending: {decisions: {raise-limit: {guardrails: [answer-in-time]}}}}",
            at="guardrails.answer-in-time",
        ),
        Bad(_status("planned"), at="guardrails.no-unexplained-refusal"),
        Good(_status("draft")),
        Good(_status("retired")),
    ),
)
def guardrail_not_owned(guardrail: Guardrail, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag a guardrail without an owner that holds for a decision, by its own list or that of its space."""
    if used_by and not guardrail.owner:
        problem = guardrail.owner.problem(MESSAGE, guardrail=guardrail.id, decisions=used_by.addresses)
        yield problem.beside(*network.naming(guardrail, used_by))
