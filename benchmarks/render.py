"""1,000 decisions in, how long their documents take out. Run: python -m benchmarks.render [decisions]

Whole processes, in turn and several times; medians, and the ratio to a check of the same files in the same run.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.workspace import grown

_RUNS = 3
_IN_THE_EXAMPLE = 33


def main(wanted: int) -> None:
    """Measure, and print the table."""
    with tempfile.TemporaryDirectory() as scratch:
        policies, documents = Path(scratch) / "policies", Path(scratch) / "documents"
        decisions = grown(policies, -(-wanted // _IN_THE_EXAMPLE))
        runs: dict[str, Callable[[], None]] = {
            "check": lambda: _run("check", policies),
            "render, all documents anew": lambda: _anew(policies, documents),
            "render, nothing changed": lambda: _run("render", policies, "--to", documents),
        }
        seconds: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(_RUNS):
            for name, run in runs.items():
                seconds[name].append(_timed(run))
        _print(seconds, decisions, sum(1 for file in documents.rglob("*") if file.is_file()))


def _anew(policies: Path, documents: Path) -> None:
    shutil.rmtree(documents, ignore_errors=True)
    _run("render", policies, "--to", documents)


def _run(command: str, *arguments: object) -> None:
    words = [sys.executable, "-m", "orchestrator_lint", command, *map(str, arguments)]
    subprocess.run(words, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _timed(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _print(seconds: dict[str, list[float]], decisions: int, files: int) -> None:
    base = median(seconds["check"])
    print(f"{decisions} decisions, {files} files written, two languages; medians of {_RUNS} runs\n")
    print("| run | seconds | against a check |\n|---|---|---|")
    for name, taken in seconds.items():
        print(f"| {name} | {median(taken):.1f} | {median(taken) / base:.2f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
