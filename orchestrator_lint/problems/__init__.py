"""The words that every room shares: a text in both languages, a place, a problem, a rule's card."""

from orchestrator_lint.problems.card import Bad, Card, Good, Severity
from orchestrator_lint.problems.place import Place, Pointer, Spot
from orchestrator_lint.problems.problem import Problem, Related
from orchestrator_lint.problems.text import LANGUAGES, Text, chained, listed, said

__all__ = [
    "LANGUAGES",
    "Bad",
    "Card",
    "Good",
    "Place",
    "Pointer",
    "Problem",
    "Related",
    "Severity",
    "Spot",
    "Text",
    "chained",
    "listed",
    "said",
]
