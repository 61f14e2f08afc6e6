"""OVR015: who oversees, stops or decides a contest belongs to the supplier."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, Text, Value, rule

MESSAGE = Text(
    en="In {decisions} the supplier alone holds what should check its system: {offices}. Name a role of your own there; the supplier may help, but not decide.",
    de="Bei {decisions} hält der Lieferant allein in der Hand, was sein System kontrollieren soll: {offices}. Nennen Sie dort eine eigene Rolle; der Lieferant darf helfen, aber nicht entscheiden.",
)
_HERE = "spaces.lending.decisions.raise-limit"
_SUPPORT = "roles: {support: {x-like: roles/case-worker, title: Support of the supplier, held_by: support@scorewerk.example, party: %s}}\n"
_FIGURES = "systems: {repayment-score: {logic: {open_to: [model-steward, credit-committee, support]}, performance: [{metric: recall, value: 0.81, population: 41 000 loans, by_group: [age], shown_to: [support, case-worker]}]}}\n"


def _decision(keys: str, party: str = "supplier") -> str:
    return f"{_SUPPORT % party}{_FIGURES}spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


@rule(
    code="OVR015",
    name="supplier-holds-oversight",
    severity=Severity.WARNING,
    title=Text(en="The supplier oversees its own system", de="Der Lieferant beaufsichtigt sein eigenes System"),
    why=Text(
        en="Who sells a system should not be the only one who may stop it or say that it was wrong.",
        de="Wer ein System verkauft, soll nicht der Einzige sein, der es anhalten oder ihm einen Irrtum bescheinigen darf.",
    ),
    asks_from="planned",
    serves=("S9", "S10"),
    provisions=("eu-ai-act 26(2)", "gdpr 22(3)", "iso-42001 A.10.2", "iso-42001 A.10.3", "nist-ai-rmf GOVERN 6.1"),
    bad=Bad(_decision("oversight: {by: support}"), at=f"{_HERE}.oversight.by"),
    good=Good(_decision("oversight: {by: support}", "partner")),
    cases=(
        Bad(_decision("status: planned, oversight: {stop: {by: support}}"), at=f"{_HERE}.oversight.stop.by"),
        Bad(
            _decision("autonomy: informs, contest: {decided_by: support}"),
            at=f"{_HERE}.contest.decided_by",
        ),
        Bad(_decision("oversight: {by: support, stop: {by: support}}"), at=f"{_HERE}.oversight.by"),
        Good(_decision("autonomy: human-only, machine: null, contest: {decided_by: support}")),
        Good(_decision("status: draft, oversight: {by: support}")),
        Good(_decision("status: retired, oversight: {by: support}")),
    ),
)
def supplier_holds_oversight(decision: Decision) -> Iterator[Problem]:
    """Flag a decision with a machine in which a role of the supplier oversees, stops or decides a contest."""
    if not decision.acts_from("informs"):
        return
    offices = {
        "oversight.by": decision.oversight.by,
        "oversight.stop.by": decision.oversight.stop.by,
        "contest.decided_by": decision.contest.decided_by,
    }
    held = {name: office for name, office in offices.items() if _is_suppliers(office)}
    if held:
        first, *others = held.values()
        roles = {str(office.plain): office.target for office in held.values()}
        problem = decision.gap(first, MESSAGE, offices=list(held))
        yield problem.beside(*(office.place for office in others), *(role.place for role in roles.values() if role))


def _is_suppliers(office: Value) -> bool:
    role = office.target
    return isinstance(role, Role) and role.party.plain == "supplier"
