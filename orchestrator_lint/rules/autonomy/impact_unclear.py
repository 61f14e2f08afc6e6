"""AUT011: what the decision does to people is not stated, or contradicts itself."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, rule

MISSING = Text(
    en="The impact of {decisions} is not fully stated (missing: {missing}): whom it affects, how strongly, whether it can be undone. Complete `impact`: without it no limit for the AI can be checked.",
    de="Die Auswirkung von {decisions} ist nicht vollständig angegeben (es fehlt: {missing}): wen sie trifft, wie schwer und ob sie sich rückgängig machen lässt. Ergänzen Sie `impact`: Ohne diese Angaben lässt sich keine Grenze für die KI prüfen.",
)
TOO_LOW = Text(
    en="The effect of {decisions} on people is stated as `{effect}`, the impact only as `{impact}`. A legal or similarly significant effect is at least `high`: correct `impact.level` or `impact.effect`.",
    de="Die Wirkung von {decisions} auf Menschen ist mit `{effect}` angegeben, ihre Schwere aber nur mit `{impact}`. Eine rechtliche oder ähnlich erhebliche Wirkung ist mindestens `high`: Berichtigen Sie `impact.level` oder `impact.effect`.",
)


@rule(
    code="AUT011",
    name="impact-unclear",
    severity=Severity.ERROR,
    title=Text(
        en="What the decision does to people is unclear", de="Was die Entscheidung mit Menschen macht, ist unklar"
    ),
    why=Text(
        en="How much autonomy, oversight and contest a decision needs follows from what it does to people.",
        de="Wie viel Autonomie eine Entscheidung verträgt und wie viel Aufsicht und Anfechtung sie braucht, folgt aus ihrer Wirkung auf Menschen.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S13", "S9"),
    provisions=(
        "eu-ai-act 9(2)(a)",
        "eu-ai-act 14(3)",
        "eu-ai-act 27(1)(c)",
        "eu-ai-act 27(1)(d)",
        "gdpr 35(7)(c)",
        "iso-42001 A.5.2",
        "iso-42001 A.5.4",
        "nist-ai-rmf MAP 5.1",
        "singapore-maigf 2",
    ),
    fix="impact: {affects: [TODO], as: TODO, effect: TODO, level: TODO, reversibility: TODO}",
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {impact: {reversibility: null}}}}}",
        at="spaces.lending.decisions.raise-limit.impact",
    ),
    good=Good("spaces: {lending: {decisions: {raise-limit: {impact: {affects: [], effect: none}}}}}"),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, impact: null}}}}",
            at="spaces.lending.decisions.raise-limit",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {impact: {affects: ['']}}}}}",
            at="spaces.lending.decisions.raise-limit.impact",
        ),
        Bad(
            "spaces: {lending: {every_decision: {impact: {affects: [customers]}}, decisions: {raise-limit: {impact: null}}}}",
            at="spaces.lending.every_decision.impact",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {impact: {level: moderate}}}}}",
            at="spaces.lending.decisions.raise-limit.impact.level",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, impact: {level: none, effect: legal}}}}}",
            at="spaces.lending.decisions.raise-limit.impact.level",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {acquire: informs, decide: human-only}, impact: {level: null}}}}}",
            at="spaces.lending.decisions.raise-limit.impact",
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {impact: {level: moderate, effect: economic}}}}}"),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {impact: {affects: {none_because: Only the order of files in a tray.}, effect: none}}}}}"
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: human-only, machine: null, impact: {reversibility: null}}}}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, impact: {reversibility: null}}}}}"),
    ),
)
def impact_unclear(decision: Decision) -> Iterator[Problem]:
    """Flag a decision with a machine where whom it affects, how strongly or how reversibly is missing.

    Flag also an impact below `high` beside a legal or similarly significant effect.
    """
    if decision.is_human_only:
        return
    impact = decision.impact
    missing = [f"impact.{key}" for key in ("affects", "level", "reversibility") if not _stated(impact.child(key))]
    if missing:
        yield decision.gap(impact, MISSING, missing=missing)
    if impact.level and decision.has_grave_effect and not decision.weighs("high"):
        problem = decision.gap(impact.level, TOO_LOW, effect=impact.effect, impact=impact.level)
        yield problem.beside(impact.effect.place)


def _stated(value: Value) -> bool:
    """Whether something is said here; an empty list and a reasoned no both say: nobody."""
    return bool(value) or value.plain == [] or value.reasoned
