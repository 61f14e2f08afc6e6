"""OWN005: nobody stands in for someone on whom a decision rests."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, System, Text, known_any, rule

MISSING = Text(
    en="`{role}` answers for {decisions}, or oversees or stops the AI there, but its `deputy` names nobody who stands in when it is absent. Name another role there, or say with `none_because` why none is needed.",
    de="`{role}` verantwortet {decisions} oder beaufsichtigt dort die KI oder hält sie an, aber für die Abwesenheit nennt `deputy` keine Vertretung. Tragen Sie dort eine andere Rolle ein, oder begründen Sie mit `none_because`, warum keine nötig ist.",
)
ITSELF = Text(
    en="`{role}` names itself as its `deputy`: for {decisions} nobody stands in when it is absent. Name another role, or say with `none_because` why none is needed.",
    de="`{role}` nennt in `deputy` sich selbst: Bei {decisions} springt für die Rolle niemand ein. Tragen Sie eine andere ein, oder begründen Sie mit `none_because`, warum keine Vertretung nötig ist.",
)
HOLDER = Text(
    en="The `deputy` of `{role}` is `{deputy}`, a role that the same person holds: for {decisions} nobody stands in when that person is absent. Name a role that somebody else holds.",
    de="`deputy` von `{role}` ist `{deputy}`, eine Rolle desselben Menschen: Fehlt er, springt bei {decisions} niemand ein. Tragen Sie eine Rolle ein, die jemand anderes innehat.",
)
MACHINE = Text(
    en="The `deputy` of `{role}` is `{deputy}`, a system, and no system can answer for {decisions}, or oversee or stop another one there. Name the role of a person.",
    de="`deputy` von `{role}` ist das System `{deputy}`; ein System kann {decisions} weder verantworten noch dort die Aufsicht führen. Tragen Sie die Rolle eines Menschen ein.",
)
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"


def _without(decision: str) -> str:
    return (
        f"roles: {{case-worker: {{deputy: null}}}}\nspaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


@rule(
    code="OWN005",
    name="no-deputy-for-owner",
    severity=Severity.NOTE,
    title=Text(
        en="Nobody stands in for who answers or oversees",
        de="Für die verantwortliche oder aufsichtführende Rolle gibt es keine Vertretung",
    ),
    why=Text(
        en="Trust instead of approval only works where someone is always there who may act.",
        de="Vertrauen statt Genehmigung trägt nur, wo auch im Urlaub und bei Krankheit jemand da ist, der handeln darf.",
    ),
    asks_from="pilot",
    profile="assured",
    serves=("S4", "S9"),
    provisions=("eu-ai-act 26(2)", "iso-42001 A.3.2", "iso-42001 A.4.6", "nist-ai-rmf GOVERN 2.1"),
    accepts_reason=True,
    fix="deputy: TODO",
    bad=Bad("roles: {head-of-lending: {deputy: null}}", at="roles.head-of-lending"),
    good=Good("roles: {head-of-lending: {deputy: chief-risk-officer}}"),
    cases=(
        Bad("roles: {case-worker: {deputy: ''}}", at="roles.case-worker.deputy"),
        Bad(
            _without("impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}"),
            at="roles.case-worker",
        ),
        Bad("roles: {case-worker: {deputy: case-worker}}", at="roles.case-worker.deputy"),
        Bad(
            "roles: {case-worker: {deputy: night-desk}, night-desk: {x-like: roles/case-worker, held_by: Case@Bank.example}}",
            at="roles.case-worker.deputy",
        ),
        Bad("roles: {case-worker: {deputy: systems/repayment-score}}", at="roles.case-worker.deputy"),
        Good(
            "roles: {case-worker: {deputy: {none_because: Nine people hold this role; two are on duty in each branch.}}}"
        ),
        Good("roles: {model-steward: {deputy: null}}"),
        Good("roles: {internal-audit: {deputy: null}, credit-committee: {deputy: null}}"),
        Good(_without(_LIGHT)),
        Good(_without("status: planned")),
        Good(_without("status: retired")),
    ),
)
def no_deputy_for_owner(decision: Decision) -> Iterator[Problem]:
    """Flag a person without a deputy who owns, oversees or stops a decision of moderate weight or more."""
    if not known_any((lambda: decision.weighs("moderate"), lambda: decision.is_serious)):
        return
    for office in (decision.owner.sole, decision.oversight.by, decision.oversight.stop.by):
        role = office.target
        fault = _fault(role) if isinstance(role, Role) and role.is_person else None
        if isinstance(role, Role) and fault is not None:
            values = {"deputy": role.deputy} if role.deputy else {}
            problem = role.deputy.problem(fault, role=role.id, decisions=(decision.address,), **values)
            yield problem.beside(office.place)


def _fault(role: Role) -> Text | None:
    deputy = role.deputy.target
    if isinstance(deputy, System):
        return MACHINE
    if isinstance(deputy, Role):
        same = ITSELF if role == deputy else HOLDER
        return same if role.is_same_person(deputy) else None
    return None if role.deputy.reasoned else MISSING
