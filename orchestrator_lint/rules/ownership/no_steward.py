"""OWN008: nobody looks after a system or a dataset that decisions rest on."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Dataset, Decision, Decisions, Good, Problem, Severity, System, Text, rule
from orchestrator_lint.network import Network

SYSTEM = Text(
    en="Nobody is named who looks after the system `{system}`, which takes part in {decisions}: whoever sees a wrong output does not know whom to tell. Name a role in its `steward`.",
    de="Für das System `{system}`, das an {decisions} mitwirkt, ist niemand als zuständig benannt: Wer eine falsche Ausgabe bemerkt, weiß nicht, wem er sie melden soll. Nennen Sie dort in `steward` eine Rolle.",
)
DATASET = Text(
    en="Nobody is named who looks after the dataset `{dataset}`, which feeds {decisions}: whoever sees a wrong entry does not know whom to tell. Name a role in its `steward`.",
    de="Für den Datensatz `{dataset}`, der in {decisions} eingeht, ist niemand als zuständig benannt: Wer einen falschen Eintrag bemerkt, weiß nicht, wem er ihn melden soll. Nennen Sie dort in `steward` eine Rolle.",
)


def _status(status: str) -> str:
    return (
        "systems: {repayment-score: {steward: null}}\ndatasets: {credit-file: {steward: null}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{status: {status}}}}}}}}}"
    )


@rule(
    code="OWN008",
    name="no-steward",
    severity=Severity.WARNING,
    title=Text(
        en="Nobody looks after a system or a dataset", de="Um ein System oder einen Datensatz kümmert sich niemand"
    ),
    why=Text(
        en="Without a steward nobody receives what people learn when they overrule the machine.",
        de="Was Menschen beim Übersteuern der Maschine lernen, braucht jemanden, bei dem es ankommt.",
    ),
    asks_from="planned",
    serves=("S10", "S8"),
    provisions=(
        "eu-ai-act 26(5)",
        "gdpr 32",
        "iso-42001 A.4.2",
        "iso-42001 A.6.2.6",
        "nist-ai-rmf GOVERN 1.6",
        "nist-ai-rmf GOVERN 2.1",
    ),
    fix="steward: TODO",
    bad=Bad("systems: {repayment-score: {steward: null}}", at="systems.repayment-score"),
    good=Good("systems: {repayment-score: {steward: data-steward}}"),
    cases=(
        Bad("systems: {repayment-score: {steward: ''}}", at="systems.repayment-score.steward"),
        Bad(
            "systems: {repayment-score: {steward: null}}\n"
            "spaces: {lending: {decisions: {raise-limit: {status: planned}}}}",
            at="systems.repayment-score",
        ),
        Bad("datasets: {credit-file: {steward: null}}", at="datasets.credit-file"),
        Bad(
            "datasets: {loan-book: {x-like: datasets/credit-file, title: Loan book, steward: null}}\n"
            "systems: {repayment-score: {learns_from: [loan-book]}}",
            at="datasets.loan-book",
        ),
        Good("datasets: {old-file: {x-like: datasets/credit-file, steward: null}}"),
        Good(_status("draft")),
        Good(_status("retired")),
    ),
)
def no_steward(subject: Decision | Dataset, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag a system that takes part in a decision, and a dataset that feeds one, where no role looks after it."""
    if isinstance(subject, Decision):
        yield from _systems(subject)
    elif used_by and not subject.steward:
        problem = subject.steward.problem(DATASET, dataset=subject.id, decisions=used_by.addresses)
        yield problem.beside(*network.naming(subject, used_by))


def _systems(decision: Decision) -> Iterator[Problem]:
    for named in decision.machine.systems:
        system = named.target
        if isinstance(system, System) and not system.steward:
            problem = system.steward.problem(SYSTEM, system=system.id, decisions=(decision.address,))
            yield problem.beside(named.place)
