"""OWN004: several roles answer, and so nobody does."""

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
    Text,
    Value,
    rule,
)

MESSAGE = Text(
    en="`{subject}` names more than one `owner`: {roles}. Exactly one role is accountable (the A in RACI). Keep that one; who carries out or gives advice belongs in `involves.responsible` or `involves.consulted`.",
    de="`{subject}` nennt mehr als eine Rolle als `owner`: {roles}. Rechenschaftspflichtig (A) ist genau eine. Lassen Sie nur diese stehen; wer ausführt oder berät, gehört nach `involves.responsible` oder `involves.consulted`.",
)


@rule(
    code="OWN004",
    name="more-than-one-accountable",
    severity=Severity.ERROR,
    title=Text(en="More than one role is accountable", de="Mehr als eine Rolle ist rechenschaftspflichtig"),
    why=Text(
        en="Shared responsibility must still be steered deliberately: with two accountable roles each can wait for the other.",
        de="Geteilte Verantwortung will bewusst gesteuert sein: Wo zwei einstehen sollen, wartet leicht eine Rolle auf die andere.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S10",),
    provisions=(
        "eu-ai-act 26(2)",
        "gdpr 26",
        "iso-42001 A.3.2",
        "iso-42001 A.10.2",
        "nist-ai-rmf GOVERN 2.1",
    ),
    waivable=False,
    bad=Bad("spaces: {lending: {owner: [head-of-lending, chief-risk-officer]}}", at="spaces.lending.owner"),
    good=Good("spaces: {lending: {owner: [head-of-lending]}}"),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, owner: [head-of-lending, ai-officer]}}}}",
            at="spaces.lending.decisions.raise-limit.owner",
        ),
        Bad(
            "spaces: {lending: {owner: [head-of-lending, ai-officer], decisions: {raise-limit: {owner: head-of-lending}}}}",
            at="spaces.lending.owner",
        ),
        Bad(
            "spaces: {idle: {title: Idle, purpose: Nobody waits in vain, principles: [dignity-first], owner: [ai-officer, head-of-lending]}}",
            at="spaces.idle.owner",
        ),
        Bad(
            "guardrails: {no-unexplained-refusal: {owner: [head-of-lending, ai-officer]}}",
            at="guardrails.no-unexplained-refusal.owner",
        ),
        Bad("spaces: {lending: {owner: [head-of-lending, repayment-score]}}", at="spaces.lending.owner"),
        Good("spaces: {lending: {owner: [head-of-lending, head-of-lending]}}"),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {status: retired, owner: [head-of-lending, ai-officer]}}}}",
        ),
        Good(
            "spaces: {lending: {owner: [head-of-lending, ai-officer], decisions: {raise-limit: {status: retired}}}}",
        ),
    ),
)
def more_than_one_accountable(subject: Decision | Space | Guardrail, used_by: Decisions) -> Iterator[Problem]:
    """Flag every `owner` that lists different ids, where it is written: at a decision, a space or a guardrail in use."""
    if isinstance(subject, Decision):
        yield from _flagged(subject.own("owner"), subject.address, Decisions())
    elif used_by or isinstance(subject, EmptySpace):
        concerned = used_by if isinstance(subject, Guardrail) else used_by.silent_on("owner")
        yield from _flagged(subject.owner, subject.id, concerned)


def _flagged(owner: Value, subject: str, concerned: Decisions) -> Iterator[Problem]:
    named = [entry for entry in owner if entry]
    roles = tuple(dict.fromkeys(str(entry.plain) for entry in named))
    if len(roles) > 1:
        problem = owner.problem(MESSAGE, subject=subject, roles=roles, decisions=concerned.addresses)
        yield problem.beside(*(entry.place for entry in named[1:]), *(decision.place for decision in concerned))
