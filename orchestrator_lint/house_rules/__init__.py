"""Files with rules of an organisation in, rules like ours out; they are data, and nothing in them is executed."""

from orchestrator_lint.house_rules.example import Example, missing_step
from orchestrator_lint.house_rules.make import HouseRule
from orchestrator_lint.house_rules.read import parse_rules, read_rules

__all__ = ["Example", "HouseRule", "missing_step", "parse_rules", "read_rules"]
