"""OWN003: a team, a committee or a mailbox answers, and no person answers for it."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    EmptySpace,
    Good,
    Guardrail,
    Problem,
    Role,
    Severity,
    Text,
    rule,
)

NOBODY = Text(
    en="`{role}` is of kind `{kind}` and answers for {decisions}, but no single person answers for `{role}`. Name a role of kind `person` in its `accountable`, or make that person's role the `owner`.",
    de="`{role}` ist vom Typ `{kind}` und trägt die Verantwortung für {decisions}, aber kein einzelner Mensch steht für `{role}` ein. Nennen Sie dort in `accountable` eine Rolle vom Typ `person`, oder machen Sie die Rolle dieses Menschen zum `owner`.",
)
NO_PERSON = Text(
    en="`{role}` is of kind `{kind}` and answers for {decisions}; its `accountable` names `{accountable}`, which is not a single person either. Name a role of kind `person` there.",
    de="`{role}` ist vom Typ `{kind}` und trägt die Verantwortung für {decisions}; auch `{accountable}` unter `accountable` ist kein einzelner Mensch. Nennen Sie dort eine Rolle vom Typ `person`.",
)
_BOARD = "roles: {lending-board: {title: Lending board, kind: committee}}\n"


@rule(
    code="OWN003",
    name="owner-is-mailbox-or-team",
    severity=Severity.WARNING,
    title=Text(
        en="A team or a mailbox answers, and no person for it",
        de="Ein Team oder ein Postfach ist verantwortlich, aber kein Mensch dafür",
    ),
    why=Text(
        en="What belongs to a mailbox or to everybody is usually answered for by nobody.",
        de="Was einem Postfach oder allen gehört, dafür steht am Ende meist niemand ein.",
    ),
    asks_from="draft",
    serves=("S10",),
    provisions=("eu-ai-act 26(2)", "gdpr 24", "iso-42001 A.3.2", "nist-ai-rmf GOVERN 2.1"),
    bad=Bad(f"{_BOARD}spaces: {{lending: {{owner: lending-board}}}}", at="roles.lending-board"),
    good=Good(
        "roles: {lending-board: {title: Lending board, kind: committee, accountable: head-of-lending}}\n"
        "spaces: {lending: {owner: lending-board}}"
    ),
    cases=(
        Bad(
            "roles: {lending-board: {title: Lending board, kind: team, accountable: credit-committee}}\n"
            "spaces: {lending: {decisions: {raise-limit: {status: draft, owner: lending-board}}}}",
            at="roles.lending-board.accountable",
        ),
        Bad(
            "roles: {lending-board: {title: Lending board, kind: mailbox, accountable: systems/repayment-score}}\n"
            "spaces: {lending: {owner: [lending-board]}}",
            at="roles.lending-board.accountable",
        ),
        Bad(f"{_BOARD}guardrails: {{no-unexplained-refusal: {{owner: lending-board}}}}", at="roles.lending-board"),
        Bad(
            f"{_BOARD}spaces: {{idle: {{title: Idle, purpose: Nobody waits in vain, principles: [dignity-first], owner: lending-board}}}}",
            at="roles.lending-board",
        ),
        Good(f"{_BOARD}spaces: {{lending: {{decisions: {{raise-limit: {{status: retired, owner: lending-board}}}}}}}}"),
        Good(
            f"{_BOARD}spaces: {{lending: {{owner: lending-board, decisions: {{raise-limit: {{owner: ai-officer}}}}}}}}"
        ),
    ),
)
def owner_is_mailbox_or_team(subject: Decision | EmptySpace | Guardrail, used_by: Decisions) -> Iterator[Problem]:
    """Flag a team, committee or mailbox that answers for something, and has no person who answers for it."""
    if isinstance(subject, Guardrail) and not used_by:
        return
    role = subject.owner.sole.target
    if not isinstance(role, Role) or role.is_person:
        return
    answers = role.accountable.target
    if isinstance(answers, Role) and answers.is_person:
        return
    concerned = subject.address if isinstance(subject, Decision) else subject.id
    values = {"role": role.id, "kind": role.kind, "decisions": (concerned,)}
    if role.accountable:
        problem = role.accountable.problem(NO_PERSON, accountable=role.accountable, **values)
    else:
        problem = role.accountable.problem(NOBODY, **values)
    yield problem.beside(subject.owner.place)
