"""What a new repository holds: valid, clean or open where only a person can say, and the same in both languages."""

import json
import posixpath
import re
from datetime import date
from typing import Any

import pytest
import yaml

from orchestrator_lint.configuration import parse_configuration
from orchestrator_lint.journey import cards, check
from orchestrator_lint.judging import Choice, Report
from orchestrator_lint.model import IMPACTS, LEVELS
from orchestrator_lint.sources import Source
from orchestrator_lint.starting import KINDS, Answers, Setup, draft, repository, undecided

DAY = date(2026, 11, 24)
OURS = [Answers(language="en"), Answers(language="de")]
LENDING = Answers(
    language="en",
    name="Musterbank eG",
    public_body=False,
    space="Lending",
    purpose="People get credit that they can carry",
    decision="Raise a credit limit",
    owner="Head of lending",
    autonomy="recommends",
    system="Repayment score",
    people="Weighs the person's situation, and decides.",
    affects="Customers",
    level="high",
    reversibility="easy",
    repo="https://git.example/tools/orchestrator-lint.git",
)
HOSTILE = [
    "null", "yes", "a: b", "#no comment", "- item", "{braces}", '"quoted"', "it's", "a\\b", "1e3", "2026-11-24", "@x", "%x",
    "Über & Söhne, e.V.", "日本語", "x-ray", "{{ 7 * 7 }}", "{% raw %}", "<b>", "`tick`", "$(id)", "\x1b[31m", "\u202eabc",
    "a" * 300, "word " * 60 + "end",
]  # fmt: skip


def _policies(files: dict[str, str]) -> list[Source]:
    return [Source(path, text.encode()) for path, text in sorted(files.items()) if path.startswith("policies/")]


def _report(files: dict[str, str], profile: str = "assured") -> Report:
    return check(_policies(files), DAY, choice=Choice(profile=profile)).report


