"""OVR004: the overseer is not said to know what this decision requires."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Settings, Severity, Text, Value, rule

COMPETENCE = Text(
    en="`{role}` oversees {decisions}, but of the competences required there this is not stated for the role: {missing}. Build it up and add it to `competences`, or name another overseer.",
    de="`{role}` beaufsichtigt {decisions}, aber von den dort geforderten Kompetenzen ist bei der Rolle nicht angegeben: {missing}. Bauen Sie sie auf und ergänzen Sie `competences`, oder benennen Sie eine andere Aufsicht.",
)
TRAINING = Text(
    en="`{role}` oversees {decisions}, but of the training required there this is not recorded for the role: {missing}. Hold it and add it with its date to `training`, or name another overseer.",
    de="`{role}` beaufsichtigt {decisions}, aber von den dort geforderten Schulungen ist bei der Rolle nicht eingetragen: {missing}. Führen Sie sie durch und tragen Sie sie mit Datum in `training` ein, oder benennen Sie eine andere Aufsicht.",
)
NOT_STATED = Text(
    en="People can be hit hard in {decisions}, but it is not stated what the overseer must know. List it in `requires.competences`, in the words that stand in `competences` of the roles.",
    de="Bei {decisions} kann es Menschen schwer treffen, aber was die Aufsicht können muss, ist nicht angegeben. Führen Sie es in `requires.competences` auf, mit den Wörtern, die bei den Rollen in `competences` stehen.",
)
_HERE = "spaces.lending.decisions.raise-limit"
_LIGHTER = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"


def _decision(keys: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


@rule(
    code="OVR004",
    name="override-without-competence",
    severity=Severity.ERROR,
    title=Text(
        en="The overseer lacks a competence that the decision requires",
        de="Der Aufsicht fehlt eine Kompetenz, die die Entscheidung verlangt",
    ),
    why=Text(
        en="Whoever does not understand the limits of a system can only agree with it.",
        de="Wer die Grenzen eines Systems nicht versteht, kann ihm nur zustimmen.",
    ),
    asks_from="planned",
    serves=("S11",),
    provisions=(
        "eu-ai-act 26(2)",
        "eu-ai-act 14(4)(a)",
        "eu-ai-act 4",
        "iso-42001 7.2",
        "iso-42001 A.4.6",
        "nist-ai-rmf GOVERN 2.2",
        "nist-ai-rmf MAP 3.4",
        "omb-m-25-21 4(b)(iv)",
    ),
    waits_for=("OVR001",),
    bad=Bad("roles: {case-worker: {competences: [sales]}}", at="roles.case-worker.competences"),
    good=Good("roles: {case-worker: {competences: [sales, credit-risk]}}"),
    cases=(
        Bad(
            f"roles: {{case-worker: {{competences: null}}}}\n{_decision('status: planned, autonomy: prepares')}",
            at="roles.case-worker.competences",
        ),
        Bad(
            _decision("requires: {training: [automation-bias, law]}"),
            at="roles.case-worker.training",
        ),
        Bad(
            "roles: {case-worker: {training: [{topic: automation-bias, date: 2026-11-02}, {topic: model-limits, date: 2026-06-02}]}}",
            at="roles.case-worker.training",
        ),
        Bad(_decision("requires: {competences: []}"), at=f"{_HERE}.requires.competences"),
        Bad(_decision("requires: {competences: null}, impact: {level: low, effect: economic}"), at=f"{_HERE}.requires"),
        Good(_decision(f"requires: {{competences: null}}, {_LIGHTER}")),
        Good(_decision("requires: {competences: [x-ray]}, autonomy: informs")),
        Good(_decision("requires: {competences: [x-ray], training: [law]}, status: draft")),
        Good(_decision("requires: {competences: [x-ray], training: [law]}, status: retired")),
    ),
)
def override_without_competence(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag an overseer from `prepares` upwards who is not said to have what the decision requires.

    Flag also a weighty decision that requires no competence. Whom nothing was taught at all is TRN001's.
    """
    role = decision.oversight.by.target if decision.acts_from("prepares") else None
    if not isinstance(role, Role):
        return
    requires = decision.requires
    lacking = [word for word in requires.competences.words if word not in role.competences.words]
    untaught = _untaught(decision, role, settings)
    if lacking:
        yield _lacks(decision, role, role.competences, COMPETENCE, lacking)
    if untaught:
        yield _lacks(decision, role, role.training, TRAINING, untaught)
    if not requires.competences and decision.is_serious:
        yield decision.gap(requires.competences, NOT_STATED).beside(decision.oversight.by.place)


def _untaught(decision: Decision, role: Role, settings: Settings) -> list[str]:
    """The topics required in which the role has not been trained; none where it has had no training at all."""
    days = [(str(entry.topic.plain), entry.date.day) for entry in role.training if entry.topic]
    had = {topic for topic, day in days if day is not None and day <= settings.as_of}
    if not had and decision.life in ("pilot", "live"):
        return []
    return [topic for topic in decision.requires.training.words if topic not in had]


def _lacks(decision: Decision, role: Role, value: Value, text: Text, missing: list[str]) -> Problem:
    problem = value.problem(text, role=role.id, missing=missing, decisions=(decision.address,))
    return problem.beside(decision.oversight.by.place, decision.requires.place)
