"""Workspace and network in, Problems out: one rule a file, listed in `index`."""

from orchestrator_lint.rules.run import Outcome, Raised, Unanswered, run_rules

__all__ = ["Outcome", "Raised", "Unanswered", "run_rules"]
