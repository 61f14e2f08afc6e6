"""LAW005: the fundamental rights impact assessment is missing."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Settings, Severity, Text, Workspace, rule
from orchestrator_lint.rules.law.annex_iii import FOR_EVERYONE, FOR_PUBLIC_BODIES
from orchestrator_lint.rules.law.assessments import is_still_to_come, lacking

MISSING = Text(
    en="In the area `{area}` a fundamental rights impact assessment is due before the first use, but none can be found for {decisions} (missing: {missing}). Carry it out and write its reference (`ref`) and its day (`date`) in `law.fria`.",
    de="Im Bereich `{area}` ist vor der ersten Verwendung eine Grundrechte-Folgenabschätzung durchzuführen, doch für {decisions} ist keine auffindbar (offen: {missing}). Führen Sie sie durch und tragen Sie in `law.fria` die Fundstelle (`ref`) und den Tag (`date`) ein.",
)
MISSING_PUBLIC = Text(
    en="In the area `{area}` a public body, or whoever provides public services, owes a fundamental rights impact assessment before the first use, but none can be found for {decisions} (missing: {missing}). Carry it out and write its reference (`ref`) and its day (`date`) in `law.fria`; if you are neither, write `organisation.public_body: false`.",
    de="Im Bereich `{area}` schuldet, wer eine Einrichtung des öffentlichen Rechts ist oder öffentliche Dienste erbringt, vor der ersten Verwendung eine Grundrechte-Folgenabschätzung, doch für {decisions} ist keine auffindbar (offen: {missing}). Führen Sie sie durch und tragen Sie in `law.fria` die Fundstelle (`ref`) und den Tag (`date`) ein; trifft beides nicht zu, schreiben Sie `organisation.public_body: false`.",
)
TO_COME = Text(
    en="The fundamental rights impact assessment of {decisions} is dated {date}, after the day {as_of} that is judged: it does not exist yet, and it is due before the first use. Correct `date`, or write `state: planned` in `law.fria` and wait with the use.",
    de="Die Grundrechte-Folgenabschätzung zu {decisions} trägt das Datum {date}, geprüft wird der Stand vom {as_of}: Es gibt sie noch nicht, und nötig ist sie vor der ersten Verwendung. Berichtigen Sie `date`, oder schreiben Sie in `law.fria` `state: planned` und warten Sie mit der Verwendung.",
)
NO_EXCUSE = Text(
    en="The reason in `law.fria` does not suffice for {decisions}: in the area `{area}` Art. 27 of the AI Act demands the assessment of every deployer. Replace `none_because` by `ref` and `date`.",
    de="Die Begründung in `law.fria` genügt für {decisions} nicht: Im Bereich `{area}` verlangt Art. 27 KI-VO die Grundrechte-Folgenabschätzung von jedem Betreiber. Ersetzen Sie `none_because` durch `ref` und `date`.",
)
NO_EXCUSE_PUBLIC = Text(
    en="The reason in `law.fria` does not suffice for {decisions}: in the area `{area}` Art. 27 of the AI Act demands the assessment of public bodies and of those who provide public services. Replace `none_because` by `ref` and `date`; if you are neither, write `organisation.public_body: false`.",
    de="Die Begründung in `law.fria` genügt für {decisions} nicht: Im Bereich `{area}` verlangt Art. 27 KI-VO die Grundrechte-Folgenabschätzung von Einrichtungen des öffentlichen Rechts und von allen, die öffentliche Dienste erbringen. Ersetzen Sie `none_because` durch `ref` und `date`; sind Sie keines von beidem, schreiben Sie `organisation.public_body: false`.",
)
_LAW = "spaces.lending.decisions.raise-limit.law"
_REASON = "{ref: null, date: null, none_because: The DPIA covers it.}"
_SILENT = "organisation: {public_body: null}\n"


def _law(law: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, law: {law}}}}}}}}}"


@rule(
    code="LAW005",
    name="fria-missing",
    severity=Severity.ERROR,
    title=Text(en="No fundamental rights impact assessment", de="Keine Grundrechte-Folgenabschätzung"),
    why=Text(
        en="Whoever decides about credit, insurance or public services decides about chances in life, and has to think of the harm first.",
        de="Wer über Kredit, Versicherung oder öffentliche Leistungen entscheidet, entscheidet über Lebenschancen – und muss vorher an den Schaden denken.",
    ),
    serves=("S6",),
    provisions=(
        "eu-ai-act 27(1)",
        "eu-ai-act 27(2)",
        "eu-ai-act 27(3)",
        "iso-42001 A.5.2",
        "iso-42001 A.5.3",
        "nist-ai-rmf MAP 5.1",
    ),
    duty="eu-ai-act 27(1)",
    frameworks=("eu-ai-act",),
    waivable=False,
    fix="law: {fria: {ref: TODO, date: TODO}}",
    bad=Bad(_law("{fria: null}"), at=f"{_LAW}.fria"),
    good=Good(_law("{fria: {ref: FRIA-2026-02, date: 2026-11-01}}")),
    cases=(
        Bad(_law("{fria: {date: null}}", "status: planned"), at=f"{_LAW}.fria"),
        Bad(_law("{area: insurance-pricing, fria: {ref: ' '}}"), at=f"{_LAW}.fria"),
        Bad(_law("{fria: {date: 2026-11-02}}"), at=f"{_LAW}.fria.date"),
        Bad(_law(f"{{fria: {_REASON}}}"), at=f"{_LAW}.fria"),
        Bad(_SILENT + _law("{area: education, fria: null}"), at=f"{_LAW}.fria"),
        Bad(_SILENT + _law(f"{{area: employment, fria: {_REASON}}}"), at=f"{_LAW}.fria"),
        Bad(
            "organisation: {public_body: true}\nsystems: {repayment-score: {eu_database_id: EU-AI-2026-004711}}\n"
            + _law("{area: public-benefits, fria: null}"),
            at=f"{_LAW}.fria",
        ),
        Good(_law("{fria: {ref: null, date: null, state: in-progress}}").replace("status: live", "status: suspended")),
        Good(_law("{area: education, fria: null}")),
        Good(_SILENT + _law("{area: critical-infrastructure, fria: null}")),
        Good(_SILENT + _law("{area: product-safety, fria: null}")),
        Good(_law("{risk_class: minimal, area: none, fria: null}")),
        Good(_law("{fria: null}", "status: draft")),
        Good(f"organisation: {{frameworks: [gdpr]}}\n{_law('{fria: null}')}"),
    ),
)
def fria_missing(decision: Decision, settings: Settings, workspace: Workspace) -> Iterator[Problem]:
    """Flag a high-risk decision without the assessment that Art. 27 AI Act demands before the first use.

    It is due for creditworthiness and insurance from everyone, in the other areas of Annex III but critical
    infrastructure from public bodies; an organisation that does not say what it is counts as one.
    """
    area = decision.law.area.plain
    organisation = workspace.organisation
    for_all = area in FOR_EVERYONE
    if not decision.is_high_risk or area not in FOR_PUBLIC_BODIES or organisation is None:
        return
    if for_all or organisation.public_body.plain is not False:
        for problem in _problems(decision, settings, for_all):
            yield problem.beside(decision.law.area.place, None if for_all else organisation.public_body.place)


def _problems(decision: Decision, settings: Settings, for_all: bool) -> Iterator[Problem]:
    fria, area = decision.law.fria, decision.law.area
    if fria.reasoned:
        yield decision.gap(fria, NO_EXCUSE if for_all else NO_EXCUSE_PUBLIC, area=area)
    elif fria.settled:
        return
    elif missing := lacking(fria):
        yield decision.gap(fria, MISSING if for_all else MISSING_PUBLIC, area=area, missing=missing)
    elif is_still_to_come(fria, settings):
        yield decision.gap(fria.date, TO_COME, date=fria.date, as_of=str(settings.as_of))
