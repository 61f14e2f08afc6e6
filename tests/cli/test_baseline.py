"""`baseline` as a user meets it: adopting the linter with old findings, mending one, breaking another."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.documents.given import BASE

_FILE = ".orchestrator-lint-baseline.jsonl"
_STOP = "        stop:"
AS_OF = ("--as-of", "2026-11-01")


def _without(text: str, key: str) -> str:
    """The policy without the block of a key of the decision."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith(key))
    indent = len(key) - len(key.lstrip())
    end = next(
        n for n in range(start + 1, len(lines)) if lines[n].strip() and len(lines[n]) - len(lines[n].lstrip()) <= indent
    )
    return "\n".join([*lines[:start], *lines[end:]])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with policies in which one decision lacks a stop."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "base.yaml").write_text(_without(BASE, "          stop:"), encoding="utf-8")
    return tmp_path


def entries(folder: Path) -> list[dict[str, object]]:
    lines = (folder / _FILE).read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0]) == {"orchestrator-baseline": 1}
    return [json.loads(line) for line in lines[1:]]


def test_adopting_mending_and_breaking(folder: Path) -> None:
    made = run("baseline", "create", *AS_OF, cwd=folder)
    assert (made.returncode, made.stdout) == (0, f"{_FILE}: 1 finding taken in, as of 2026-11-01.\n")
    (entry,) = entries(folder)
    assert (entry["rule"], entry["object"], entry["since"]) == ("SAF001", "lending/raise-limit", "2026-11-01")

    adopted = run("check", *AS_OF, cwd=folder)
    assert adopted.returncode == 0
    assert f"1 old finding does not count; it stands in {_FILE} since 2026-11-01." in " ".join(adopted.stdout.split())
    assert run("check", *AS_OF, "--no-exceptions", cwd=folder).returncode == 1

    policy = folder / "policies" / "base.yaml"
    policy.write_text(_without(BASE, "        machine:"), encoding="utf-8")
    swapped = run("check", *AS_OF, "--format", "json", "--profile", "assured", cwd=folder)
    found = {finding["code"]: finding for finding in json.loads(swapped.stdout)["findings"]}
    assert swapped.returncode == 1 and "REV014" in found and "AUT004" in found and "SAF001" not in found
    assert (found["REV014"]["location"]["path"], found["REV014"]["location"]["line"]) == (_FILE, 2)

    shrunk = run("baseline", "update", *AS_OF, cwd=folder)
    assert shrunk.returncode == 0 and f"{_FILE}: 1 finding before, 0 findings now.\n" in shrunk.stdout
    assert "and counts:\n" in shrunk.stdout or "and count:\n" in shrunk.stdout
    assert "AUT004 machine-role-empty: lending/raise-limit (policies/base.yaml:" in shrunk.stdout
    assert entries(folder) == []

    added = run("baseline", "update", *AS_OF, "--add", "AUT004", "--because", "It is written down in May.", cwd=folder)
    assert added.returncode == 0
    assert [(entry["rule"], entry["because"]) for entry in entries(folder)] == [
        ("AUT004", "It is written down in May.")
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["create"], "is there already"),
        (["update", "--add", "SAF001"], "--add and --because go together"),
        (["update", "--because", "x"], "--add and --because go together"),
        (["update", "--add", "SAF099", "--because", "x"], "No finding that stands is called 'SAF099'"),
    ],
)
def test_a_wrong_command_is_one_clear_line_and_writes_nothing(folder: Path, arguments: list[str], says: str) -> None:
    (folder / _FILE).write_text('{"orchestrator-baseline": 1}\n', encoding="utf-8")
    done = run("baseline", *arguments, cwd=folder)
    assert done.returncode == 2 and says in done.stderr
    assert entries(folder) == []


def test_without_a_baseline_update_says_what_writes_one(folder: Path) -> None:
    done = run("baseline", "update", cwd=folder)
    assert done.returncode == 2 and "There is no .orchestrator-lint-baseline.jsonl yet" in done.stderr


def test_where_not_everything_can_be_read_nobody_can_say_what_is_mended(folder: Path) -> None:
    run("baseline", "create", *AS_OF, cwd=folder)
    before = (folder / _FILE).read_bytes()
    (folder / "policies" / "broken.yaml").write_text("spaces: [\n", encoding="utf-8")
    done = run("baseline", "update", cwd=folder)
    assert done.returncode == 2 and "nobody can say what stands" in done.stderr
    assert (folder / _FILE).read_bytes() == before


def test_the_configuration_may_name_another_file_and_one_that_is_missing_is_an_error(folder: Path) -> None:
    (folder / ".orchestrator-lint.yaml").write_text("baseline: old/known.jsonl\n", encoding="utf-8")
    done = run("check", cwd=folder)
    assert done.returncode == 2 and "old/known.jsonl: No such file" in done.stderr
    (folder / "old").mkdir()
    assert run("baseline", "create", *AS_OF, cwd=folder).returncode == 0
    assert (folder / "old" / "known.jsonl").is_file()
    assert run("check", *AS_OF, cwd=folder).returncode == 0


def test_a_run_over_a_single_file_calls_no_entry_stale(folder: Path) -> None:
    run("baseline", "create", *AS_OF, cwd=folder)
    (folder / "whole.yaml").write_text(BASE, encoding="utf-8")
    assert run("check", "whole.yaml", *AS_OF, cwd=folder).returncode == 0
