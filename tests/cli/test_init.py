"""`init` and `new` as a user meets them: questions, files, what is left alone, and a first commit."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from orchestrator_lint.reading import read
from orchestrator_lint.sources import Source
from tests.cli.test_commands import run
from tests.documents.given import BASE

WORLD = ["--no-input", "--name", "Example Bank", "--no-public-body"]


def answered(folder: Path, answers: list[str], *command: str) -> str:
    """Run a command on a terminal and answer its questions."""
    held, end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "orchestrator_lint", *command],
        cwd=folder,
        stdin=end,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "TERM": "dumb", "NO_COLOR": "1"},
    )
    os.close(end)
    os.write(held, "".join(f"{answer}\n" for answer in answers).encode())
    printed, _ = process.communicate(timeout=60)
    os.close(held)
    assert process.returncode == 0, printed
    return printed.decode()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_folder_is_set_up_without_a_question_and_is_clean(tmp_path: Path, language: str) -> None:
    done = run("init", *WORLD, "--lang", language, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    space = {"en": "use-of-ai.yaml", "de": "einsatz-von-ki.yaml"}[language]
    policies = {path.name for path in (tmp_path / "policies").rglob("*.yaml")}
    assert policies == {"organisation.yaml", "principles.yaml", "roles.yaml", space}
    for name in (".orchestrator-lint.yaml", ".pre-commit-config.yaml", ".github/workflows/governance.yml", "README.md"):
        assert (tmp_path / name).is_file(), name
    check = run("check", "--profile", "assured", "--fail-on", "note", cwd=tmp_path)
    assert check.returncode == 0, check.stdout
    again = run("init", *WORLD, cwd=tmp_path)
    assert again.returncode == 0 and "written" not in again.stdout
    assert "left alone  README.md: it exists already" in again.stdout


def test_what_exists_is_left_alone_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"mine\r\n")
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "ours.yaml").write_text(BASE, encoding="utf-8")
    done = run("init", "--no-input", cwd=tmp_path)
    assert done.returncode == 0 and "left alone  README.md" in done.stdout
    assert (tmp_path / "README.md").read_bytes() == b"mine\r\n"
    assert [path.name for path in (tmp_path / "policies").iterdir()] == ["ours.yaml"]
    assert run("check", "--as-of", "2026-11-01", cwd=tmp_path).returncode == 0


def test_the_questions_lead_to_a_first_decision(tmp_path: Path) -> None:
    answers = ["de", "Stadtwerke", "ja", "", "Störungsdienst", "Der Strom fließt wieder.", "Trupp einteilen"]
    answers += [
        "Leitung Netz",
        "recomends",
        "recommends",
        "Einsatzplaner",
        "Kennt die Wege.",
        "Haushalte",
        "moderate",
        "easy",
        "",
    ]
    printed = answered(tmp_path, answers, "init")
    assert "'recomends' is none of" in printed and "Did you mean recommends?" in printed
    space = yaml.safe_load((tmp_path / "policies/spaces/stoerungsdienst.yaml").read_text(encoding="utf-8"))
    decision = space["spaces"]["stoerungsdienst"]["decisions"]["trupp-einteilen"]
    assert (decision["autonomy"], decision["machine"]["systems"]) == ("recommends", ["einsatzplaner"])
    organisation = yaml.safe_load((tmp_path / "policies/organisation.yaml").read_text(encoding="utf-8"))["organisation"]
    assert (organisation["name"], organisation["public_body"]) == ("Stadtwerke", True)
    assert "Das muss noch ein Mensch entscheiden:" in printed


@pytest.mark.parametrize("command", [["init"], ["new", "role", "x"]])
def test_without_a_terminal_questions_are_refused(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "ours.yaml").write_text(BASE, encoding="utf-8")
    done = run(*command, cwd=tmp_path)
    assert done.returncode == 2 and "--no-input" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["policies"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with policies in one file."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "base.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


def test_a_new_decision_goes_into_the_file_of_its_space_and_no_other_byte_changes(folder: Path) -> None:
    policy = folder / "policies" / "base.yaml"
    before = BASE.replace("\n", "\r\n").encode()
    policy.write_bytes(b"\xef\xbb\xbf" + before)
    done = run("new", "decision", "lending/lower-limit", "--title", "Lower a limit", "--no-input", cwd=folder)
    assert done.returncode == 0, done.stderr
    after = policy.read_bytes()
    differs = (n for n, (a, b) in enumerate(zip(after[3:], before, strict=False)) if a != b)
    start = next(differs, len(before))
    added = len(after) - 3 - len(before)
    assert after[:3] == b"\xef\xbb\xbf" and after[3 + start + added :] == before[start:]
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert "decision lending/lower-limit added as a draft." in done.stdout
    data = read(Source("x", after), frozenset(("spaces",))).documents[0].data
    assert data["spaces"]["lending"]["decisions"]["lower-limit"]["status"] == "draft"
    check = run("check", "--as-of", "2026-11-01", "--format", "concise", cwd=folder)
    assert all(
        "lower-limit" in line or line.startswith(("Found", "No", "policies")) for line in check.stdout.splitlines()
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["decision", "lendin/x"], "There is no decision space `lendin`. Did you mean `lending`?"),
        (["decision", "x"], "A decision stands in a space: write `"),
        (["role", "case-worker"], "exists already"),
        (["role", "Head of X"], "Try `head-of-x`"),
        (["system", "s", "--steward", "case-wrker"], "Did you mean 'case-worker'?"),
        (["waiver", "w", "--rule", "no-stopp"], "Did you mean 'no-stop'?"),
        (["rool", "x"], "Did you mean 'role'?"),
    ],
)
def test_a_wrong_entry_is_one_clear_line_and_changes_nothing(folder: Path, arguments: list[str], says: str) -> None:
    done = run("new", *arguments, "--no-input", cwd=folder)
    assert done.returncode == 2 and says in done.stderr
    assert (folder / "policies" / "base.yaml").read_text(encoding="utf-8") == BASE


@pytest.mark.parametrize("kind", ["space", "role", "system", "dataset", "guardrail", "principle", "waiver"])
def test_every_kind_is_added_as_a_draft_that_can_be_read(folder: Path, kind: str) -> None:
    done = run("new", kind, "new-one", "--no-input", "--lang", "de", cwd=folder)
    assert done.returncode == 0 and "als Entwurf angelegt" in done.stdout
    report = run("check", "--format", "concise", cwd=folder).stdout
    assert "SHP" not in report and "YML" not in report
