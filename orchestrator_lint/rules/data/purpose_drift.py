"""DAT004: data is used for something that it was not collected for."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Dataset,
    Decision,
    Decisions,
    Good,
    Problem,
    Related,
    Severity,
    Text,
    Value,
    rule,
)
from orchestrator_lint.network import Network
from orchestrator_lint.rules.data.personal import is_personal, name_of

DRIFT = Text(
    en="In {decisions}, `{dataset}` serves the purpose `{purpose}`, but the dataset is kept for {purposes}. If that is the same, write the dataset's word in `use`. If not, stop this flow, or have the new purpose checked and add it to `purposes` of the dataset.",
    de="In {decisions} dient `{dataset}` dem Zweck `{purpose}`; bestimmt ist der Datensatz aber für {purposes}. Ist dasselbe gemeint, schreiben Sie in `use` das Wort des Datensatzes. Wenn nicht, beenden Sie diesen Datenfluss, oder lassen Sie den neuen Zweck prüfen und ergänzen Sie ihn in `purposes` des Datensatzes.",
)
OPEN = Text(
    en="`{dataset}` holds personal data and feeds {decisions}, but what it was collected for is not stated, so every use would fit. List it in `purposes`, in the words that the flows have in `use`.",
    de="`{dataset}` enthält personenbezogene Daten und geht in {decisions} ein, doch wofür sie erhoben wurden, steht nirgends; so passt jede Verwendung. Führen Sie es in `purposes` auf (Zweckbindung), mit den Wörtern, die die Datenflüsse unter `use` haben.",
)
KEPT_FOR = Text(en="What the data is kept for", de="Wofür die Daten bestimmt sind")

_FLOWS = (
    "spaces: {{lending: {{decisions: {{raise-limit: {{flows: [{{from: datasets/credit-file, to: systems/repayment-score, use: {use}}}, "
    "{{from: systems/repayment-score, to: roles/case-worker, carries: score}}]}}}}}}}}"
)


@rule(
    code="DAT004",
    name="purpose-drift",
    severity=Severity.WARNING,
    title=Text(en="Data is used for another purpose", de="Daten dienen einem anderen Zweck"),
    why=Text(
        en="Data that was given for one thing and is used for another breaks the promise under which it was given.",
        de="Wer Daten für das eine bekam und sie für ein anderes nutzt, bricht das Versprechen, mit dem er sie bekam.",
    ),
    asks_from="planned",
    serves=("S3",),
    provisions=("gdpr 5(1)(b)", "gdpr 6(4)", "iso-42001 A.7.2", "nist-ai-rmf MAP 1.1"),
    waits_for=("DAT002",),
    bad=Bad(_FLOWS.format(use="marketing"), at="spaces.lending.decisions.raise-limit.flows.0.use"),
    good=Good(_FLOWS.format(use="Credit_Assessment")),
    cases=(
        Bad("datasets: {credit-file: {purposes: []}}", at="datasets.credit-file.purposes"),
        Bad(
            "datasets: {loan-book: {x-like: datasets/credit-file, personal: special, justification: Health is in 2 of the fields., legal_basis: [gdpr 9(2)(g)], purposes: null}}\n"
            "systems: {repayment-score: {learns_from: [loan-book]}}",
            at="datasets.loan-book",
        ),
        Bad(
            "datasets: {bank-holidays: {x-like: datasets/credit-file, title: Bank holidays, personal: none, purposes: [due-dates]}}\n"
            "spaces: {lending: {flows: [{from: datasets/bank-holidays, to: this, use: staff-planning}]}}",
            at="spaces.lending.flows.0.use",
        ),
        Good("datasets: {credit-file: {personal: none, purposes: null}}"),
        Good("datasets: {loan-book: {x-like: datasets/credit-file, title: Used by nobody, purposes: null}}"),
        Good(_FLOWS.format(use="marketing").replace("raise-limit: {", "raise-limit: {status: draft, ")),
        Good(
            "datasets: {credit-file: {purposes: []}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
    ),
)
def purpose_drift(subject: Decision | Dataset, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag (a) a flow from a dataset with a `use` that is none of its `purposes`.

    (b) a dataset in use that holds personal data and names no purpose.
    """
    if isinstance(subject, Decision):
        for flow in (*subject.flows, *subject.space.flows):
            yield from _drift(subject, flow)
    elif used_by and is_personal(subject) and not subject.purposes:
        problem = subject.purposes.problem(OPEN, dataset=subject.id, decisions=used_by.addresses)
        yield problem.beside(*network.naming(subject, used_by))


def _drift(decision: Decision, flow: Value) -> Iterator[Problem]:
    if not flow.use or not str(flow.from_.plain).startswith("datasets/"):
        return
    dataset, use = flow.from_.target, str(flow.use.plain)
    if isinstance(dataset, Dataset) and _is_another(use, dataset.purposes.words):
        problem = decision.gap(flow.use, DRIFT, dataset=dataset.id, purpose=use, purposes=dataset.purposes)
        yield problem.beside(Related(dataset.purposes.place, KEPT_FOR))


def _is_another(use: str, purposes: tuple[str, ...]) -> bool:
    return bool(purposes) and name_of(use) not in map(name_of, purposes)
