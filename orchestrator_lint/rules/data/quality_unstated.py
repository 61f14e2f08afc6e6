"""DAT010: nobody says how good the data of a weighty decision is."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Dataset, Decisions, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="How good `{dataset}` is, and whom it leaves out, is not stated, although it feeds {decisions}, where much is at stake for people. Write in `quality` what was checked, when, and with what result.",
    de="Wie gut `{dataset}` ist und wer darin fehlt, ist nicht angegeben, obwohl die Daten in {decisions} eingehen und dort für Menschen viel davon abhängt. Schreiben Sie in `quality`, was wann mit welchem Ergebnis geprüft wurde.",
)


@rule(
    code="DAT010",
    name="quality-unstated",
    severity=Severity.NOTE,
    title=Text(en="Data of unknown quality", de="Daten von unbekannter Qualität"),
    why=Text(
        en="A system treats those people badly who are missing in its data.",
        de="Ein System wird den Menschen nicht gerecht, die in seinen Daten fehlen.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S9",),
    provisions=(
        "eu-ai-act 10(3)",
        "eu-ai-act 10(4)",
        "eu-ai-act 26(4)",
        "gdpr 5(1)(d)",
        "iso-42001 A.7.4",
        "nist-ai-rmf MEASURE 2.3",
    ),
    fix="quality: TODO",
    bad=Bad("datasets: {credit-file: {quality: null}}", at="datasets.credit-file"),
    good=Good("datasets: {credit-file: {quality: '99.2 % complete in May 2026.'}}"),
    cases=(
        Bad("datasets: {credit-file: {quality: '  '}}", at="datasets.credit-file.quality"),
        Bad(
            "datasets: {loan-book: {x-like: datasets/credit-file, quality: null}}\n"
            "systems: {repayment-score: {learns_from: [loan-book]}}",
            at="datasets.loan-book",
        ),
        Good("datasets: {loan-book: {x-like: datasets/credit-file, quality: null}}"),
        Good(
            "datasets: {credit-file: {quality: null}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
        Good(
            "datasets: {credit-file: {quality: null}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
        Good(
            "datasets: {credit-file: {quality: null}}\n"
            "spaces: {lending: {decisions: {raise-limit: {impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none, fria: null, profiling: false}}}}}"
        ),
    ),
)
def quality_unstated(dataset: Dataset, used_by: Decisions) -> Iterator[Problem]:
    """Flag a dataset without `quality` that feeds a decision of high impact, of grave effect or of a high-risk system."""
    weighty = used_by.known_to(lambda decision: decision.is_serious)
    if weighty and not dataset.quality:
        problem = dataset.quality.problem(MESSAGE, dataset=dataset.id, decisions=weighty.addresses)
        yield problem.beside(*(decision.place for decision in weighty))
