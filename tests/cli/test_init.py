"""`init` as somebody meets it who starts: questions, flags, what is written and what is left alone."""

import json
import os
import stat
from pathlib import Path
from unittest.mock import Mock

import pytest

from orchestrator_lint import cli
from orchestrator_lint.cli import ground
from tests.cli.test_commands import run
from tests.cli.typed import conversation

OWN = (
    *("--name", "Musterbank eG", "--no-public-body", "--space", "Lending", "--decision", "Raise a credit limit"),
    *("--purpose", "People get credit that they can carry", "--owner", "Head of lending"),
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("orchestrator_lint.cli.init.origin", lambda: None)


def _init(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert cli.run(["init", "--no-input", *arguments]) == code
    said = capsys.readouterr()
    return said.err if code else said.out


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["en", "de"])
def test_without_a_question_it_sets_up_what_check_finds_clean(tmp_path: Path, language: str) -> None:
    told = run("init", "--no-input", "--lang", language, cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    checked = run("check", "--fail-on", "note", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert ("Rung reached" in checked.stdout) == (language == "en")
    assert "policies/organisation.yaml" in told.stdout


def test_it_says_what_it_wrote_what_a_person_must_decide_and_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _init(capsys, *OWN, "--autonomy", "recommends", "--system", "Score")
    written, decide, after = told.split("\n\n")[0:3]
    listed = [line.strip() for line in written.splitlines() if line.startswith("  ")]
    assert sorted(listed) == sorted(_files(tmp_path))
    assert "policies/spaces/lending.yaml:21: What the decision does to people is unclear (AUT011)" in decide
    assert "policies/spaces/lending.yaml:21: The contribution of people is not described (AUT003)" in decide
    assert "the name of the organisation" not in decide
    assert "1. git init" in after and "orchestrator-lint new decision SPACE/ID" in after


def test_questions_are_asked_on_a_terminal_in_the_language_that_was_chosen(tmp_path: Path) -> None:
    answers = [
        "de",
        "Stadt Musterhausen",
        "ja",
        "eu-ai-act, gdrp",
        "eu-ai-act,gdpr",
        "Wohngeld",
        "",
        "Wohngeld bewilligen",
    ]
    answers += [
        "Leitung Wohngeld",
        "recommends",
        "Prüfhilfe",
        "Hört die Menschen an",
        "Antragstellende",
        "high",
        "hard",
        "",
    ]
    shown, code = conversation(["init"], tmp_path, answers)
    assert code == 0, shown
    assert "Wie weit darf KI gehen?" in shown and "How far" not in shown
    assert "Did you mean 'gdpr'?" in shown
    space = (tmp_path / "policies/spaces/wohngeld.yaml").read_text(encoding="utf-8")
    assert "autonomy: recommends" in space and "affects: [antragstellende]" in space
    assert "public_body: true" in (tmp_path / "policies/organisation.yaml").read_text(encoding="utf-8")
    assert "policies/spaces/wohngeld.yaml:5: " in shown and "(PUR001)" in shown


def test_enter_takes_what_is_proposed(tmp_path: Path) -> None:
    shown, code = conversation(["init", "--name", "X"], tmp_path, [""] * 6)
    assert code == 0, shown
    asked = _files(tmp_path)
    (tmp_path / "plain").mkdir()
    run("init", "--name", "X", "--no-input", cwd=tmp_path / "plain")
    assert asked == _files(tmp_path / "plain")


def test_who_leaves_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    shown, code = conversation(["init"], tmp_path, ["en", "X", "\x03"])
    assert code == 130, shown
    assert _files(tmp_path) == {}


def test_nothing_that_exists_is_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text("{ // mine\n}", encoding="utf-8")
    (tmp_path / "README.md").write_text("Mine.", encoding="utf-8")
    (tmp_path / ".gitlab-ci.yml").symlink_to("nowhere.yml")
    told = _init(capsys)
    assert (tmp_path / ".vscode/settings.json").read_text(encoding="utf-8") == "{ // mine\n}"
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Mine."
    assert not (tmp_path / "nowhere.yml").exists()
    left = told.partition("Left as they were")[2].partition("shows")[0]
    assert all(name in left for name in ("README.md", ".vscode/settings.json", ".gitlab-ci.yml"))
    before = _files(tmp_path)
    assert "Nothing to write" in _init(capsys)
    assert _files(tmp_path) == before


def test_policies_that_exist_are_kept_and_found_wherever_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rules/spaces").mkdir(parents=True)
    (tmp_path / "rules/a.yaml").write_text("orchestrator: 1\n", encoding="utf-8")
    (tmp_path / "rules/spaces/b.yaml").write_text(
        "orchestrator: 1\nspaces: {s: {decisions: {d: {}}}}\n", encoding="utf-8"
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n", encoding="utf-8")
    told = _init(capsys, "--name", "X", "--lang", "de")
    assert "policies: [rules]" in (tmp_path / ".orchestrator-lint.yaml").read_text(encoding="utf-8")
    assert not (tmp_path / "policies").exists()
    assert "daher nicht verwendet: --name." in told
    assert "rules/spaces/b.yaml:2: " in told and "(OWN001)" in told


def test_a_configuration_that_exists_says_where_policies_go_and_in_which_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".orchestrator-lint.yaml").write_text("policies: [regeln]\nlanguage: de\n", encoding="utf-8")
    assert "Geschrieben" in _init(capsys)
    assert (tmp_path / "regeln/spaces/einsatz-von-ki.yaml").exists()
    assert cli.run(["check", "--fail-on", "note"]) == 0


def test_once_more_from_outside_the_folder_is_the_same_as_from_within(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _init(capsys, "governance")
    before = _files(tmp_path)
    assert "Nothing to write: everything is there already." in _init(capsys, "governance")
    assert "Nothing to write: everything is there already." in _init(capsys, str(tmp_path / "governance"))
    assert _files(tmp_path) == before


def test_from_outside_the_folder_its_configuration_says_where_policies_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "governance").mkdir()
    (tmp_path / "governance/.orchestrator-lint.yaml").write_text("policies: [regeln, mehr]\n", encoding="utf-8")
    told = _init(capsys, "governance")
    assert "governance/regeln/organisation.yaml: the name of the organisation" in told
    assert (tmp_path / "governance/regeln/spaces/use-of-ai.yaml").exists()


def test_what_is_still_asked_is_asked_of_the_folder_that_is_set_up_and_of_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("policies", "governance/policies"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.yaml").write_text(
            "orchestrator: 1\nspaces: {s: {decisions: {d: {}}}}\n", encoding="utf-8"
        )
    (tmp_path / "governance/.orchestrator-lint.yaml").write_text("language: en\n", encoding="utf-8")
    told = _init(capsys, "governance")
    assert "\n  governance/policies/a.yaml:2: " in told
    assert "\n  policies/a.yaml:" not in told


def test_below_the_top_of_a_repository_hooks_and_ci_are_left_to_the_top(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    told = _init(capsys, "sub/folder")
    assert "only at its top" in told and "cd sub/folder" in told
    assert not (tmp_path / "sub/folder/.pre-commit-config.yaml").exists()
    assert (tmp_path / "sub/folder/policies/roles.yaml").exists()


def test_hook_and_ci_get_the_tool_from_where_it_was_installed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orchestrator_lint.cli.init.origin", lambda: ("https://git.example/lint.git", "v9"))
    told = _init(capsys)
    assert "https://git.example/lint.git" in (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert "git+https://git.example/lint.git@v9" in (tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8")
    assert "where colleagues and CI" not in told


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (None, None),
        ("no json", None),
        ("[]", None),
        ({"url": "file:///home/me/lint", "dir_info": {}}, None),
        ({"url": "file:///srv/lint.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}, None),
        ({"url": "https://me:secret@git.example/lint.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}, "abc"),
        (
            {
                "url": "https://git.example/lint.git",
                "vcs_info": {"vcs": "git", "commit_id": "abc", "requested_revision": "v1"},
            },
            "v1",
        ),
        (
            {
                "url": "https://git.example/lint.git",
                "vcs_info": {"vcs": "git", "commit_id": "abc", "requested_revision": "main"},
            },
            "abc",
        ),
    ],
)
def test_the_origin_is_an_address_that_others_reach_and_a_version_that_stays(
    monkeypatch: pytest.MonkeyPatch, written: object, found: str | None
) -> None:
    told = written if written is None or isinstance(written, str) else json.dumps(written)
    monkeypatch.setattr(ground, "distribution", Mock(return_value=Mock(read_text=Mock(return_value=told))))
    assert ground.origin() == (found and ("https://git.example/lint.git", found))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--decision", "D"], "name it with --space"),
        (["--space", "S", "--level", "high"], "--level is said of the first decision"),
        ([*OWN, "--system", "S"], "--autonomy how far"),
        ([*OWN, "--system", "S", "--autonomy", "human-only"], "--autonomy how far"),
        (["--rev", "v1"], "name it with --repo"),
        (["--repo", "a b"], "no address"),
        (["--repo", "--upload-pack=x"], "no address"),
        (["--repo", "https://[x"], "no address"),
        (["--repo", "https://me:secret@git.example/x"], "holds a password"),
        (["--frameworks", "gdrp"], "Did you mean 'gdpr'?"),
        (["--autonomy", "recomends"], "recommends"),
        (["file"], "is a file"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert words in _init(capsys, *arguments, code=2)
    assert list(_files(tmp_path)) == ["file"]


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".vscode").write_text("a file", encoding="utf-8")
    told = _init(capsys, code=2)
    assert ".vscode" in told and "Nothing was written." in told
    assert [path.name for path in tmp_path.iterdir()] == [".vscode"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the folder would still be writable")
def test_a_folder_that_is_closed_is_one_clear_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert "Permission denied. Nothing was written." in _init(capsys, code=2)


def test_it_is_interrupted_without_half_a_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: Path, data: bytes) -> bool:
        if path.name == "README.md":
            raise KeyboardInterrupt
        path.write_bytes(data)
        return True

    monkeypatch.setattr("orchestrator_lint.cli.init.create_atomically", interrupted)
    _init(capsys, "new", code=130)
    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_questions_are_refused(tmp_path: Path) -> None:
    done = run("init", cwd=tmp_path)
    assert done.returncode == 2 and "add --no-input" in done.stderr
    assert _files(tmp_path) == {}
