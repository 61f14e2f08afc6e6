"""A difference is read by `patch` as it was meant, whatever the lines end with."""

import subprocess
from pathlib import Path

import pytest

from orchestrator_lint.difference import unified


def test_a_difference_is_one_that_patch_reads() -> None:
    assert unified("a\nb\n", "a\nc", "p.yaml", "p.yaml") == (
        "--- p.yaml\n+++ p.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n\\ No newline at end of file\n"
    )


def test_where_nothing_differs_it_is_empty() -> None:
    assert unified("a\r", "a\r", "p.yaml", "p.yaml") == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_git_applies_it_byte_for_byte(end: str, last: bool, tmp_path: Path) -> None:
    before = end.join(["a: 1", "b: \u2028 \x85 2", "c: 3"]) + (end if last else "")
    after = before.replace("3", "4")
    file = tmp_path / "p.yaml"
    file.write_bytes(before.encode())
    diff = unified(before, after, "a/p.yaml", "b/p.yaml").encode()
    subprocess.run(["git", "-c", "core.autocrlf=false", "apply", "-"], cwd=tmp_path, input=diff, check=True)
    assert file.read_bytes() == after.encode()
