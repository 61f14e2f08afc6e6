"""LAW001: nobody has classified the decision under the AI Act."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

NOT_CLASSIFIED = Text(
    en="The classification of {decisions} under the AI Act is not stated. Write in `law` the `risk_class`, the `area` of Annex III (`none` if it is in none) and the `practices` of Art. 5 that you found (`[]` if you looked and found none).",
    de="Die Einstufung von {decisions} nach der KI-VO ist nicht angegeben. Tragen Sie in `law` die Risikoklasse (`risk_class`), den Bereich des Anhangs III (`area`, sonst `none`) und die gefundenen verbotenen Praktiken nach Art. 5 ein (`practices`; `[]`, wenn Sie gesucht und keine gefunden haben).",
)
INCOMPLETE = Text(
    en="The classification of {decisions} under the AI Act is not complete (missing: {missing}). Add it in `law`; `area: none` and `practices: []` are answers, silence is not.",
    de="Die Einstufung von {decisions} nach der KI-VO ist unvollständig (offen: {missing}). Ergänzen Sie sie in `law`; `area: none` und `practices: []` sind Antworten, Schweigen ist keine.",
)
_HERE = "spaces.lending.decisions.raise-limit"


def _law(law: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, law: {law}}}}}}}}}"


@rule(
    code="LAW001",
    name="risk-class-missing",
    severity=Severity.ERROR,
    title=Text(en="A decision without a risk class", de="Entscheidung ohne Einstufung nach der KI-VO"),
    why=Text(
        en="Which duties apply follows from the class; who has not classified does not know them.",
        de="Aus der Einstufung folgt, welche Pflichten gelten. Wer nicht eingestuft hat, kennt seine Pflichten nicht.",
    ),
    serves=("S6",),
    provisions=(
        "eu-ai-act 6",
        "eu-ai-act 50(1)",
        "gdpr 35(1)",
        "iso-42001 6.1",
        "iso-42001 8.2",
        "nist-ai-rmf GOVERN 1.3",
        "nist-ai-rmf MAP 5.1",
    ),
    duty="eu-ai-act 50(1)",
    frameworks=("eu-ai-act",),
    fix="law: {risk_class: TODO, area: TODO, practices: [TODO]}",
    bad=Bad(_law("{area: null}"), at=f"{_HERE}.law"),
    good=Good(_law("{risk_class: minimal, area: none, practices: []}")),
    cases=(
        Bad(_law("null"), at=_HERE),
        Bad(_law("{risk_class: null}", "status: planned"), at=f"{_HERE}.law"),
        Bad(_law("{practices: null}", "autonomy: informs"), at=f"{_HERE}.law"),
        Bad(
            "spaces: {lending: {every_decision: {law: {risk_class: minimal, practices: [], dpia: {ref: D-1, date: 2026-01-01}}},\n"
            "  decisions: {raise-limit: {law: null}}}}",
            at="spaces.lending.every_decision.law",
        ),
        Good(_law("null", "status: draft")),
        Good(_law("null", "autonomy: human-only, machine: null")),
        Good(f"organisation: {{frameworks: [iso-42001]}}\n{_law('null')}"),
        Good(f"organisation: {{frameworks: null}}\n{_law('null')}"),
    ),
)
def risk_class_missing(decision: Decision) -> Iterator[Problem]:
    """Flag a decision made with AI whose risk class, area of Annex III or search for prohibited practices is not stated."""
    if not decision.acts_from("informs"):
        return
    law = decision.law
    missing = [key for key in ("risk_class", "area", "practices") if law.child(key).silent]
    if missing:
        text = INCOMPLETE if law else NOT_CLASSIFIED
        yield decision.gap(law, text, missing=missing).beside(decision.machine.systems.place)
