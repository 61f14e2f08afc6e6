"""ESC005: the last word on a disputed case is a machine's."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, System, Text, rule
from orchestrator_lint.network import escalation_of

MESSAGE = Text(
    en="The escalation of {decisions} ends at the system `{system}`. Let it end at a role that a person holds: write that role behind it in `to`, or in its place.",
    de="Die Eskalation von {decisions} endet beim System `{system}`. Lassen Sie sie bei einer Rolle enden, die ein Mensch innehat: Tragen Sie diese in `to` dahinter oder an seiner Stelle ein.",
)


def _to(receivers: str, decision: str = "") -> str:
    step = f"{{when: two people disagree, to: {receivers}, within: 1 day, on_timeout: hold}}"
    return (
        f"spaces: {{lending: {{every_decision: {{escalation: [{step}]}}, decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


@rule(
    code="ESC005",
    name="escalation-ends-in-machine",
    severity=Severity.ERROR,
    title=Text(en="An escalation ends at a machine", de="Eine Eskalation endet bei einer Maschine"),
    why=Text(
        en="The last word on a disputed case belongs to a person.",
        de="Über einen strittigen Fall hat zuletzt ein Mensch zu entscheiden.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S10",),
    provisions=("eu-ai-act 14(1)", "iso-42001 A.3.2", "nist-ai-rmf GOVERN 2.1"),
    bad=Bad(_to("[head-of-lending, systems/repayment-score]"), at="spaces.lending.every_decision.escalation.0.to.1"),
    good=Good(_to("[systems/repayment-score, head-of-lending]")),
    cases=(
        Bad(_to("repayment-score"), at="spaces.lending.every_decision.escalation.0.to"),
        Bad(
            _to("[repayment-score]", "status: draft, oversight: null, involves: null"),
            at="spaces.lending.every_decision.escalation.0.to.0",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {escalation: [\n"
            "  {when: two people disagree, to: credit-committee, within: 1 day, on_timeout: hold},\n"
            "  {when: an application is incomplete, to: systems/repayment-score, within: 1 day, on_timeout: hold}]}}}}",
            at="spaces.lending.decisions.raise-limit.escalation.1.to",
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {escalation: [\n"
            "  {when: an application is incomplete, to: repayment-score, within: 1 day, on_timeout: next},\n"
            "  {when: two people disagree, to: credit-committee, within: 1 day, on_timeout: hold}]}}}}"
        ),
        Good(_to("[repayment-score]", "status: retired")),
    ),
)
def escalation_ends_in_machine(decision: Decision) -> Iterator[Problem]:
    """Flag every place at which an escalation hands a case to a system that passes it to nobody."""
    for receiver in escalation_of(decision).last:
        system = receiver.target
        if isinstance(system, System):
            yield decision.gap(receiver, MESSAGE, system=system.id).beside(system.place)
