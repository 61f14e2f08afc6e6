"""A report in, the files with as many of its fixes as go together out; the rest waits for the next round."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.problems import Change, Fill, Quote
from orchestrator_lint.repairing.confirm import is_confirmed
from orchestrator_lint.repairing.edit import Edit, collide, spliced
from orchestrator_lint.repairing.fill import filled
from orchestrator_lint.repairing.plan import Plan, Planner, tree_of


class Round(NamedTuple):
    """The new texts of the files that change, the findings mended by that, and those whose fix was not confirmed."""

    texts: Mapping[str, str]
    fixed: tuple[Finding, ...] = ()
    dropped: tuple[Finding, ...] = ()


class _Planned(NamedTuple):
    finding: Finding
    plan: Plan


def plans(report: Report) -> dict[str, Plan]:
    """Give for the findings of a report, by fingerprint, the edits that would mend each, where there are any."""
    planner = Planner(report.run.pages)
    found = ((finding.fingerprint, planner.plan(finding.fix)) for finding in report.findings if finding.fix)
    return {name: plan for name, plan in found if plan is not None}


def mended(
    report: Report, unsafe: bool, passed: frozenset[str] = frozenset(), locked: frozenset[str] = frozenset()
) -> Round:
    """Carry out the fixes of a report, those that are unsafe only where asked.

    `passed` are fingerprints of findings that are passed over: their fix was not confirmed before. `locked` are files
    that stay as they are.
    """
    known = plans(report)
    found = [
        _Planned(finding, plan)
        for finding in report.findings
        if (plan := known.get(finding.fingerprint)) is not None
        and (plan.fix.safe or unsafe)
        and finding.fingerprint not in passed
        and not any(edit.path in locked for edit in plan.edits)
    ]
    round_ = _Round(Planner(report.run.pages))
    chosen = round_.chosen(sorted(found, key=lambda planned: not planned.plan.fix.safe))
    kept = round_.confirmed(chosen)
    fixed = {planned.finding.fingerprint for planned in kept}
    return Round(
        round_.texts(kept),
        tuple(planned.finding for planned in kept),
        tuple(planned.finding for planned in chosen if planned.finding.fingerprint not in fixed),
    )


class _Round:
    def __init__(self, planner: Planner) -> None:
        self.planner, self.pages = planner, planner.pages

    def chosen(self, found: Sequence[_Planned]) -> list[_Planned]:
        """Leave out what collides with one before it. Skeletons of one document go together as long as none of them does."""
        kept: list[_Planned] = []
        edits: dict[str, list[Edit]] = defaultdict(list)
        quoted = {planned.plan.fix.change.path for planned in found if isinstance(planned.plan.fix.change, Quote)}
        for planned in found:
            change = planned.plan.fix.change
            if not isinstance(change, Quote) and any(edit.path in quoted for edit in planned.plan.edits):
                continue  # what a cut text has taken along is known only when it is whole
            if not isinstance(change, Fill):
                if any(collide([*edits[edit.path], edit]) for edit in planned.plan.edits):
                    continue
                for edit in planned.plan.edits:
                    edits[edit.path].append(edit)
            kept.append(planned)
        return [
            planned
            for planned in kept
            if not isinstance(planned.plan.fix.change, Fill)
            or not any(collide([*edits[edit.path], edit]) for edit in planned.plan.edits)
        ]

    def confirmed(self, chosen: list[_Planned]) -> list[_Planned]:
        """Give those that do what they mean, together; halves are tried where the whole does not."""
        if not chosen or self.is_confirmed(chosen):
            return chosen
        if len(chosen) == 1:
            return []
        half = len(chosen) // 2
        first, second = self.confirmed(chosen[:half]), self.confirmed(chosen[half:])
        return first + second if self.is_confirmed(first + second) else first or second

    def is_confirmed(self, chosen: Sequence[_Planned]) -> bool:
        texts = self.texts(chosen).items()
        return all(is_confirmed(self.pages[path], text, list(_changes(chosen, path))) for path, text in texts)

    def texts(self, chosen: Sequence[_Planned]) -> dict[str, str]:
        """Give the new texts of the files that change. What is missing in a document is written in one go."""
        edits: dict[str, list[Edit]] = defaultdict(list)
        fills: dict[tuple[str, int], list[Fill]] = defaultdict(list)
        for planned in chosen:
            change = planned.plan.fix.change
            if isinstance(change, Fill):
                fills[change.place.path, change.place.document].append(change)
                continue
            for edit in planned.plan.edits:
                edits[edit.path].append(edit)
        for (path, document), together in fills.items():
            edits[path] += filled(self.planner.layout(path, document), tree_of(together))
        return {path: spliced(self.pages[path].text, edits[path]) for path in sorted(edits)}


def _changes(chosen: Sequence[_Planned], path: str) -> Iterator[Change]:
    for planned in chosen:
        for change in planned.plan.changes:
            if (change.path if isinstance(change, Quote) else change.place.path) == path:
                yield change
