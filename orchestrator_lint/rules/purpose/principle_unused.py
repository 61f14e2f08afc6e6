"""PUR007: a principle guides nothing."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, EmptySpace, Good, Problem, Severity, Text, Workspace, rule
from orchestrator_lint.rules.purpose.space_without_principles import space_without_principles
from orchestrator_lint.rules.references.unused import unused

MESSAGE = Text(
    en="No space, decision or guardrail refers to the principle `{principle}`. Name it where it should guide, or delete it.",
    de="Kein Entscheidungsraum, keine Entscheidung und keine Leitplanke verweist auf das Prinzip `{principle}`. Nennen Sie es dort, wo es leiten soll, oder löschen Sie es.",
)
_THRIFT = "principles: {thrift: {statement: We spend what we have, rank: 2}}\n"


@rule(
    code="PUR007",
    name="principle-unused",
    severity=Severity.NOTE,
    title=Text(en="A principle guides nothing", de="Ein Prinzip leitet nichts"),
    why=Text(
        en="A principle that applies nowhere is decoration.",
        de="Ein Prinzip, das nirgends gilt, ist Zierde.",
    ),
    asks_from="draft",
    serves=("S2", "S8"),
    provisions=("iso-42001 A.2.2", "nist-ai-rmf GOVERN 1.2"),
    waits_for=("PUR005", "REF001"),
    bad=Bad(_THRIFT, at="principles.thrift"),
    good=Good(f"{_THRIFT}guardrails: {{no-unexplained-refusal: {{principle: thrift}}}}"),
    cases=(
        Bad(
            f"{_THRIFT}spaces: {{lending: {{tensions: [{{between: [dignity-first, thrift], first: thrift}}]}}}}",
            at="principles.thrift",
        ),
        Good(f"{_THRIFT}spaces: {{lending: {{principles: [dignity-first, thrift]}}}}"),
        Good(f"{_THRIFT}spaces: {{lending: {{decisions: {{raise-limit: {{principles: [thrift]}}}}}}}}"),
    ),
)
def principle_unused(workspace: Workspace, decisions: Decisions) -> Iterator[Problem]:
    """Flag a principle to which no space, decision or guardrail refers; a tension only settles what holds elsewhere.

    Silent while a space lacks principles, or one is misspelt: then this one is probably meant there.
    """
    empty = (space for space in workspace.spaces if isinstance(space, EmptySpace))
    if any(True for subject in (*decisions, *empty) for _ in space_without_principles.check(subject)):
        return
    for principle in unused(workspace, "principles", ("principles", "principle")):
        yield principle.problem(MESSAGE, principle=principle.id)
