"""PUR001: nobody can say what the decision is for."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, EmptySpace, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="No purpose is stated for {decisions}. Write in `purpose`, at the space for all its decisions or at the decision itself, what becomes better, and for whom.",
    de="Für {decisions} ist kein Zweck angegeben. Schreiben Sie in `purpose` – am Entscheidungsraum für alle seine Entscheidungen oder an der Entscheidung selbst –, was besser wird und für wen.",
)


@rule(
    code="PUR001",
    name="purpose-missing",
    severity=Severity.ERROR,
    title=Text(en="The purpose of a decision is not stated", de="Wozu eine Entscheidung dient, ist nicht angegeben"),
    why=Text(
        en="Meaning comes first: without a purpose nobody can say whether a decision was good.",
        de="Am Anfang steht der Sinn: Ohne Zweck kann niemand sagen, ob eine Entscheidung gut war.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S7",),
    provisions=(
        "eu-ai-act 13(3)(b)(i)",
        "eu-ai-act 26(1)",
        "gdpr 5(1)(b)",
        "iso-42001 A.9.4",
        "iso-42001 6.2",
        "nist-ai-rmf MAP 1.1",
        "nist-ai-rmf MAP 1.3",
    ),
    fix="purpose: TODO",
    bad=Bad("spaces: {lending: {purpose: null}}", at="spaces.lending"),
    good=Good(
        "spaces: {lending: {purpose: null, decisions: {raise-limit: {purpose: Customers get room for a bad month}}}}"
    ),
    cases=(
        Bad("spaces: {lending: {purpose: {en: ' '}}}", at="spaces.lending.purpose"),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, purpose: ''}}}}",
            at="spaces.lending.decisions.raise-limit.purpose",
        ),
        Bad("spaces: {idle: {title: Idle, owner: head-of-lending, principles: [dignity-first]}}", at="spaces.idle"),
        Good("spaces: {lending: {purpose: {en: People get credit that they can carry through bad years}}}"),
        Good("spaces: {lending: {purpose: null, decisions: {raise-limit: {status: retired}}}}"),
    ),
)
def purpose_missing(subject: Decision | EmptySpace) -> Iterator[Problem]:
    """Flag a decision for which neither it nor its space states a purpose, and a space without decisions likewise."""
    if not subject.purpose:
        yield subject.gap(subject.purpose, MESSAGE)
