"""GRD008: a guardrail holds for no decision."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Decisions, Good, Problem, Severity, Text, Workspace, rule
from orchestrator_lint.rules.guardrails.no_ethics_guardrail import no_ethics_guardrail
from orchestrator_lint.rules.guardrails.no_guardrail import no_guardrail
from orchestrator_lint.rules.references.unused import unused

MESSAGE = Text(
    en="The guardrail `{guardrail}` holds for no decision. List it in `guardrails` where it should hold, of a decision or in `every_decision` of a space, or delete it.",
    de="Die Leitplanke `{guardrail}` gilt für keine Entscheidung. Führen Sie sie dort in `guardrails` auf, wo sie gelten soll, an einer Entscheidung oder in `every_decision` eines Raums, oder löschen Sie sie.",
)
_CAP = "guardrails: {bonus-cap: {statement: No bonus above 500 EUR., kind: economic, test: Is it at most 500 EUR?, enforced: {how: technical, at: payroll}, on_breach: {action: stop, to: head-of-lending, within: 1 day}, owner: head-of-lending}}\n"


@rule(
    code="GRD008",
    name="guardrail-orphan",
    severity=Severity.NOTE,
    title=Text(en="A guardrail holds for no decision", de="Eine Leitplanke gilt für keine Entscheidung"),
    why=Text(
        en="A crash barrier that stands along no road protects nobody.",
        de="Eine Leitplanke, die an keiner Straße steht, schützt niemanden.",
    ),
    asks_from="draft",
    serves=("S8",),
    provisions=("iso-42001 A.2.2",),
    waits_for=("GRD001", "GRD002", "REF001"),
    bad=Bad(_CAP, at="guardrails.bonus-cap"),
    good=Good(
        f"{_CAP}spaces: {{lending: {{decisions: {{raise-limit: {{guardrails: [guardrails/bonus-cap]}}}}}}}}",
    ),
    cases=(
        Good(f"{_CAP}spaces: {{lending: {{every_decision: {{guardrails: [bonus-cap, no-unexplained-refusal]}}}}}}"),
        Good(f"{_CAP}spaces: {{lending: {{decisions: {{old: {{status: retired, guardrails: [bonus-cap]}}}}}}}}"),
        Good(
            f"{_CAP}spaces: {{lending: {{every_decision: {{guardrails: {{state: in-progress}}}}, decisions: {{raise-limit: {{status: suspended}}}}}}}}"
        ),
    ),
)
def guardrail_orphan(workspace: Workspace, decisions: Decisions) -> Iterator[Problem]:
    """Flag a guardrail that no decision and no space lists.

    Silent while a decision lacks a guardrail, or one is misspelt: then this one is probably meant there.
    """
    if any(_lacks_one(decision) for decision in decisions):
        return
    for guardrail in unused(workspace, "guardrails", ("guardrails",)):
        yield guardrail.problem(MESSAGE, guardrail=guardrail.id)


def _lacks_one(decision: Decision) -> bool:
    """Whether a guardrail is missing, or the list is still being built."""
    if any(listed.settled and not listed.reasoned for listed in decision.guardrail_lists):
        return True
    return any(True for rule in (no_guardrail, no_ethics_guardrail) for _ in rule.check(decision))
