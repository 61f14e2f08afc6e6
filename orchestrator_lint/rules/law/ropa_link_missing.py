"""LAW007: personal data without its entry in the record of processing activities."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Dataset, Decisions, Good, Problem, Severity, Text, rule
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="`{dataset}` holds personal data (`personal: {value}`) and feeds {decisions}, but its entry in the record of processing activities is not named. Write its number in `processing_record`.",
    de="`{dataset}` enthält personenbezogene Daten (`personal: {value}`) und geht in {decisions} ein, doch der Eintrag im Verzeichnis von Verarbeitungstätigkeiten ist nicht genannt. Tragen Sie dessen Nummer in `processing_record` ein.",
)


@rule(
    code="LAW007",
    name="ropa-link-missing",
    severity=Severity.NOTE,
    title=Text(
        en="Personal data without its record of processing",
        de="Personenbezogene Daten ohne Eintrag im Verzeichnis von Verarbeitungstätigkeiten",
    ),
    why=Text(
        en="Two registers that do not know of each other soon contradict each other.",
        de="Zwei Verzeichnisse, die nichts voneinander wissen, widersprechen sich bald.",
    ),
    serves=("S3",),
    provisions=("gdpr 30", "iso-42001 A.4.3"),
    duty="gdpr 30",
    frameworks=("gdpr",),
    fix="processing_record: TODO",
    bad=Bad("datasets: {credit-file: {processing_record: null}}", at="datasets.credit-file"),
    good=Good("datasets: {credit-file: {processing_record: VVT-007}}"),
    cases=(
        Bad("datasets: {credit-file: {processing_record: ' '}}", at="datasets.credit-file.processing_record"),
        Good("datasets: {credit-file: {personal: none, processing_record: null}}"),
        Good("datasets: {old-file: {x-like: datasets/credit-file, processing_record: null}}"),
        Good("organisation: {frameworks: [eu-ai-act]}\ndatasets: {credit-file: {processing_record: null}}"),
        Good(
            "datasets: {credit-file: {processing_record: null}}\n"
            "spaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
    ),
)
def ropa_link_missing(dataset: Dataset, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag a dataset in use that holds personal data and names no entry in the record of processing activities."""
    if used_by and dataset.personal.has("personal", "special") and not dataset.processing_record:
        record = dataset.processing_record
        problem = record.problem(MESSAGE, dataset=dataset.id, value=dataset.personal, decisions=used_by.addresses)
        yield problem.beside(dataset.personal.place, *network.naming(dataset, used_by))
