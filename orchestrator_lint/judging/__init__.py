"""Problems in, the Report out: causes told apart, exceptions and the choice of rules applied, everything counted and sorted."""

from orchestrator_lint.judging.baseline import Baseline, Entry, may_be_old, taken_in
from orchestrator_lint.judging.change import State, since
from orchestrator_lint.judging.choice import CONFIDENCES, PROFILES, Choice, PathChoice, names, nearest_rule
from orchestrator_lint.judging.excepted import KINDS, Excepted
from orchestrator_lint.judging.exception_faults import EXCEPTION_FAULTS
from orchestrator_lint.judging.judge import Read, judge, with_old_findings
from orchestrator_lint.judging.narrow import in_files
from orchestrator_lint.judging.report import (
    Count,
    Finding,
    LeftOut,
    Location,
    NotPossible,
    RelatedPlace,
    Report,
    Run,
    Rung,
)
from orchestrator_lint.judging.waivers import void_because

__all__ = [
    "CONFIDENCES",
    "EXCEPTION_FAULTS",
    "KINDS",
    "PROFILES",
    "Baseline",
    "Choice",
    "Count",
    "Entry",
    "Excepted",
    "Finding",
    "LeftOut",
    "Location",
    "NotPossible",
    "PathChoice",
    "Read",
    "RelatedPlace",
    "Report",
    "Run",
    "Rung",
    "State",
    "in_files",
    "judge",
    "may_be_old",
    "names",
    "nearest_rule",
    "since",
    "taken_in",
    "void_because",
    "with_old_findings",
]
