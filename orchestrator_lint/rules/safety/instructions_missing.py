"""SAF010: people work with a system without instructions for use."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Severity, System, Text, rule
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="`{system}` takes part in {decisions}, but where its instructions for use stand is not stated. Write in `instructions` where they are found; for something built in-house that is a page on what it can do, what it cannot, and when not to trust it.",
    de="`{system}` wirkt bei {decisions} mit, doch wo die Betriebsanleitungen stehen, ist nicht angegeben. Schreiben Sie in `instructions`, wo man sie findet; bei einer Eigenentwicklung eine Seite dazu, was sie kann, was nicht und wann man ihr nicht folgen soll.",
)
_HERE = "systems.repayment-score"


def _with(instructions: str, decision: str = "status: live") -> str:
    return (
        f"systems: {{repayment-score: {{instructions: {instructions}}}}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


@rule(
    code="SAF010",
    name="instructions-missing",
    severity=Severity.WARNING,
    title=Text(en="A system without instructions for use", de="Ein System ohne Betriebsanleitungen"),
    why=Text(
        en="Who does not know what a system was made for cannot tell when it is being misused.",
        de="Wer nicht weiß, wofür ein System gemacht ist, merkt nicht, wann es falsch verwendet wird.",
    ),
    asks_from="planned",
    serves=("S3", "S9"),
    provisions=(
        "eu-ai-act 13(2)",
        "eu-ai-act 26(1)",
        "iso-42001 A.8.2",
        "iso-42001 A.9.4",
        "nist-ai-rmf MEASURE 2.9",
    ),
    fix="instructions: TODO",
    bad=Bad(_with("null"), at=_HERE),
    good=Good(_with("Handbook of lending 7.2")),
    cases=(
        Bad(_with("' '", "status: planned"), at=f"{_HERE}.instructions"),
        Bad(_with("null", "autonomy: informs"), at=_HERE),
        Good(_with("null", "status: draft")),
        Good(_with("null", "status: retired")),
    ),
)
def instructions_missing(system: System, used_by: Decisions, network: Network) -> Iterator[Problem]:
    """Flag a system without `instructions` that takes part in a decision, planned or in use, from `informs` upwards."""
    affected = used_by.known_to(lambda decision: decision.acts_from("informs"))
    if affected and not system.instructions:
        problem = system.instructions.problem(MESSAGE, system=system.id, decisions=affected.addresses)
        yield problem.beside(*network.naming(system, affected))
