"""Files with rules of an organisation in, rules like ours out; they are data, and nothing in them is executed."""

from orchestrator_lint.house_rules.make import HouseRule
from orchestrator_lint.house_rules.read import parse_rules, read_rules

__all__ = ["HouseRule", "parse_rules", "read_rules"]
