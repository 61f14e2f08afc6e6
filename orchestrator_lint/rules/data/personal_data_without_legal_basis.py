"""DAT003: personal data is used without a legal basis."""

import re
from collections.abc import Iterator

from orchestrator_lint.model import Bad, Dataset, Decisions, Good, Problem, Severity, Text, Workspace, rule
from orchestrator_lint.network import Network
from orchestrator_lint.rules.data.personal import answers_to_the_gdpr, is_personal

NO_BASIS = Text(
    en="`{dataset}` holds personal data and feeds {decisions}, but no legal basis is stated. Write it in `legal_basis`, for example `gdpr 6(1)(b)`.",
    de="`{dataset}` enthält personenbezogene Daten und geht in {decisions} ein, doch eine Rechtsgrundlage ist nicht angegeben. Tragen Sie sie in `legal_basis` ein, zum Beispiel `gdpr 6(1)(b)`.",
)
NO_GROUND = Text(
    en="`{dataset}` holds special categories of personal data and feeds {decisions}, but `legal_basis` names no ground of Art. 9(2) GDPR. Add it, for example `gdpr 9(2)(g)`, beside the basis of Art. 6.",
    de="`{dataset}` enthält besondere Kategorien personenbezogener Daten und geht in {decisions} ein, doch `legal_basis` nennt keinen Tatbestand des Art. 9 Abs. 2 DSGVO. Ergänzen Sie ihn neben der Grundlage nach Art. 6, zum Beispiel `gdpr 9(2)(g)`.",
)

# a larger number may end in 9: Art. 49(2) is about transfers
_ARTICLE_9_2 = re.compile(r"(?<!\d)9(?:\(2\)|,?(?:abs(?:atz|\.)?|para(?:graph|\.)?)2(?!\d))")


@rule(
    code="DAT003",
    name="personal-data-without-legal-basis",
    severity=Severity.ERROR,
    title=Text(en="Personal data without a legal basis", de="Personenbezogene Daten ohne Rechtsgrundlage"),
    why=Text(
        en="Without a legal basis the processing is unlawful, whatever the decision is good for.",
        de="Ohne Rechtsgrundlage ist die Verarbeitung unrechtmäßig, so gut der Zweck auch sein mag.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S6",),
    provisions=(
        "eu-ai-act 10(5)",
        "gdpr 6(1)",
        "gdpr 9(2)",
        "iso-42001 A.7.3",
        "nist-ai-rmf MEASURE 2.10",
    ),
    waivable=False,
    fix="legal_basis: [TODO]",
    bad=Bad("datasets: {credit-file: {legal_basis: null}}", at="datasets.credit-file"),
    good=Good("datasets: {credit-file: {legal_basis: 'gdpr 6(1)(b)'}}"),
    cases=(
        Bad("datasets: {credit-file: {legal_basis: []}}", at="datasets.credit-file.legal_basis"),
        Bad(
            "organisation: {frameworks: null}\ndatasets: {credit-file: {legal_basis: ' '}}",
            at="datasets.credit-file.legal_basis",
        ),
        Bad(
            "datasets: {credit-file: {personal: special, justification: Church tax stands on 2 of the forms., legal_basis: ['gdpr 6(1)(c)', 'gdpr 49(2)', 'gdpr 9(1)']}}",
            at="datasets.credit-file.legal_basis",
        ),
        Bad(
            "datasets: {loan-book: {x-like: datasets/credit-file, title: Loan book, legal_basis: null}}\nsystems: {repayment-score: {learns_from: [loan-book]}}",
            at="datasets.loan-book",
        ),
        Good(
            "datasets: {credit-file: {personal: special, justification: Church tax stands on 2 of the forms., legal_basis: ['gdpr 6(1)(c)', 'gdpr 9 (2)(g)']}}"
        ),
        Good(
            "datasets: {credit-file: {personal: special, justification: Church tax stands on 2 of the forms., legal_basis: 'Art. 6 Abs. 1 lit. c, Art. 9 Abs. 2 lit. g DSGVO'}}"
        ),
        Good("datasets: {credit-file: {personal: none, legal_basis: null}}"),
        Good("organisation: {frameworks: [eu-ai-act]}\ndatasets: {credit-file: {legal_basis: null}}"),
        Good(
            "datasets: {credit-file: {legal_basis: []}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
        Good(
            "datasets: {credit-file: {legal_basis: []}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
    ),
)
def personal_data_without_legal_basis(
    dataset: Dataset, used_by: Decisions, network: Network, workspace: Workspace
) -> Iterator[Problem]:
    """Flag a dataset in use whose legal basis is missing, or names no ground of Art. 9(2) GDPR for special categories.

    Where frameworks are declared, it asks only if the GDPR is one of them.
    """
    if not used_by or not answers_to_the_gdpr(workspace) or not is_personal(dataset):
        return
    text = None if dataset.legal_basis else NO_BASIS
    if dataset.legal_basis and dataset.personal.plain == "special" and not _names_a_ground(dataset):
        text = NO_GROUND
    if text is not None:
        problem = dataset.legal_basis.problem(text, dataset=dataset.id, decisions=used_by.addresses)
        yield problem.beside(dataset.personal.place, *network.naming(dataset, used_by))


def _names_a_ground(dataset: Dataset) -> bool:
    return any(_ARTICLE_9_2.search(re.sub(r"\s", "", written).lower()) for written in dataset.legal_basis.words)
