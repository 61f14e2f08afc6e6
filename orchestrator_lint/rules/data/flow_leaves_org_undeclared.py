"""DAT007: personal data leaves the organisation, and the dataset does not say so."""

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
    Workspace,
    rule,
)
from orchestrator_lint.model.flows import is_effect
from orchestrator_lint.network import FlowGraph, flows_of
from orchestrator_lint.rules.data.personal import answers_to_the_gdpr, is_personal, name_of

UNNAMED = Text(
    en="By the flows of {decisions}, personal data from `{dataset}` reaches `{recipient}` outside the organisation, but the dataset does not name this recipient. Add it to `recipients` of the dataset, or end the flow.",
    de="Nach den Datenflüssen von {decisions} gelangen personenbezogene Daten aus `{dataset}` nach außen an `{recipient}`, doch der Datensatz nennt diesen Empfänger nicht. Ergänzen Sie ihn dort in `recipients`, oder beenden Sie den Datenfluss.",
)
NO_COUNTRY = Text(
    en="Personal data from `{dataset}` goes to {recipients}; whether it reaches a country outside the EU and EEA is not stated. List these countries in `third_countries`, or write `[]` if there are none.",
    de="Personenbezogene Daten aus `{dataset}` gehen an {recipients}; ob sie in ein Drittland gelangen, ist nicht angegeben. Führen Sie die Länder außerhalb von EU und EWR in `third_countries` auf, oder schreiben Sie `[]`, wenn es keine gibt.",
)
NO_SAFEGUARD = Text(
    en="Personal data from `{dataset}` reaches {countries}, outside the EU and EEA, without a stated safeguard. Write in `transfer_basis` what the transfer rests on, for example an adequacy decision or standard contractual clauses.",
    de="Personenbezogene Daten aus `{dataset}` gelangen in Drittländer ({countries}), ohne dass eine Garantie angegeben ist. Schreiben Sie in `transfer_basis`, worauf sich die Übermittlung stützt, etwa auf einen Angemessenheitsbeschluss oder auf Standardvertragsklauseln.",
)
NAMED = Text(en="The recipients that the dataset names", de="Die Empfänger, die der Datensatz nennt")

_FLOWS = (
    "spaces: {{lending: {{decisions: {{raise-limit: {{flows: [{{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}}, "
    "{{from: systems/repayment-score, to: roles/case-worker, carries: score}}, {more}]}}}}}}}}"
)
_ANONYMISED = (
    "datasets: {counts: {x-like: datasets/credit-file, title: Scores by region, personal: none}}\n"
    "roles: {case-worker: {sees: [datasets/credit-file, systems/repayment-score, datasets/counts]}}\n"
)


