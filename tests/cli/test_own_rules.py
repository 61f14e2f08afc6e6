"""Rules of an organisation as a user meets them: in the check, in `explain`, `rules`, waivers, documents and `test`."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.documents.given import BASE
from tools.readme import ROOT

AS_OF = ("--as-of", "2026-11-01")
RULE = """orchestrator-rules: 1
rules:
  - code: OUR001
    name: title-without-number
    title: {en: A title without a number, de: Ein Titel ohne Nummer}
    message: {en: "{subject} has no number in its title. Begin it with one.", de: "{subject} hat keine Nummer im Titel. Stellen Sie eine voran."}
    why: {en: We find decisions by number., de: Wir finden Entscheidungen nach Nummern.}
    each: decision
    provisions: [gdpr 12]
    require: {properties: {title: {pattern: "^[0-9]+ "}}, required: [title]}
    bad:
      - {at: spaces.s.decisions.d.title, policy: "spaces: {s: {decisions: {d: {status: live, title: Lend}}}}"}
    good:
      - {policy: "spaces: {s: {decisions: {d: {status: live, title: 12 Lend}}}}"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with clean policies and a rule that they break."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ours.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / ".orchestrator-lint.yaml").write_text(
        "rules: [rules]\nseverities: {OUR001: warning}\n", encoding="utf-8"
    )
    return tmp_path


def test_an_own_rule_is_found_explained_and_listed_like_ours(folder: Path) -> None:
    done = run("check", *AS_OF, "--lang", "de", "--fail-on", "warning", cwd=folder)
    assert done.returncode == 1
    assert "Warnung[OUR001] title-without-number" in done.stdout and "Stellen Sie eine voran." in done.stdout
    told = run("explain", "title-without-number", cwd=folder).stdout
    assert "OUR001 title-without-number" in told and "a rule of your own: rules/ours.yaml:3" in told
    assert "OUR001" in run("rules", cwd=folder).stdout
    log = json.loads(run("check", *AS_OF, "--format", "sarif", cwd=folder).stdout)["runs"][0]
    assert [result["ruleId"] for result in log["results"]] == ["OUR001"]
    assert "OUR001" in {rule["id"] for rule in log["tool"]["driver"]["rules"]}
    assert "OUR001" not in run("check", *AS_OF, "--config", "none", cwd=folder).stdout


def test_an_own_rule_is_ignored_waived_and_allowed_like_ours(folder: Path) -> None:
    assert "[OUR001]" not in run("check", *AS_OF, "--ignore", "title-without-number", cwd=folder).stdout
    comment = "# orchestrator-lint: allow OUR001 until 2026-12-31 because numbers come in December"
    policy = folder / "policies" / "base.yaml"
    lines = [line + (f"  {comment}" if line.strip().startswith("title: Raise") else "") for line in BASE.split("\n")]
    policy.write_text("\n".join(lines), encoding="utf-8")
    allowed = run("check", *AS_OF, "--format", "json", cwd=folder)
    report = json.loads(allowed.stdout)
    assert report["findings"] == [] and [item["code"] for item in report["excepted"]] == ["OUR001"]


def test_a_waiver_of_an_own_rule_is_drafted_like_one_of_ours(folder: Path) -> None:
    assert run("new", "waiver", "w-1", "--rule", "OUR001", "--no-input", cwd=folder).returncode == 0
    rules = folder / "rules" / "ours.yaml"
    rules.write_text(RULE.replace("each: decision", "each: decision\n    waivable: false"), encoding="utf-8")
    refused = run("new", "waiver", "w-2", "--rule", "title-without-number", "--no-input", cwd=folder)
    assert refused.returncode == 2 and "OUR001 title-without-number cannot be waived" in refused.stderr


def test_an_own_rule_stands_in_the_documents(folder: Path) -> None:
    assert run("render", *AS_OF, "--to", "docs", cwd=folder).returncode == 0
    page = (folder / "docs" / "en" / "rules.md").read_text(encoding="utf-8")
    assert "Rules of this organisation" in page and "title-without-number" in page
    sheet = (folder / "docs" / "de" / "decisions" / "lending" / "raise-limit.md").read_text(encoding="utf-8")
    assert "Ein Titel ohne Nummer" in sheet
    evidence = (folder / "docs" / "en" / "evidence" / "gdpr.md").read_text(encoding="utf-8")
    assert "what a rule of the organisation asks for" in evidence


def test_examples_are_run_and_one_that_does_not_hold_fails(folder: Path) -> None:
    done = run("test", cwd=folder)
    assert (done.returncode, done.stdout) == (
        0,
        "ok    OUR001  title-without-number  (2 examples, rules/ours.yaml:3)\n1 rule, 0 failed.\n",
    )
    (folder / "rules" / "ours.yaml").write_text(RULE.replace("title: 12 Lend", "title: Lend"), encoding="utf-8")
    failed = run("test", "rules/ours.yaml", cwd=folder)
    assert failed.returncode == 1
    assert (
        "FAIL  OUR001" in failed.stdout
        and "      rules/ours.yaml:14: good example 1: found at line 1, column 51: `s/d` has no number" in failed.stdout
    )


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        (RULE.replace("require:", "requires:"), 'rules/ours.yaml:10: unknown key "requires"; did you mean "require"?'),
        (RULE.replace("OUR001", "OWN001"), 'rules/ours.yaml:3: "OWN001" is taken'),
        ("- nothing", "rules/ours.yaml:1: "),
    ],
)
def test_a_mistake_in_a_rule_stops_the_run_with_its_line(folder: Path, rules: str, says: str) -> None:
    (folder / "rules" / "ours.yaml").write_text(rules, encoding="utf-8")
    done = run("check", cwd=folder)
    assert done.returncode == 2 and says in done.stderr and done.stdout == ""


def test_a_file_of_rules_that_is_not_there_is_an_error(folder: Path) -> None:
    (folder / ".orchestrator-lint.yaml").write_text("language: de\nrules: [rles]\n", encoding="utf-8")
    done = run("check", cwd=folder)
    assert done.returncode == 2 and ".orchestrator-lint.yaml:2: rules: 'rles' does not exist" in done.stderr


def test_the_packs_find_in_the_worked_example_what_it_does_not_say(tmp_path: Path) -> None:
    packs = [str(path) for path in sorted((ROOT / "docs" / "own-rules").glob("*.yaml"))]
    (tmp_path / ".orchestrator-lint.yaml").write_text(f"rules: {json.dumps(packs)}\n", encoding="utf-8")
    done = run("check", str(ROOT / "policies"), "--format", "json", cwd=tmp_path)
    found = {finding["code"] for finding in json.loads(done.stdout)["findings"]}
    assert found == {"WAG001", "WAG006", "MUN004", "MUN005", "MUN006", "MUN007", "MUN008"}
    assert done.returncode == 1
