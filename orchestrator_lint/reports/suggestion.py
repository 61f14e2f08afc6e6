"""The plan of a fix in, its lines as a diff in the words of the author out."""

from collections import defaultdict
from collections.abc import Iterator

from orchestrator_lint.judging import Report
from orchestrator_lint.repairing import Edit, Plan, hunks
from orchestrator_lint.reports import words
from orchestrator_lint.reports.paint import Paint, logged, visible

_FILES = 3  # of an id that many files refer to
_KINDS = {"-": "removed", "+": "added"}


def suggestion(plan: Plan, report: Report, language: str, paint: Paint) -> Iterator[str]:
    """Show what would stand where: the lines that go with `-`, those that come with `+`, and their neighbours."""
    by_path: dict[str, list[Edit]] = defaultdict(list)
    for edit in plan.edits:
        by_path[edit.path].append(edit)
    label = words.FIX[plan.fix.safe].to(language)
    for path in sorted(by_path)[:_FILES]:
        for line, changed in hunks(report.run.pages[path].text, by_path[path]):
            yield paint("dim", f"  {label}: {visible(path)}:{line}")
            yield from (_painted(logged(visible(row)), paint) for row in changed)
    if len(by_path) > _FILES:
        yield f"  {label}: +{len(by_path) - _FILES}"


def _painted(row: str, paint: Paint) -> str:
    kind = _KINDS.get(row[:1])
    return f"    {paint(kind, row) if kind else row}"
