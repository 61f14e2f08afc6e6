"""The report that code scanning reads."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from orchestrator_lint.journey import cards
from orchestrator_lint.reports.sarif import render
from tests.reports.workspaces import GAPS, checked

OFFICIAL = os.environ.get("ORCHESTRATOR_LINT_SARIF_SCHEMA", "")


def _run(text: str = GAPS, path: str = "policies/lending.yaml", language: str = "en") -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render(checked(text, path).report, language))["runs"][0]
    return run


@pytest.mark.skipif(not OFFICIAL, reason="ORCHESTRATOR_LINT_SARIF_SCHEMA names no copy of the official SARIF schema")
@pytest.mark.parametrize("text", [GAPS, "orchestrator: 1\n", "a: [", "orchestrator: 1\nspaces: 3\n"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_sarif_is_valid_against_the_official_schema(text: str, language: str) -> None:
    schema = json.loads(Path(OFFICIAL).read_text(encoding="utf-8"))
    log = json.loads(render(checked(text).report, language))
    jsonschema.validators.validator_for(schema)(schema).validate(log)


def test_every_result_names_a_rule_that_is_described() -> None:
    run = _run()
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [rule["id"] for rule in rules] == sorted(cards())
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in rules)


def test_places_are_relative_uris_with_related_locations_and_fingerprints() -> None:
    results = _run(path="policies/Straße 1.yaml")["results"]
    gap = next(result for result in results if result["ruleId"] == "OWN001")
    place = gap["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "policies/Stra%C3%9Fe%201.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"]["startLine"] == 4
    assert len(gap["relatedLocations"]) == 2
    assert all(result["partialFingerprints"]["orchestratorLint/v1"] for result in results)


def test_a_file_that_could_not_be_read_is_no_successful_run() -> None:
    assert _run()["invocations"][0]["executionSuccessful"] is True
    assert _run("a: [")["invocations"][0]["executionSuccessful"] is False


def test_german_rules_have_german_texts() -> None:
    rules = {rule["id"]: rule for rule in _run(language="de")["tool"]["driver"]["rules"]}
    assert rules["OWN001"]["shortDescription"]["text"] == "Niemand verantwortet eine Entscheidung."


def test_what_matters_most_stands_first_because_services_show_only_so_many() -> None:
    report = checked(GAPS).report
    ranked = [report.findings[position].fingerprint for position in report.ranked]
    assert [result["partialFingerprints"]["orchestratorLint/v1"] for result in _run()["results"]] == ranked


def test_a_rule_says_how_sure_it_is_and_how_much_it_weighs() -> None:
    rules = {rule["id"]: rule["properties"] for rule in _run()["tool"]["driver"]["rules"]}
    assert (rules["OWN001"]["precision"], rules["OWN001"]["problem.severity"]) == ("very-high", "error")
    assert rules["TXT001"]["precision"] == "medium"
    assert all(len(rule["tags"]) <= 20 for rule in rules.values())


def test_checks_that_were_not_possible_are_notifications_with_their_rules_in_both_languages() -> None:
    (english,) = _run()["invocations"][0]["toolExecutionNotifications"]
    (german,) = _run(language="de")["invocations"][0]["toolExecutionNotifications"]
    assert "not possible because of policies/lending.yaml:10:" in english["message"]["text"]
    assert "nicht möglich" in german["message"]["text"]
    assert "AUT002" in english["properties"]["rules"]


def test_the_words_of_a_policy_make_no_link() -> None:
    report = checked(GAPS.replace("title: Lending", '"[a](https://evil.example)": 1')).report
    messages = [result["message"]["text"] for result in json.loads(render(report))["runs"][0]["results"]]
    assert any("[a] (https" in text for text in messages) and not any("](" in text for text in messages)


def test_no_file_is_so_long_that_github_refuses_it_and_what_is_left_out_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = len(_run()["results"])
    monkeypatch.setattr("orchestrator_lint.reports.sarif._MOST", whole - 1)
    cut = _run()
    assert len(cut["results"]) == whole - 1
    assert cut["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"].startswith("Left out: 1 results,")
