"""Report in, its findings by the objects and pages that they concern out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.problems import Severity


class Group(NamedTuple):
    """The findings of one rule on a page: its code and title, and what it says of which object."""

    severity: str
    code: str
    title: str
    says: tuple[tuple[str, str], ...]


class Open(NamedTuple):
    """The open findings of a page, counted and, errors first, by rule."""

    errors: int
    warnings: int
    notes: int
    groups: tuple[Group, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return self.errors + self.warnings + self.notes


class Found:
    """The findings of a report by address: `space/decision`, `section/id` or `organisation`."""

    def __init__(self, report: Report) -> None:
        self.all = report.findings
        # what is worked out once for all languages
        self.kept: dict[str, Any] = {}
        self._by_address: dict[str, list[Finding]] = defaultdict(list)
        self._by_space: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.all:
            addresses, spaces = _concerned(finding)
            for address in addresses:
                self._by_address[address].append(finding)
            for space in spaces:
                self._by_space[space].append(finding)

    def on(self, address: str) -> list[Finding]:
        """Give the findings on an object."""
        return self._by_address.get(address, [])

    def in_space(self, space: str) -> list[Finding]:
        """Give the findings on a space and on all its decisions, in the order of the report."""
        return self._by_space.get(space, [])

    def of_section(self, *sections: str) -> list[Finding]:
        """Give the findings on objects of these sections."""
        return [
            finding for finding in self.all if finding.about not in finding.decisions and _head(finding) in sections
        ]

    def outside_spaces(self) -> list[Finding]:
        """Give the findings that concern no single space: the organisation, roles, systems, files."""
        return [finding for finding in self.all if not _concerned(finding)[1]]


def opened(findings: Iterable[Finding], language: str, told: bool = True) -> Open:
    """Count findings and, where they are `told`, group them by rule, the heaviest first."""
    each = {finding.fingerprint: finding for finding in findings}
    by_rule: dict[tuple[int, str], list[Finding]] = defaultdict(list)
    for finding in each.values():
        by_rule[-finding.severity, finding.card.code].append(finding)
    groups = tuple(_group(by_rule[key], language) for key in sorted(by_rule)) if told else ()
    count = {level: sum(finding.severity is level for finding in each.values()) for level in Severity}
    return Open(count[Severity.ERROR], count[Severity.WARNING], count[Severity.NOTE], groups)


def _group(findings: Sequence[Finding], language: str) -> Group:
    first = findings[0]
    says = tuple((subject(finding), finding.message(language)) for finding in findings)
    return Group(first.severity.word, first.card.code, first.card.title.to(language), says)


def subject(finding: Finding) -> str:
    """The object as policies write it: `space/decision`, without the path inside it."""
    steps = finding.about.split("/")
    if finding.about in finding.decisions or steps[0] != "spaces":
        return finding.about
    return f"{steps[1]}/{steps[3]}" if len(steps) > 3 and steps[2] == "decisions" else "/".join(steps[1:2])


def concerned(finding: Finding) -> set[str]:
    """Give the addresses of the objects that a finding concerns."""
    return _concerned(finding)[0]


def _head(finding: Finding) -> str:
    return finding.about.split("/")[0]


def _concerned(finding: Finding) -> tuple[set[str], set[str]]:
    """The addresses and the spaces that a finding concerns. A fault of shape names the path of its value."""
    addresses = {finding.about, *finding.decisions}
    spaces = {decision.split("/")[0] for decision in finding.decisions}
    steps = finding.about.split("/")
    if finding.about not in finding.decisions and len(steps) > 1:
        addresses.add("/".join(steps[:2]))
        if steps[0] == "spaces":
            spaces.add(steps[1])
            if len(steps) > 3 and steps[2] == "decisions":
                addresses = {finding.about, f"{steps[1]}/{steps[3]}"}
    return addresses, spaces
