"""OWN001: nobody answers for the decision."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, EmptySpace, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="Nobody is named who answers for {decisions}. Write `owner:` with a role that a person holds, at the space for all its decisions or at the decision itself.",
    de="Für {decisions} ist niemand als verantwortlich benannt. Schreiben Sie `owner:` mit einer Rolle, die ein Mensch innehat – am Entscheidungsraum für alle seine Entscheidungen oder an der Entscheidung selbst.",
)


@rule(
    code="OWN001",
    name="no-human-owner",
    severity=Severity.ERROR,
    title=Text(en="Nobody answers for a decision", de="Niemand verantwortet eine Entscheidung"),
    why=Text(
        en="Responsibility may be shared, but somebody must hold it. An oversight duty that nobody holds cannot be discharged.",
        de="Verantwortung lässt sich teilen, aber jemand muss sie tragen. Eine Aufsichtspflicht, die niemand trägt, kann niemand erfüllen.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S10",),
    provisions=("eu-ai-act 26(2)", "gdpr 5(2)", "iso-42001 A.3.2", "nist-ai-rmf GOVERN 2.1"),
    waivable=False,
    fix="owner: TODO",
    bad=Bad("spaces: {lending: {owner: null}}", at="spaces.lending.owner"),
    good=Good("spaces: {lending: {owner: head-of-lending}}"),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {owner: {none_because: Nobody was found.}}}}}",
            at="spaces.lending.decisions.raise-limit.owner",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, owner: ''}}}}",
            at="spaces.lending.decisions.raise-limit.owner",
        ),
        Bad("spaces: {idle: {title: Idle, purpose: Later, principles: [dignity-first]}}", at="spaces.idle"),
        Good("spaces: {lending: {owner: null, decisions: {raise-limit: {owner: head-of-lending}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, owner: ''}}}}"),
    ),
)
def no_human_owner(subject: Decision | EmptySpace) -> Iterator[Problem]:
    """Flag a decision for which neither it nor its space names an owner, and a space without decisions likewise."""
    if not subject.owner:
        yield subject.gap(subject.owner, MESSAGE)
