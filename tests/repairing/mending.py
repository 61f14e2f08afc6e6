"""A policy in, the same after its fixes out."""

from datetime import date

from orchestrator_lint.journey import Repaired, check, repair
from orchestrator_lint.sources import Source

TODAY = date(2026, 11, 1)


def mended(unsafe: bool = False, locked: frozenset[str] = frozenset(), **files: str | bytes) -> Repaired:
    """Mend files, named by their keys."""
    sources = [
        Source(f"{name}.yaml", text if isinstance(text, bytes) else text.encode()) for name, text in files.items()
    ]
    return repair(sources, lambda now: check(now, TODAY).report, unsafe, locked)


def after(text: str, unsafe: bool = False) -> str:
    """Give the text of one file after its fixes; a second run must find nothing to fix."""
    once = mended(unsafe, policy=text)
    assert once.dropped == (), [finding.message("en") for finding in once.dropped]
    new = once.sources[0].data.decode()
    assert mended(unsafe, policy=new).sources == once.sources
    return new


def lines_of(text: str, unsafe: bool = False) -> list[str]:
    """Give the lines that are new after the fixes."""
    before = text.split("\n")
    return [line for line in after(text, unsafe).split("\n") if line not in before]
