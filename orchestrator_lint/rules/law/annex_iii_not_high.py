"""LAW002: what Annex III lists is classed lower, without a documented exception."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule
from orchestrator_lint.rules.law.annex_iii import ANNEX_III

NOT_HIGH = Text(
    en="The class `{risk_class}` of {decisions} does not fit `{area}`, an area of Annex III of the AI Act. What is used in such an area counts as high-risk: write `risk_class: high`, or, if Art. 6(3) makes an exception, its `ground` (a, b, c or d) and your `reason` in `law.derogation`.",
    de="Die Einstufung von {decisions} als `{risk_class}` passt nicht zu `{area}`, einem Bereich des Anhangs III der KI-VO. Was dort verwendet wird, gilt als Hochrisiko-KI-System: Schreiben Sie `risk_class: high`, oder nennen Sie, falls Art. 6 Abs. 3 eine Ausnahme macht, in `law.derogation` den Buchstaben (`ground`: a, b, c oder d) und die Begründung (`reason`).",
)
OUT_OF_SCOPE = Text(
    en="The class `out-of-scope` of {decisions} does not fit `{area}`: Annex III of the AI Act lists AI systems only. If no AI system takes part, write `area: none`; if one does, write `risk_class: high`, or claim the exception of Art. 6(3) in `law.derogation`.",
    de="Die Einstufung von {decisions} als `out-of-scope` passt nicht zu `{area}`: Anhang III der KI-VO führt nur KI-Systeme auf. Wirkt kein KI-System mit, schreiben Sie `area: none`; wirkt eines mit, schreiben Sie `risk_class: high` oder begründen in `law.derogation` die Ausnahme nach Art. 6 Abs. 3.",
)
NOT_DOCUMENTED = Text(
    en="The class `{risk_class}` of {decisions} rests on the exception of Art. 6(3) of the AI Act, because `{area}` is an area of Annex III, but the exception is not documented (missing: {missing}). Add it in `law.derogation`, or write `risk_class: high`.",
    de="Weil `{area}` ein Bereich des Anhangs III ist, stützt sich die Einstufung von {decisions} als `{risk_class}` auf die Ausnahme nach Art. 6 Abs. 3 KI-VO, doch diese ist nicht dokumentiert (offen: {missing}). Ergänzen Sie die Angaben in `law.derogation`, oder schreiben Sie `risk_class: high`.",
)
_HERE = "spaces.lending.decisions.raise-limit.law"


def _law(law: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, law: {law}}}}}}}}}"


@rule(
    code="LAW002",
    name="annex-iii-not-high",
    severity=Severity.ERROR,
    title=Text(
        en="An area of Annex III without the class high-risk", de="Bereich des Anhangs III ohne Hochrisiko-Einstufung"
    ),
    why=Text(
        en="What the law presumes to be high-risk stays so until someone has put the exception in writing.",
        de="Was nach dem Gesetz ein Hochrisiko-KI-System ist, bleibt eines, bis jemand die Ausnahme schriftlich begründet hat.",
    ),
    serves=("S6",),
    provisions=(
        "eu-ai-act 6(2)",
        "eu-ai-act 6(3)",
        "eu-ai-act 6(4)",
        "eu-ai-act 49(2)",
        "iso-42001 8.2",
        "nist-ai-rmf GOVERN 1.1",
    ),
    duty="eu-ai-act 6(2)",
    frameworks=("eu-ai-act",),
    waivable=False,
    waits_for=("LAW004",),
    bad=Bad(_law("{risk_class: minimal}"), at=f"{_HERE}.risk_class"),
    good=Good(
        _law(
            "{risk_class: minimal, profiling: false, derogation: {ground: a, reason: It copies figures into fields and assesses nobody.}}"
        )
    ),
    cases=(
        Bad(_law("{risk_class: transparency, area: education}", "autonomy: informs"), at=f"{_HERE}.risk_class"),
        Bad(_law("{risk_class: out-of-scope}", "status: planned"), at=f"{_HERE}.risk_class"),
        Bad(
            _law("{risk_class: minimal, profiling: false, derogation: {ground: d}}"),
            at=f"{_HERE}.derogation",
        ),
        Bad(
            _law("{risk_class: minimal, profiling: false, derogation: {reason: It only sorts by date.}}"),
            at=f"{_HERE}.derogation",
        ),
        Good(_law("{risk_class: minimal, area: none}")),
        Good(_law("{risk_class: minimal, area: product-safety}")),
        Good(_law("{risk_class: out-of-scope, area: none}")),
        Good(_law("{risk_class: minimal}", "status: draft")),
        Good(_law("{risk_class: minimal}", "autonomy: human-only, machine: null")),
        Good(f"organisation: {{frameworks: [gdpr]}}\n{_law('{risk_class: minimal}')}"),
    ),
)
def annex_iii_not_high(decision: Decision) -> Iterator[Problem]:
    """Flag a decision made with AI in an area of Annex III that is classed lower, without ground and reason."""
    law = decision.law
    if not decision.acts_from("informs") or not law.risk_class or law.risk_class.has("high", "prohibited"):
        return
    if law.area.plain not in ANNEX_III:
        return
    derogation = law.derogation
    if not derogation:
        text = OUT_OF_SCOPE if law.risk_class.plain == "out-of-scope" else NOT_HIGH
        problem = decision.gap(law.risk_class, text, risk_class=law.risk_class, area=law.area)
        yield problem.beside(law.area.place)
        return
    missing = [key for key in ("ground", "reason") if not derogation.child(key)]
    if missing:
        problem = decision.gap(derogation, NOT_DOCUMENTED, risk_class=law.risk_class, area=law.area, missing=missing)
        yield problem.beside(law.risk_class.place, law.area.place)
