"""The report that Code Quality of GitLab reads."""

import json
from typing import Any

import jsonschema
import pytest

from orchestrator_lint.reports.gitlab import render
from tests.judging.test_choice import judged
from tests.judging.test_waivers import with_waiver
from tests.reports.workspaces import GAPS, checked, hostile

# What the documentation of GitLab asks of a tool of one's own; what it does not name is passed over.
_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}(-[0-9]+)?$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!/|\\./|\\.\\.)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def issues(report: object, language: str = "en") -> list[dict[str, Any]]:
    """Read the report back, as valid as GitLab asks."""
    read: list[dict[str, Any]] = json.loads(render(report, language))  # type: ignore[arg-type]
    jsonschema.Draft202012Validator(_SCHEMA).validate(read)
    return read


@pytest.mark.parametrize(
    "text", [GAPS, "orchestrator: 1\norganisation: {name: X}\n", "a: [", "orchestrator: 1\nspaces: 3\n"]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_report_has_the_shape_that_gitlab_asks_for(text: str, language: str) -> None:
    report = checked(text).report
    assert len(issues(report, language)) >= len(report.findings)


def test_no_two_issues_share_a_fingerprint() -> None:
    for report in (checked().report, hostile(), with_waiver()):
        prints = [issue["fingerprint"] for issue in issues(report)]
        assert len(set(prints)) == len(prints)


def test_severities_are_those_of_gitlab_and_what_cannot_be_read_blocks() -> None:
    assert {issue["severity"] for issue in issues(checked("a: [").report)} == {"blocker"}
    known = {"error": "critical", "warning": "major", "note": "info"}
    report = judged("spaces: {lending: {principles: [], owner: null, decisions: {raise-limit: {law: {fria: null}}}}}")
    assert {finding.severity.word for finding in report.findings} == set(known)
    assert [issue["severity"] for issue in issues(report)] == [
        known[finding.severity.word] for finding in report.findings
    ]


def test_an_issue_says_why_it_matters_and_which_day_holds() -> None:
    body = next(issue for issue in issues(checked().report) if "OWN001" in issue["check_name"])["content"]["body"]
    assert "why: Responsibility may be shared" in body
    assert "As of 2026-11-24 (the day of this run)." in body


def test_what_does_not_count_is_only_informed_of() -> None:
    (issue,) = issues(with_waiver())
    assert issue["severity"] == "info"
    assert issue["description"].startswith(
        "not counted (waiver w-1, approved by ai-officer, until 2026-12-31): The switch"
    )


def test_checks_that_were_not_possible_are_an_issue_at_the_fault() -> None:
    (issue,) = [issue for issue in issues(checked().report) if issue["check_name"] == "checks-not-possible"]
    assert issue["location"]["lines"]["begin"] == 10
    assert "not possible because of policies/lending.yaml:10:" in issue["description"]


def test_hostile_text_is_printable() -> None:
    read = issues(hostile())
    assert all(issue["description"].isprintable() for issue in read)
    assert not any("##[" in issue["description"] for issue in read)
