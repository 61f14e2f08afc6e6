"""GRD009: every case waits for an approval."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Severity, Space, Text, level_rank, rule

MESSAGE = Text(
    en="In `{space}` every case waits for a person's yes, and nothing says what people there may decide without asking anyone. Write it in `mandate`, and let guardrails mark where it ends; where each case must be approved, say why in `none_because`.",
    de="In `{space}` wartet jeder Fall auf das Ja eines Menschen, und nirgends steht, was die Menschen dort entscheiden dürfen, ohne zu fragen. Schreiben Sie es in `mandate` und lassen Sie Leitplanken zeigen, wo es endet; muss jeder Fall genehmigt werden, in `none_because`, warum.",
)
_HIGHEST = "acts-on-approval"
_APPROVED = "raise-limit: {autonomy: acts-on-approval}"
_ALONE = "autonomy: acts-and-reports, oversight: {by: chief-risk-officer}, impact: {effect: economic, level: low}, law: {risk_class: minimal, area: none}"


def _space(mandate: str, decisions: str = _APPROVED) -> str:
    return f"spaces: {{lending: {{mandate: {mandate}, decisions: {{{decisions}}}}}}}"


@rule(
    code="GRD009",
    name="approval-instead-of-guardrail",
    severity=Severity.NOTE,
    title=Text(
        en="Approvals stand where guardrails could",
        de="Genehmigungen stehen, wo Leitplanken stehen könnten",
    ),
    why=Text(
        en="Trust instead of approval: responsibility is carried where the case is known, inside guardrails.",
        de="Vertrauen statt Genehmigung: Verantwortung wird dort getragen, wo man den Fall kennt – innerhalb von Leitplanken.",
    ),
    asks_from="planned",
    serves=("S4", "S1"),
    provisions=("nist-ai-rmf GOVERN 1.3",),
    waits_for=("AUT001",),
    accepts_reason=True,
    fix="mandate: TODO",
    bad=Bad(_space("null"), at="spaces.lending"),
    good=Good(_space("{none_because: The supervisor demands that two people sign every loan.}")),
    cases=(
        Bad(_space("{en: ''}", "raise-limit: {status: planned}"), at="spaces.lending.mandate"),
        Bad(
            _space("null", f"raise-limit: {{}}, lower-limit: {{x-like: lending/raise-limit, status: draft, {_ALONE}}}"),
            at="spaces.lending",
        ),
        Good(_space("{state: planned}")),
        Good(_space("null", f"{_APPROVED}, lower-limit: {{x-like: lending/raise-limit, {_ALONE}}}")),
        Good(_space("null", "raise-limit: {status: draft}")),
        Good(_space("null", "raise-limit: {autonomy: human-only, machine: null}")),
    ),
)
def approval_instead_of_guardrail(space: Space, decisions: Decisions) -> Iterator[Problem]:
    """Flag a space without a mandate in which no machine acts before a person has said yes.

    A space without machines waits for nobody's approval.
    """
    if space.mandate or space.mandate.settled or all(decision.is_human_only for decision in decisions):
        return
    if all(_waits(decision.decide) for decision in decisions):
        approved = [decision.autonomy.place for decision in decisions if decision.decide == _HIGHEST]
        yield space.mandate.problem(MESSAGE, space=space.id).beside(*approved)


def _waits(level: str | None) -> bool:
    """Whether a person decides; of a level that nobody states nothing is concluded."""
    return level is not None and level_rank(level) <= level_rank(_HIGHEST)
