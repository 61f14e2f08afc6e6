"""`new` as an author meets it: one draft more, its line, what is still asked, and what cannot be."""

from pathlib import Path
from unittest.mock import Mock

import pytest

from orchestrator_lint import cli
from tests.cli.test_commands import run
from tests.cli.typed import conversation

POLICY = """\
orchestrator: 1

# ours
organisation: {name: X, languages: [de]}

roles:
  head: {title: Leitung, kind: person}    # since May

spaces:
  lending:
    title: "Kredit"
    purpose: Menschen bekommen Kredit
    owner: head
"""


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one policy, in German."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policies").mkdir()
    path = tmp_path / "policies/policy.yaml"
    path.write_text(POLICY, encoding="utf-8")
    return path


def _new(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert cli.run(["new", *arguments, *(["--no-input"] if len(arguments) > 1 else [])]) == code
    said = capsys.readouterr()
    return said.err if code else said.out


def test_it_says_file_and_line_and_what_is_still_asked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _new(capsys, "decision", "lending/raise", "--title", "Limit erhöhen", "--autonomy", "prepares")
    assert told.splitlines()[0] == "policies/policy.yaml:15: Entscheidung `lending/raise` als Entwurf"
    assert "  policies/policy.yaml:15: " in told and "(AUT003)" in told and "(AUT011)" in told
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[14] == "      raise:"
    assert "        status: draft" in lines
    assert "# Wie weit KI gehen darf" in "\n".join(lines)


def test_nothing_else_in_the_file_changes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = b"\xef\xbb\xbf" + POLICY.replace("\n", "\r\n").encode()
    file.write_bytes(before)
    file.chmod(0o640)
    _new(capsys, "role", "deputy", "--title", "Vertretung")
    after = file.read_bytes()
    at = before.index(b"\r\n\r\nspaces:")
    assert after.startswith(before[:at]) and after.endswith(before[at:])
    assert b"\r\n  deputy:\r\n    title: Vertretung\r\n" in after and b"\n" not in after.replace(b"\r\n", b"")
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("kind", ["space", "role", "system", "dataset", "guardrail", "principle", "waiver"])
def test_every_kind_can_be_begun_and_is_well_formed(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = _new(capsys, kind, "new-one")
    assert "`new-one` als Entwurf" in told
    assert cli.run(["check", "--select", "REF,TXT004", "--fail-on", "note"]) == 0


def test_a_file_of_its_own_is_made_where_spaces_have_one_each(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "policies/other.yaml").write_text("orchestrator: 1\nspaces: {x: {title: X}}\n", encoding="utf-8")
    assert "policies/savings.yaml:4: Entscheidungsraum" in _new(capsys, "space", "savings", "--owner", "head")
    assert "    owner: head\n" in (tmp_path / "policies/savings.yaml").read_text(encoding="utf-8")


def test_a_waiver_with_an_end_begins_today(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _new(capsys, "waiver", "w-1", "--rule", "no-fallback", "--applies-to", "lending", "--expires", "2099-01-01")
    text = file.read_text(encoding="utf-8")
    assert "rule: no-fallback" in text and "applies_to: [lending]" in text and "    granted: " in text


def test_a_link_to_a_policy_stays_a_link(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    real = file.rename(tmp_path / "real.yaml")
    file.symlink_to(real)
    _new(capsys, "role", "deputy")
    assert file.is_symlink()
    assert "  deputy:\n" in real.read_text(encoding="utf-8")


def test_on_a_terminal_it_asks_for_what_no_option_says(tmp_path: Path, file: Path) -> None:
    shown, code = conversation(
        ["new", "decision", "lending/raise", "--title", "T"], tmp_path, ["hed", "head", "human-only"]
    )
    assert code == 0, shown
    assert "Wer ist verantwortlich?" in shown and "Did you mean 'head'?" in shown
    assert "Welches System" not in shown
    assert "        owner: head\n" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rol", "x"], "Did you mean 'role'?"),
        (["role", "head"], "`head` gibt es schon, in `policies/policy.yaml`"),
        (["role", "Neue Leitung"], "Versuchen Sie `neue-leitung`"),
        (["decision", "lendng/x"], "Meinten Sie `lending`?"),
        (["decision", "x"], "Schreiben Sie `lending/x`"),
        (["space", "s", "--owner", "haed"], "Did you mean 'head'?"),
        (["space", "s", "--owner", "nobody-there"], "`orchestrator-lint new role ID` adds one."),
        (["decision", "lending/x", "--system", "head"], "--autonomy how far"),
        (["waiver", "w", "--rule", "no-falback"], "Did you mean 'no-fallback'?"),
        (["waiver", "w", "--rule", "zzzzzz"], "`orchestrator-lint rules` lists all."),
        (["waiver", "w", "--rule", "OWN001"], "cannot be waived"),
        (["waiver", "w", "--expires", "tomorrow"], "no day of the calendar"),
        (["role", "r", "--kind", "persn"], "person"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    file: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert words in _new(capsys, *arguments, code=2)
    assert file.read_text(encoding="utf-8") == POLICY


def test_the_language_of_the_draft_can_be_chosen(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "a draft" in _new(capsys, "role", "deputy", "--lang", "en")
    assert "# The role that stands in." in file.read_text(encoding="utf-8")


def test_without_a_terminal_questions_are_refused(file: Path, tmp_path: Path) -> None:
    done = run("new", "role", "deputy", cwd=tmp_path)
    assert done.returncode == 2 and "add --no-input" in done.stderr
    assert file.read_text(encoding="utf-8") == POLICY


def test_without_policies_it_points_to_init(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.unlink()
    assert "`orchestrator-lint init` sets them up" in _new(capsys, "role", "x", code=2)


def test_a_broken_file_anywhere_stops_it(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "policies/broken.yaml").write_text("orchestrator: [", encoding="utf-8")
    assert "policies/broken.yaml" in _new(capsys, "role", "x", code=2)
    assert file.read_text(encoding="utf-8") == POLICY


def test_a_file_that_cannot_be_written_is_one_clear_message(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("orchestrator_lint.cli.new.write_atomically", full)
    assert "policies/policy.yaml: No space left on device. Nothing was changed." in _new(capsys, "role", "x", code=2)


def test_a_new_file_that_somebody_else_made_meanwhile_is_not_overwritten(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "policies/other.yaml").write_text("orchestrator: 1\nspaces: {x: {title: X}}\n", encoding="utf-8")
    (tmp_path / "policies/savings.yaml").write_bytes(b"mine: {}\n")
    assert "`policies/savings.yaml` gibt es schon" in _new(capsys, "space", "savings", code=2)
    monkeypatch.setattr("orchestrator_lint.cli.new.os.path.lexists", Mock(return_value=False))
    monkeypatch.setattr("orchestrator_lint.cli.new.create_atomically", Mock(return_value=False))
    assert "appeared meanwhile" in _new(capsys, "space", "savings", code=2)
    assert (tmp_path / "policies/savings.yaml").read_bytes() == b"mine: {}\n"
