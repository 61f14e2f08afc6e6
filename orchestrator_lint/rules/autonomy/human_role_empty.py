"""AUT003: people take part, and nothing says what they bring."""

from collections.abc import Iterator

from orchestrator_lint.model import LEVELS, Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="What people contribute to {decisions} is not described (missing: {missing}). Write there what they bring and the machine cannot: meaning, values, priorities, experience.",
    de="Was Menschen zu {decisions} beitragen, ist nicht beschrieben (es fehlt: {missing}). Schreiben Sie dort, was sie einbringen und die Maschine nicht kann: Bedeutung, Werte, Prioritäten, Erfahrung.",
)
_SHARED = LEVELS[LEVELS.index("informs") : LEVELS.index("acts-alone")]


@rule(
    code="AUT003",
    name="human-role-empty",
    severity=Severity.ERROR,
    title=Text(en="The contribution of people is not described", de="Der Beitrag der Menschen ist nicht beschrieben"),
    why=Text(
        en="A person in the loop without a contribution of their own is a rubber stamp.",
        de="Wer in der Entscheidungsschleife steht und nichts Eigenes einbringt, ist nur ein Stempel.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S5",),
    provisions=(
        "eu-ai-act 14(4)",
        "eu-ai-act 26(2)",
        "gdpr 22(3)",
        "iso-42001 A.9.2",
        "nist-ai-rmf GOVERN 3.2",
        "nist-ai-rmf MAP 3.5",
    ),
    fix="human: {supplies: [TODO], does: TODO}",
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {human: {does: null}}}}}",
        at="spaces.lending.decisions.raise-limit.human",
    ),
    good=Good(
        "spaces: {lending: {decisions: {raise-limit: {human: {supplies: [context], does: Hears the customer before the score is read.}}}}}"
    ),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {human: null}}}}",
            at="spaces.lending.decisions.raise-limit",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, human: {supplies: []}}}}}",
            at="spaces.lending.decisions.raise-limit.human",
        ),
        Bad(
            "spaces: {lending: {every_decision: {human: {supplies: [values]}}, decisions: {raise-limit: {human: null}}}}",
            at="spaces.lending.every_decision.human",
        ),
        Bad(
            "roles: {case-worker: {may_overrule: acts-alone}}\n"
            "spaces: {lending: {decisions: {raise-limit: {human: null, impact: {level: none, effect: none}, law: {risk_class: minimal, area: none},\n"
            "  autonomy: {modes: {night: acts-alone, day: recommends}, switched_by: [head-of-lending]}}}}}",
            at="spaces.lending.decisions.raise-limit",
        ),
        Bad(
            "roles: {case-worker: {may_overrule: acts-alone}}\n"
            "spaces: {lending: {decisions: {raise-limit: {human: null, autonomy: acts-and-reports, impact: {level: none, effect: none}}}}}",
            at="spaces.lending.decisions.raise-limit",
        ),
        Good(
            "spaces: {lending: {every_decision: {human: {supplies: [values], does: Weighs the case.}}, decisions: {raise-limit: {human: null}}}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {autonomy: human-only, machine: null, human: null}}}}"),
        Good(
            "roles: {case-worker: {may_overrule: acts-alone}}\n"
            "spaces: {lending: {decisions: {raise-limit: {autonomy: acts-alone, human: null, impact: {level: none, effect: none}}}}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, human: null}}}}"),
    ),
)
def human_role_empty(decision: Decision) -> Iterator[Problem]:
    """Flag a decision that people and machine share, where `human.supplies` or `human.does` is missing.

    A mode counts as shared if its level lies from `informs` to `acts-and-reports`.
    """
    stated = [level.plain for level in decision.stated_levels]
    shared = any(level in _SHARED for level in stated) if stated else decision.acts_from("prepares")
    human = decision.human
    missing = [f"human.{part}" for part in ("supplies", "does") if not human.child(part)]
    if missing and shared:
        yield decision.gap(human, MESSAGE, missing=missing).beside(decision.autonomy.place)
