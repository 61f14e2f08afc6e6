"""The clean base with one stretch of its text changed in, what is found there out."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.sources import Source

BASE = (Path(__file__).parent / "base" / "policy.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 1)


def report_of(text: str | bytes) -> Report:
    """Check one file."""
    data = text if isinstance(text, bytes) else text.encode()
    return check([Source("policy.yaml", data)], TODAY).report


def changed(old: str, new: str) -> str:
    """The base with the first `old` replaced; it must be there."""
    assert old in BASE, old
    return BASE.replace(old, new, 1)


def sole(text: str | bytes) -> Finding:
    """The one finding of a file, and a failure that lists all where it is not alone."""
    findings = report_of(text).findings
    assert len(findings) == 1, [(f.card.code, f.location[1:3], f.message("en")) for f in findings]
    return findings[0]


def spot(finding: Finding) -> tuple[str, int, int]:
    """Code, line and column of a finding."""
    return finding.card.code, finding.location.line, finding.location.column


def marked(text: str) -> tuple[str, int, int]:
    """Take the mark ‸ out of a text, and give its line and column."""
    at = text.index("‸")
    before = re.split(r"\r\n|\n|\r", text[:at])
    return text.replace("‸", ""), len(before), len(before[-1]) + 1


def found_at_mark(old: str, new: str) -> tuple[str, Finding]:
    """Lay a change with one mark ‸ into the base; the one finding must stand at the mark. Gives code and finding."""
    text, line, column = marked(changed(old, new))
    finding = sole(text)
    assert finding.location[1:3] == (line, column), (finding.location, finding.message("en"))
    return finding.card.code, finding


def checked(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run the command `check` on a folder, as a user does."""
    command = [sys.executable, "-m", "orchestrator_lint", "check", str(folder), "--as-of", "2026-11-01"]
    return subprocess.run(command, capture_output=True, text=True, check=False)
