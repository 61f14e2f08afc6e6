"""AUT002: the machine may go further than the effect on people allows."""

from collections.abc import Iterator
from itertools import product

from orchestrator_lint.model import (
    IMPACTS,
    REVERSIBILITIES,
    Bad,
    Decision,
    Good,
    Problem,
    Related,
    Severity,
    Text,
    Unknown,
    Value,
    Workspace,
    highest_allowed,
    level_rank,
    rule,
)

TOO_FAR = Text(
    en="The AI may go too far in {decisions}: with impact `{impact}` and reversibility `{reversibility}` at most `{max_level}` is allowed, not `{level}`. Lower `autonomy`, or correct `impact` if the effect is smaller or easier to undo than stated.",
    de="Bei {decisions} darf die KI zu weit gehen: Bei Auswirkung `{impact}` und Umkehrbarkeit `{reversibility}` ist höchstens `{max_level}` erlaubt, nicht `{level}`. Senken Sie `autonomy`, oder berichtigen Sie `impact`, wenn die Wirkung geringer oder leichter rückgängig zu machen ist als angegeben.",
)
LOOSENED = Text(
    en="The organisation allows `{level}` at impact `{impact}` and reversibility `{reversibility}`, where the limit is `{max_level}`. An organisation may tighten this limit, not loosen it: write `{max_level}` or a lower level, or leave the cell out.",
    de="Die Organisation erlaubt `{level}` bei Auswirkung `{impact}` und Umkehrbarkeit `{reversibility}`; die Grenze liegt dort bei `{max_level}`. Eine Organisation darf diese Grenze verschärfen, nicht lockern: Tragen Sie `{max_level}` oder eine niedrigere Stufe ein, oder lassen Sie die Zelle weg.",
)

OWN_LIMIT = Text(
    en="the limit that the organisation sets itself", de="die Grenze, die sich die Organisation selbst setzt"
)


@rule(
    code="AUT002",
    name="autonomy-exceeds-impact",
    severity=Severity.ERROR,
    title=Text(
        en="The AI may go further than the effect on people allows",
        de="Die KI darf weiter gehen, als es die Wirkung auf Menschen zulässt",
    ),
    why=Text(
        en="The more a decision weighs and the harder it is to undo, the nearer to it a person must stand.",
        de="Je schwerer eine Entscheidung wiegt und je schwerer sie sich zurücknehmen lässt, desto näher muss ihr ein Mensch stehen.",
    ),
    asks_from="draft",
    waits_for=("AUT008",),
    profile="starter",
    serves=("S13", "S9"),
    provisions=(
        "eu-ai-act 14(3)",
        "eu-ai-act 26(2)",
        "gdpr 22",
        "iso-42001 A.5.2",
        "iso-42001 A.9.3",
        "nist-ai-rmf MAP 3.5",
        "nist-ai-rmf MEASURE 2.6",
        "singapore-maigf 2",
    ),
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {autonomy: acts-unless-vetoed}}}}",
        at="spaces.lending.decisions.raise-limit.autonomy",
    ),
    good=Good("spaces: {lending: {decisions: {raise-limit: {autonomy: acts-on-approval}}}}"),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, impact: {reversibility: irreversible}}}}}",
            at="spaces.lending.decisions.raise-limit.autonomy",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {acquire: acts-alone, decide: acts-and-reports}, law: {automated_basis: contract}}}}}",
            at="spaces.lending.decisions.raise-limit.autonomy.decide",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {modes: {normal: recommends, overload: acts-unless-vetoed}, switched_by: [head-of-lending]}}}}}",
            at="spaces.lending.decisions.raise-limit.autonomy.modes.overload",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {decide: recommends, act: acts-unless-vetoed},\n"
            "  flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment},\n"
            "    {from: systems/repayment-score, to: roles/case-worker, carries: score and reasons},\n"
            "    {from: roles/case-worker, to: this, carries: decision},\n"
            "    {from: systems/repayment-score, to: persons/customers, carries: letter}]}}}}",
            at="spaces.lending.decisions.raise-limit.autonomy.act",
        ),
        Bad(
            "organisation: {autonomy_limits: {high: {easy: informs}}}",
            at="spaces.lending.decisions.raise-limit.autonomy",
        ),
        Bad(
            "organisation: {autonomy_limits: {high: {easy: acts-unless-vetoed}}}",
            at="organisation.autonomy_limits.high.easy",
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {autonomy: {acquire: acts-alone, decide: recommends}}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {autonomy: {decide: recommends, act: acts-alone}}}}}"),
        Good("organisation: {autonomy_limits: {high: {easy: recommends, hard: recommends}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, autonomy: acts-alone}}}}"),
    ),
)
def autonomy_exceeds_impact(subject: Decision | Workspace) -> Iterator[Problem]:
    """Flag a stated level above what impact and reversibility allow, and a limit of the organisation that is looser.

    The limit is the lower of the built-in matrix and the organisation's own.
    """
    if isinstance(subject, Workspace):
        yield from _loosened(subject)
    elif subject.stated_levels and subject.impact.level and subject.impact.reversibility:
        yield from _too_far(subject)


def _loosened(workspace: Workspace) -> Iterator[Problem]:
    organisation = workspace.organisation
    if organisation is None:
        return
    limits = organisation.autonomy_limits
    for impact, reversibility in product(IMPACTS, REVERSIBILITIES):
        try:
            cell = limits.child(impact).child(reversibility)
        except Unknown:
            continue  # a broken cell does not hide the others
        limit = highest_allowed(impact, reversibility)
        if cell and level_rank(cell.plain) > level_rank(limit):
            yield cell.problem(LOOSENED, level=cell, impact=impact, reversibility=reversibility, max_level=limit)


def _too_far(decision: Decision) -> Iterator[Problem]:
    impact, reversibility = decision.impact.level, decision.impact.reversibility
    limit, cell = _limit(decision, impact.plain, reversibility.plain)
    if decision.rank > level_rank(limit):
        values = {"impact": impact, "reversibility": reversibility, "max_level": limit, "level": decision.level}
        problem = decision.gap(_where(decision), TOO_FAR, **values)
        yield problem.beside(impact.place, reversibility.place, Related(cell.place, OWN_LIMIT) if cell else None)


def _limit(decision: Decision, impact: str, reversibility: str) -> tuple[str, Value | None]:
    """Give the highest level allowed, and the organisation's own cell where that is the tighter one."""
    built_in = highest_allowed(impact, reversibility)
    try:
        organisation = decision.workspace.organisation
        cell = organisation.autonomy_limits.child(impact).child(reversibility) if organisation is not None else None
    except Unknown:
        if decision.rank > level_rank(built_in):
            return built_in, None  # whatever the organisation says, it cannot allow more
        raise
    if cell and level_rank(cell.plain) < level_rank(built_in):
        return cell.plain, cell
    return built_in, None


def _where(decision: Decision) -> Value:
    stated = [*decision.stated_levels, decision.autonomy.act]
    return next(level for level in stated if level.plain == decision.level)
