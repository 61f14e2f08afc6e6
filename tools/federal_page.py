"""The US federal AI use-case inventory in, the page of what its records say out.

Run: python tools/federal_page.py INVENTORY.csv
"""

import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from orchestrator_lint.exchange import convert, read_mapping, write_policies
from orchestrator_lint.journey import Checked, cards, check
from orchestrator_lint.model import Decision
from orchestrator_lint.sources import collect

PAGE = Path(__file__).parent.parent / "docs" / "federal-inventory.md"
VERDICTS = PAGE.with_name("federal-verdicts.csv")
KINDS = ("right", "noise", "wrong place", "unclear")
PUBLISHED = date(2026, 4, 14)  # of the inventory; the report speaks for this day

_SAFEGUARDS = (
    ("hi_testing_conducted", "testing", "systems.tested"),
    ("hi_assessment_completed", "impact assessment", ""),
    ("hi_independent_review", "independent review", "review"),
    ("hi_ongoing_monitoring", "ongoing monitoring", "monitoring"),
    ("hi_training_established", "operator training", ""),
    ("hi_failsafe_presence", "fail-safe", "oversight.stop"),
    ("hi_appeal_process", "appeal", "contest"),
)


class Share(NamedTuple):
    """How many decisions a rule names, of those it could."""

    code: str
    name: str
    title: str
    decisions: int


def page(inventory: Path) -> str:
    """Import, check and count; needs the inventory as a CSV file."""
    found = inventory_checked(inventory)
    return "\n".join([_HEAD.format(**_totals(found)), *_rules(found), _BETWEEN, *_safeguards(found), _TAIL, _read()])


@cache
def inventory_checked(inventory: Path) -> Checked:
    """Import the inventory and check it as of the day on which it was published."""
    converted = convert(inventory.read_bytes(), read_mapping("us-federal-2025"), inventory.name)
    with tempfile.TemporaryDirectory() as folder:
        write_policies(converted, Path(folder))
        return check(collect([folder]), PUBLISHED, PUBLISHED)


def verdicts() -> list[dict[str, str]]:
    """The verdicts on the fifty findings of `tools/federal_verdicts.py`, in the order of the draw."""
    return list(csv.DictReader(VERDICTS.read_text(encoding="utf-8").splitlines()))


def _read() -> str:
    counted = Counter(row["verdict"] for row in verdicts())
    return _READ.strip().format(**{kind.replace(" ", "_"): counted[kind] for kind in KINDS}) + "\n"


def _totals(checked: Checked) -> dict[str, Any]:
    decisions = checked.workspace.decisions
    in_use = [decision for decision in decisions if decision.life != "retired"]
    counts = checked.report.counts
    return {
        "records": f"{len(decisions):,}",
        "judged": f"{len(in_use):,}",
        "retired": f"{len(decisions) - len(in_use):,}",
        "files": counts.files,
        "spaces": counts.spaces,
        "findings": f"{len(checked.report.findings):,}",
        "rules": counts.rules,
    }


def _rules(checked: Checked) -> Iterator[str]:
    judged = sum(decision.life != "retired" for decision in checked.workspace.decisions)
    for share in _shares(checked):
        part = f"{share.decisions:,} | {100 * share.decisions / judged:.1f} %"
        yield f"| {share.code} | `{share.name}` | {share.title} | {part} |"


def _shares(checked: Checked) -> list[Share]:
    named: dict[str, set[str]] = {}
    for finding in checked.report.findings:
        named.setdefault(finding.card.code, set()).update(finding.decisions)
    known = cards()
    shares = [Share(code, known[code].name, known[code].title.en, len(names)) for code, names in named.items()]
    return sorted(shares, key=lambda share: (-share.decisions, share.code))


