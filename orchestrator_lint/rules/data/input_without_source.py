"""DAT001: nobody knows where the data comes from."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Dataset, Decisions, Good, Problem, Severity, Text, rule
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="Where `{dataset}` comes from is not stated, although it feeds {decisions}. Write in `source` who or what produces it and how it gets here.",
    de="Woher `{dataset}` stammt, ist nicht angegeben, obwohl die Daten in {decisions} eingehen. Schreiben Sie in `source`, wer oder was sie erzeugt und wie sie hierher gelangen.",
)


@rule(
    code="DAT001",
    name="input-without-source",
    severity=Severity.ERROR,
    title=Text(en="Data without a source", de="Daten ohne Herkunft"),
    why=Text(
        en="A decision can be understood no better than its data: what nobody can trace back, nobody can put right.",
        de="Eine Entscheidung lässt sich nur so gut nachvollziehen wie ihre Daten. Was niemand zurückverfolgen kann, kann auch niemand berichtigen.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S3",),
    provisions=(
        "eu-ai-act 10(2)(b)",
        "eu-ai-act 26(4)",
        "gdpr 5(1)(d)",
        "gdpr 14(2)(f)",
        "iso-42001 A.7.3",
        "iso-42001 A.7.5",
        "nist-ai-rmf MAP 4.1",
        "uk-atrs 4.1",
    ),
    fix="source: TODO",
    bad=Bad("datasets: {credit-file: {source: null}}", at="datasets.credit-file"),
    good=Good("datasets: {credit-file: {source: Nightly export of the core banking system}}"),
    cases=(
        Bad("datasets: {credit-file: {source: '  '}}", at="datasets.credit-file.source"),
        Bad(
            "datasets: {loan-book: {x-like: datasets/credit-file, title: Loan book, source: null}}\nsystems: {repayment-score: {learns_from: [loan-book]}}",
            at="datasets.loan-book",
        ),
        Bad(
            "datasets: {calendar: {x-like: datasets/credit-file, title: Bank holidays, purposes: [due-dates], source: null}}\n"
            "spaces: {lending: {flows: [{from: datasets/calendar, to: this, use: due-dates}]}}",
            at="datasets.calendar",
        ),
        Good("datasets: {loan-book: {title: Loan book that no decision uses, personal: none}}"),
        Good("datasets: {credit-file: {source: null}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"),
        Good(
            "datasets: {credit-file: {source: null}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
    ),
)
def input_without_source(dataset: Dataset, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag a dataset without `source` that a decision takes in, by a flow or because one of its systems learns from it."""
    if used_by and not dataset.source:
        problem = dataset.source.problem(MESSAGE, dataset=dataset.id, decisions=used_by.addresses)
        yield problem.beside(*network.naming(dataset, used_by))
