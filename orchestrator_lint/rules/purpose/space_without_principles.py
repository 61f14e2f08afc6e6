"""PUR005: no principle says how to weigh."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, EmptySpace, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="No principle says how to weigh in {decisions}. List at least one in `principles` of the space `{space}`.",
    de="Für {decisions} sagt kein Prinzip, wie abzuwägen ist. Führen Sie in `principles` des Entscheidungsraums `{space}` mindestens eines auf.",
)


@rule(
    code="PUR005",
    name="space-without-principles",
    severity=Severity.WARNING,
    title=Text(en="A decision space has no principles", de="Ein Entscheidungsraum hat keine Prinzipien"),
    why=Text(
        en="Leadership designs decision spaces, and principles give them their shape: they say how, not what.",
        de="Führung gestaltet Entscheidungsräume, und Prinzipien geben ihnen Gestalt: Sie sagen, wie entschieden wird, nicht was.",
    ),
    asks_from="draft",
    serves=("S2", "S1"),
    provisions=("iso-42001 5.2", "iso-42001 A.2.2", "nist-ai-rmf GOVERN 1.2"),
    fix="principles: [TODO]",
    bad=Bad("spaces: {lending: {principles: null}}", at="spaces.lending"),
    good=Good(
        "spaces: {lending: {principles: null, decisions: {raise-limit: {principles: [dignity-first]}}}}",
    ),
    cases=(
        Bad("spaces: {lending: {principles: []}}", at="spaces.lending.principles"),
        Bad(
            "spaces: {lending: {principles: [], decisions: {raise-limit: {status: draft, principles: []}}}}",
            at="spaces.lending.principles",
        ),
        Bad("spaces: {idle: {title: Idle, purpose: Nobody waits in vain, owner: head-of-lending}}", at="spaces.idle"),
        Good("spaces: {lending: {decisions: {raise-limit: {principles: []}}}}"),
        Good("spaces: {lending: {principles: null, decisions: {raise-limit: {status: retired}}}}"),
    ),
)
def space_without_principles(subject: Decision | EmptySpace) -> Iterator[Problem]:
    """Flag a space without principles, unless each of its decisions lists principles of its own."""
    own = subject.own("principles") if isinstance(subject, Decision) else None
    if not own and not subject.space.principles:
        yield subject.gap(subject.space.principles, MESSAGE, space=subject.space.id)
