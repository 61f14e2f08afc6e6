"""REV005: a waiver names a rule from which there is no exception, or none that exists."""

from collections.abc import Iterator

from orchestrator_lint.language import nearest
from orchestrator_lint.model import Bad, Good, Problem, Settings, Severity, Text, Waiver, rule

NONE_POSSIBLE = Text(
    en="The waiver `{waiver}` is void: `{rule}` cannot be waived. Close the gap, or take the decision out of operation (`status: suspended`) until it is closed, and delete the waiver.",
    de="Die Ausnahme `{waiver}` ist unwirksam: Von `{rule}` gibt es keine Ausnahme. Schließen Sie die Lücke, oder setzen Sie die Entscheidung bis dahin aus (`status: suspended`), und löschen Sie die Ausnahme.",
)
UNKNOWN = Text(
    en="The waiver `{waiver}` is void: no rule is called `{value}`.{suggestion} Write the code or the name of a rule in `rule`; `orchestrator-lint rules` lists them.",
    de="Die Ausnahme `{waiver}` ist unwirksam: Eine Regel `{value}` gibt es nicht.{suggestion} Tragen Sie in `rule` den Code oder den Namen einer Regel ein; `orchestrator-lint rules` nennt alle.",
)
NEAR = Text(en=" Did you mean `{near}`?", de=" Meinten Sie `{near}`?")
_NOTHING = Text(en="", de="")
_OVERDUE = "spaces: {lending: {review: {last: 2026-01-15}}}"
_HERE = "waivers.w-1.rule"


def _waiver(rule: str, expires: str = "2026-11-16") -> str:
    return (
        f"waivers: {{w-1: {{rule: {rule}, applies_to: [lending/raise-limit], requested_by: case-worker, approved_by: ai-officer,\n"
        "  reason: The auditors move house in November., compensates: The AI officer samples ten cases a week.,\n"
        f"  granted: 2026-10-19, expires: {expires}}}}}"
    )


@rule(
    code="REV005",
    name="waiver-of-non-waivable",
    severity=Severity.ERROR,
    title=Text(en="A waiver from what cannot be waived", de="Eine Ausnahme, die es nicht geben kann"),
    why=Text(
        en="Nobody in an organisation can waive the law, or the question who answers.",
        de="Vom Gesetz kann sich niemand im Haus befreien, und von der Frage, wer einsteht, auch nicht.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S6",),
    provisions=("eu-ai-act 5", "gdpr 22", "gdpr 9", "nist-ai-rmf GOVERN 1.1"),
    waivable=False,
    bad=Bad(_waiver("no-human-owner"), at=_HERE),
    good=Good(f"{_waiver('review-overdue')}\n{_OVERDUE}"),
    cases=(
        Bad(_waiver("OWN001"), at=_HERE),
        Bad(_waiver("syntax-error"), at=_HERE),
        Bad(_waiver("reviews-overdue"), at=_HERE),
        Bad(_waiver("own001"), at=_HERE),
        Bad(_waiver("REV-002"), at=_HERE),
        Bad(_waiver("gdpr"), at=_HERE),
        Bad(_waiver("the audit"), at=_HERE),
        Good(f"{_waiver('rev002')}\n{_OVERDUE}"),
        Good(_waiver("null, guardrail: no-unexplained-refusal")),
    ),
)
def waiver_of_non_waivable(waiver: Waiver, settings: Settings) -> Iterator[Problem]:
    """Flag a waiver whose `rule` is not waivable, or is the code or the name of none.

    A waiver that has expired is left to REV004.
    """
    expires, written = waiver.expires.day, str(waiver.rule.plain).lower()
    if not waiver.rule or (expires is not None and expires < settings.as_of):
        return
    if written in settings.unwaivable:
        yield waiver.rule.problem(NONE_POSSIBLE, waiver=waiver.id, rule=settings.unwaivable[written])
    elif written not in settings.known_rules:
        suggestion = _suggestion(written, settings)
        yield waiver.rule.problem(UNKNOWN, waiver=waiver.id, value=waiver.rule, suggestion=suggestion)


def _suggestion(written: str, settings: Settings) -> Text:
    """Name the code or the name that is nearest, whichever was meant."""
    near = nearest(written, settings.known_rules)
    if near is None:
        return _NOTHING
    code, name = settings.known_rules[near].split(" ")
    meant = name if near == name else code
    return Text(NEAR.en.format(near=meant), NEAR.de.format(near=meant))
