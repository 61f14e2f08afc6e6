"""OVR002: nobody has the right to depart from the machine."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MISSING = Text(
    en="No right to depart from the machine is stated for {decisions}: `oversight.override.may` lets nobody disregard, override or reverse its output. Grant at least one: `disregard`, `override`, `reverse`.",
    de="Für {decisions} ist kein Recht angegeben, von der Maschine abzuweichen: `oversight.override.may` erlaubt niemandem, die Ausgabe außer Acht zu lassen, außer Kraft zu setzen oder rückgängig zu machen. Gewähren Sie mindestens eines: `disregard`, `override`, `reverse`.",
)
NOT_ACCEPTED = Text(
    en="For {decisions} a right to depart from the machine is said not to be needed. That is accepted only where `impact.level` is `none` or `low` and `law.risk_class` is not `high`. Grant in `oversight.override.may` at least one: `disregard`, `override`, `reverse`.",
    de="Für {decisions} heißt es, ein Recht, von der Maschine abzuweichen, sei nicht nötig. Das gilt nur, wo `impact.level` `none` oder `low` ist und `law.risk_class` nicht `high`. Gewähren Sie in `oversight.override.may` mindestens eines: `disregard`, `override`, `reverse`.",
)

_SORTED = (
    "spaces: {lending: {decisions: {sort-letters: {x-like: lending/raise-limit, title: Sort letters, question: Which desk gets this letter?, autonomy: prepares,\n"
    "  impact: {affects: [], as: exposed, effect: none, level: low, reversibility: easy},\n"
    "  oversight: {override: {may: null, justification: null, logged: null, none_because: A wrong desk is noticed at once.}},\n"
    "  law: {risk_class: minimal, area: none}}}}}\n"
)


@rule(
    code="OVR002",
    name="override-missing",
    severity=Severity.ERROR,
    title=Text(en="Nobody may depart from the machine", de="Niemand darf von der Maschine abweichen"),
    why=Text(
        en="People who may not say no to a machine do not oversee it.",
        de="Wer zur Maschine nicht Nein sagen darf, beaufsichtigt sie nicht.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S5",),
    provisions=(
        "eu-ai-act 14(4)(d)",
        "gdpr 22(3)",
        "iso-42001 A.9.2",
        "nist-ai-rmf MANAGE 2.4",
        "nist-ai-rmf MANAGE 4.1",
        "nist-ai-rmf GOVERN 1.7",
    ),
    waits_for=("OVR001",),
    accepts_reason=True,
    fix="oversight: {override: {may: [TODO]}}",
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {oversight: {override: {may: [not-use]}}}}}}",
        at="spaces.lending.decisions.raise-limit.oversight.override.may",
    ),
    good=Good("spaces: {lending: {decisions: {raise-limit: {oversight: {override: {may: [disregard]}}}}}}"),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: planned, autonomy: prepares, oversight: {override: {may: []}}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight.override.may",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {override: {may: null}}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight.override",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {oversight: {override: null}}}}}",
            at="spaces.lending.decisions.raise-limit.oversight",
        ),
        Bad(
            _SORTED.replace("level: low", "level: moderate"),
            at="spaces.lending.decisions.sort-letters.oversight.override",
        ),
        Bad(
            _SORTED.replace("risk_class: minimal", "risk_class: high, dpia: {ref: DPIA-7, date: 2026-01-12}"),
            at="spaces.lending.decisions.sort-letters.oversight.override",
        ),
        Good(_SORTED),
        Good(
            _SORTED.replace("override: {none_because: A wrong desk is noticed at once.}", "state: planned").replace(
                "status: live", "status: suspended"
            )
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {machine: {supplies: [options]}, oversight: {override: {may: [not-use, reverse]}}}}}}",
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {status: suspended, oversight: {override: {may: null, state: in-progress}}}}}}",
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {oversight: {override: {may: [override]}}}}}}"),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {status: suspended, oversight: {override: null, state: in-progress}}}}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {autonomy: informs, oversight: {override: {may: []}}}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: draft, oversight: {override: {may: []}}}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, oversight: {override: {may: []}}}}}}"),
    ),
)
def override_missing(decision: Decision) -> Iterator[Problem]:
    """Flag a decision from `prepares` upwards where nobody may disregard, override or reverse the output.

    A reasoned no is accepted at impact none or low outside the high-risk class.
    """
    override = decision.oversight.override
    if not decision.acts_from("prepares"):
        return
    if override.reasoned and not decision.is_light:
        yield decision.gap(override, NOT_ACCEPTED).beside(decision.impact.level.place, decision.law.risk_class.place)
    elif not override.settled and not override.may.has("disregard", "override", "reverse"):
        yield decision.gap(override.may, MISSING).beside(decision.oversight.by.place)
