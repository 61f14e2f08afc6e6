"""PUR006: a principle prescribes a case."""

import re
from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Severity, Text, Workspace, rule
from orchestrator_lint.rules.language.texts import fields, texts

MESSAGE = Text(
    en="The principle `{subject}` prescribes a case: “{quoted}”. A principle says how to decide, not what. Move numbers and steps to a guardrail, and keep here what they protect.",
    de="Das Prinzip `{subject}` schreibt einen Einzelfall vor: „{quoted}“. Ein Prinzip sagt, wie entschieden wird, nicht was. Verschieben Sie Zahlen und Schritte in eine Leitplanke und lassen Sie hier stehen, was sie schützen.",
)
_FIELDS = fields("principles.statement", "principles.means")
_AT = "principles.dignity-first.statement"


def _statement(text: str, language: str = "en") -> str:
    return f"organisation: {{languages: [{language}]}}\nprinciples: {{dignity-first: {{statement: {text!r}}}}}"


@rule(
    code="PUR006",
    name="principle-is-a-rule",
    severity=Severity.NOTE,
    title=Text(en="A principle prescribes a case", de="Ein Prinzip schreibt einen Einzelfall vor"),
    why=Text(
        en="Principles instead of rules: a rule fits the cases that its author thought of, a principle the others as well.",
        de="Prinzipien statt Regeln: Eine Regel passt auf die Fälle, an die ihr Verfasser gedacht hat, ein Prinzip auch auf die anderen.",
    ),
    asks_from="draft",
    confidence="likely",
    serves=("S2",),
    provisions=("iso-42001 5.2", "nist-ai-rmf GOVERN 1.2"),
    waits_for=("TXT004",),
    bad=Bad(_statement("Nobody gets credit with a score below 540."), at=_AT),
    good=Good(
        _statement(
            "Since 2019 we keep to Art. 5(1) and 6 GDPR, ISO/IEC 42001 and Regulation (EU) 2024/1689, around 24/7."
        )
    ),
    cases=(
        Bad(_statement("At least two people look at every refusal."), at=_AT),
        Bad(_statement("Höchstens etwa drei Mal wird gemahnt.", "de"), at=_AT),
        Bad(_statement("Bis zu 7 Tage wird gewartet.", "de"), at=_AT),
        Bad(_statement("We answer within 48 hours, as Art. 12 says."), at=_AT),
        Bad(
            "principles: {dignity-first: {means: [A person explains a refusal., {en: No more than 3 letters go out.}]}}",
            at="principles.dignity-first.means.1.en",
        ),
        Good(_statement("Two people see more than one; at least we listen to every one of them.")),
        Good(_statement("Wir hören mindestens so lange zu, wie jemand spricht, nach § 28 Abs. 1 Nr. 3.", "de")),
        Good(_statement("Mindestens zwei Menschen sehen hin.")),
        Good(_statement("1. We listen at least to one another, up to one last word.")),
        Good("principles: {dignity-first: {counterexamples: [Minimum score 540.]}}"),
    ),
)
def principle_is_a_rule(workspace: Workspace, asked: Decisions) -> Iterator[Problem]:
    """Flag a principle that names a number: in figures, or in words after “at least”, “höchstens” and the like."""
    for prose in texts(workspace, asked, _FIELDS):
        found = [match for language in prose.languages if (match := _number_in(prose.written, language)) is not None]
        if found:
            first = min(found, key=re.Match.start)
            part = first.start(), len(first.group())
            yield prose.problem(MESSAGE, part, quoted=" ".join(first.group().split()))


def _number_in(text: str, language: str) -> re.Match[str] | None:
    """The first stretch that prescribes a number; years, dates and the numbers of laws prescribe none."""
    plain = _NO_MEASURE.sub(lambda match: "_" * len(match.group()), text)
    found = [match for pattern in (_FIGURES, _WORDS.get(language)) if pattern and (match := pattern.search(plain))]
    return min(found, key=re.Match.start, default=None)


_CITED = "|".join(
    (
        r"art(?:icles?|ikeln?|s)?\.?|§§?|sections?|sec\.|abs(?:atz|ätze|\.)|unterabsatz|satz|nr\.|nummern?|no\.|ziff(?:er|\.)|lit\.|recitals?",
        r"erwägungsgr[uü]nde?n?|annex(?:es)?|anhang|anhänge|para(?:graphs?|\.)|chapters?|kapitel|points?|rule|regel|principle|prinzip",
        r"iso(?:/iec)?|iec|ieee|din|en|eu|regulation|verordnung|directive|richtlinie|agenda|version|form|order|phase|tier|stufe",
    )
)
_NO_MEASURE = re.compile(
    rf"(?<!\w)(?:{_CITED})(?:\s*\((?:eu|eg|ec)\))?(?:\s*(?:(?:no|nr)\.)?\s*\d[\w/.:()-]*\w\)?|\s*\d+)(?:\s*(?:,|and|und|or|oder|to|bis|–|-)\s*\d[\d()]*)*"
    r"|(?<![\w.,])(?:19|20)\d\d(?:-\d\d(?:-\d\d)?|/\d+)?(?![\w]|[.,]\d)|(?<!\w)2100(?!\w)|(?<!\w)24/7(?!\w)|^[ \t]*\(?\d{1,2}[.)](?=\s)",
    re.IGNORECASE | re.MULTILINE,
)
_FIGURES = re.compile(r"(?<![\w/.,-])\d+(?:[., ]\d+)*(?:\s?[%€$])?(?![\w-]|/\w)")
_WITHIN_THREE = r"\s+(?:[^\W\d]+\s+){0,2}"


def _quantified(least: str, up_to: str, one: str, more: str) -> re.Pattern[str]:
    """A number word after a quantifier; the one that is an article too only right behind it."""
    numbers = rf"(?:{least}|{up_to}){_WITHIN_THREE}(?:{more})|(?:{least})\s+(?:{one})"
    return re.compile(rf"(?<!\w)(?:{numbers})(?![\w'’])", re.IGNORECASE)


_WORDS = {
    "en": _quantified(
        r"at\s+(?:least|most)|no\s+(?:more|less|fewer)\s+than|(?:minimum|maximum)(?:\s+of)?",
        r"up\s+to",
        r"one(?!\s+another)",
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    ),
    "de": _quantified(
        r"mindestens|höchstens|maximal|nicht\s+(?:mehr|weniger)\s+als",
        r"bis\s+zu",
        "eine?[mnrs]?",
        "zwei(?:er)?|drei(?:er)?|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf",
    ),
}
