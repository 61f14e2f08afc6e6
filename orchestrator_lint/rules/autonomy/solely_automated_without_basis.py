"""AUT008: a machine decides about people alone, and no ground of Art. 22(2) GDPR is stated."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Dataset,
    Decision,
    Good,
    Problem,
    Severity,
    Text,
    known_any,
    rule,
)
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="{decisions}: at `{level}` no person decides, and the effect on {groups} is legal or similarly significant. Art. 22(1) GDPR forbids that unless one of three grounds applies, and none is stated. Let a person decide (`acts-on-approval` at most), or write the ground in `law.automated_basis`: `contract`, `law` or `consent`.",
    de="{decisions}: Bei `{level}` entscheidet kein Mensch, und die Wirkung auf {groups} ist rechtlicher Art oder beeinträchtigt in ähnlicher Weise erheblich. Das verbietet Art. 22 Abs. 1 DSGVO, wenn nicht eine von drei Ausnahmen greift; angegeben ist keine. Lassen Sie einen Menschen entscheiden (höchstens `acts-on-approval`), oder tragen Sie die Ausnahme in `law.automated_basis` ein: `contract`, `law` oder `consent`.",
)
_AT = "spaces.lending.decisions.raise-limit.law.automated_basis"
_NO_PERSONS = "datasets: {credit-file: {personal: none, legal_basis: null}}\n"
_MILD = "impact: {level: low, effect: economic}"


def _decision(keys: str) -> str:
    return (
        "roles: {case-worker: {may_overrule: acts-alone}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}\n"
    )


@rule(
    code="AUT008",
    name="solely-automated-without-basis",
    severity=Severity.ERROR,
    title=Text(
        en="A machine decides about people alone, without a ground in law",
        de="Eine Maschine entscheidet allein über Menschen, ohne Ausnahmegrund",
    ),
    why=Text(
        en="A decision based solely on automated processing that has legal or similarly significant effects is forbidden unless it is necessary for a contract, allowed by law or consented to.",
        de="Eine ausschließlich automatisierte Entscheidung mit rechtlicher oder ähnlich erheblicher Wirkung ist verboten, es sei denn, sie ist für einen Vertrag erforderlich, gesetzlich zugelassen oder beruht auf Einwilligung.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S6",),
    provisions=(
        "gdpr 22(1)",
        "gdpr 22(2)",
        "gdpr 22(3)",
        "gdpr 22(4)",
        "eu-ai-act 86(1)",
        "iso-42001 A.5.4",
        "nist-ai-rmf GOVERN 1.1",
    ),
    duty="gdpr 22(1)",
    frameworks=("gdpr",),
    waivable=False,
    bad=Bad(_decision("autonomy: acts-and-reports"), at=_AT),
    good=Good(_decision(f"autonomy: acts-and-reports, {_MILD}")),
    cases=(
        Bad(_decision("status: planned, autonomy: acts-alone, impact: {level: very-high, effect: economic}"), at=_AT),
        Bad(
            _decision("autonomy: {modes: {day: recommends, night: acts-and-reports}, switched_by: [head-of-lending]}"),
            at=_AT,
        ),
        Good(_decision("autonomy: acts-on-approval")),
        Good(_decision("status: retired, autonomy: acts-alone")),
    ),
)
def solely_automated_without_basis(decision: Decision, network: Network) -> Iterator[Problem]:
    """Flag a decision about people from `acts-and-reports` with grave effect or high impact that states no ground.

    What only exposes people, or uses none but data that is said to be of no persons, is none of Art. 22.
    """
    if not decision.acts_from("acts-and-reports") or decision.only_exposes or decision.law.automated_basis:
        return
    grave = known_any((lambda: decision.has_grave_effect, lambda: decision.weighs("high")))
    if grave and not _without_personal_data(network.datasets_of(decision)):
        basis, impact = decision.law.automated_basis, decision.impact
        problem = decision.gap(basis, MESSAGE, level=decision.level, groups=decision.groups)
        yield problem.beside(decision.autonomy.place, impact.effect.place, impact.level.place)


def _without_personal_data(datasets: list[Dataset]) -> bool:
    """Whether all data that goes in is said to be of no persons."""
    return bool(datasets) and all(dataset.personal.plain == "none" for dataset in datasets)
