"""The words that every room shares: a text in both languages, a place, a problem and its fix, a rule's card."""

from orchestrator_lint.problems.card import Bad, Card, Good, Severity, Threshold
from orchestrator_lint.problems.fix import Change, Fill, Fix, Quote, Rename, Rewrite
from orchestrator_lint.problems.place import Place, Pointer, Spot
from orchestrator_lint.problems.problem import Problem, Related
from orchestrator_lint.problems.text import LANGUAGES, Text, chained, listed, said

__all__ = [
    "LANGUAGES",
    "Bad",
    "Card",
    "Change",
    "Fill",
    "Fix",
    "Good",
    "Place",
    "Pointer",
    "Problem",
    "Quote",
    "Related",
    "Rename",
    "Rewrite",
    "Severity",
    "Spot",
    "Text",
    "Threshold",
    "chained",
    "listed",
    "said",
]
