"""LAW003: the decision is marked as a practice that the AI Act prohibits."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, rule

PRACTICE = Text(
    en="`law.practices` of {decisions} names `{practice}`, and {article} of the AI Act prohibits it. End it and write `status: retired`. If an exception of Art. 5 itself applies, do not list the practice, and keep the legal assessment with the decision.",
    de="`law.practices` führt bei {decisions} `{practice}` auf, eine nach {article} KI-VO verbotene Praktik. Beenden Sie sie und schreiben Sie `status: retired`. Greift eine Ausnahme in Art. 5 selbst, führen Sie die Praktik nicht auf und bewahren Sie die rechtliche Bewertung bei der Entscheidung auf.",
)
CLASS = Text(
    en="`law.risk_class` of {decisions} says `prohibited`, and what Art. 5 of the AI Act prohibits may not be done. End it and write `status: retired`. If you found no such practice, correct `risk_class`; if you did, name it in `practices`.",
    de="`law.risk_class` lautet bei {decisions} `prohibited`, und was Art. 5 KI-VO verbietet, darf nicht betrieben werden. Beenden Sie es und schreiben Sie `status: retired`. Haben Sie keine verbotene Praktik gefunden, berichtigen Sie `risk_class`; haben Sie eine gefunden, nennen Sie sie in `practices`.",
)
_LETTERS = {
    "subliminal-manipulation": "a",
    "exploiting-vulnerability": "b",
    "intimate-imagery-without-consent": "ba",
    "child-sexual-abuse-material": "bb",
    "social-scoring": "c",
    "crime-prediction-by-profiling": "d",
    "face-scraping": "e",
    "emotion-recognition-at-work-or-school": "f",
    "sensitive-biometric-categorisation": "g",
    "real-time-biometric-identification": "h",
}
_ADDED = frozenset(("ba", "bb"))  # by Regulation (EU) 2026/1744, with a first day of their own
_HERE = "spaces.lending.decisions.raise-limit.law"


def _law(law: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, law: {law}}}}}}}}}"


@rule(
    code="LAW003",
    name="prohibited-practice",
    severity=Severity.ERROR,
    title=Text(en="A prohibited AI practice", de="Verbotene Praktik im KI-Bereich"),
    why=Text(
        en="Some uses of AI are not to be governed but not to be done.",
        de="Manche Verwendung von KI soll niemand besser steuern. Man soll sie lassen.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S6",),
    provisions=("eu-ai-act 5(1)", "nist-ai-rmf GOVERN 1.1"),
    duty="eu-ai-act 5(1)",
    frameworks=("eu-ai-act",),
    waivable=False,
    bad=Bad(_law("{practices: [social-scoring]}"), at=f"{_HERE}.practices.0"),
    good=Good(_law("{practices: []}")),
    cases=(
        Bad(
            _law("{risk_class: prohibited, practices: [face-scraping]}", "status: draft"),
            at=f"{_HERE}.practices.0",
        ),
        Bad(_law("{practices: [intimate-imagery-without-consent]}"), at=f"{_HERE}.practices.0"),
        Bad(
            _law("{practices: [child-sexual-abuse-material]}", "autonomy: human-only, machine: null"),
            at=f"{_HERE}.practices.0",
        ),
        Bad(_law("{risk_class: prohibited}"), at=f"{_HERE}.risk_class"),
        Good(_law("{practices: [social-scoring]}", "status: retired")),
        Good(f"organisation: {{frameworks: [gdpr]}}\n{_law('{practices: [social-scoring]}')}"),
    ),
)
def prohibited_practice(decision: Decision) -> Iterator[Problem]:
    """Flag every practice of Art. 5(1) that a decision lists, and the class `prohibited` where it lists none."""
    law, systems = decision.law, decision.machine.systems.place
    for practice in law.practices:
        yield _of_practice(decision, practice).beside(systems)
    if not law.practices and law.risk_class.plain == "prohibited":
        yield decision.gap(law.risk_class, CLASS).beside(systems)


def _of_practice(decision: Decision, practice: Value) -> Problem:
    letter = _LETTERS[str(practice.plain)]
    article = Text(f"Art. 5(1)({letter})", f"Art. 5 Abs. 1 Buchst. {letter}")
    problem = decision.gap(practice, PRACTICE, practice=practice, article=article)
    return problem.under("eu-ai-act 5 new" if letter in _ADDED else f"eu-ai-act 5(1)({letter})")
