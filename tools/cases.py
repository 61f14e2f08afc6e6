"""The cases in `tests/cases` in, their expected output out. Run: python tools/cases.py, and read what changed.

A case is a folder with policies, `command.txt` (what follows `orchestrator-lint`, run in that folder) and
`expected.txt` (the exit code and the whole output).
"""

import contextlib
import io
import os
from pathlib import Path

from orchestrator_lint.cli import run

CASES = Path(__file__).parent.parent / "tests" / "cases"


def cases() -> list[Path]:
    """All case folders, sorted."""
    return sorted(path.parent for path in CASES.glob("*/command.txt"))


def output(case: Path) -> str:
    """Run the command of a case in its folder; give the exit code and what it printed."""
    printed = io.StringIO()
    arguments = (case / "command.txt").read_text(encoding="utf-8").split()
    before = Path.cwd()
    os.chdir(case)
    try:
        with contextlib.redirect_stdout(printed):
            code = run(arguments)
    finally:
        os.chdir(before)
    return f"exit code {code}\n\n{printed.getvalue()}"


if __name__ == "__main__":
    for folder in cases():
        (folder / "expected.txt").write_text(output(folder), encoding="utf-8")
