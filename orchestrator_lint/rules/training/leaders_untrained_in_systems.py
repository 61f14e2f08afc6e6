"""TRN003: a role that leads has not been trained in thinking in systems."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Good, Problem, Role, Settings, Severity, Text, Threshold, rule
from orchestrator_lint.network import Network
from orchestrator_lint.rules.training.taking_part import is_trained

MESSAGE = Text(
    en="`{role}` leads (`leads: true`), but its `training` states none that was held in thinking in systems. Add one with one of these topics: {topics}.",
    de="`{role}` führt (`leads: true`), aber unter `training` steht keine durchgeführte Schulung im Denken in Systemen. Ergänzen Sie eine mit einem dieser Themen: {topics}.",
)
THRESHOLDS = {"systems-thinking-topics": Threshold(["systems-thinking"], "fewer")}


@rule(
    code="TRN003",
    name="leaders-untrained-in-systems",
    severity=Severity.WARNING,
    title=Text(
        en="A leader has not been trained in thinking in systems",
        de="Eine Führungsrolle ist nicht im Denken in Systemen geschult",
    ),
    why=Text(
        en="Who designs decision spaces must see connections and not only cases.",
        de="Wer Entscheidungsräume gestaltet, muss Zusammenhänge sehen und nicht nur Einzelfälle.",
    ),
    asks_from="draft",
    serves=("S11", "S8"),
    provisions=(
        "eu-ai-act 4",
        "iso-42001 5.1",
        "iso-42001 7.3",
        "nist-ai-rmf GOVERN 2.3",
        "nist-ai-rmf GOVERN 4.1",
    ),
    waits_for=("TRN001",),
    thresholds=THRESHOLDS,
    fix="training: [{topic: TODO, date: TODO}]",
    bad=Bad("roles: {chief-risk-officer: {training: null}}", at="roles.chief-risk-officer"),
    good=Good("roles: {chief-risk-officer: {training: [{topic: systems-thinking, date: 2026-11-01}]}}"),
    cases=(
        Bad(
            "roles: {chief-risk-officer: {training: [{topic: systems-thinking, date: 2027-03-10}]}}",
            at="roles.chief-risk-officer.training",
        ),
        Bad(
            "roles: {head-of-lending: {training: [{topic: model-limits, date: 2026-03-10}]}}",
            at="roles.head-of-lending.training",
        ),
        Good("roles: {chief-risk-officer: {leads: false, training: null}}"),
        Good("roles: {chief-risk-officer: {leads: null, training: [{topic: law, date: 2026-03-10}]}}"),
    ),
)
def leaders_untrained_in_systems(role: Role, settings: Settings, network: Network) -> Iterator[Problem]:
    """Flag a role that leads and has no training held in one of the topics of `systems-thinking-topics`."""
    topics = tuple(str(topic) for topic in settings.threshold("systems-thinking-topics", THRESHOLDS))
    if role.leads.plain is True and not is_trained(role, settings.as_of, topics):
        owned = [tie.at.place for tie in network.owners if tie.role == role]
        yield role.training.problem(MESSAGE, role=role.id, topics=topics).beside(role.leads.place, *owned)
