"""PUR003: nobody has said what a decision must not be used for."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, rule

ANYWHERE = Text(
    en="It is not stated what `{decision}` and its AI must not be used for. List it in `out_of_scope`, or in `boundaries.outside` of `{space}` for the whole space.",
    de="Es ist nicht angegeben, wofür `{decision}` und die KI darin nicht verwendet werden dürfen. Führen Sie es in `out_of_scope` auf oder, für den ganzen Raum, in `boundaries.outside` von `{space}`.",
)
HERE = Text(
    en="It is not stated what `{decision}` and its AI must not be used for. A decision of this weight needs its own list in `out_of_scope`: what someone could foreseeably be tempted to use the result for, and must not. The boundaries of the space and a reason for leaving it open do not replace it.",
    de="Es ist nicht angegeben, wofür `{decision}` und die KI darin nicht verwendet werden dürfen. Eine Entscheidung von diesem Gewicht braucht eine eigene Liste in `out_of_scope`: wofür jemand das Ergebnis vorhersehbar gern nähme und nicht nehmen darf. Die Grenzen des Raums oder eine Begründung dafür, dass nichts ausgeschlossen ist, ersetzen sie nicht.",
)
_HERE = "spaces.lending.decisions.raise-limit.out_of_scope"
_LIGHT = "impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}"


def _decision(more: str, space: str = "") -> str:
    return f"spaces: {{lending: {{{space}decisions: {{raise-limit: {{{more}}}}}}}}}"


@rule(
    code="PUR003",
    name="out-of-scope-missing",
    severity=Severity.WARNING,
    title=Text(
        en="It is not stated what a decision must not be used for",
        de="Wofür eine Entscheidung nicht verwendet werden darf, ist nicht angegeben",
    ),
    why=Text(
        en="Most misuse is use for something nearby. The intended purpose ends where someone has drawn its end.",
        de="Missbraucht wird meist für das Naheliegende. Die Zweckbestimmung endet dort, wo jemand ihr Ende gezogen hat.",
    ),
    asks_from="planned",
    serves=("S6",),
    provisions=(
        "eu-ai-act 13(3)(b)(iii)",
        "eu-ai-act 9(2)(b)",
        "gdpr 5(1)(b)",
        "iso-42001 A.9.4",
        "nist-ai-rmf MAP 3.3",
        "uk-atrs 2.1",
    ),
    accepts_reason=True,
    fix="out_of_scope: [TODO]",
    bad=Bad(_decision("out_of_scope: null"), at="spaces.lending.decisions.raise-limit"),
    good=Good(_decision(f"out_of_scope: null, {_LIGHT}")),
    cases=(
        Bad(_decision("out_of_scope: [], status: planned"), at=_HERE),
        Bad(_decision("out_of_scope: {none_because: Nothing is excluded.}"), at=_HERE),
        Bad(
            _decision(f"out_of_scope: null, {_LIGHT}", "boundaries: {outside: null}, "),
            at="spaces.lending.decisions.raise-limit",
        ),
        Bad(
            _decision("out_of_scope: null, impact: {level: low, effect: economic}, law: {risk_class: high}"),
            at="spaces.lending.decisions.raise-limit",
        ),
        Good(_decision("out_of_scope: null", "every_decision: {out_of_scope: [marketing]}, ")),
        Good(
            _decision(
                f"out_of_scope: {{none_because: The result may be used for everything that the bank does.}}, {_LIGHT}",
                "boundaries: {outside: []}, ",
            )
        ),
        Good(
            _decision("out_of_scope: {state: in-progress}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(_decision("out_of_scope: null, status: draft")),
        Good(_decision("out_of_scope: null, autonomy: human-only, machine: null")),
    ),
)
def out_of_scope_missing(decision: Decision) -> Iterator[Problem]:
    """Flag a decision with AI that lists no use as out of scope.

    Where it is not serious, the boundaries of its space or a reasoned no are enough.
    """
    stated = decision.out_of_scope
    if not decision.acts_from("informs") or stated or _is_under_way(stated):
        return
    boundaries = decision.space.boundaries
    if decision.is_serious:
        yield decision.gap(stated, HERE, decision=decision.address).beside(boundaries.place)
    elif not stated.reasoned and not boundaries.outside:
        problem = decision.gap(stated, ANYWHERE, decision=decision.address, space=decision.space.id)
        yield problem.beside(boundaries.place)


def _is_under_way(stated: Value) -> bool:
    return stated.settled and not stated.reasoned
