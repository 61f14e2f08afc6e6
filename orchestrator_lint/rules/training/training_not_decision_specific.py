"""TRN004: an overseer was not trained in what overseeing this decision takes."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Good,
    Problem,
    Role,
    Settings,
    Severity,
    Text,
    Threshold,
    level_rank,
    rule,
)
from orchestrator_lint.rules.training.taking_part import is_trained

MESSAGE = Text(
    en="`{role}` oversees {decisions}, but its `training` states none that was held in: {topics}. Add these topics, or say in `requires.training` of the decision which others it takes.",
    de="`{role}` beaufsichtigt {decisions}, aber unter `training` steht keine durchgeführte Schulung zu: {topics}. Ergänzen Sie diese Themen, oder schreiben Sie in `requires.training` der Entscheidung, welche anderen nötig sind.",
)
THRESHOLDS = {"oversight-training-topics": Threshold(["automation-bias", "model-limits"], "more")}


def _overseen(decision: str = "", training: str = "{topic: ai-literacy, date: 2026-06-02}") -> str:
    return (
        f"roles: {{case-worker: {{training: [{training}]}}}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{requires: {{training: null}}, {decision}}}}}}}}}"
    )


_HERE = "roles.case-worker.training"
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"


@rule(
    code="TRN004",
    name="training-not-decision-specific",
    severity=Severity.NOTE,
    title=Text(
        en="An overseer is not trained for what it oversees",
        de="Die Aufsicht ist für ihre Entscheidung nicht geschult",
    ),
    why=Text(
        en="General courses on AI do not help the one who must doubt this output.",
        de="Ein allgemeiner KI-Kurs hilft niemandem, der an dieser einen Ausgabe zweifeln muss.",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S11",),
    provisions=("eu-ai-act 14(4)(a)", "eu-ai-act 14(4)(b)", "iso-42001 7.2", "nist-ai-rmf MAP 3.4"),
    waits_for=("OVR004", "TRN001"),
    thresholds=THRESHOLDS,
    bad=Bad(_overseen(), at=_HERE),
    good=Good(
        _overseen(training="{topic: automation-bias, date: 2026-06-02}, {topic: model-limits, date: 2026-11-01}")
    ),
    cases=(
        Bad(_overseen("status: planned"), at=_HERE),
        Bad(_overseen("autonomy: prepares", "{topic: automation-bias, date: 2026-06-02}"), at=_HERE),
        Bad(
            _overseen(training="{topic: automation-bias, date: 2026-06-02}, {topic: model-limits, date: 2026-11-02}"),
            at=_HERE,
        ),
        Good(
            _overseen(training="{topic: automation-bias, date: 2026-06-02}").replace(
                "training: null", "training: [automation-bias]"
            )
        ),
        Good(_overseen(_LIGHT)),
        Good(_overseen("autonomy: informs")),
        Good(_overseen("status: draft")),
        Good(_overseen("status: retired")),
    ),
)
def training_not_decision_specific(decision: Decision, settings: Settings) -> Iterator[Problem]:
    """Flag an overseer of a serious decision, from `prepares` to `acts-unless-vetoed`, whose training leaves out a topic of oversight.

    A decision that lists topics of its own in `requires.training` is not asked.
    """
    overseer = decision.oversight.by
    role = overseer.target
    if not isinstance(role, Role) or not _is_asked(decision):
        return
    topics = [str(topic) for topic in settings.threshold("oversight-training-topics", THRESHOLDS)]
    missing = [topic for topic in topics if not is_trained(role, settings.as_of, (topic,))]
    if missing:
        problem = role.training.problem(MESSAGE, role=role.id, topics=missing, decisions=(decision.address,))
        yield problem.beside(overseer.place)


def _is_asked(decision: Decision) -> bool:
    """Whether a person can weigh a serious output before it takes effect, and no topics of its own are listed."""
    rank = level_rank(decision.decide or decision.level)
    if not level_rank("prepares") <= rank <= level_rank("acts-unless-vetoed"):
        return False
    return decision.requires.training.silent and decision.is_serious
