"""The configuration: what it means, where it is found, and one clear error for what it cannot mean."""

import csv
import os
from pathlib import Path

import pytest

from orchestrator_lint.configuration import (
    Setting,
    chosen,
    find_configuration,
    parse_configuration,
    read_configuration,
)
from orchestrator_lint.forms import InputError, schema
from orchestrator_lint.journey import cards, check
from orchestrator_lint.problems import Severity
from orchestrator_lint.rules.language import sentences
from orchestrator_lint.sources import shown
from tests.rules.laid_over import TODAY, laid_over


def test_every_value_says_where_it_came_from() -> None:
    found = parse_configuration(b"profile: starter\nignore: [OWN]\nx-ours: 1\n", "c.yaml", cards())
    assert found.settings["profile"] == Setting("starter", "c.yaml:1")
    assert found.settings["ignore"] == Setting(["OWN"], "c.yaml:2", {(0,): "c.yaml:2"})
    assert found.settings["confidence"] == Setting("likely", "default")
    assert chosen(found, {"profile": ("--profile", "assured")}).settings["profile"] == Setting("assured", "--profile")
    assert "x-ours" not in found.settings


def test_an_empty_file_and_no_file_give_the_defaults() -> None:
    assert parse_configuration(b"", "c.yaml", cards()).settings == read_configuration(None, cards()).settings


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("profle: starter", 1, 'unknown key "profle"; did you mean "profile"?'),
        ("profile: gold", 1, "profile"),
        ("\nignore:\n  - no-human-ower", 3, 'no rule "no-human-ower"; did you mean "no-human-owner"?'),
        ("select: [OWN01]", 1, 'no rule "OWN01"'),
        ("severities: {weasel-wrd: note}", 1, 'did you mean "weasel-word"?'),
        ("severities: {weasel-word: loud}", 1, "loud"),
        ("paths:\n  - {match: ['*'], ignore: [XYZ]}", 2, 'no rule "XYZ"'),
        ("words: {vague_tme: [soon]}", 1, 'did you mean "vague_time"?'),
        ("thresholds: {review-grase: 1 day}", 1, 'did you mean "review-grace"?'),
        ("thresholds: {review-grace: soon}", 1, "thresholds.review-grace: write it like 0 days"),
        ("thresholds: {network-min-decisions: many}", 1, "write it like 10"),
        ("profile: [", 1, "not YAML"),
    ],
)
def test_what_it_cannot_mean_is_one_error_at_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(InputError) as error:
        parse_configuration(text.encode(), "c.yaml", cards())
    assert error.value.message.startswith(f"c.yaml:{line}: ")
    assert words in error.value.message


def test_thresholds_are_read_in_the_kind_that_the_rule_declares() -> None:
    text = b"thresholds: {review-grace: 14 days, bottleneck-owner-share: 0.3, network-min-decisions: 8}"
    assert parse_configuration(text, "c.yaml", cards()).value("thresholds") == {
        "review-grace": "14 days",
        "bottleneck-owner-share": 0.3,
        "network-min-decisions": 8,
    }


def test_own_words_are_found_and_words_of_the_lists_can_be_switched_off() -> None:
    text = b"words: {vague_time: [when the moon is right, -promptly]}"
    choice = parse_configuration(text, "c.yaml", cards()).choice()
    for mandate, expected in (
        ("Case workers decide small loans when the moon is right.", ["TXT001"]),
        ("Case workers decide small loans promptly.", []),
        ("Case workers decide small loans timely.", ["TXT001"]),
    ):
        source = laid_over(f"spaces: {{lending: {{mandate: {mandate}}}}}")
        assert [finding.card.code for finding in check([source], TODAY, choice=choice).report.findings] == expected


def test_every_class_of_words_that_can_be_configured_is_one_of_the_lists() -> None:
    folder = Path(sentences.__file__).parent
    lists = [
        csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines())
        for name in ("weasel-words.csv", "means-words.csv")
    ]
    classes = {row["class"] for rows in lists for row in rows}
    assert set(schema("configuration")["properties"]["words"]["properties"]) == classes


def test_a_choice_holds_severities_and_paths() -> None:
    text = b"severities: {OWN: note}\npaths:\n  - {match: [policies/pilots/*], severities: {OWN001: warning}, ignore: [gdpr]}\n"
    choice = parse_configuration(text, "c.yaml", cards()).choice(exceptions=False)
    card = cards()["OWN001"]
    assert choice.severity(card, "policies/a.yaml") is Severity.NOTE
    assert choice.severity(card, "policies/pilots/a.yaml") is Severity.WARNING
    assert choice.asks_for(card, "policies/a.yaml") and not choice.asks_for(card, "policies/pilots/a.yaml")
    assert not choice.exceptions


def test_patterns_are_read_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policies").mkdir()
    file = tmp_path / ".orchestrator-lint.yaml"
    file.write_text("paths:\n  - {match: [policies/pilots/*], ignore: [OWN]}\n", encoding="utf-8")
    card = cards()["OWN001"]
    for folder, path in ((tmp_path, "policies/pilots/a.yaml"), (tmp_path / "policies", "pilots/a.yaml")):
        monkeypatch.chdir(folder)
        choice = read_configuration(file, cards()).choice()
        assert not choice.asks_for(card, path) and choice.asks_for(card, "a.yaml")


@pytest.mark.parametrize("pattern", ["*", "*/pilots/*", "pol*/p*", "*pilots/*", "policies/pilots/a.yaml"])
def test_a_pattern_means_the_same_files_from_every_folder_of_the_run(
    pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilots = tmp_path / "policies" / "pilots"
    pilots.mkdir(parents=True)
    file = tmp_path / ".orchestrator-lint.yaml"
    file.write_text(f"paths:\n  - {{match: ['{pattern}'], ignore: [OWN]}}\n", encoding="utf-8")
    card = cards()["OWN001"]
    for folder in (tmp_path, tmp_path / "policies", pilots, tmp_path.parent):
        monkeypatch.chdir(folder)
        choice = read_configuration(file, cards()).choice()
        for given in (str(pilots), os.path.relpath(pilots)):
            assert not choice.asks_for(card, shown(f"{given}/a.yaml"))
            assert choice.asks_for(card, shown(f"{given}/../b.yaml")) is (pattern != "*")


def test_a_mandatory_base_holds_in_every_folder_of_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "base.yaml").write_text("mandatory: true\npaths: [{match: [pol*/*], severities: {REV001: error}}]\n")
    file = tmp_path / "top.yaml"
    file.write_text("extends: base.yaml\npaths: [{match: [policies/l*], severities: {REV001: warning}}]\n")
    for folder in (tmp_path, tmp_path / "policies"):
        monkeypatch.chdir(folder)
        with pytest.raises(InputError, match='"REV001" lowers'):
            read_configuration(file, cards())


def test_the_nearest_file_up_to_the_top_of_the_repository_counts(tmp_path: Path) -> None:
    name, inner = ".orchestrator-lint.yaml", tmp_path / "repository" / "policies"
    inner.mkdir(parents=True)
    (tmp_path / name).write_text("profile: starter")
    assert find_configuration(inner) is None
    (tmp_path / "repository" / ".git").mkdir()
    assert find_configuration(inner) is None
    (tmp_path / "repository" / name).write_text("profile: assured")
    assert find_configuration(inner) == tmp_path / "repository" / name
    assert read_configuration(tmp_path / name, cards()).value("profile") == "starter"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"c\.yaml: No such file"):
        read_configuration(tmp_path / "c.yaml", cards(), "c.yaml")
