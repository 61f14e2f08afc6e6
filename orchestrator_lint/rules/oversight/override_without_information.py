"""OVR006: people judge an output of which they see neither reasons nor doubt."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

NOT_SHOWN = Text(
    en="It is not stated that whoever oversees {decisions} gets to see {missing} beside the output. Add it to `machine.shows`, or choose a system that can show it; or say in `none_because` why it is not needed.",
    de="Es ist nicht angegeben, dass die Aufsicht über {decisions} neben der Ausgabe auch {missing} zu sehen bekommt. Ergänzen Sie es in `machine.shows`, oder wählen Sie ein System, das es anzeigen kann; oder sagen Sie in `none_because`, warum es nicht nötig ist.",
)
NOT_PUT_OUT = Text(
    en="In {decisions} people are to be shown {items}, but no system there puts that out: {systems}. Correct `machine.shows` here, or `outputs` at the system.",
    de="Bei {decisions} sollen Menschen {items} zu sehen bekommen, aber keines der Systeme dort gibt das aus: {systems}. Berichtigen Sie hier `machine.shows` oder beim System `outputs`.",
)
_AT = "spaces.lending.decisions.raise-limit.machine.shows"
_LIGHTER = "impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}"
_RULES = "systems: {repayment-score: {kind: rules, outputs: [class, reasons]}}\n"
# what people see without the system putting it out: its input, and the limits that its instructions name
_BESIDES = frozenset(("input", "limits"))
_DOUBT = frozenset(("confidence", "uncertainty"))


def _decision(shows: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, machine: {{shows: {shows}}}}}}}}}}}"


@rule(
    code="OVR006",
    name="override-without-information",
    severity=Severity.WARNING,
    title=Text(
        en="Oversight sees no reasons or no uncertainty", de="Die Aufsicht sieht keine Gründe oder keine Unsicherheit"
    ),
    why=Text(
        en="A score without reasons and without its uncertainty can be believed or not, but not judged.",
        de="Einem Score ohne Gründe und ohne Unsicherheit kann man glauben oder nicht, beurteilen kann man ihn nicht.",
    ),
    asks_from="planned",
    serves=("S3",),
    provisions=(
        "eu-ai-act 13(1)",
        "eu-ai-act 14(4)(c)",
        "gdpr 13(2)(f)",
        "iso-42001 A.8.2",
        "nist-ai-rmf MEASURE 2.9",
        "nist-ai-rmf MAP 2.2",
        "uk-atrs 3.2",
    ),
    waits_for=("OVR001",),
    accepts_reason=True,
    bad=Bad(_decision("[reasons, similar-cases]"), at=_AT),
    good=Good(_decision("[reasons, confidence, input, limits]")),
    cases=(
        Bad(_decision("null", "status: planned, autonomy: prepares"), at=_AT),
        Bad(_decision("[confidence]"), at=_AT),
        Bad(_RULES + _decision("[]"), at=_AT),
        Bad(_decision("[reasons, confidence, alternatives, x-map]"), at=_AT),
        Good(_decision("[reasons, uncertainty]")),
        Good(_RULES + _decision("[reasons]")),
        Good("systems: {repayment-score: {outputs: null}}\n" + _decision("[reasons, confidence, alternatives]")),
        Good(_decision("{none_because: The clerk computes the sum again by hand.}")),
        Good(_decision("[]", _LIGHTER)),
        Good(_decision("[]", "autonomy: informs")),
        Good(_decision("[]", "status: draft")),
        Good(_decision("[]", "status: retired")),
    ),
)
def override_without_information(decision: Decision) -> Iterator[Problem]:
    """Flag a weighty decision from `prepares` to `acts-unless-vetoed` whose people see no reasons or no uncertainty.

    Where every system follows rules, only reasons are asked for. Flag also what is shown and no system puts out.
    A reasoned no is accepted.
    """
    shows, systems = decision.machine.shows, decision.systems
    if not systems or shows.settled or not decision.decides_within("prepares", "acts-unless-vetoed"):
        return
    if not decision.is_serious:
        return
    by_rules = all(system.kind.plain == "rules" for system in systems)
    wanted = [("reasons", frozenset(("reasons",)))] + ([] if by_rules else [("confidence", _DOUBT)])
    missing = [name for name, words in wanted if not shows.has(*words)]
    if missing:
        yield decision.gap(shows, NOT_SHOWN, missing=missing).beside(decision.oversight.by.place)
        return
    outputs = [system.outputs for system in systems]
    put_out = {word for words in outputs for word in words.words} | _BESIDES
    known = put_out | _DOUBT if put_out & _DOUBT else put_out
    unseen = [word for word in shows.words if word not in known]
    if unseen and all(outputs):
        problem = decision.gap(shows, NOT_PUT_OUT, items=unseen, systems=[system.id for system in systems])
        yield problem.beside(*(output.place for output in outputs))
