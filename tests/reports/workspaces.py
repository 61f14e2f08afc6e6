"""Small workspaces with gaps, for the tests of reports."""

from datetime import date

from orchestrator_lint.journey import Checked, check
from orchestrator_lint.sources import Source

TODAY = date(2026, 11, 24)

GAPS = """\
orchestrator: 1
organisation: {name: Example Bank, frameworks: [eu-ai-act, gdpr]}
spaces:
  lending:
    title: Lending
    purpose: People get credit that they can carry through good and bad years
    principles: [dignity-first]
    decisions:
      raise-limit: {title: Raise a limit, status: draft, autonomy: human-only}
      lower-limit: {title: Lower a limit, status: draft, autonomy: recomends}
principles:
  dignity-first: {statement: We weigh the person before the case}
"""


def checked(text: str = GAPS, path: str = "policies/lending.yaml") -> Checked:
    """Check one file."""
    return check([Source(path, text.encode())], TODAY)
