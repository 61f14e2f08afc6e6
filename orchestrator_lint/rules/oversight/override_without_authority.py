"""OVR003: the overseer may not overrule what it oversees."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, Text, level_rank, rule

MISSING = Text(
    en="`{role}` oversees {decisions}, but what it may overrule is not stated. Write in its `may_overrule` the highest autonomy level that it may overrule, at least the one in `autonomy` there.",
    de="`{role}` beaufsichtigt {decisions}, aber was die Rolle übersteuern darf, ist nicht angegeben. Tragen Sie bei ihr in `may_overrule` die höchste Autonomiestufe ein, die sie übersteuern darf, mindestens die dort in `autonomy` genannte.",
)
TOO_LOW = Text(
    en="`{role}` oversees {decisions} but may overrule only up to `{authority}`, and the AI goes further there. Raise `may_overrule`, lower `autonomy`, or name another overseer in `oversight.by`.",
    de="`{role}` beaufsichtigt {decisions}, darf aber nur bis `{authority}` übersteuern, und die KI geht dort weiter. Erhöhen Sie `may_overrule`, senken Sie `autonomy`, oder benennen Sie in `oversight.by` eine andere Aufsicht.",
)


@rule(
    code="OVR003",
    name="override-without-authority",
    severity=Severity.ERROR,
    title=Text(en="The overseer lacks the authority to overrule", de="Der Aufsicht fehlt die Befugnis, zu übersteuern"),
    why=Text(
        en="Oversight without authority is watching. Art. 26(2) AI Act asks for competence, training and authority.",
        de="Aufsicht ohne Befugnis ist Zuschauen. Art. 26 Abs. 2 KI-VO verlangt Kompetenz, Ausbildung und Befugnis.",
    ),
    asks_from="planned",
    serves=("S4",),
    provisions=("eu-ai-act 26(2)", "gdpr 22(3)", "iso-42001 A.3.2", "nist-ai-rmf GOVERN 2.1"),
    waits_for=("AUT002", "AUT008", "ESC007"),
    bad=Bad("roles: {case-worker: {may_overrule: informs}}", at="roles.case-worker.may_overrule"),
    good=Good("roles: {case-worker: {may_overrule: recommends}}"),
    cases=(
        Bad("roles: {case-worker: {may_overrule: null}}", at="roles.case-worker"),
        Bad(
            "roles: {case-worker: {may_overrule: informs}}\n"
            "spaces: {lending: {decisions: {raise-limit: {status: planned, autonomy: prepares}}}}",
            at="roles.case-worker.may_overrule",
        ),
        Bad(
            "roles: {case-worker: {may_overrule: recommends}}\n"
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {modes: {normal: recommends, overload: acts-on-approval}, switched_by: [head-of-lending]}}}}}",
            at="roles.case-worker.may_overrule",
        ),
        Bad(
            "roles: {case-worker: {may_overrule: recommends}}\n"
            "spaces: {lending: {decisions: {raise-limit: {impact: {level: moderate, effect: economic}, autonomy: {decide: recommends, act: acts-unless-vetoed},\n"
            "  flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment},\n"
            "    {from: systems/repayment-score, to: roles/case-worker, carries: score and reasons},\n"
            "    {from: roles/case-worker, to: this, carries: decision},\n"
            "    {from: systems/repayment-score, to: persons/customers, carries: letter}]}}}}",
            at="roles.case-worker.may_overrule",
        ),
        Good(
            "roles: {case-worker: {may_overrule: null}}\n"
            "spaces: {lending: {decisions: {raise-limit: {autonomy: informs}}}}"
        ),
        Good(
            "roles: {case-worker: {may_overrule: recommends}}\n"
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {acquire: acts-alone, decide: recommends, act: acts-alone}}}}}"
        ),
        Good(
            "roles: {case-worker: {may_overrule: null}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
        ),
        Good(
            "roles: {case-worker: {may_overrule: null}}\n"
            "spaces: {lending: {decisions: {raise-limit: {status: retired}}}}"
        ),
    ),
)
def override_without_authority(decision: Decision) -> Iterator[Problem]:
    """Flag a role that oversees a decision from `prepares` upwards and may overrule less than its level, or nothing."""
    overseer = decision.oversight.by
    role = overseer.target if decision.acts_from("prepares") else None
    if not isinstance(role, Role):
        return
    authority, decisions = role.may_overrule, (decision.address,)
    if not authority:
        problem = authority.problem(MISSING, role=role.id, decisions=decisions)
    elif level_rank(authority.plain) < decision.rank:
        problem = authority.problem(TOO_LOW, role=role.id, authority=authority, decisions=decisions)
    else:
        return
    yield problem.beside(overseer.place, decision.autonomy.place)
