"""Report in, edits out: only the edited stretches of a file change, and what it says only as the fix means."""

from orchestrator_lint.repairing.edit import Edit, spliced
from orchestrator_lint.repairing.hunks import hunks
from orchestrator_lint.repairing.plan import Plan, Planner
from orchestrator_lint.repairing.rounds import Round, mended, plans

__all__ = ["Edit", "Plan", "Planner", "Round", "hunks", "mended", "plans", "spliced"]
