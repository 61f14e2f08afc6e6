"""README.md in, the same with the real output in its marked places out. Run: python tools/readme.py"""

import re
from datetime import date
from pathlib import Path

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Choice, Finding
from orchestrator_lint.problems import Severity
from orchestrator_lint.reports.text import render
from orchestrator_lint.sources import collect

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_DAY = date(2026, 11, 24)
_SHOWN = 8  # findings of the history


def renewed(text: str) -> str:
    """Give the README with the output of its example and the findings of its history."""
    text = between(text, "output", f"```\n{_example()}```")
    return between(text, "findings", _history())


def between(text: str, name: str, inside: str) -> str:
    """Give a page with something else between the two marks of a name."""
    pattern = re.compile(rf"(<!-- begin {name} of: [^\n]*-->\n).*?(<!-- end {name} -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}{inside}\n{match[2]}", text)


def _example() -> str:
    path = "docs/first-policy.yaml"
    sources = [source._replace(path=path) for source in collect([str(ROOT / path)])]
    return render(check(sources, _DAY, _DAY, choice=Choice()).report).replace("(--as-of)", "(the day of this run)")


def _history() -> str:
    report = check(collect([str(ROOT / "tests" / "cases" / "toeslagenaffaire" / "policies")]), _DAY).report
    errors = [report.findings[at] for at in report.ranked if report.findings[at].severity is Severity.ERROR]
    rows = [f"| {finding.card.code} | {finding.about} | {finding.message('en')} |" for finding in _one_a_rule(errors)]
    return "\n".join(["| rule | where | finding |", "|---|---|---|", *rows[:_SHOWN]])


def _one_a_rule(findings: list[Finding]) -> list[Finding]:
    seen: dict[str, Finding] = {}
    for finding in findings:
        seen.setdefault(finding.card.code, finding)
    return list(seen.values())


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
