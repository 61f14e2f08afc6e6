"""PATHS and options in; out which files are read, and of which of them findings are reported."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

import click

from orchestrator_lint.cli import options
from orchestrator_lint.cli.reading import nothing_read, only_tracked
from orchestrator_lint.configuration import Configuration
from orchestrator_lint.sources import MAX_BYTES, Source, collect, shown, within

_STDIN = "-"
_UNNAMED = "<stdin>"


class Selection(NamedTuple):
    """What a run reads, and what of it is reported.

    `named` is how the user named the part that is reported; empty where all is. `typed` is the text of standard input,
    which stands in for the file of its name.
    """

    paths: tuple[str, ...]
    named: tuple[str, ...] = ()
    typed: Source | None = None
    tracked: bool = False

    def read(self) -> list[Source]:
        """Read the files. Raises UsageError where there is nothing to report on."""
        only = only_tracked(self.paths) if self.tracked and self.paths else None
        sources = {source.path: source for source in collect(self.paths, only)}
        if self.typed is not None:
            sources[self.typed.path] = self.typed
        reported = self.files()
        if not sources or (reported is not None and reported.isdisjoint(sources)):
            raise nothing_read(self.named or self.paths, self.tracked)
        return [source for _, source in sorted(sources.items())]

    def files(self) -> frozenset[str] | None:
        """Give the files that are reported, by the names that reports write; None for all."""
        if self.typed is not None:
            return frozenset((self.typed.path,))
        return within(self.paths, self.named) if self.named else None


def paths(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add PATHS, of which `-` is standard input."""
    return click.argument("paths", nargs=-1, type=click.Path(), callback=_paths)(command)


class Asked(NamedTuple):
    """The options that `selection` adds, as the command line has them."""

    stdin_name: str | None
    changed_since: str | None
    tracked: bool
    only_files: bool
    statistics: bool
    quiet: bool

    @classmethod
    def taken(cls, given: dict[str, Any]) -> Self:
        """Take the options out of all that were given."""
        return cls(*(given.pop(name) for name in cls._fields))


def selection(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what is read, what of it is reported, and how briefly."""
    name = click.option(
        "--stdin-name",
        metavar="FILE",
        help="With `-` as path: the file for which the text of standard input stands. It need not exist.",
    )
    since = click.option(
        "--changed-since",
        metavar="REF",
        help="Check everything, and report what the change since this branch, tag or commit touches or causes.",
    )
    files = click.option(
        "--show-files", "only_files", is_flag=True, help="List which files would be read and which not, and stop."
    )
    statistics = click.option(
        "--statistics", is_flag=True, help="Count the findings of each rule instead of showing them."
    )
    quiet = click.option(
        "-q", "--quiet", is_flag=True, help="In text, findings and nothing else: not a word where there is none."
    )
    return options.tracked(since(name(files(statistics(quiet(command))))))


def selected(given: Sequence[str], asked: Asked, settings: Configuration) -> Selection:
    """Say what is read and what of it is reported.

    Paths inside the configured policies, else inside the folder `policies`, are a part of that workspace: all of it is
    read, the part is reported. Other paths are a workspace of their own. Standard input stands for a file among others.
    """
    files = tuple(path for path in given if path != _STDIN)
    if len(files) < len(given):
        return _of_stdin(files, asked, settings)
    if asked.stdin_name is not None:
        raise click.UsageError("--stdin-name names the text of standard input: check - --stdin-name FILE")
    home = _home(settings)
    if not files or home is None or not _lie_in(files, home):
        return Selection(options.policies(files, settings), tracked=asked.tracked)
    apart = tuple(path for path in files if not within(home, (path,)))  # hidden, or of another ending
    every = (*home, *apart)
    whole = within(every, files) == within(every, every)
    return Selection(every, () if whole else files, tracked=asked.tracked)


def _of_stdin(files: tuple[str, ...], asked: Asked, settings: Configuration) -> Selection:
    """Read the workspace in which the named file lies, or would lie: the given one, the configured one, else its folder."""
    name = asked.stdin_name
    if name is None:
        return Selection(files, typed=_typed(_UNNAMED), tracked=asked.tracked)
    folder = str(Path(name).parent)
    if _is_folder(name):
        raise click.BadParameter(f"'{name}' is a folder; name a file.", param_hint="--stdin-name")
    home = _home(settings)
    lone = (folder,) if _is_folder(folder) else ()
    every = files or (home if home is not None and _lie_in((name,), home) else lone)
    return Selection(every, typed=_typed(min(within(every, (name,)), default=shown(name))), tracked=asked.tracked)


def _home(settings: Configuration) -> tuple[str, ...] | None:
    """The policies that are configured, else the folder `policies`; None where neither is there."""
    home = options.policies((), settings)
    return None if home == (".",) and not settings.value("policies") else home


def _lie_in(paths: Sequence[str], home: Sequence[str]) -> bool:
    tops = [Path(os.path.realpath(top)) for top in home]
    return all(any(Path(os.path.realpath(path)).is_relative_to(top) for top in tops) for path in paths)


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - a name that is too long for the system is none


def _typed(name: str) -> Source:
    if sys.stdin is None:
        raise click.UsageError("Standard input is closed: nothing can be read from '-'.")
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Source(name, fault="too-large", detail=f">{MAX_BYTES // 1024 // 1024}")
    return Source(name, data)


def _paths(_context: click.Context, _parameter: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    options.existing(path for path in value if path != _STDIN)
    return tuple(value)
