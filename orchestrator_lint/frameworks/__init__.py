"""A provision in, the day from which it applies and what no rule can see of it out; both are data with their source."""

from orchestrator_lint.frameworks.applies import Applies, applies_from
from orchestrator_lint.frameworks.provisions import Provision, provisions

__all__ = ["Applies", "Provision", "applies_from", "provisions"]
