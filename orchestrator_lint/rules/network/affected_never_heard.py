"""NET007: those whom it concerns are never asked."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, Workspace, rule

ASIDE = Text(
    en="Nobody who speaks for {groups} has a part in {decisions}; the organisation names {roles} as their voice. Name such a role in `involves.consulted` or at least in `involves.informed`, or say at `consulted` with `none_because` why these people are not heard.",
    de="An {decisions} ist niemand beteiligt, der für {groups} spricht; als ihre Stimme nennt die Organisation {roles}. Tragen Sie eine solche Rolle in `involves.consulted` ein oder wenigstens in `involves.informed`, oder begründen Sie bei `consulted` mit `none_because`, warum diese Menschen nicht gehört werden.",
)
VOICELESS = Text(
    en="Nobody who speaks for {groups} has a part in {decisions}, and the organisation names nobody who could. Write in `organisation.affected`, under `represented_by`, which role speaks for them, and name it in `involves.consulted`; or say there with `none_because` why these people are not heard.",
    de="An {decisions} ist niemand beteiligt, der für {groups} spricht, und die Organisation nennt auch niemanden, der es könnte. Schreiben Sie in `organisation.affected` unter `represented_by`, welche Rolle für sie spricht, und nennen Sie diese in `involves.consulted`; oder begründen Sie dort mit `none_because`, warum diese Menschen nicht gehört werden.",
)


@rule(
    code="NET007",
    name="affected-never-heard",
    severity=Severity.NOTE,
    title=Text(en="Those affected are never heard", de="Die Betroffenen werden nie gehört"),
    why=Text(
        en="Those who live with a decision know things about it that its designers do not.",
        de="Wer mit einer Entscheidung leben muss, weiß über sie, was die nicht wissen, die sie entworfen haben.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S10", "S6"),
    provisions=(
        "eu-ai-act 26(7)",
        "eu-ai-act 27",
        "gdpr 35(9)",
        "iso-42001 A.8.5",
        "nist-ai-rmf GOVERN 5.1",
        "nist-ai-rmf MAP 5.2",
        "betrvg 87",
        "betrvg 90",
    ),
    waits_for=("REF001",),
    accepts_reason=True,
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {involves: {consulted: [model-steward]}}}}}",
        at="spaces.lending.decisions.raise-limit.involves.consulted",
    ),
    good=Good(
        "spaces: {lending: {decisions: {raise-limit: {involves: {consulted: [model-steward], informed: [works-council, ombudsperson]}}}}}"
    ),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {involves: {consulted: null}}}}}",
            at="spaces.lending.decisions.raise-limit.involves",
        ),
        Bad(
            "organisation: {affected: {customers: {represented_by: null}}}",
            at="spaces.lending.decisions.raise-limit.involves.consulted",
        ),
        Bad("organisation: {affected: null}", at="spaces.lending.decisions.raise-limit.involves.consulted"),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {involves: {consulted: {none_because: The consumer centre speaks for them in a yearly hearing.}}}}}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {status: draft, involves: {consulted: null}}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, involves: {consulted: null}}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {autonomy: informs, involves: {consulted: null}}}}}"),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {involves: {consulted: null}, impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none, fria: null, profiling: false}}}}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {impact: {affects: [customers, employees]}}}}}"),
    ),
)
def affected_never_heard(decision: Decision, workspace: Workspace) -> Iterator[Problem]:
    """Flag a weighty decision with a machine in which no role takes part that speaks for one of the groups affected."""
    consulted, affects = decision.involves.consulted, decision.impact.affects
    weighty = decision.acts_from("prepares") and decision.is_serious
    if not weighty or not affects or consulted.reasoned:
        return
    voices = [voice for group in affects.words if (voice := _voice_of(group, workspace))]
    speakers = {voice.target for voice in voices}
    heard = {role.target for role in (*consulted, *decision.involves.informed)}
    if speakers.isdisjoint(heard):
        roles = {"roles": tuple(sorted({str(voice.plain) for voice in voices}))} if voices else {}
        problem = decision.gap(consulted, ASIDE if voices else VOICELESS, groups=affects.words, **roles)
        yield problem.beside(affects.place, decision.involves.informed.place, *(voice.place for voice in voices))


def _voice_of(group: str, workspace: Workspace) -> Value | None:
    """Who speaks for a group, where the organisation says so."""
    organisation = workspace.organisation
    groups = dict(organisation.affected.entries()) if organisation is not None else {}
    return groups[group].represented_by if group in groups else None
