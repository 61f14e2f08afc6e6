"""ESC004: an escalation leads back to where it came from."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.network import escalation_of

MESSAGE = Text(
    en="The escalation of {decisions} leads back to where it came from: {path}. Let its last step end at a role that has not had the case yet and can decide it.",
    de="Die Eskalation von {decisions} läuft im Kreis: {path}. Lassen Sie den letzten Schritt bei einer Rolle enden, die den Fall noch nicht hatte und ihn entscheiden kann.",
)
_TWO_STEPS = (
    "spaces: {{lending: {{every_decision: {{escalation: [\n"
    "  {{when: the case worker doubts the score, to: head-of-lending, within: 1 day, on_timeout: {first}}},\n"
    "  {{when: the head of lending is unsure, from: head-of-lending, to: {second}, within: 1 day, on_timeout: hold}}]}}}}}}"
)
_ONE_STEP = "spaces: {{lending: {{every_decision: {{escalation: [{{when: two people disagree, to: {to}, within: 1 day, on_timeout: hold}}]}}}}}}"


@rule(
    code="ESC004",
    name="escalation-cycle",
    severity=Severity.ERROR,
    title=Text(en="An escalation leads back to where it came from", de="Eine Eskalation läuft im Kreis"),
    why=Text(
        en="A circle looks like a path and ends nowhere.",
        de="Ein Kreis sieht aus wie ein Weg und kommt doch nirgends an.",
    ),
    asks_from="draft",
    serves=("S8",),
    provisions=("iso-42001 5.3", "nist-ai-rmf GOVERN 2.1"),
    bad=Bad(_TWO_STEPS.format(first="hold", second="case-worker"), at="spaces.lending.every_decision.escalation.1.to"),
    good=Good(_TWO_STEPS.format(first="hold", second="credit-committee")),
    cases=(
        Bad(
            _ONE_STEP.format(to="[case-worker, credit-committee]"),
            at="spaces.lending.every_decision.escalation.0.to.0",
        ),
        Bad(
            _ONE_STEP.format(to="[head-of-lending, credit-committee, head-of-lending, chief-risk-officer]"),
            at="spaces.lending.every_decision.escalation.0.to.2",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, escalation: [\n"
            "  {when: two people disagree, to: [head-of-lending, credit-committee], within: 1 day, on_timeout: next},\n"
            "  {when: the committee is silent, from: head-of-lending, to: head-of-lending, within: 1 day, on_timeout: hold}]}}}}",
            at="spaces.lending.decisions.raise-limit.escalation.1.to",
        ),
        Good(_TWO_STEPS.format(first="next", second="credit-committee")),
        Good(_ONE_STEP.format(to="[head-of-lending, credit-committee, chief-risk-officer]")),
    ),
)
def escalation_cycle(decision: Decision) -> Iterator[Problem]:
    """Flag an escalation whose graph has a cycle, a step from a role to itself included; the shortest one is shown."""
    cycle = escalation_of(decision).cycle
    if cycle:
        path = " → ".join(f"`{node}`" for node in (*(rung.start for rung in cycle), cycle[-1].end))
        others = [place for rung in cycle for place in (rung.sender.place, rung.at.place)]
        yield decision.gap(cycle[-1].at, MESSAGE, path=path).beside(*others)
