"""Two reports on one workspace, before a change and after it, in; what the change touches or causes out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orchestrator_lint.judging.narrow import narrowed
from orchestrator_lint.judging.report import Finding, Report
from orchestrator_lint.model import Workspace


class State(NamedTuple):
    """A workspace at one time: the bytes of its files by path, what they say, and the report on it."""

    files: Mapping[str, bytes]
    workspace: Workspace
    report: Report


def since(before: State, now: State, ref: str) -> Report:
    """Leave in the findings at objects that changed, and those elsewhere that did not stand before.

    A space, a decision, a role changed where what it says of its own is another; an object of the same words in another
    file or order did not. What says nothing of an object, as a missing header, counts where the bytes of its file changed.
    """
    was, is_now = _objects(before.workspace), _objects(now.workspace)
    changed = frozenset(name for name, said in is_now.items() if name not in was or was[name] != said)
    known = {finding.fingerprint for finding in before.report.findings}
    waived = {finding.fingerprint for finding in before.report.excepted}

    def wanted(finding: Finding) -> bool:
        if finding.about == "organisation" and finding.card.is_fault:
            path = finding.location.path
            return before.files.get(path) != now.files.get(path)
        names = _around(finding.about) if finding.card.is_fault else (finding.about, *finding.decisions)
        stood = known if finding.excepted is None else waived
        return finding.fingerprint not in stood or not changed.isdisjoint(names)

    return narrowed(now.report, wanted, "change", (ref,))


def _objects(workspace: Workspace) -> dict[str, object]:
    """What each object says of its own, by its address and by its path through the data."""
    found: dict[str, object] = {}
    for section in workspace.language.sections:
        for noun in workspace.all(section):
            said = noun.plain
            if section == "spaces" and isinstance(said, dict):
                said = {key: value for key, value in said.items() if key != "decisions"}
            found[noun.address] = said
    for decision in workspace.decisions:
        found[decision.address] = found["/".join(map(str, decision.pointer))] = decision.plain
    return found


def _around(path: str) -> Iterator[str]:
    """The path that a fault of shape is about, and all paths around it."""
    steps = path.split("/")
    return ("/".join(steps[: depth + 1]) for depth in range(len(steps)))
