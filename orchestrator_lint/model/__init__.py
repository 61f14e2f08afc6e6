"""Documents in, the Workspace out: typed views of policies that know their place."""

from orchestrator_lint.model.decision import Decision
from orchestrator_lint.model.flows import way_past_people
from orchestrator_lint.model.levels import (
    IMPACTS,
    LEVELS,
    LIFE,
    REVERSIBILITIES,
    highest_allowed,
    impact_rank,
    level_rank,
)
from orchestrator_lint.model.nouns import (
    Dataset,
    Guardrail,
    Noun,
    Organisation,
    Principle,
    Role,
    Space,
    System,
    Waiver,
    is_self_approved,
)
from orchestrator_lint.model.references import Reference
from orchestrator_lint.model.rule import Rule, rule
from orchestrator_lint.model.settings import Settings
from orchestrator_lint.model.subjects import Decisions, EmptySpace
from orchestrator_lint.model.time import Duration, parse_date
from orchestrator_lint.model.value import Unknown, Value, known_any
from orchestrator_lint.model.workspace import Workspace
from orchestrator_lint.problems import Bad, Good, Problem, Related, Severity, Text, Threshold, chained

__all__ = [
    "IMPACTS",
    "LEVELS",
    "LIFE",
    "REVERSIBILITIES",
    "Bad",
    "Dataset",
    "Decision",
    "Decisions",
    "Duration",
    "EmptySpace",
    "Good",
    "Guardrail",
    "Noun",
    "Organisation",
    "Principle",
    "Problem",
    "Reference",
    "Related",
    "Role",
    "Rule",
    "Settings",
    "Severity",
    "Space",
    "System",
    "Text",
    "Threshold",
    "Unknown",
    "Value",
    "Waiver",
    "Workspace",
    "chained",
    "highest_allowed",
    "impact_rank",
    "is_self_approved",
    "known_any",
    "level_rank",
    "parse_date",
    "rule",
    "way_past_people",
]
