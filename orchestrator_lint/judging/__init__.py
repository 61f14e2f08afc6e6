"""Problems in, the Report out: causes told apart, waivers and the choice of rules applied, everything counted and sorted."""

from orchestrator_lint.judging.choice import CONFIDENCES, PROFILES, Choice, PathChoice, names, nearest_rule
from orchestrator_lint.judging.judge import Read, judge
from orchestrator_lint.judging.report import Count, Finding, Location, NotPossible, RelatedPlace, Report, Run, Rung
from orchestrator_lint.judging.waivers import UNUSED, Excepted, void_because

__all__ = [
    "CONFIDENCES",
    "PROFILES",
    "UNUSED",
    "Choice",
    "Count",
    "Excepted",
    "Finding",
    "Location",
    "NotPossible",
    "PathChoice",
    "Read",
    "RelatedPlace",
    "Report",
    "Run",
    "Rung",
    "judge",
    "names",
    "nearest_rule",
    "void_because",
]
