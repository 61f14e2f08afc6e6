"""Small workspaces with gaps, for the tests of reports."""

from datetime import date

from orchestrator_lint.journey import Checked, check
from orchestrator_lint.judging import Report
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


_EVIL = (
    r"\e[2J::error::x\n%0A::stop-commands::y ##[add-mask]z ##vso[x]<script>alert(1)</script> "
    r"@team #1 [a](https://evil.example) </details> ]]> `x` \u202E \u0000 \u0085"
)
HOSTILE = """\
orchestrator: 1
organisation: {name: X}
"@team ##[add-mask]y": 1
"EVIL": 1
spaces:
  lending:
    title: "EVIL"
    decisions:
      raise-limit: {title: "EVIL", status: live, autonomy: "EVIL", impact: "::error::EVIL"}
      "=cmd|' /C calc'!A0": {}
      "+1": {}
      "::error::": {}
""".replace("EVIL", _EVIL)
HOSTILE_PATH = "=policies/a,b%0A ::error::@team ##[debug] <b> `c`\n::error::\x1b.yaml"


def hostile() -> Report:
    """Check a file whose name, keys and values try to be more than text."""
    return checked(HOSTILE, HOSTILE_PATH).report
