"""What a rule asks and a policy in, what the rule finds out."""

from datetime import date
from textwrap import dedent, indent

from orchestrator_lint.house_rules import HouseRule, parse_rules
from orchestrator_lint.journey import check
from orchestrator_lint.judging import Choice, Report
from orchestrator_lint.sources import Source

TODAY = date(2026, 11, 1)
HEAD = """orchestrator-rules: 1
rules:
  - code: ACM001
    name: acme-rule
    title: {en: Something is wrong, de: Etwas stimmt nicht}
    message: {en: "{subject}", de: "{subject}"}
    why: {en: It matters., de: Es zählt.}
    bad: [{at: roles, policy: "roles: {}"}]
    good: [{policy: "roles: {}"}]
"""


def house(asks: str, before: str = "") -> HouseRule:
    """Read a file with one rule that asks this; `before` stands before the rules."""
    text = HEAD.replace("rules:\n  -", f"{dedent(before)}rules:\n  -") + indent(dedent(asks), "    ")
    (rule,) = parse_rules(text.encode(), "rules.yaml")
    return rule


def report(asks: str, policy: str, before: str = "") -> Report:
    """Check a policy by one rule only."""
    source = Source("policy.yaml", f"orchestrator: 1\n{dedent(policy)}".encode())
    return check([source], TODAY, choice=Choice(select=("ACM001",)), own=[house(asks, before).rule]).report


def said(asks: str, policy: str, before: str = "") -> list[str]:
    """What one rule says of a policy: the line, the objects and the key below them."""
    found = [item for item in report(asks, policy, before).findings if item.card.code == "ACM001"]
    return [f"{item.location.line}: {item.message('en')}: {item.values['field']}" for item in found]


def is_unknown(asks: str, policy: str) -> bool:
    """Whether a rule could not be asked, and said nothing."""
    found = report(asks, policy)
    return any("ACM001" in item.codes for item in found.not_possible) and not said(asks, policy)
