"""CON009: nobody can see how decisions are made in a space."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Severity, Space, Text, rule

MESSAGE = Text(
    en="The decision space `{space}` is visible to nobody: it is neither published nor open to a role. Write in `transparency` where its charter can be read (`published`), or which roles see how decisions are made in {decisions} (`visible_to`), first of all those who work here and those who speak for the people affected.",
    de="Der Entscheidungsraum `{space}` ist für niemanden sichtbar: Er ist weder veröffentlicht noch für eine Rolle einsehbar. Schreiben Sie in `transparency`, wo seine Charta zu lesen ist (`published`), oder welche Rollen sehen, wie bei {decisions} entschieden wird (`visible_to`), zuerst jene, die hier arbeiten, und jene, die für die Betroffenen sprechen.",
)


@rule(
    code="CON009",
    name="transparency-missing",
    severity=Severity.WARNING,
    title=Text(en="A decision space that nobody can see into", de="Ein Entscheidungsraum, in den niemand Einblick hat"),
    why=Text(
        en="Transparency instead of control: only where people see how decisions are made can they trust, object and learn.",
        de="Transparenz statt Kontrolle: Nur wer sieht, wie entschieden wird, kann vertrauen, widersprechen und lernen.",
    ),
    asks_from="planned",
    serves=("S3", "S4"),
    provisions=("gdpr 5(1)(a)", "iso-42001 A.8.5", "nist-ai-rmf GOVERN 1.4"),
    accepts_reason=True,
    fix="transparency: {published: TODO, visible_to: [TODO]}",
    bad=Bad("spaces: {lending: {transparency: null}}", at="spaces.lending.transparency"),
    good=Good("spaces: {lending: {transparency: {published: null, visible_to: [works-council]}}}"),
    cases=(
        Bad(
            "spaces: {lending: {transparency: {published: ' ', visible_to: []}, decisions: {raise-limit: {status: planned}}}}",
            at="spaces.lending.transparency",
        ),
        Good("spaces: {lending: {transparency: {visible_to: null}}}"),
        Good(
            "spaces: {lending: {transparency: {published: null, visible_to: null, none_because: 'Known limits would be used by fraudsters.', instead: Internal audit reads every case.}}}"
        ),
        Good("spaces: {lending: {transparency: null, decisions: {raise-limit: {status: draft}}}}"),
        Good("spaces: {lending: {transparency: null, decisions: {raise-limit: {status: retired}}}}"),
    ),
)
def transparency_missing(space: Space, asked: Decisions) -> Iterator[Problem]:
    """Flag a space with a decision that is at least planned, if it is neither published nor open to a role.

    A reason is accepted.
    """
    transparency = space.transparency
    if asked and not transparency and not transparency.reasoned:
        yield transparency.problem(MESSAGE, space=space.id, decisions=asked.addresses)
