"""The configuration: what it means, where it is found, and one clear error for what it cannot mean."""

from pathlib import Path

import pytest

from orchestrator_lint.configuration import chosen, find_configuration, parse_configuration, read_configuration
from orchestrator_lint.forms import InputError
from orchestrator_lint.journey import cards
from orchestrator_lint.problems import Severity


def test_every_value_says_where_it_came_from() -> None:
    found = parse_configuration(b"profile: starter\nignore: [OWN]\nx-ours: 1\n", "c.yaml", cards())
    assert found.settings["profile"] == ("starter", "c.yaml:1")
    assert found.settings["ignore"] == (["OWN"], "c.yaml:2")
    assert found.settings["confidence"] == ("likely", "default")
    assert chosen(found, {"profile": ("--profile", "assured")}).settings["profile"] == ("assured", "--profile")
    assert "x-ours" not in found.settings


def test_an_empty_file_and_no_file_give_the_defaults() -> None:
    assert parse_configuration(b"", "c.yaml", cards()) == read_configuration(None, cards())


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


def test_a_choice_holds_severities_and_paths() -> None:
    text = b"severities: {OWN: note}\npaths:\n  - {match: [policies/pilots/*], severities: {OWN001: warning}, ignore: [gdpr]}\n"
    choice = parse_configuration(text, "c.yaml", cards()).choice(exceptions=False)
    card = cards()["OWN001"]
    assert choice.severity(card, "policies/a.yaml") is Severity.NOTE
    assert choice.severity(card, "policies/pilots/a.yaml") is Severity.WARNING
    assert choice.asks_for(card, "policies/a.yaml") and not choice.asks_for(card, "policies/pilots/a.yaml")
    assert not choice.exceptions


def test_the_nearest_file_up_to_the_top_of_the_repository_counts(tmp_path: Path) -> None:
    name, inner = ".orchestrator-lint.yaml", tmp_path / "repository" / "policies"
    inner.mkdir(parents=True)
    (tmp_path / name).write_text("profile: starter")
    assert find_configuration(inner) is None
    (tmp_path / "repository" / ".git").mkdir()
    assert find_configuration(inner) is None
    (tmp_path / "repository" / name).write_text("profile: assured")
    assert find_configuration(inner) == tmp_path / "repository" / name
    assert read_configuration(tmp_path / name, cards()).folder == tmp_path


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"c\.yaml: No such file"):
        read_configuration(tmp_path / "c.yaml", cards(), "c.yaml")
