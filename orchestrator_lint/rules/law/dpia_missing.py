"""LAW006: the data protection impact assessment is missing."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Dataset,
    Decision,
    Good,
    Problem,
    Settings,
    Severity,
    Text,
    Workspace,
    known_any,
    rule,
)
from orchestrator_lint.network import Network
from orchestrator_lint.rules.law.assessments import is_still_to_come, lacking

MISSING = Text(
    en="Personal data ({datasets}) is used for {decisions} in a way that is likely to result in a high risk to people, but no data protection impact assessment can be found (missing: {missing}). Carry it out and write its reference (`ref`) and its day (`date`) in `law.dpia`, or say there with `none_because` why none is needed.",
    de="Für {decisions} werden personenbezogene Daten ({datasets}) so verarbeitet, dass voraussichtlich ein hohes Risiko für Menschen entsteht, doch eine Datenschutz-Folgenabschätzung ist nicht auffindbar (offen: {missing}). Führen Sie sie durch und tragen Sie in `law.dpia` die Fundstelle (`ref`) und den Tag (`date`) ein, oder begründen Sie dort mit `none_because`, warum keine nötig ist.",
)
TO_COME = Text(
    en="The data protection impact assessment of {decisions} is dated {date}, after the day {as_of} that is judged: it does not exist yet, and it is due before the processing. Correct `date`, or write `state: planned` in `law.dpia` and wait with the processing.",
    de="Die Datenschutz-Folgenabschätzung zu {decisions} trägt das Datum {date}, geprüft wird der Stand vom {as_of}: Es gibt sie noch nicht, und nötig ist sie vor der Verarbeitung. Berichtigen Sie `date`, oder schreiben Sie in `law.dpia` `state: planned` und warten Sie mit der Verarbeitung.",
)
_LAW = "spaces.lending.decisions.raise-limit.law"
_LIGHT = "impact: {level: low, effect: economic}"
_SPECIAL = "datasets: {credit-file: {personal: special, justification: Church tax stands on 2 of the forms., legal_basis: ['gdpr 6(1)(c)', 'gdpr 9(2)(g)']}}\n"


def _law(law: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, law: {law}}}}}}}}}"


@rule(
    code="LAW006",
    name="dpia-missing",
    severity=Severity.ERROR,
    title=Text(en="No data protection impact assessment", de="Keine Datenschutz-Folgenabschätzung"),
    why=Text(
        en="The risk to people is to be judged before it is taken.",
        de="Ein Risiko für Menschen gehört bewertet, bevor man es eingeht.",
    ),
    serves=("S6",),
    provisions=(
        "eu-ai-act 26(9)",
        "gdpr 35(1)",
        "gdpr 35(3)",
        "iso-42001 A.5.2",
        "nist-ai-rmf MEASURE 2.10",
    ),
    duty="gdpr 35(1)",
    frameworks=("gdpr",),
    waivable=False,
    accepts_reason=True,
    fix="law: {dpia: {ref: TODO, date: TODO}}",
    bad=Bad(_law("{dpia: null}"), at=f"{_LAW}.dpia"),
    good=Good(_law("{dpia: {ref: null, date: null, none_because: The supervisory authority's list exempts it.}}")),
    cases=(
        Bad(_law("{dpia: {ref: null}}", "status: planned"), at=f"{_LAW}.dpia"),
        Bad(_law("{dpia: {date: 2026-11-02}}"), at=f"{_LAW}.dpia.date"),
        Bad(_law("{risk_class: minimal, area: none, profiling: true, dpia: null}", _LIGHT), at=f"{_LAW}.dpia"),
        Bad(
            _SPECIAL + _law("{risk_class: minimal, area: none, profiling: false, dpia: null}", _LIGHT),
            at=f"{_LAW}.dpia",
        ),
        Bad(
            f"organisation: {{frameworks: [gdpr]}}\n{_law('null')}",
            at="spaces.lending.decisions.raise-limit",
        ),
        Good(_law("{dpia: {ref: null, date: null, state: in-progress}}").replace("status: live", "status: suspended")),
        Good(_law("{risk_class: minimal, area: none, profiling: false, dpia: null}", _LIGHT)),
        Good("datasets: {credit-file: {personal: none}}\n" + _law("{dpia: null}")),
        Good(_law("{dpia: null}", "autonomy: informs")),
        Good(_law("{dpia: null}", "status: draft")),
        Good(f"organisation: {{frameworks: [eu-ai-act]}}\n{_law('{dpia: null}')}"),
    ),
)
def dpia_missing(decision: Decision, network: Network, settings: Settings, workspace: Workspace) -> Iterator[Problem]:
    """Flag a decision that AI prepares on personal data, special, for profiling or of serious effect, without assessment.

    Where the whole `law` is missing and the AI Act is declared, LAW001 says so first.
    """
    law = decision.law
    if not decision.acts_from("prepares") or (not law and "eu-ai-act" in workspace.frameworks):
        return
    dpia = law.dpia
    personal = [dataset for dataset in network.datasets_of(decision) if dataset.personal.has("personal", "special")]
    if dpia.settled or not personal or not _is_risky(decision, personal):
        return
    if missing := lacking(dpia):
        named = [dataset.id for dataset in personal]
        problem = decision.gap(dpia, MISSING, missing=missing, datasets=named)
        yield problem.beside(law.profiling.place, *(dataset.personal.place for dataset in personal))
    elif is_still_to_come(dpia, settings):
        yield decision.gap(dpia.date, TO_COME, date=dpia.date, as_of=str(settings.as_of))


def _is_risky(decision: Decision, datasets: list[Dataset]) -> bool:
    return known_any(
        (
            lambda: any(dataset.personal.plain == "special" for dataset in datasets),
            lambda: decision.law.profiling.plain is True,
            lambda: decision.is_serious,
        )
    )
