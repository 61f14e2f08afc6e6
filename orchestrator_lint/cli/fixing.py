"""A Selection and what checks it in, its files mended, or the difference that this would make, out."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import click

from orchestrator_lint.cli import CLEAN, FOUND
from orchestrator_lint.cli.selecting import Selection
from orchestrator_lint.judging import Report
from orchestrator_lint.sources import Source

if TYPE_CHECKING:
    from orchestrator_lint.journey import Repaired


class Asked(NamedTuple):
    """The options that `options` adds, as the command line has them."""

    fix: bool
    unsafe: bool
    diff: bool
    show: bool

    @classmethod
    def taken(cls, given: dict[str, Any], with_report: bool) -> Self:
        """Take the options out of all that were given; raises UsageError for those that do not go together."""
        asked = cls(*(given.pop(name) for name in ("fix", "unsafe", "diff", "show_fixes")))
        if asked.unsafe and not (asked.fix or asked.diff):
            raise click.UsageError("--unsafe says how far --fix or --diff go: give one of them as well.")
        if asked.diff and (with_report or asked.show):
            raise click.UsageError("--diff shows a difference in place of a report: leave options on the report out.")
        return asked


class Mended(NamedTuple):
    """The files before and after their fixes; `kept` says of those that nobody may write why."""

    selection: Selection
    before: tuple[Source, ...]
    after: "Repaired"
    kept: dict[str, str]

    @property
    def changed(self) -> list[tuple[Source, Source]]:
        """The files that change, before and after."""
        pairs = zip(self.before, self.after.sources, strict=True)
        return [(old, new) for old, new in pairs if old.data != new.data]


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--fix`, `--unsafe`, `--diff` and `--show-fixes`."""
    fix = click.option("--fix", is_flag=True, help="Mend what is certain, then report what is left.")
    unsafe = click.option(
        "--unsafe",
        is_flag=True,
        help="With --fix or --diff: also write what is missing, with a TODO that is a finding until somebody replaces it.",
    )
    diff = click.option(
        "--diff", is_flag=True, help="Write nothing; show what --fix would change, and exit with 1 if anything would."
    )
    show = click.option(
        "--show-fixes", is_flag=True, help="In text, show with each finding the smallest edit that would mend it."
    )
    return fix(unsafe(diff(show(command))))


def mended(selection: Selection, report_on: Callable[[Sequence[Source]], Report], asked: Asked) -> Mended:
    """Mend what is reported. Nothing is written yet."""
    from orchestrator_lint.journey import repair

    sources = tuple(selection.read())
    kept = {source.path: why for source in sources if (why := _kept(source, selection.typed))}
    return Mended(selection, sources, repair(sources, report_on, asked.unsafe, frozenset(kept)), kept)


def write(done: Mended, quiet: bool = False) -> None:
    """Write the files, or the text of standard input to standard output; say on standard error what was done.

    Raises UsageError where a file cannot be written.
    """
    if done.selection.typed is not None:
        sys.stdout.buffer.write(next(new.data for new in done.after.sources if new.path == done.selection.typed.path))
    else:
        _check_unchanged([old for old, _ in done.changed])
        for _, new in done.changed:
            _put(new)
    if not quiet:
        _say(done, "Fixed")


def show(done: Mended, colour: bool) -> int:
    """Write the difference that fixes make, as `patch` reads it, and give the exit code."""
    from orchestrator_lint.difference import unified
    from orchestrator_lint.reports.paint import Paint

    paint = Paint(colour)
    kinds = {"-": "removed", "+": "added", "@": "note"}
    for old, new in done.changed:
        for line in unified(old.data.decode(), new.data.decode(), old.path, old.path).splitlines(keepends=True):
            kind = kinds.get(line[:1])
            sys.stdout.write(paint(kind, line.rstrip("\r\n")) + "\n" if colour and kind else line)
    _say(done, "Would fix")
    return FOUND if done.changed else CLEAN


def _kept(source: Source, typed: Source | None) -> str:
    """Why a file is not written: it is not what was asked for, or a link out of this folder, where nobody expects it."""
    if typed is not None:
        return "" if source.path == typed.path else "only the text of standard input is mended"
    path = Path(source.path)
    if not path.is_symlink() or path.resolve().is_relative_to(Path.cwd().resolve()):
        return ""
    return f"it is a link to '{path.readlink()}', outside this folder"


def _check_unchanged(sources: Sequence[Source]) -> None:
    for source in sources:
        try:
            same = Path(source.path).read_bytes() == source.data
        except OSError as error:
            raise click.UsageError(f"'{source.path}' cannot be read any more: {error.strerror}.") from None
        if not same:
            raise click.UsageError(f"'{source.path}' was changed by somebody else meanwhile; nothing was written.")


def _put(source: Source) -> None:
    from orchestrator_lint.writing import write_atomically

    try:
        write_atomically(Path(source.path).resolve(), source.data)  # a link stays one
    except OSError as error:
        raise click.UsageError(
            f"'{source.path}' cannot be written: {error.strerror}. It is as it was; files before it are mended."
        ) from None


def _say(done: Mended, verb: str) -> None:
    fixed, changed = len(done.after.fixed), len(done.changed)
    if changed:
        click.echo(f"{verb} {_counted(fixed, 'finding')} in {_counted(changed, 'file')}.", err=True)
    for finding in done.after.dropped:
        place = f"{finding.location.path}:{finding.location.line}"
        click.echo(f"{place}: {finding.card.code} is left: its edit would change more than it means to.", err=True)
    if done.selection.typed is None:
        for path, why in done.kept.items():
            click.echo(f"{path}: left as it is, because {why}.", err=True)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
