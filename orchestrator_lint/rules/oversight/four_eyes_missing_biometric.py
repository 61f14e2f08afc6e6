"""OVR010: one person alone verifies a biometric match."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="In {decisions} people are identified remotely by biometrics, but it is not stated that two people verify each match separately. Write `oversight.persons: 2`, and let nothing follow from a match before both have confirmed it.",
    de="Bei {decisions} werden Menschen biometrisch aus der Ferne identifiziert, aber es ist nicht angegeben, dass zwei Personen jede Identifizierung getrennt überprüfen (Vier-Augen-Prinzip). Schreiben Sie `oversight.persons: 2`, und lassen Sie aus einem Treffer nichts folgen, bevor beide ihn bestätigt haben.",
)
_AT = "spaces.lending.decisions.raise-limit.oversight"


def _decision(persons: str, more: str = "status: live", area: str = "remote-biometric-identification") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, law: {{area: {area}}}, oversight: {{persons: {persons}}}}}}}}}}}"


@rule(
    code="OVR010",
    name="four-eyes-missing-biometric",
    severity=Severity.ERROR,
    title=Text(
        en="No two people verify a biometric match", de="Keine zwei Personen überprüfen einen biometrischen Treffer"
    ),
    why=Text(
        en="A wrong match falls on somebody who is not there to object; the AI Act asks for two pairs of eyes.",
        de="Ein falscher Treffer trifft jemanden, der nicht da ist, um zu widersprechen; die KI-VO verlangt vier Augen.",
    ),
    asks_from="planned",
    serves=("S9",),
    provisions=("eu-ai-act 14(5)", "gdpr 9", "iso-42001 A.9.2", "nist-ai-rmf MAP 3.5"),
    duty="eu-ai-act 14(5)",
    frameworks=("eu-ai-act",),
    waivable=False,
    waits_for=("OVR001",),
    bad=Bad(_decision("1"), at=f"{_AT}.persons"),
    good=Good(_decision("2")),
    cases=(
        Bad(_decision("null", "status: planned, autonomy: informs"), at=_AT),
        Good(_decision("null, state: in-progress").replace("status: live", "status: suspended")),
        Good(_decision("null", area="biometric-categorisation")),
        Good(_decision("null", "autonomy: human-only, machine: null")),
        Good(_decision("null", "status: draft")),
        Good(_decision("null", "status: retired")),
    ),
)
def four_eyes_missing_biometric(decision: Decision) -> Iterator[Problem]:
    """Flag remote biometric identification from `informs` upwards that fewer than two people verify separately."""
    oversight, area = decision.oversight, decision.law.area
    if area.plain != "remote-biometric-identification" or not decision.acts_from("informs"):
        return
    persons = oversight.persons
    if (persons.plain or 0) < 2 and (oversight.reasoned or not persons.settled):
        yield decision.gap(persons, MESSAGE).beside(area.place, oversight.by.place)
