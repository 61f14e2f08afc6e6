"""A provision in, the day from which it applies out; the days are data with their source."""

from orchestrator_lint.frameworks.applies import Applies, applies_from

__all__ = ["Applies", "applies_from"]
