"""CON001: those about whom it is decided cannot contest it."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.contest.concerned import weighs_on_people
from orchestrator_lint.rules.contest.examples import BY_HAND

NO_CONTEST = Text(
    en="No way to contest the decision is stated in {decisions} for those concerned ({groups}). Describe in `contest` the `route`, what can be contested (`of`), who decides (`decided_by`) and by when (`respond_within`).",
    de="Bei {decisions} ist für die Betroffenen ({groups}) kein Weg zur Anfechtung der Entscheidung angegeben. Beschreiben Sie in `contest` den Weg (`route`), was angefochten werden kann (`of`), wer entscheidet (`decided_by`) und bis wann (`respond_within`).",
)
NO_ROUTE = Text(
    en="`contest` of {decisions} does not say where people turn who want to contest the decision. Write in `route` where and how, for example a branch, a letter or a telephone number.",
    de="`contest` sagt bei {decisions} nicht, wohin sich wendet, wer die Entscheidung anfechten will. Tragen Sie in `route` ein, wo und wie das geht, etwa in der Filiale, per Brief oder am Telefon.",
)
NO_EXCUSE = Text(
    en="The reason in `contest` does not suffice for {decisions}: it is accepted only up to impact `moderate`, and not where the effect is `significant` or `legal`. Replace `none_because` by a `route`.",
    de="Die Begründung in `contest` genügt für {decisions} nicht: Anerkannt wird sie nur bis zur Auswirkung `moderate` und nicht, wo die Wirkung `significant` oder `legal` ist. Ersetzen Sie `none_because` durch einen Weg (`route`).",
)
_LIGHTER = "impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}"
_EMPTIED = "means: null, of: null, file_within: null, effect_waits: null, decided_by: null, respond_within: null"
_REASON = f"{{{_EMPTIED}, route: null, none_because: Every applicant signs the offer before it counts.}}"
_INHERITED = "{route: Branch, means: [challenge], of: both, file_within: 3 months, effect_waits: true, decided_by: credit-committee, respond_within: 1 month}"


def _contest(contest: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, contest: {contest}}}}}}}}}"


@rule(
    code="CON001",
    name="no-contest-route",
    severity=Severity.ERROR,
    title=Text(en="No way to contest a decision", de="Kein Weg, eine Entscheidung anzufechten"),
    why=Text(
        en="Whoever must live with a decision must be able to say that it is wrong, and be heard.",
        de="Wer mit einer Entscheidung leben muss, muss sagen können, dass sie falsch ist – und damit Gehör finden.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S3", "S6"),
    provisions=(
        "eu-ai-act 27(1)(f)",
        "eu-ai-act 85",
        "gdpr 22(3)",
        "iso-42001 A.8.5",
        "iso-42001 A.3.3",
        "nist-ai-rmf MEASURE 3.3",
        "nist-ai-rmf MANAGE 4.1",
        "uk-atrs 3.5",
    ),
    accepts_reason=True,
    fix="contest: {route: TODO, decided_by: TODO, respond_within: TODO}",
    bad=Bad(_contest("null"), at="spaces.lending.decisions.raise-limit.contest"),
    good=Good(_contest("{route: Complaints desk in every branch}")),
    cases=(
        Bad(_contest("{route: ' '}"), at="spaces.lending.decisions.raise-limit.contest.route"),
        Bad(_contest(_REASON), at="spaces.lending.decisions.raise-limit.contest"),
        Bad(
            _contest(_REASON, "impact: {level: high, effect: economic}, law: {risk_class: minimal, area: none}"),
            at="spaces.lending.decisions.raise-limit.contest",
        ),
        Bad(_contest("null", f"{_LIGHTER}, autonomy: informs"), at="spaces.lending.decisions.raise-limit"),
        Bad(
            f"spaces: {{lending: {{every_decision: {{contest: {_REASON}}}, decisions: {{raise-limit: {{contest: null}}}}}}}}",
            at="spaces.lending.every_decision.contest",
        ),
        Good(_contest(_REASON, _LIGHTER)),
        Good(_contest("{route: null, state: planned}", "status: suspended")),
        Good(_contest("null", "impact: {as: exposed}")),
        Good(_contest("null", "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}")),
        Good(
            _contest(
                "null",
                "impact: {affects: [], level: moderate, effect: economic}, law: {risk_class: minimal, area: none}",
            )
        ),
        Good(_contest("null", f"{_LIGHTER}, {BY_HAND}")),
        Good(_contest("null", "status: draft")),
        Good(
            f"spaces: {{lending: {{every_decision: {{contest: {_INHERITED}}}, decisions: {{raise-limit: {{contest: null}}}}}}}}"
        ),
    ),
)
def no_contest_route(decision: Decision) -> Iterator[Problem]:
    """Flag a decision about people, made with AI and of at least moderate impact or grave effect, without a route.

    A reason is accepted up to impact moderate, where the effect is neither significant nor legal.
    """
    if not weighs_on_people(decision):
        return
    contest = decision.contest
    if contest.reasoned:
        if decision.has_grave_effect or decision.weighs("high"):
            yield decision.gap(contest, NO_EXCUSE).beside(decision.impact.place)
    elif not contest:
        yield decision.gap(contest, NO_CONTEST, groups=decision.groups).beside(decision.impact.place)
    elif not contest.settled and not contest.route:
        yield decision.gap(contest.route, NO_ROUTE).beside(decision.impact.place)
