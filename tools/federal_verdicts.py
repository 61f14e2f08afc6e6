"""The US federal inventory in, fifty findings on it, drawn at random, out. Run: python tools/federal_verdicts.py INVENTORY.csv

Every rule that fires has the same chance, and within a rule every finding: drawn from all findings alike, nearly all
fifty would say what the register does not ask. Verdicts that a person gave stand in `docs/federal-verdicts.csv`.
"""

import random
import sys
from collections import defaultdict
from pathlib import Path

from orchestrator_lint.judging import Finding, Report
from tools.federal_page import inventory_checked

SEED = 20260414  # the day on which the inventory was published
NUMBER = 50


def drawn(report: Report) -> list[Finding]:
    """Draw fifty different findings; the same report and seed give the same fifty."""
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(report.findings, key=lambda finding: (finding.card.code, finding.fingerprint)):
        by_code[finding.card.code].append(finding)
    dice = random.Random(SEED)  # noqa: S311 - a sample, no secret
    found: list[Finding] = []
    while len(found) < NUMBER:
        finding = dice.choice(by_code[dice.choice(sorted(by_code))])
        if finding not in found:
            found.append(finding)
    return found


if __name__ == "__main__":
    for number, finding in enumerate(drawn(inventory_checked(Path(sys.argv[1])).report), 1):
        place = finding.location
        print(f"{number}. {finding.card.code} {finding.severity.word} {finding.fingerprint} {finding.about}")
        print(f"   {place.path.rsplit('/', 1)[-1]}:{place.line}:{place.column} {finding.message('en')}")
