"""Two reports on one workspace, before a change and after it, in; what the change touches or causes out."""

from collections.abc import Mapping
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

    A space, a decision, a role changed where what it says of its own is another; one of the same words in another file or
    order did not. A fault that belongs to no object, as a missing header, counts where the bytes of its file changed.
    """
    was, is_now = _objects(before.workspace), _objects(now.workspace)
    changed = frozenset(name for name, said in is_now.items() if name not in was or was[name] != said)
    stood = {finding.fingerprint for finding in before.report.findings}
    covered = {finding.fingerprint for finding in before.report.excepted}

    def wanted(finding: Finding) -> bool:
        path = finding.location.path
        if finding.card.is_fault and not finding.objects:
            return before.files.get(path) != now.files.get(path)
        known = stood if finding.excepted is None else covered
        objects = (finding.about, *finding.decisions, *finding.objects)
        return finding.fingerprint not in known or not changed.isdisjoint(objects)

    return narrowed(now.report, wanted, "change", (ref,))


def _objects(workspace: Workspace) -> dict[str, object]:
    """What each object says of its own, by its address."""
    found: dict[str, object] = {decision.address: decision.plain for decision in workspace.decisions}
    for section in workspace.language.sections:
        for noun in workspace.all(section):
            said = noun.plain
            if section == "spaces" and isinstance(said, dict):
                said = {key: value for key, value in said.items() if key != "decisions"}
            found[noun.address] = said
    return found
