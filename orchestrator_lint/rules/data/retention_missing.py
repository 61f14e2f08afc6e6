"""DAT006: personal data is kept, and nobody says how long."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Dataset, Decisions, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.data.personal import is_personal

MESSAGE = Text(
    en="How long the personal data in `{dataset}` is kept is not stated, although it feeds {decisions}. Write it in `retention`, for example `10 years`.",
    de="Wie lange die personenbezogenen Daten in `{dataset}` gespeichert bleiben, ist nicht angegeben, obwohl sie in {decisions} eingehen. Tragen Sie die Frist in `retention` ein, zum Beispiel `10 years`.",
)


@rule(
    code="DAT006",
    name="retention-missing",
    severity=Severity.WARNING,
    title=Text(en="Personal data without an end", de="Personenbezogene Daten ohne Löschfrist"),
    why=Text(
        en="Personal data that nobody deletes is used again some day, for something else.",
        de="Was niemand löscht, wird eines Tages wieder benutzt, und dann für etwas anderes.",
    ),
    asks_from="planned",
    serves=("S3",),
    provisions=("gdpr 5(1)(e)", "gdpr 30(1)(f)", "iso-42001 A.6.2.8", "iso-42001 7.5.3", "uk-atrs 4.6"),
    fix="retention: TODO",
    bad=Bad("datasets: {credit-file: {retention: null}}", at="datasets.credit-file"),
    good=Good("datasets: {credit-file: {retention: 90 days}}"),
    cases=(
        Bad(
            "datasets: {loan-book: {x-like: datasets/credit-file, retention: null}}\n"
            "systems: {repayment-score: {learns_from: [loan-book]}}",
            at="datasets.loan-book",
        ),
        Good("datasets: {credit-file: {personal: none, retention: null}}"),
        Good("datasets: {loan-book: {x-like: datasets/credit-file, retention: null}}"),
        Good(
            "datasets: {credit-file: {retention: null}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
        Good(
            "datasets: {credit-file: {retention: null}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
    ),
)
def retention_missing(dataset: Dataset, used_by: Decisions) -> Iterator[Problem]:
    """Flag a dataset in use that holds personal data and has no `retention`."""
    if used_by and is_personal(dataset) and not dataset.retention:
        problem = dataset.retention.problem(MESSAGE, dataset=dataset.id, decisions=used_by.addresses)
        yield problem.beside(dataset.personal.place)