def _merged(files: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for source in _policies(files):
        found |= yaml.load(source.data, Loader=yaml.BaseLoader)  # noqa: S506 - all scalars as text
    return found


@pytest.mark.parametrize("answers", OURS, ids=["en", "de"])
def test_what_is_proposed_is_clean_under_every_rule(answers: Answers) -> None:
    report = _report(repository(answers, Setup()))
    assert [(finding.card.code, finding.location) for finding in report.findings] == []
    assert (report.counts.spaces, report.counts.decisions) == (1, 1)


def test_a_first_decision_of_ones_own_is_clean_where_every_question_was_answered() -> None:
    assert _report(repository(LENDING, Setup()), "starter").findings == ()


def test_what_nobody_answered_is_a_comment_in_the_file_and_a_question_of_check() -> None:
    open_ones = LENDING._replace(purpose=None, people=None, affects=None, level=None, reversibility=None)
    files = repository(open_ones, Setup())
    assert "    # purpose:\n" in files["policies/spaces/lending.yaml"]
    assert "        # impact:\n        #   affects:\n" in files["policies/spaces/lending.yaml"]
    assert {finding.card.code for finding in _report(files, "starter").findings} == {"PUR001", "AUT003", "AUT011"}


def test_what_no_rule_asks_for_is_named_for_a_person() -> None:
    told = [(item.path, item.text.en) for item in undecided(Answers(), Setup())]
    assert [path for path, _ in told] == [
        "policies/organisation.yaml",
        "policies/organisation.yaml",
        "policies/principles.yaml",
        "policies/spaces/use-of-ai.yaml",
        ".pre-commit-config.yaml",
    ]
    assert [path for path, _ in ((item.path, item) for item in undecided(LENDING, Setup()))] == [
        "policies/principles.yaml"
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_asks_the_same_in_both_languages(kind: str) -> None:
    texts = {language: draft(kind, {"autonomy": "recommends"}, language) for language in ("en", "de")}
    keys = {language: re.findall(r"^(?:# ?)? *[a-z_]+:(?= |$)", text, re.MULTILINE) for language, text in texts.items()}
    assert keys["en"] == keys["de"] != []
    assert texts["en"] != texts["de"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_that_a_draft_names_is_one_of_the_language(kind: str) -> None:
    section = KINDS[kind].section
    body = re.sub(r"^# ?(?=(?:  )*[a-z_]+:$)", "", draft(kind, {}, "en"), flags=re.MULTILINE)
    entry = {"x-y": 1} if not body.strip() else yaml.safe_load(body)
    policy = {"orchestrator": 1, section: {"a": entry}}
    if kind == "decision":
        policy = {"orchestrator": 1, "spaces": {"s": {"decisions": {"a": entry}}}}
    report = check([Source("a.yaml", yaml.safe_dump(policy).encode())], DAY).report
    assert [finding.message("en") for finding in report.findings if finding.card.code.startswith("SHP")] == []


def test_the_decision_names_every_level_and_every_impact() -> None:
    text = draft("decision", {}, "de").replace("\n#", "")
    assert ", ".join(LEVELS[:-1]) in text
    assert ", ".join(IMPACTS) in text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    answers = Answers(
        name=text,
        space=text,
        purpose=text,
        decision=text,
        owner=text,
        autonomy="prepares",
        system=text,
        people=text,
        affects=text,
    )
    files = repository(answers, Setup())
    found = _merged(files)
    assert found["organisation"]["name"] == text
    (space,) = found["spaces"].values()
    (decision,) = space["decisions"].values()
    (role,) = found["roles"].values()
    assert {space["title"], space["purpose"], decision["title"], decision["human"]["does"], role["title"]} == {text}
    assert decision["machine"]["systems"] == list(found["systems"])
    assert decision["impact"]["affects"] == list(found["organisation"]["affected"])
    report = _report(files, "starter")
    assert report.counts.decisions == 1
    assert {finding.card.code for finding in report.findings} <= {"AUT011"}


@pytest.mark.parametrize("answers", [*OURS, LENDING], ids=["en", "de", "lending"])
def test_the_files_for_tools_are_what_these_read(answers: Answers) -> None:
    files = repository(answers, Setup(schemas={"schemas/a.json": "{}"}))
    settings = parse_configuration(files[".orchestrator-lint.yaml"].encode(), "x", cards())
    assert (settings.value("language"), settings.value("profile")) == (answers.language, "starter")
    hook = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]
    assert hook["id"] == "orchestrator-lint"
    assert set(json.loads(files[".vscode/settings.json"])["yaml.schemas"]) == {
        "./schemas/policy.schema.json",
        "./schemas/configuration.schema.json",
    }
    assert files["schemas/a.json"] == "{}"
    for path in (".github/workflows/governance.yml", ".gitlab-ci.yml"):
        assert "orchestrator-lint check" in files[path]
        assert yaml.safe_load(files[path])


def test_the_address_of_the_tool_reaches_hook_and_ci() -> None:
    files = repository(LENDING, Setup())
    repo = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"][0]
    assert (repo["repo"], repo["rev"]) == (LENDING.repo, "v0.1.0")
    wanted = f"git+{LENDING.repo}@v0.1.0"
    assert yaml.safe_load(files[".gitlab-ci.yml"])["governance"]["variables"]["ORCHESTRATOR_LINT"] == wanted
    assert (
        yaml.safe_load(files[".github/workflows/governance.yml"])["jobs"]["policies"]["env"]["ORCHESTRATOR_LINT"]
        == wanted
    )


@pytest.mark.parametrize(
    ("repo", "installed"),
    [
        ("git@git.example:tools/lint.git", "git+ssh://git@git.example/tools/lint.git@abc"),
        ("ssh://git@git.example/lint.git", "git+ssh://git@git.example/lint.git@abc"),
        ("../orchestrator-lint", None),
        ("file:///srv/lint.git", None),
    ],
)
def test_an_address_becomes_what_pip_installs_where_ci_can_reach_it(repo: str, installed: str | None) -> None:
    job = yaml.safe_load(repository(LENDING._replace(repo=repo, rev="abc"), Setup())[".gitlab-ci.yml"])["governance"]
    assert job["variables"].get("ORCHESTRATOR_LINT") == installed
    assert any("Set the variable ORCHESTRATOR_LINT" in line for line in job["script"]) == (installed is None)


def test_around_policies_that_exist_only_the_rest_is_set_up() -> None:
    files = repository(LENDING, Setup(policies=("gov", "one.yaml")))
    assert [path for path in files if path.startswith("policies")] == []
    settings = parse_configuration(files[".orchestrator-lint.yaml"].encode(), "x", cards())
    assert (settings.value("policies"), settings.value("profile")) == (["gov", "one.yaml"], "standard")
    patterns = json.loads(files[".vscode/settings.json"])["yaml.schemas"]["./schemas/policy.schema.json"]
    assert patterns == ["gov/**/*.yaml", "gov/**/*.yml", "one.yaml"]


def test_below_the_top_of_a_repository_there_are_no_hooks_and_no_ci() -> None:
    files = repository(LENDING, Setup(hooks=False))
    assert not {".pre-commit-config.yaml", ".gitlab-ci.yml"} & set(files)
    assert [path for path in files if path.startswith(".github")] == []


@pytest.mark.parametrize("folder", ["policies", "a/b"])
def test_the_first_line_of_a_policy_leads_to_the_schema(folder: str) -> None:
    for path, text in repository(LENDING, Setup(folder=folder)).items():
        if path.startswith(folder):
            way = text.splitlines()[0].partition("$schema=")[2]
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) == "schemas/policy.schema.json"
