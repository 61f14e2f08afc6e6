"""PUR004: nothing would show whether the purpose is met."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Severity, Space, Text, rule

MESSAGE = Text(
    en="The purpose of `{space}` has no measure. Write in `measure` by what people will see that it is met; where nothing shows it, say why in `none_because`.",
    de="Der Zweck von `{space}` hat kein Maß. Schreiben Sie in `measure`, woran zu erkennen ist, dass er erreicht wird; wo sich das nicht zeigt, in `none_because`, warum nicht.",
)


def _space(more: str) -> str:
    return f"spaces: {{lending: {{{more}}}}}"


@rule(
    code="PUR004",
    name="success-measure-missing",
    severity=Severity.NOTE,
    title=Text(en="Nothing would show that the purpose is met", de="Nichts zeigt, ob der Zweck erreicht wird"),
    why=Text(
        en="A purpose that nothing could disprove guides nobody.",
        de="Ein Zweck, der sich durch nichts widerlegen lässt, leitet niemanden.",
    ),
    asks_from="pilot",
    profile="assured",
    serves=("S7", "S8"),
    provisions=("iso-42001 6.2", "iso-42001 A.6.1.2", "nist-ai-rmf MEASURE 1.1", "nist-ai-rmf MANAGE 1.1"),
    accepts_reason=True,
    fix="measure: TODO",
    bad=Bad(_space("measure: null"), at="spaces.lending"),
    good=Good(_space("measure: {none_because: Dignity cannot be counted; the ombudsperson reports on it in words.}")),
    cases=(
        Bad(_space("measure: {en: ''}, decisions: {raise-limit: {status: pilot}}"), at="spaces.lending.measure"),
        Good(_space("measure: null, decisions: {raise-limit: {status: planned}}")),
        Good(_space("measure: {state: in-progress}")),
        Good(
            _space(
                "measure: null, purpose: null, decisions: {raise-limit: {purpose: Customers get room for a bad month}}"
            )
        ),
    ),
)
def success_measure_missing(space: Space, decisions: Decisions) -> Iterator[Problem]:
    """Flag a space in use that states a purpose and no measure for it."""
    if decisions and space.purpose and not space.measure and not space.measure.settled:
        yield space.measure.problem(MESSAGE, space=space.id).beside(space.purpose.place)
