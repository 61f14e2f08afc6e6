"""OVR001: nobody oversees the machine."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, System, Text, rule

MISSING = Text(
    en="Nobody is named who oversees the AI in {decisions}. Name in `oversight.by` the role that watches it, understands its outputs and may intervene.",
    de="Für {decisions} ist keine menschliche Aufsicht benannt. Nennen Sie in `oversight.by` die Rolle, die den Betrieb verfolgt, die Ausgaben versteht und eingreifen darf.",
)
NOT_ACCEPTED = Text(
    en="For {decisions} oversight is said not to be needed. That is accepted only where `impact.level` is `none` or `low` and `law.risk_class` is not `high`. Name in `oversight.by` the role that watches the AI and may intervene.",
    de="Für {decisions} heißt es, menschliche Aufsicht sei nicht nötig. Das gilt nur, wo `impact.level` `none` oder `low` ist und `law.risk_class` nicht `high`. Nennen Sie in `oversight.by` die Rolle, die den Betrieb verfolgt und eingreifen darf.",
)
MACHINE = Text(
    en="`{system}` is a system; the human oversight of {decisions} needs a person. Write a role in `oversight.by`.",
    de="`{system}` ist ein System; die menschliche Aufsicht über {decisions} braucht einen Menschen. Tragen Sie in `oversight.by` eine Rolle ein.",
)
_SORTED = (
    "spaces: {lending: {decisions: {sort-letters: {title: Sort letters, question: Which desk gets this letter?, status: live, autonomy: prepares,\n"
    "  impact: {affects: [], as: exposed, effect: none, level: low, reversibility: easy}, out_of_scope: [applications],\n"
    "  machine: {systems: [repayment-score], supplies: [options], does: Proposes a desk.},\n"
    "  human: {supplies: [context], does: Sends a letter on that lies on the wrong desk.},\n"
    "  oversight: {none_because: A letter on the wrong desk is passed on within the day.},\n"
    "  flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}, {from: systems/repayment-score, to: roles/case-worker, carries: proposed desk}],\n"
    "  monitoring: {by: model-steward, every: 1 month, metrics: [outcome]},\n"
    "  law: {risk_class: minimal, area: none, practices: []}}}}}\n"
)


@rule(
    code="OVR001",
    name="overseer-missing",
    severity=Severity.ERROR,
    title=Text(en="Nobody oversees the AI", de="Niemand beaufsichtigt die KI"),
    why=Text(
        en="Oversight that is not assigned to anyone does not take place.",
        de="Eine Aufsicht, die niemandem übertragen ist, findet nicht statt.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S9", "S10"),
    provisions=(
        "eu-ai-act 26(2)",
        "eu-ai-act 14(1)",
        "gdpr 22(3)",
        "iso-42001 A.3.2",
        "iso-42001 A.9.2",
        "nist-ai-rmf MAP 3.5",
        "nist-ai-rmf GOVERN 3.2",
    ),
    accepts_reason=True,
    fix="oversight: {by: TODO}",
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {oversight: {by: null}}}}}",
        at="spaces.lending.decisions.raise-limit.oversight",
    ),
    good=Good(
        "roles: {chief-risk-officer: {sees: [datasets/credit-file, systems/repayment-score]}}\n"
        "spaces: {lending: {decisions: {raise-limit: {oversight: {by: chief-risk-officer}}}}}"
    ),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: planned, autonomy: prepares, oversight: {by: ''}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight.by",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {by: systems/repayment-score}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight.by",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: suspended, oversight: {by: repayment-score, state: planned}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight.by",
        ),
        Bad(
            _SORTED.replace("level: low", "level: moderate"),
            at="spaces.lending.decisions.sort-letters.oversight",
        ),
        Bad(
            _SORTED.replace("risk_class: minimal", "risk_class: high, dpia: {ref: DPIA-7, date: 2026-01-12}"),
            at="spaces.lending.decisions.sort-letters.oversight",
        ),
        Good(_SORTED),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {status: suspended, oversight: {by: null, state: in-progress}}}}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {autonomy: informs, oversight: {by: null}}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: draft, oversight: {by: null}}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, oversight: {by: null}}}}}"),
    ),
)
def overseer_missing(decision: Decision) -> Iterator[Problem]:
    """Flag a decision from `prepares` upwards that no role oversees.

    A reasoned no is accepted at impact none or low outside the high-risk class.
    """
    if not decision.acts_from("prepares"):
        return
    oversight, overseer = decision.oversight, decision.oversight.by
    if isinstance(overseer.target, System):
        yield decision.gap(overseer, MACHINE, system=overseer).beside(decision.autonomy.place)
    elif oversight.reasoned and not decision.is_light:
        yield decision.gap(oversight, NOT_ACCEPTED).beside(decision.impact.level.place, decision.law.risk_class.place)
    elif not overseer and not oversight.settled:
        yield decision.gap(overseer, MISSING).beside(decision.autonomy.place)
