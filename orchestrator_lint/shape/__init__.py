"""Document in, Document and Problems out: what the schema rejects is marked unknown."""

from orchestrator_lint.shape.check import Shaped, check_shape
from orchestrator_lint.shape.faults import SHAPE_FAULTS

__all__ = ["SHAPE_FAULTS", "Shaped", "check_shape"]
