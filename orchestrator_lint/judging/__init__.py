"""Problems in, the Report out: places resolved, causes told apart, everything counted and sorted."""

from orchestrator_lint.judging.judge import Read, judge
from orchestrator_lint.judging.report import Count, Finding, Location, NotPossible, RelatedPlace, Report

__all__ = ["Count", "Finding", "Location", "NotPossible", "Read", "RelatedPlace", "Report", "judge"]