@rule(
    code="DAT007",
    name="flow-leaves-org-undeclared",
    severity=Severity.WARNING,
    title=Text(
        en="Personal data leaves the organisation unannounced",
        de="Personenbezogene Daten verlassen das Haus, ohne dass es dort steht",
    ),
    why=Text(
        en="What leaves the organisation leaves its control; those concerned have a right to know where it goes.",
        de="Was das Haus verlässt, entzieht sich seiner Kontrolle; die Betroffenen haben ein Recht zu wissen, wohin es geht.",
    ),
    asks_from="planned",
    serves=("S3",),
    provisions=(
        "eu-ai-act 26(1)",
        "gdpr 28",
        "gdpr 30(1)(d)",
        "gdpr 30(1)(e)",
        "gdpr 44",
        "gdpr 46",
        "iso-42001 A.10.3",
        "nist-ai-rmf MAP 4.2",
        "nist-ai-rmf GOVERN 6.1",
    ),
    waits_for=("DAT002",),
    bad=Bad(
        _FLOWS.format(more="{from: systems/repayment-score, to: external/Credit Bureau, carries: score}"),
        at="spaces.lending.decisions.raise-limit.flows.2.to",
    ),
    good=Good(_FLOWS.format(more="{from: systems/repayment-score, to: external/scorewerk-GmbH, carries: score}")),
    cases=(
        Bad(
            "organisation: {frameworks: null}\n"
            "spaces: {lending: {flows: [{from: datasets/credit-file, to: external/Credit Bureau, use: credit-assessment}]}}",
            at="spaces.lending.flows.0.to",
        ),
        Bad("datasets: {credit-file: {third_countries: null}}", at="datasets.credit-file"),
        Bad("datasets: {credit-file: {third_countries: ['']}}", at="datasets.credit-file.third_countries"),
        Bad("datasets: {credit-file: {third_countries: [Japan, Brazil]}}", at="datasets.credit-file"),
        Good("datasets: {credit-file: {third_countries: [Japan], transfer_basis: Adequacy decision 2019/419}}"),
        Good("datasets: {credit-file: {recipients: [], third_countries: null}}"),
        Good("datasets: {credit-file: {personal: none, third_countries: null}}"),
        Good(_FLOWS.format(more="{from: this, to: external/Letter shop, carries: letter, effect: true}")),
        Good(
            _ANONYMISED
            + _FLOWS.format(
                more="{from: systems/repayment-score, to: datasets/counts, carries: score}, "
                "{from: datasets/counts, to: external/Statistics office, use: credit-assessment}"
            )
        ),
        Good(
            "organisation: {frameworks: [eu-ai-act]}\n"
            + _FLOWS.format(more="{from: systems/repayment-score, to: external/Credit Bureau, carries: score}")
        ),
        Good(
            "organisation: {frameworks: [eu-ai-act]}\ndatasets: {credit-file: {third_countries: null}}",
        ),
        Good(
            "datasets: {credit-file: {third_countries: null}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
        Good(
            "datasets: {credit-file: {third_countries: [Japan]}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
    ),
)
def flow_leaves_org_undeclared(
    subject: Decision | Dataset, used_by: Decisions, workspace: Workspace
) -> Iterator[Problem]:
    """Flag (a) a flow that brings personal data to an outside party which its dataset does not name.

    A dataset in use with recipients that (b) is silent on third countries, or (c) reaches one without `transfer_basis`.
    """
    if not answers_to_the_gdpr(workspace):
        return
    if isinstance(subject, Decision):
        yield from _unnamed_recipients(subject, workspace)
    elif used_by and is_personal(subject):
        yield from _transfers(subject)


def _transfers(dataset: Dataset) -> Iterator[Problem]:
    countries = dataset.third_countries
    if countries and not dataset.transfer_basis:
        problem = dataset.transfer_basis.problem(NO_SAFEGUARD, dataset=dataset.id, countries=countries)
        yield problem.beside(countries.place, dataset.recipients.place)
    elif dataset.recipients and not countries and countries.plain != []:
        problem = countries.problem(NO_COUNTRY, dataset=dataset.id, recipients=dataset.recipients)
        yield problem.beside(dataset.recipients.place)


def _unnamed_recipients(decision: Decision, workspace: Workspace) -> Iterator[Problem]:
    """Follow the flows from each dataset; what is said to hold no personal data passes none on."""
    forward, _ = flows_of([decision])
    starts = {start: workspace.find(*start.split("/")) for start in forward.edges if start.startswith("datasets/")}
    datasets = {start: dataset for start, dataset in starts.items() if isinstance(dataset, Dataset)}
    graph = forward.without(start for start, dataset in datasets.items() if not is_personal(dataset))
    for start, dataset in datasets.items():
        named = {name_of(recipient) for recipient in dataset.recipients.words}
        for end, flow in _outward(graph, start):
            recipient = str(flow.to.plain).removeprefix("external/")
            if name_of(recipient) not in named:
                problem = decision.gap(flow.to, UNNAMED, dataset=dataset.id, recipient=recipient)
                way = [*graph.way(start, end), flow]
                yield problem.beside(*(step.place for step in way), Related(dataset.recipients.place, NAMED))


def _outward(graph: FlowGraph, start: str) -> Iterator[tuple[str, Value]]:
    """The flows to parties outside, each with the end that it starts from: the dataset or what it reaches.

    A flow that takes effect is no transfer.
    """
    reached, _ = graph.followed_from(start)
    for end in (start, *sorted(reached)):
        for after, flow in graph.edges.get(end, ()):
            if after.startswith("external/") and not is_effect(flow):
                yield end, flow
