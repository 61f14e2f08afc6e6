"""A decision in, its pre-filled data protection impact assessment (Art. 35 GDPR) out."""

from orchestrator_lint.documents.assessed import assessed, others
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, page_on
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.sheet import findings_on
from orchestrator_lint.model import Dataset, Decision


def dpia(edition: Edition, decision: Decision) -> Page:
    """Give the page. It says what the policies say towards Art. 35(7), and asks people for the rest."""
    links = edition.links.on(edition.links.path(page_on("dpia", decision)))
    reader = edition.of(decision)
    datasets = edition.network.datasets_of(decision)
    return page(
        edition,
        links,
        "dpia",
        f"dpia-{decision.space.id}--{decision.id}",
        findings_on(edition, decision),
        reader.office(decision, "owner", "OWN001", "OWN002"),
        in_list=False,
        decisions=(decision,),
        it=assessed(edition, links, decision),
        datasets=tuple(_dataset(edition, links, dataset) for dataset in datasets),
        flows=links.flows(decision.space.id),
        others=others(edition, links, decision, "dpia"),
    )


def _dataset(edition: Edition, links: Links, dataset: Dataset) -> Context:
    reader = edition.of(dataset)
    bases = reader.texts(dataset, "legal_basis")
    return {
        "name": reader.title(dataset)._replace(link=links.dataset(dataset.id)),
        "personal": reader.word(dataset, "personal", "personal", "DAT011"),
        "is_personal": reader.key(dataset, "personal") != "none",
        "source": reader.text(dataset, "source", "DAT001"),
        "purposes": reader.texts(dataset, "purposes") or (reader.gap("DAT004"),),
        "legal_basis": tuple(said._replace(text=reader.words.provision(said.text)) for said in bases)
        or (reader.gap("DAT003"),),
        "justification": reader.text(dataset, "justification", "DAT005"),
        "proxies": reader.texts(dataset, "proxies"),
        "recipients": _none_or(edition, reader.texts(dataset, "recipients"), dataset, "recipients"),
        "third_countries": _none_or(edition, reader.texts(dataset, "third_countries"), dataset, "third_countries"),
        "transfer_basis": reader.text(dataset, "transfer_basis"),
        "retention": reader.span(dataset, "retention", "plain", "DAT006"),
        "quality": reader.text(dataset, "quality", "DAT010"),
        "record": reader.text(dataset, "processing_record", "LAW007"),
    }


def _none_or(edition: Edition, said: tuple[Said, ...], dataset: Dataset, key: str) -> tuple[Said, ...]:
    """An empty list says that there are none; where no list stands, nothing is stated."""
    if said:
        return said
    stated = edition.reader.at(dataset, key)
    none = Said(edition.words.tables["mark"]["none"])
    return (none,) if stated is not None and stated.plain == [] else (edition.of(dataset).gap("DAT007"),)
