"""AUT001: it is not stated how far the machine may go."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MISSING = Text(
    en="How far the AI may go in {decisions} is not stated. Write one of the eight levels in `autonomy`, from `human-only` to `acts-alone`.",
    de="Wie weit die KI bei {decisions} gehen darf, ist nicht festgelegt. Tragen Sie in `autonomy` eine der acht Autonomiestufen ein, von `human-only` bis `acts-alone`.",
)
WITHOUT_DECIDE = Text(
    en="`autonomy` of {decisions} is given by stage, but the one that counts is left out: how far the AI goes in deciding. Add `decide` with one of the eight levels.",
    de="`autonomy` ist bei {decisions} nach Phasen angegeben, aber die entscheidende fehlt: wie weit die KI beim Entscheiden selbst geht. Ergänzen Sie `decide` mit einer der acht Autonomiestufen.",
)


@rule(
    code="AUT001",
    name="autonomy-level-missing",
    severity=Severity.ERROR,
    title=Text(en="How far the AI may go is not stated", de="Wie weit die KI gehen darf, ist nicht festgelegt"),
    why=Text(
        en="It is the first question of the whole design: which decision may AI prepare, and which stays human?",
        de="Damit beginnt jede Gestaltung: Welche Entscheidung darf KI vorbereiten, und welche bleibt menschlich?",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S13",),
    provisions=(
        "eu-ai-act 14(3)",
        "eu-ai-act 3(1)",
        "gdpr 22(1)",
        "iso-42001 A.9.4",
        "iso-42001 A.6.2.2",
        "nist-ai-rmf MAP 2.1",
        "nist-ai-rmf GOVERN 3.2",
    ),
    fix="autonomy: TODO",
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {autonomy: null}}}}", at="spaces.lending.decisions.raise-limit"
    ),
    good=Good("spaces: {lending: {decisions: {raise-limit: {autonomy: informs}}}}"),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {}}}}}",
            at="spaces.lending.decisions.raise-limit.autonomy",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {acquire: acts-alone, act: recommends}}}}}",
            at="spaces.lending.decisions.raise-limit.autonomy",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: draft, autonomy: {decide: null, act: recommends}}}}}",
            at="spaces.lending.decisions.raise-limit.autonomy.decide",
        ),
        Bad(
            "spaces: {lending: {every_decision: {autonomy: {analyse: informs}}, decisions: {raise-limit: {autonomy: null}}}}",
            at="spaces.lending.every_decision.autonomy",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: null, impact: {level: very-high, reversibility: irreversible}}}}}",
            at="spaces.lending.decisions.raise-limit",
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {autonomy: {decide: recommends}}}}}"),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {autonomy: {modes: {normal: informs, overload: recommends}, switched_by: [head-of-lending]}}}}}"
        ),
        Good("spaces: {lending: {every_decision: {autonomy: recommends}, decisions: {raise-limit: {autonomy: null}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, autonomy: null}}}}"),
    ),
)
def autonomy_level_missing(decision: Decision) -> Iterator[Problem]:
    """Flag a decision without `autonomy`, or with one by stage that says neither `decide` nor `modes`."""
    if not decision.autonomy:
        yield decision.gap(decision.autonomy, MISSING)
    elif not decision.stated_levels:
        yield decision.gap(decision.autonomy.decide, WITHOUT_DECIDE)
