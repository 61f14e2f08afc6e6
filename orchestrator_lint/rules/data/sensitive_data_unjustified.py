"""DAT005: sensitive data is used, and nobody says why."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Dataset, Decisions, Good, Problem, Severity, Text, rule
from orchestrator_lint.network import Network

SPECIAL = Text(
    en="`{dataset}` holds special categories of personal data and feeds {decisions}, but why they are needed and allowed is not stated. Write it in `justification`, or leave these fields out.",
    de="`{dataset}` enthält besondere Kategorien personenbezogener Daten und geht in {decisions} ein, doch es fehlt, warum sie nötig und zulässig sind. Schreiben Sie es in `justification`, oder lassen Sie diese Felder weg.",
)
PROXIES = Text(
    en="`{dataset}` names features that can stand in for sensitive ones ({items}) and feeds {decisions}, but why they are needed and allowed is not stated. Write in `justification` what they are used for and what not, or leave them out.",
    de="`{dataset}` nennt Merkmale, die für sensible stehen können ({items}), und geht in {decisions} ein, doch es fehlt, warum das nötig und zulässig ist. Schreiben Sie in `justification`, wozu sie dienen und wozu nicht, oder lassen Sie sie weg.",
)
BOTH = Text(
    en="`{dataset}` holds special categories of personal data, names features that can stand in for them ({items}), and feeds {decisions}, but why all this is needed and allowed is not stated. Write in `justification` what it is used for and what not, or leave it out.",
    de="`{dataset}` enthält besondere Kategorien personenbezogener Daten, nennt Merkmale, die für solche stehen können ({items}), und geht in {decisions} ein, doch es fehlt, warum das alles nötig und zulässig ist. Schreiben Sie in `justification`, wozu es dient und wozu nicht, oder lassen Sie es weg.",
)


@rule(
    code="DAT005",
    name="sensitive-data-unjustified",
    severity=Severity.ERROR,
    title=Text(en="Sensitive data without a justification", de="Sensible Daten ohne Begründung"),
    why=Text(
        en="A postcode or a surname can decide what nationality or origin must not decide.",
        de="Was Herkunft oder Staatsangehörigkeit nicht entscheiden dürfen, entscheidet sonst eben die Postleitzahl oder der Nachname.",
    ),
    asks_from="planned",
    serves=("S6",),
    provisions=(
        "eu-ai-act 10(2)(f)",
        "eu-ai-act 10(2)(g)",
        "eu-ai-act 10(5)",
        "gdpr 9",
        "iso-42001 A.7.4",
        "iso-42001 A.5.4",
        "nist-ai-rmf MEASURE 2.11",
    ),
    waivable=False,
    fix="justification: TODO",
    bad=Bad("datasets: {credit-file: {proxies: [postcode]}}", at="datasets.credit-file"),
    good=Good("datasets: {credit-file: {proxies: [postcode], justification: It only checks 12 regions for bias.}}"),
    cases=(
        Bad(
            "datasets: {credit-file: {personal: special, legal_basis: [gdpr 9(2)(g)], justification: ' '}}",
            at="datasets.credit-file.justification",
        ),
        Bad(
            "datasets: {credit-file: {personal: special, proxies: [surname], legal_basis: [gdpr 9(2)(g)]}}",
            at="datasets.credit-file",
        ),
        Bad(
            "datasets: {loan-book: {x-like: datasets/credit-file, proxies: [postcode, surname]}}\n"
            "systems: {repayment-score: {learns_from: [loan-book]}}",
            at="datasets.loan-book",
        ),
        Bad("datasets: {credit-file: {personal: none, proxies: [postcode]}}", at="datasets.credit-file"),
        Good("datasets: {credit-file: {proxies: []}}"),
        Good("datasets: {loan-book: {x-like: datasets/credit-file, proxies: [postcode]}}"),
        Good(
            "datasets: {credit-file: {proxies: [postcode]}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
        Good(
            "datasets: {credit-file: {proxies: [postcode]}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
    ),
)
def sensitive_data_unjustified(dataset: Dataset, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag a dataset in use with special categories of personal data or with proxies, and without `justification`."""
    is_special = dataset.personal.plain == "special"
    if not used_by or dataset.justification or not (is_special or dataset.proxies):
        return
    values: dict[str, object] = {"dataset": dataset.id, "decisions": used_by.addresses}
    text = SPECIAL
    if dataset.proxies:
        text, values["items"] = BOTH if is_special else PROXIES, dataset.proxies
    problem = dataset.justification.problem(text, **values)
    yield problem.beside(dataset.proxies.place, dataset.personal.place, *network.naming(dataset, used_by))
