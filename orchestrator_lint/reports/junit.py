"""Report in, JUnit XML out, for the pages of tests in Jenkins, GitLab and Azure, as the schema of Jenkins (`junit-10.xsd`) has it.

A rule is a class of tests. A finding is a test that failed, named for its object; a rule that found nothing is one that
passed. So a run without findings is no run without tests, and what is new or mended is seen from run to run.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from orchestrator_lint.frameworks.citing import framework
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.problems import Card, Severity, Text
from orchestrator_lint.reports import words
from orchestrator_lint.reports.exceptions import not_counted
from orchestrator_lint.reports.paint import one_line
from orchestrator_lint.reports.particulars import particulars
from orchestrator_lint.reports.summary import not_possible, reservations, sentences
from orchestrator_lint.reports.wrapping import where

_NOTHING = Text("no finding", "kein Befund")
_NOT_ALL = Text("not everywhere possible", "nicht überall möglich")
_UNDECLARED = Text(
    "Not asked: it concerns {names}, and `organisation.frameworks` declares none of them.",
    "Nicht gefragt: Die Regel betrifft {names}; in `organisation.frameworks` steht nichts davon.",
)


class _Case(NamedTuple):
    """A test: `kind` is the element that says what became of it, empty where it passed; `weight` is its type."""

    rule: str
    name: str
    kind: str = ""
    message: str = ""
    weight: str = ""
    text: str = ""


def render(report: Report, language: str = "en") -> str:
    """Write one suite. Errors and warnings fail, notes pass with a word, exceptions are skipped, faults are errors."""
    cases = sorted(_cases(report, language), key=lambda case: case.rule)
    counts = Counter(case.kind for case in cases)
    numbers = {"tests": len(cases), "failures": counts["failure"], "errors": counts["error"]}
    said = {"name": "orchestrator-lint", **{name: str(number) for name, number in numbers.items()}}
    root = Element("testsuites", said)
    suite = SubElement(root, "testsuite", {**said, "skipped": str(counts["skipped"]), "time": "0"})
    properties = SubElement(suite, "properties")
    for name, value in _properties(report):
        SubElement(properties, "property", name=name, value=one_line(value))
    for case in cases:
        _write(suite, case)
    SubElement(suite, "system-out").text = _lines([sentence for _, sentence in sentences(report, language)])
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _properties(report: Report) -> Iterator[tuple[str, str]]:
    yield "as_of", report.as_of.isoformat()
    yield "as_of_from", report.as_of_from
    yield "profile", report.profile
    yield "frameworks", ", ".join(report.frameworks or ())
    yield "unread", str(report.counts.unread)
    yield "not_possible", str(sum(item.number for item in report.not_possible))


def _cases(report: Report, language: str) -> Iterator[_Case]:
    told = _Names()
    found = (*report.findings, *report.excepted)
    yield from (_of_finding(finding, told, report, language) for finding in found)
    failed = {finding.card.code for finding in found}
    hindered = _hindered(report, language)
    for code, card in sorted(report.run.cards.items()):
        if code in hindered:
            yield _Case(_rule(card), _NOT_ALL.to(language), "skipped", " ".join(hindered[code]))
        elif code not in failed and not card.is_fault and report.run.choice.asks_for(card, ""):
            yield _without_finding(card, report, language)


def _of_finding(finding: Finding, told: "_Names", report: Report, language: str) -> _Case:
    case = _Case(_rule(finding.card), told.name(finding), weight=finding.severity.word)
    message = finding.message(language)
    place = f"{where(finding.location)}: {words.SEVERITY[finding.severity].to(language)}"
    text = _lines([place, message, *particulars(finding, report, language)])
    if finding.excepted is not None:
        return case._replace(kind="skipped", message=not_counted(finding.excepted, language), text=text)
    if finding.card.is_fault:
        return case._replace(kind="error", message=message, text=text)
    kind = "" if finding.severity is Severity.NOTE else "failure"
    return case._replace(kind=kind, message=message, text=text)


def _without_finding(card: Card, report: Report, language: str) -> _Case:
    case = _Case(_rule(card), _NOTHING.to(language))
    if report.counts.unread:  # what could not be read may hold what the rule looks for
        unread = " ".join(sentence for _, sentence in reservations(report, language))
        return case._replace(name=_NOT_ALL.to(language), kind="skipped", message=unread)
    if not card.frameworks or not set(card.frameworks).isdisjoint(report.frameworks or ()):
        return case
    names = ", ".join(framework(named, language) for named in card.frameworks)
    return case._replace(kind="skipped", message=_UNDECLARED.to(language).format(names=names))


def _hindered(report: Report, language: str) -> dict[str, list[str]]:
    """Why checks of a rule were not possible, by its code."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for item in report.not_possible:
        for code in item.codes:
            reasons[code].append(not_possible(item, language))
    return reasons


class _Names:
    """Gives tests of a rule names of their own: where two would be the same, GitLab drops the second."""

    def __init__(self) -> None:
        self.seen: Counter[tuple[str, str]] = Counter()

    def name(self, finding: Finding) -> str:
        name = finding.location.path if finding.card.is_fault else finding.about
        self.seen[finding.card.code, name] += 1
        number = self.seen[finding.card.code, name]
        return name if number == 1 else f"{name} ({number})"


def _rule(card: Card) -> str:
    return f"{card.code} {card.name}"


def _lines(lines: Sequence[str]) -> str:
    return "\n".join(one_line(line) for line in lines)


def _write(suite: Element, case: _Case) -> None:
    # Jenkins takes what stands before the last full stop as the package
    written = SubElement(
        suite, "testcase", classname=f"orchestrator-lint.{case.rule}", name=one_line(case.name), time="0"
    )
    if case.kind:
        kind = {} if case.kind == "skipped" else {"type": case.weight}
        SubElement(written, case.kind, {"message": one_line(case.message), **kind}).text = case.text or case.message
    elif case.text:
        SubElement(written, "system-out").text = case.text
