"""A decision in, whether its machine gives a score that people follow out."""

from orchestrator_lint.model import Decision, System

_SCORES = ("score", "class", "ranking")


def gives_scores(decision: Decision) -> bool:
    """Whether the machine supplies probabilities, or one of its systems puts out a score, a class or a ranking."""
    return decision.machine.supplies.has("probabilities") or any(_puts_out_a_score(it) for it in decision.systems)


def _puts_out_a_score(system: System) -> bool:
    return system.outputs.has(*_SCORES)
