"""TRN001: nothing is stated that built the AI literacy of a role that works with AI."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Settings, Severity, Text, rule
from orchestrator_lint.rules.training.taking_part import is_trained, roles_in

MESSAGE = Text(
    en="`{role}` works with AI in {decisions}, but its `training` states no measure that has built its AI literacy. Add one that was held, with `topic`, `date` and `every`.",
    de="`{role}` arbeitet bei {decisions} mit KI, aber unter `training` ist keine Maßnahme angegeben, die die KI-Kompetenz gefördert hat. Tragen Sie eine durchgeführte ein, mit `topic`, `date` und `every`.",
)
_NONE = "roles: {case-worker: {training: null}}"


def _decision(keys: str) -> str:
    return f"{_NONE}\nspaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


@rule(
    code="TRN001",
    name="no-literacy-measure",
    severity=Severity.WARNING,
    title=Text(
        en="No measure for AI literacy is stated", de="Es ist keine Maßnahme zur Förderung der KI-Kompetenz angegeben"
    ),
    why=Text(
        en="People can carry responsibility for a machine only if someone helps them to understand it.",
        de="Wer eine Maschine verantworten soll, braucht Hilfe dabei, sie zu verstehen.",
    ),
    asks_from="pilot",
    serves=("S11",),
    provisions=(
        "eu-ai-act 4",
        "gdpr 39(1)(b)",
        "iso-42001 7.2",
        "iso-42001 7.3",
        "nist-ai-rmf GOVERN 2.2",
        "nist-ai-rmf MAP 3.4",
    ),
    duty="eu-ai-act 4",
    fix="training: [{topic: TODO, date: TODO}]",
    bad=Bad(_NONE, at="roles.case-worker"),
    good=Good("roles: {case-worker: {training: [{topic: automation-bias, date: 2026-11-01, every: 1 year}]}}"),
    cases=(
        Bad("roles: {case-worker: {training: []}}", at="roles.case-worker.training"),
        Bad(
            "roles: {case-worker: {training: [{topic: ai-literacy, date: 2026-11-02}]}}",
            at="roles.case-worker.training",
        ),
        Bad("roles: {case-worker: {training: [{topic: ai-literacy}]}}", at="roles.case-worker.training"),
        Bad("roles: {case-worker: {training: [{date: 2026-06-02}]}}", at="roles.case-worker.training"),
        Bad("roles: {credit-committee: {training: null}}", at="roles.credit-committee"),
        Bad(
            "roles: {emergency-desk: {x-like: roles/case-worker, held_by: desk@bank.example, training: null}}\n"
            "spaces: {lending: {decisions: {raise-limit: {oversight: {stop: {by: emergency-desk}}}}}}",
            at="roles.emergency-desk",
        ),
        Good("roles: {ombudsperson: {training: null}}"),
        Good(_decision("status: planned, requires: {training: [], competences: [credit-risk]}")),
        Good(_decision("status: retired")),
    ),
)
def no_literacy_measure(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag a role that carries out, oversees or stops a decision with AI, or judges what is contested, and has had no training.

    No level of each person is asked for: one entry with a topic and a day until today is enough.
    """
    for role, named in roles_in(decision):
        if not is_trained(role, settings.as_of):
            problem = role.training.problem(MESSAGE, role=role.id, decisions=(decision.address,))
            yield problem.beside(named.place)
