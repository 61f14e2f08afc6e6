"""LAW004: the exception from the high-risk class is claimed where people are profiled."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

PROFILING = Text(
    en="`law.derogation` of {decisions} claims the exception of Art. 6(3) of the AI Act although people are profiled (`profiling: true`). A system of Annex III that profiles people is always high-risk: write `risk_class: high` and delete `derogation`.",
    de="`law.derogation` beruft sich bei {decisions} auf die Ausnahme nach Art. 6 Abs. 3 KI-VO, obwohl Profiling stattfindet (`profiling: true`). Ein System des Anhangs III, das Profiling vornimmt, ist immer ein Hochrisiko-KI-System: Schreiben Sie `risk_class: high` und löschen Sie `derogation`.",
)
NOT_RULED_OUT = Text(
    en="`law.derogation` of {decisions} claims the exception of Art. 6(3) of the AI Act, but `profiling` does not say that nobody is profiled, and with profiling there is no exception. Write `profiling: false` if that is true; if not, `risk_class: high`, and delete `derogation`.",
    de="`law.derogation` beruft sich bei {decisions} auf die Ausnahme nach Art. 6 Abs. 3 KI-VO, doch `profiling` schließt Profiling nicht aus, und mit Profiling gibt es keine Ausnahme. Schreiben Sie `profiling: false`, wenn das zutrifft; sonst schreiben Sie `risk_class: high` und löschen `derogation`.",
)
_HERE = "spaces.lending.decisions.raise-limit.law.derogation"
_CLAIMED = "risk_class: minimal, derogation: {ground: d, reason: It prepares the file for the assessment.}"


def _law(law: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, law: {{{law}}}}}}}}}}}"


@rule(
    code="LAW004",
    name="derogation-despite-profiling",
    severity=Severity.ERROR,
    title=Text(
        en="An exception from the high-risk class despite profiling",
        de="Ausnahme von der Hochrisiko-Einstufung trotz Profiling",
    ),
    why=Text(
        en="Whoever profiles people cannot say that the system only does a narrow task.",
        de="Wer Menschen bewertet, kann nicht zugleich sagen, das System erledige nur eine eng gefasste Verfahrensaufgabe.",
    ),
    serves=("S6",),
    provisions=("eu-ai-act 6(3)", "gdpr 4(4)", "nist-ai-rmf GOVERN 1.1"),
    duty="eu-ai-act 6(3)",
    frameworks=("eu-ai-act",),
    waivable=False,
    bad=Bad(_law(f"{_CLAIMED}, profiling: true"), at=_HERE),
    good=Good(_law(f"{_CLAIMED}, profiling: false")),
    cases=(
        Bad(_law(f"{_CLAIMED}, profiling: null", "status: planned"), at=_HERE),
        Bad(_law("derogation: {ground: a}, profiling: true"), at=_HERE),
        Bad(_law("risk_class: minimal, derogation: {ground: a}, profiling: null"), at=_HERE),
        Good(_law(f"{_CLAIMED}, profiling: true", "status: draft")),
        Good(_law("derogation: null, profiling: null")),
        Good(f"organisation: {{frameworks: [gdpr]}}\n{_law(_CLAIMED)}"),
    ),
)
def derogation_despite_profiling(decision: Decision) -> Iterator[Problem]:
    """Flag a decision that claims the exception of Art. 6(3) and profiles people, or does not say that it does not."""
    law = decision.law
    if law.derogation and law.profiling.plain is not False:
        text = PROFILING if law.profiling.plain else NOT_RULED_OUT
        yield decision.gap(law.derogation, text).beside(law.profiling.place, law.area.place)
