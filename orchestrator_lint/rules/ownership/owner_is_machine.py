"""OWN002: a machine is named as the one who answers."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    EmptySpace,
    Good,
    Guardrail,
    Problem,
    Severity,
    Space,
    System,
    Text,
    Value,
    rule,
)

MESSAGE = Text(
    en="`{owner}` is a system, and a system cannot answer for `{subject}`. Name in `owner` the role of a person who does; that the system takes part is said in `machine.systems`.",
    de="`{owner}` ist ein System, und ein System kann für `{subject}` nicht einstehen. Nennen Sie in `owner` die Rolle eines Menschen, der es tut; dass das System mitwirkt, sagt `machine.systems`.",
)


@rule(
    code="OWN002",
    name="owner-is-machine",
    severity=Severity.ERROR,
    title=Text(en="A machine is named as owner", de="Eine Maschine ist als verantwortlich benannt"),
    why=Text(
        en="Accountability cannot be delegated to a machine: it can neither give reasons nor be held to them.",
        de="Rechenschaft lässt sich nicht an eine Maschine abgeben: Sie kann weder Gründe nennen noch für sie einstehen.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S10", "S5"),
    provisions=(
        "eu-ai-act 26(2)",
        "eu-ai-act 3(4)",
        "gdpr 24",
        "iso-42001 A.3.2",
        "nist-ai-rmf GOVERN 2.1",
        "oecd-ai 1.5",
    ),
    waivable=False,
    bad=Bad("spaces: {lending: {owner: systems/repayment-score}}", at="spaces.lending.owner"),
    good=Good("spaces: {lending: {owner: head-of-lending}}"),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, owner: repayment-score}}}}",
            at="spaces.lending.decisions.raise-limit.owner",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {owner: [systems/repayment-score]}}}}",
            at="spaces.lending.decisions.raise-limit.owner.0",
        ),
        Bad(
            "spaces: {lending: {owner: repayment-score, decisions: {raise-limit: {owner: head-of-lending}}}}",
            at="spaces.lending.owner",
        ),
        Bad(
            "spaces: {idle: {title: Idle, purpose: 'Nobody waits in vain', principles: [dignity-first], owner: repayment-score}}",
            at="spaces.idle.owner",
        ),
        Bad(
            "guardrails: {no-unexplained-refusal: {owner: systems/repayment-score}}",
            at="guardrails.no-unexplained-refusal.owner",
        ),
        Good(
            "roles: {repayment-score: {title: Chair of the scoring board, kind: person, held_by: score@bank.example, deputy: head-of-lending}}\n"
            "spaces: {lending: {owner: repayment-score}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, owner: systems/repayment-score}}}}"),
        Good("spaces: {lending: {owner: systems/repayment-score, decisions: {raise-limit: {status: retired}}}}"),
    ),
)
def owner_is_machine(subject: Decision | Space | Guardrail, used_by: Decisions) -> Iterator[Problem]:
    """Flag every `owner` that is the id of a system, where it is written: at a decision, a space or a guardrail in use."""
    if isinstance(subject, Decision):
        yield from _flagged(subject.own("owner"), subject.address, Decisions())
    elif used_by or isinstance(subject, EmptySpace):
        concerned = used_by if isinstance(subject, Guardrail) else used_by.silent_on("owner")
        yield from _flagged(subject.owner, subject.id, concerned)


def _flagged(written: Value, subject: str, concerned: Decisions) -> Iterator[Problem]:
    owner = written.sole
    system = owner.target
    if isinstance(system, System):
        problem = owner.problem(MESSAGE, owner=owner, subject=subject, decisions=concerned.addresses)
        yield problem.beside(system.place, *(decision.place for decision in concerned))
