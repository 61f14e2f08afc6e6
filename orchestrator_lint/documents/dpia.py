"""A decision in, its pre-filled data protection impact assessment (Art. 35 GDPR) out."""

from orchestrator_lint.documents.assessed import assessed, others
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, page_on
from orchestrator_lint.documents.page import Context, Page, page_of
from orchestrator_lint.documents.reader import Reader
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.sheet import findings_on
from orchestrator_lint.model import Dataset, Decision


def dpia(edition: Edition, decision: Decision) -> Page:
    """Give the page. It says what the policies say towards Art. 35(7), and asks people for the rest."""
    links = edition.links.at(page_on("dpia", decision))
    datasets = edition.network.datasets_of(decision)
    return page_of(
        edition,
        links,
        "dpia",
        decision,
        findings_on(edition, decision),
        in_list=False,
        it=assessed(edition, links, decision),
        datasets=tuple(_dataset(edition, links, dataset) for dataset in datasets),
        flows=links.flows(decision.space.id),
        others=others(edition, links, decision, "dpia"),
    )


def _dataset(edition: Edition, links: Links, dataset: Dataset) -> Context:
    reader = edition.of(dataset)
    return {
        "name": reader.title(dataset)._replace(link=links.dataset(dataset.id)),
        "personal": reader.word(dataset, "personal", "personal", "DAT011"),
        "is_personal": reader.key(dataset, "personal") != "none",
        "source": reader.text(dataset, "source", "DAT001"),
        "purposes": reader.texts(dataset, "purposes") or (reader.gap("DAT004"),),
        "legal_basis": reader.provisions(dataset, "legal_basis") or (reader.gap("DAT003"),),
        "justification": reader.text(dataset, "justification", "DAT005"),
        "proxies": reader.texts(dataset, "proxies"),
        "recipients": _none_or(reader, dataset, "recipients"),
        "third_countries": _none_or(reader, dataset, "third_countries"),
        "transfer_basis": reader.text(dataset, "transfer_basis"),
        "retention": reader.span(dataset, "retention", "plain", "DAT006"),
        "quality": reader.text(dataset, "quality", "DAT010"),
        "record": reader.text(dataset, "processing_record", "LAW007"),
    }


def _none_or(reader: Reader, dataset: Dataset, key: str) -> tuple[Said, ...]:
    """An empty list says that there are none; where no list stands, nothing is stated."""
    if reader.is_empty(dataset, key):
        return (Said(reader.words.tables["mark"]["none"]),)
    return reader.texts(dataset, key) or (reader.gap("DAT007"),)