def _safeguards(checked: Checked) -> Iterator[str]:
    high = [
        decision
        for decision in checked.workspace.decisions
        if decision.own("status").plain == "live" and decision.weighs("high")
    ]
    for column, name, place in _SAFEGUARDS:
        states = Counter(_state(decision, column, place) for decision in high)
        cells = " | ".join(
            str(states[state]) for state in ("established", "in progress", "not applicable", "not stated")
        )
        yield f"| {name} (`{column}`) | {cells} |"
    every = [
        sum(_state(decision, column, place) == "established" for column, _, place in _SAFEGUARDS) for decision in high
    ]
    counted = f"all seven established: {every.count(len(_SAFEGUARDS))}; none established: {every.count(0)}."
    yield f"\nOf {len(high)} uses that are deployed and high-impact, {counted}"


def _state(decision: Decision, column: str, place: str) -> str:
    """The state of a safeguard; where the language has no place for it, the answer kept under `x-import`."""
    if not place:
        return _answered(str((decision.plain.get("x-import") or {}).get(column, "")))
    block = decision.systems[0].child("tested") if place == "systems.tested" else decision
    for step in place.split(".") if place != "systems.tested" else ():
        block = block.child(step)
    if block.reasoned:
        return "not applicable"
    state = str(block.child("state").plain) if isinstance(block.plain, dict) else "not stated"
    return state.replace("-", " ") if state != "None" else "not stated"


def _answered(answer: str) -> str:
    if answer in ("Yes", "Training Established"):
        return "established"
    return "in progress" if "progress" in answer.lower() else "not stated"


_HEAD = """<!-- Generated by tools/federal_page.py from the inventory. Do not edit. -->

# The US federal AI use-case inventory 2025, read as decision policies

What does a linter say that takes the *decision* as its unit, of a register that lists *systems*? This page imports all
records of the inventory (`ombegov/2025-Federal-Agency-AI-Use-Case-Inventory`, 14 April 2026, a work of the US
government) and counts. The inventory itself is not part of this repository. With a copy of it, anyone can repeat the page:

```sh
python tools/federal_page.py individual.csv
```

{records} records became {records} decisions in {spaces} spaces and {files} files. {retired} are retired and judged by
nothing; {judged} are judged by {rules} rules: {findings} findings.

**How to read the figures.** The answers are recorded states: "In-progress" was an allowed answer when they were given.
A share below says that the register does not state something, not that an agency does not have it, and never that a
law is broken. The inventory has no column for an owner, an overseer, the autonomy of the machine, guardrails or
escalation: there the share is near 100 %, and says what registers do not ask.

## What the records do not state

| rule | name | finding | decisions | of those judged |
|---|---|---|---|---|"""

_BETWEEN = """
## What the register does ask, for deployed high-impact uses

| safeguard | established | in progress | not applicable | not stated |
|---|---|---|---|---|"""

_READ = """
## Fifty findings, read one by one

A count says nothing of whether a finding is worth anything. Fifty were drawn at random (every rule that fires has the same chance; the
seed stands in `tools/federal_verdicts.py`) and read beside their records, as a compliance officer would:
{right} right, {noise} noise, {wrong_place} in the wrong place, {unclear} unclear. [Each verdict has its reason](federal-verdicts.csv).
One reader gave them, who works on the tool. What is noise is true, but the register does not ask for it, or the use
reaches nobody and the record does not say so. Because of them two messages no longer claim what nobody wrote: SAF010 that people act on
the outputs of a system (one was a rover on Mars), OVR013 that a system weighs on people (one scores sites).
"""

_TAIL = """
"Not applicable" holds answers such as "Not Applicable", "Appeal Precluded by Law" and "CAIO Waived", kept as reasons.
How each column is mapped stands in
[`us-federal-2025.yaml`](../orchestrator_lint/exchange/mappings/us-federal-2025.yaml); what could not be mapped is
kept under `x-import` of each decision.
"""


if __name__ == "__main__":
    PAGE.write_text(page(Path(sys.argv[1])), encoding="utf-8")
