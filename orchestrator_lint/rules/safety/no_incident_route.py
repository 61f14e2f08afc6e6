"""SAF005: nobody knows whom to tell when something goes badly wrong."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Organisation, Problem, Severity, Text, Workspace, rule

MESSAGE = Text(
    en="AI takes part in {decisions}, but whom people tell when something goes badly wrong is not fully stated (missing: {missing}). Write in `organisation.incidents` the role that is told (`report_to`) and how fast (`within`).",
    de="An {decisions} wirkt KI mit, doch wem ein schwerwiegender Vorfall gemeldet wird, ist nicht vollständig angegeben (offen: {missing}). Schreiben Sie in `organisation.incidents`, an welche Rolle (`report_to`) und wie schnell (`within`).",
)
NO_EXCUSE = Text(
    en="The reason in `organisation.incidents` does not suffice while AI takes part in {decisions}: no reason keeps incidents away. Replace `none_because` by `report_to` and `within`.",
    de="Die Begründung in `organisation.incidents` genügt nicht, solange an {decisions} KI mitwirkt: Kein Grund hält Vorfälle fern. Ersetzen Sie `none_because` durch `report_to` und `within`.",
)
NO_AUTHORITY = Text(
    en="Which authority learns of serious incidents is not stated, although `law.risk_class` is `high` for {decisions}. Name it in `organisation.incidents.authority`: the market surveillance authority of the country where the AI is used.",
    de="Welche Behörde von schwerwiegenden Vorfällen erfährt, ist nicht angegeben, obwohl `law.risk_class` bei {decisions} `high` lautet. Nennen Sie sie in `organisation.incidents.authority`: die Marktüberwachungsbehörde des Landes, in dem die KI eingesetzt wird.",
)
_HERE = "organisation.incidents"


def _with(incidents: str, decision: str = "status: live") -> str:
    return (
        f"organisation: {{incidents: {incidents}}}\nspaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}"
    )


@rule(
    code="SAF005",
    name="no-incident-route",
    severity=Severity.ERROR,
    title=Text(
        en="Nobody knows whom to tell of an incident",
        de="Niemand weiß, wem ein Vorfall zu melden ist",
    ),
    why=Text(
        en="On the day it happens nobody has the time to look for the right person.",
        de="An dem Tag, an dem es geschieht, hat niemand Zeit, erst die zuständige Stelle zu suchen.",
    ),
    asks_from="pilot",
    serves=("S9",),
    provisions=(
        "eu-ai-act 73",
        "eu-ai-act 26(5)",
        "gdpr 33",
        "gdpr 34",
        "iso-42001 A.8.4",
        "iso-42001 A.3.3",
        "nist-ai-rmf MANAGE 4.3",
        "nist-ai-rmf GOVERN 4.3",
    ),
    fix="incidents: {report_to: TODO, within: TODO, authority: TODO}",
    bad=Bad(_with("null"), at="organisation"),
    good=Good(_with("{within: 72 hours, authority: Bundesnetzagentur}")),
    cases=(
        Bad(_with("{report_to: null}", "status: pilot"), at=_HERE),
        Bad(_with("{within: null}", "autonomy: informs"), at=_HERE),
        Bad(_with("{authority: ' '}"), at=f"{_HERE}.authority"),
        Bad(
            _with("{report_to: null, within: null, authority: null, none_because: Nothing can go wrong.}"),
            at=_HERE,
        ),
        Good(_with("{authority: null}", "law: {risk_class: minimal, area: none}")),
        Good(_with("{authority: null, report_to: null, state: in-progress}")),
        Good(_with("null", "status: planned")),
        Good(_with("null", "status: retired")),
    ),
)
def no_incident_route(workspace: Workspace, decisions: Decisions) -> Iterator[Problem]:
    """Flag an organisation with AI in use that does not say to whom, and how fast, incidents are reported.

    Where a decision is of the high-risk class and the AI Act is not left out, an authority is asked for too.
    """
    due = decisions.known_to(lambda decision: decision.acts_from("informs"))
    if not due:
        return
    organisation = workspace.organisation
    if organisation is None:
        yield due[0].problem(MESSAGE, missing=["organisation"], decisions=due.addresses)
    else:
        yield from _gaps(organisation, due, workspace.declared_frameworks)


def _gaps(organisation: Organisation, due: Decisions, declared: tuple[str, ...] | None) -> Iterator[Problem]:
    incidents = organisation.incidents
    if incidents.reasoned:
        yield incidents.problem(NO_EXCUSE, decisions=due.addresses).beside(due[0].place)
    elif not incidents.settled:
        missing = [key for key in ("report_to", "within") if not incidents.child(key)]
        high = due.known_to(lambda decision: decision.is_high_risk)
        if missing:
            yield incidents.problem(MESSAGE, missing=missing, decisions=due.addresses).beside(due[0].place)
        elif high and not incidents.authority and (declared is None or "eu-ai-act" in declared):
            problem = incidents.authority.problem(NO_AUTHORITY, decisions=high.addresses)
            yield problem.beside(high[0].law.place_of("risk_class"))
