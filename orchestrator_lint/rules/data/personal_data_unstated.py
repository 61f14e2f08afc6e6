"""DAT011: nobody says whether data is about people."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Dataset, Decisions, Good, Problem, Severity, Text, rule
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="Whether `{dataset}` holds personal data is not stated, although it feeds {decisions}. Write in `personal`: `none`, `personal`, or `special` for special categories such as health, origin or belief.",
    de="Ob `{dataset}` personenbezogene Daten enthält, ist nicht angegeben, obwohl die Daten in {decisions} eingehen. Tragen Sie in `personal` ein: `none`, `personal` oder, bei besonderen Kategorien wie Gesundheit, Herkunft oder Glaube, `special`.",
)


@rule(
    code="DAT011",
    name="personal-data-unstated",
    severity=Severity.WARNING,
    title=Text(en="Data that may or may not be personal", de="Daten, bei denen der Personenbezug offen ist"),
    why=Text(
        en="Every duty of data protection begins with this answer; silence must not switch them off.",
        de="Mit dieser Antwort beginnt jede Pflicht des Datenschutzes; Schweigen darf sie nicht abschalten.",
    ),
    asks_from="planned",
    serves=("S3", "S6"),
    provisions=(
        "eu-ai-act 10(2)(b)",
        "eu-ai-act 26(9)",
        "gdpr 4(1)",
        "gdpr 30(1)(c)",
        "iso-42001 A.7.3",
        "nist-ai-rmf MEASURE 2.10",
    ),
    fix="personal: TODO",
    bad=Bad("datasets: {credit-file: {personal: null}}", at="datasets.credit-file"),
    good=Good("datasets: {credit-file: {personal: none}}"),
    cases=(
        Bad(
            "datasets: {loan-book: {x-like: datasets/credit-file, personal: null}}\n"
            "systems: {repayment-score: {learns_from: [loan-book]}}",
            at="datasets.loan-book",
        ),
        Good("datasets: {loan-book: {x-like: datasets/credit-file, personal: null}}"),
        Good(
            "datasets: {credit-file: {personal: null}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
        Good(
            "datasets: {credit-file: {personal: null}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
    ),
)
def personal_data_unstated(dataset: Dataset, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag a dataset in use without `personal`; the rules on personal data stay silent on it until it is stated."""
    if used_by and not dataset.personal:
        problem = dataset.personal.problem(MESSAGE, dataset=dataset.id, decisions=used_by.addresses)
        yield problem.beside(*network.naming(dataset, used_by))
