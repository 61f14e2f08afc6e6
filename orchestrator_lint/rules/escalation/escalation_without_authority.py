"""ESC008: an escalation ends at someone who may not decide the case."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, Text, level_rank, rule
from orchestrator_lint.network import escalation_of

NOTHING = Text(
    en="The escalation of {decisions} ends at `{role}`, but this role may overrule nothing: the case has climbed, and nobody decides it. Write in its `may_overrule` at least the level in `autonomy` there, or let the last rung in `to` be a role that has it.",
    de="Die Eskalation von {decisions} endet bei `{role}`, aber diese Rolle darf nichts übersteuern: Der Fall ist oben angekommen, und niemand entscheidet ihn. Tragen Sie bei ihr in `may_overrule` mindestens die dort in `autonomy` genannte Stufe ein, oder lassen Sie `to` bei einer Rolle enden, die sie hat.",
)
TOO_LITTLE = Text(
    en="The escalation of {decisions} ends at `{role}`, which may overrule only up to `{authority}`, and the AI goes further there. Raise `may_overrule`, lower `autonomy`, or let the last rung in `to` be a role that may overrule more.",
    de="Die Eskalation von {decisions} endet bei `{role}`; diese Rolle darf nur bis `{authority}` übersteuern, und die KI geht dort weiter. Erhöhen Sie `may_overrule`, senken Sie `autonomy`, oder lassen Sie `to` bei einer Rolle enden, die mehr übersteuern darf.",
)


def _to(receivers: str, decision: str = "") -> str:
    step = f"{{when: two people disagree, to: {receivers}, within: 1 day, on_timeout: hold}}"
    return (
        f"spaces: {{lending: {{every_decision: {{escalation: [{step}]}}, decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


_WEAK = "roles: {credit-committee: {may_overrule: prepares}}\n"


@rule(
    code="ESC008",
    name="escalation-without-authority",
    severity=Severity.ERROR,
    title=Text(
        en="An escalation ends where nobody may decide", de="Eine Eskalation endet, wo niemand entscheiden darf"
    ),
    why=Text(
        en="A ladder whose top rung cannot overrule the machine only delays what the machine has said.",
        de="Eine Leiter, deren oberste Sprosse die Maschine nicht übersteuern darf, zögert nur hinaus, was die Maschine gesagt hat.",
    ),
    asks_from="planned",
    serves=("S4", "S10"),
    provisions=("eu-ai-act 14(4)(d)", "eu-ai-act 26(2)", "iso-42001 A.3.2", "nist-ai-rmf GOVERN 2.1"),
    waits_for=("AUT002", "ESC004", "ESC007"),
    bad=Bad(_WEAK, at="roles.credit-committee.may_overrule"),
    good=Good("roles: {credit-committee: {may_overrule: recommends}}"),
    cases=(
        Bad(_to("[head-of-lending, works-council]"), at="roles.works-council.may_overrule"),
        Bad(f"{_WEAK}{_to('credit-committee', 'status: planned')}", at="roles.credit-committee.may_overrule"),
        Good(_WEAK + _to("[credit-committee, head-of-lending]")),
        Good(_WEAK + _to("[head-of-lending, credit-committee]", "autonomy: prepares")),
        Good(_to("works-council", "autonomy: informs")),
        Good(_to("works-council", "status: draft")),
        Good(_to("works-council", "status: retired")),
    ),
)
def escalation_without_authority(decision: Decision) -> Iterator[Problem]:
    """Flag the role at which an escalation ends, if it may overrule less than the decision's level, or nothing.

    Asked from `prepares` upwards. Where nobody on the whole way has the authority, ESC007 says so.
    """
    if not decision.acts_from("prepares"):
        return
    for receiver in escalation_of(decision).last:
        role = receiver.target
        if isinstance(role, Role) and not _may_decide(role, decision):
            authority, values = role.may_overrule, {"role": role.id, "decisions": (decision.address,)}
            if authority:
                problem = authority.problem(TOO_LITTLE, authority=authority, **values)
            else:
                problem = authority.problem(NOTHING, **values)
            yield problem.beside(receiver.place, decision.autonomy.place)


def _may_decide(role: Role, decision: Decision) -> bool:
    return bool(role.may_overrule) and level_rank(str(role.may_overrule.plain)) >= decision.rank
