"""Options that several commands share, and what they mean."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TextIO

import click

from orchestrator_lint.problems import Severity

_LONG = 200  # files; below, no progress is shown


def lang(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--lang`."""
    return click.option(
        "--lang", type=click.Choice(["en", "de"]), default="en", show_default=True, help="Language of the output."
    )(command)


def paths(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add PATHS, by default the folder `policies`, else this folder."""
    return click.argument("paths", nargs=-1, type=click.Path(), callback=_paths)(command)


def as_of(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--as-of`."""
    return click.option(
        "--as-of",
        callback=_day,
        metavar="YYYY-MM-DD",
        help="Judge as of this day. Without it `organisation.as_of` of the policies, else today.",
    )(command)


def tracked(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--tracked`."""
    return click.option("--tracked", is_flag=True, help="Read only files that git tracks.")(command)


def severity(name: str) -> Severity | None:
    """Read a severity; `never` is None."""
    return None if name == "never" else Severity[name.upper()]


def colours(when: str, stream: TextIO) -> bool:
    """Whether to write colours: as asked, else as NO_COLOR and FORCE_COLOR say, else on a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def progress() -> Callable[[int, int], None] | None:
    """Give a function that shows how far a long run is, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        if total >= _LONG and (done % 20 == 0 or done == total):
            end = "\r\x1b[K" if done == total else ""
            print(f"\rchecking {done} of {total} files", end=end, file=sys.stderr, flush=True)

    return show


def _paths(_context: click.Context, _parameter: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    chosen = tuple(value) or (("policies",) if os.path.isdir("policies") else (".",))
    for path in chosen:
        if not os.path.lexists(path):
            raise click.BadParameter(f"'{path}' does not exist.{_near(path)}", param_hint="PATHS")
    return chosen


def _near(path: str) -> str:
    from orchestrator_lint.language import nearest

    folder, name = os.path.split(path)
    try:
        near = nearest(name, os.listdir(folder or "."))
    except OSError:
        return ""
    return f" Did you mean '{os.path.join(folder, near)}'?" if near else ""


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        if len(value) != len("YYYY-MM-DD"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is no day of the calendar; write YYYY-MM-DD, like 2026-11-30.") from None
