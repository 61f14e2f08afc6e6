"""The report that pages of tests read: Jenkins, GitLab, Azure."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from orchestrator_lint.judging import Choice, Report
from orchestrator_lint.reports.junit import render
from tests.judging.test_choice import judged
from tests.judging.test_waivers import with_waiver
from tests.reports.workspaces import GAPS, checked, hostile

# What `junit-10.xsd` of the xUnit plugin of Jenkins lets an element hold: attributes that it needs, attributes that it may
# have, and elements inside.
_FORM = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url", "group"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": ({"name"}, {"time", "classname", "group"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": (set(), {"type", "message"}, set()),
    "error": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


def suite(report: Report, language: str = "en") -> ET.Element:
    """Read the report back, in the form that Jenkins asks for and with true counts."""
    root = ET.fromstring(render(report, language))  # noqa: S314 - our own output
    for element in root.iter():
        needed, allowed, inside = _FORM[element.tag]
        assert needed <= set(element.attrib) <= needed | allowed
        assert {child.tag for child in element} <= inside
    (only,) = root
    cases = only.findall("testcase")
    kinds = Counter(kind.tag for case in cases for kind in case)
    assert (only.get("tests"), only.get("failures"), only.get("errors"), only.get("skipped")) == (
        str(len(cases)),
        str(kinds["failure"]),
        str(kinds["error"]),
        str(kinds["skipped"]),
    )
    return only


def cases(report: Report, language: str = "en") -> dict[tuple[str, str], ET.Element]:
    """The tests by the code of their rule and their name; no two may share both, or GitLab drops one."""
    found = suite(report, language).findall("testcase")
    named = {(_code(case), str(case.get("name"))): case for case in found}
    assert len(named) == len(found)
    return named


def _code(case: ET.Element) -> str:
    return str(case.get("classname")).removeprefix("orchestrator-lint.").split()[0]


@pytest.mark.parametrize(
    "text", [GAPS, "orchestrator: 1\norganisation: {name: X}\n", "a: [", "orchestrator: 1\nspaces: 3\n"]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_report_has_the_form_that_jenkins_asks_for(text: str, language: str) -> None:
    assert cases(checked(text).report, language)


def test_a_finding_is_a_failed_test_of_its_rule_named_for_its_object() -> None:
    (failure,) = cases(checked().report)["OWN001", "spaces/lending"]
    assert failure.tag == "failure" and failure.get("type") == "error"
    lines = str(failure.text).splitlines()
    assert lines[0] == "policies/lending.yaml:4:3: error"
    assert lines[1] == failure.get("message")
    assert any(line.startswith("why: ") for line in lines)


def test_a_rule_without_a_finding_is_a_test_that_passed() -> None:
    found = cases(judged("", Choice(select=("SAF",))))
    assert {code for code, _ in found} == {f"SAF{number:03}" for number in range(1, 12)}
    assert all(name == "no finding" and len(case) == 0 for (_, name), case in found.items())


def test_a_rule_of_a_law_that_nobody_declared_is_skipped() -> None:
    found = cases(checked("orchestrator: 1\norganisation: {name: X}\n").report)
    (skipped,) = found["LAW005", "no finding"]
    assert "EU AI Act" in str(skipped.get("message"))


def test_a_rule_passes_nothing_where_checks_were_not_possible_or_a_file_is_unread() -> None:
    (skipped,) = cases(checked().report)["AUT002", "not everywhere possible"]
    assert "not possible because of policies/lending.yaml:10:" in str(skipped.get("message"))
    unread = suite(checked("a: [").report)
    passed = [case for case in unread.findall("testcase") if len(case) == 0]
    assert passed == [] and unread.get("errors") == "1"


def test_a_note_passes_with_a_word() -> None:
    (said,) = cases(judged("spaces: {lending: {decisions: {raise-limit: {law: {fria: null}}}}}"))[
        "LAW005", "lending/raise-limit"
    ]
    assert said.tag == "system-out" and "until then this is a note" in str(said.text)


def test_an_exception_is_a_skipped_test_with_its_reason() -> None:
    (skipped,) = cases(with_waiver())["SAF001", "lending/raise-limit"]
    assert skipped.get("message") == (
        "not counted (waiver w-1, approved by ai-officer, until 2026-12-31): The switch is built until December."
    )


def test_the_suite_says_which_day_holds_and_what_was_read() -> None:
    only = suite(checked().report)
    properties = {entry.get("name"): entry.get("value") for entry in only.iter("property")}
    assert (properties["as_of"], properties["as_of_from"], properties["unread"]) == ("2026-11-24", "today", "0")
    assert "Checked 1 file" in str(only.findtext("system-out"))


def test_hostile_text_is_text_of_a_well_formed_file() -> None:
    written = render(hostile())
    assert "<script" not in written and "##[" not in written and "\x1b" not in written
    assert any("<b> `c`" in str(case.get("name")) for case in suite(hostile()).findall("testcase"))
