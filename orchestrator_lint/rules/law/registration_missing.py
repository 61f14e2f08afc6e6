"""LAW008: a public body uses a high-risk AI system without its entry in the EU database."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Problem,
    Severity,
    System,
    Text,
    Workspace,
    rule,
)
from orchestrator_lint.rules.law.annex_iii import FOR_PUBLIC_BODIES

MESSAGE = Text(
    en="As a public body you use the high-risk AI system `{system}` for {decisions}, but its entry in the EU database is not stated. Register the use, and write the number in `eu_database_id`, or say there with `none_because` why none is needed.",
    de="Als öffentliche Stelle verwenden Sie das Hochrisiko-KI-System `{system}` für {decisions}, doch der Eintrag in der EU-Datenbank ist nicht angegeben. Registrieren Sie die Verwendung und tragen Sie die Nummer in `eu_database_id` ein, oder begründen Sie dort mit `none_because`, warum keiner nötig ist.",
)
_PUBLIC = "organisation: {public_body: true}\n"


def _law(law: str, more: str = "status: live") -> str:
    return f"{_PUBLIC}spaces: {{lending: {{decisions: {{raise-limit: {{{more}, law: {law}}}}}}}}}"


@rule(
    code="LAW008",
    name="registration-missing",
    severity=Severity.WARNING,
    title=Text(
        en="A public body's high-risk AI system without registration",
        de="Hochrisiko-KI-System einer öffentlichen Stelle ohne Registrierung",
    ),
    why=Text(
        en="People must be able to find out where the state uses AI about them.",
        de="Menschen müssen herausfinden können, wo der Staat KI über sie einsetzt.",
    ),
    asks_from="pilot",
    serves=("S3",),
    provisions=("eu-ai-act 26(8)", "eu-ai-act 49(3)", "eu-ai-act 71", "iso-42001 A.8.3"),
    duty="eu-ai-act 26(8)",
    frameworks=("eu-ai-act",),
    waivable=False,
    accepts_reason=True,
    fix="eu_database_id: TODO",
    bad=Bad(_PUBLIC, at="systems.repayment-score"),
    good=Good(f"{_PUBLIC}systems: {{repayment-score: {{eu_database_id: EU-AI-2026-004711}}}}"),
    cases=(
        Bad(
            f"{_PUBLIC}systems: {{repayment-score: {{eu_database_id: ' '}}}}",
            at="systems.repayment-score.eu_database_id",
        ),
        Good(
            f"{_PUBLIC}systems: {{repayment-score: {{eu_database_id: {{none_because: The entry stands in the non-public part.}}}}}}"
        ),
        Good("organisation: {public_body: null}"),
        Good(
            "systems: {spare-score: {x-like: systems/repayment-score, use_until: 2026-10-31}}\n" + _law("{area: none}")
        ),
        Good(_law("{area: critical-infrastructure}")),
        Good(_law("{risk_class: minimal, area: none}")),
        Good(_law("{risk_class: high}", "status: planned")),
        Good("organisation: {public_body: true, frameworks: [gdpr]}"),
    ),
)
def registration_missing(system: System, used_by: Decisions, workspace: Workspace) -> Iterator[Problem]:
    """Flag a system that a public body uses, in pilot or operation, for high-risk decisions of Annex III, unregistered.

    Critical infrastructure is registered nationally and is not asked.
    """
    organisation = workspace.organisation
    if organisation is None or organisation.public_body.plain is not True:
        return
    entry = system.eu_database_id
    registered = Decisions(decision for decision in used_by if _is_registered(decision, system))
    if registered and not entry and not entry.reasoned:
        classes = (decision.law.risk_class.place for decision in registered)
        problem = entry.problem(MESSAGE, system=system.id, decisions=registered.addresses)
        yield problem.beside(*classes, organisation.public_body.place)


def _is_registered(decision: Decision, system: System) -> bool:
    return decision.is_high_risk and decision.law.area.plain in FOR_PUBLIC_BODIES and system in decision.systems
