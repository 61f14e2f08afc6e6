"""Options that several commands share, and what they mean."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

import click

from orchestrator_lint.problems import Card, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from orchestrator_lint.configuration import Configuration
    from orchestrator_lint.documents import Style

_LONG = 200  # files; below, no progress is shown


def lang(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--lang`."""
    return click.option(
        "--lang", type=click.Choice(["en", "de"]), default="en", show_default=True, help="Language of the output."
    )(command)


def configuration(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--config`."""
    return click.option(
        "--config",
        metavar="FILE",
        type=click.Path(),
        help="Configuration to use, a file or package:NAME/FILE; `none` uses none. Without it the nearest .orchestrator-lint.yaml counts, from this "
        "folder upwards to the top of the git repository.",
    )(command)


def configured(written: str | None, **given: Any) -> "Configuration":
    """Read the configuration; options that were given on the command line stand above it.

    Raises UsageError where the file is wrong, or an option asks less than a mandatory base.
    """
    from orchestrator_lint.configuration import check_floors, chosen, read_configuration
    from orchestrator_lint.forms import InputError
    from orchestrator_lint.journey import cards

    known = cards()
    try:
        path, name = _file(written)
        found = read_configuration(path, known, name)
    except InputError as error:
        raise click.UsageError(error.message) from None
    known = cards(found.own_rules)
    options = {
        name: (f"--{name.replace('_', '-')}", value) for name, value in given.items() if value not in (None, (), False)
    }
    for name in ("select", "ignore"):
        if name in options:
            option, words = options[name]
            options[name] = (option, _rules(option, words, known))
    above = chosen(found, options)
    try:
        check_floors(above, known)
    except InputError as error:
        raise click.UsageError(error.message) from None
    return above


def _file(written: str | None) -> "tuple[Path | None, str]":
    """The configuration to read, and how messages name it."""
    from pathlib import Path

    from orchestrator_lint.configuration import PACKAGE, file_of, find_configuration

    if written == "none":
        return None, ""
    if written is not None and written.startswith(PACKAGE):
        return file_of(written)
    path = find_configuration(Path.cwd()) if written is None else Path(written)
    return path, from_here(path) if path else ""


def from_here(path: "str | Path") -> str:
    """Write a path as it is read from the working folder, on every system with `/`."""
    from pathlib import Path

    return Path(os.path.relpath(path)).as_posix()


def _rules(option: str, written: Sequence[str], known: Mapping[str, Card]) -> list[str]:
    """Split `OWN,gdpr`; every word must mean a rule."""
    from orchestrator_lint.judging import names

    words = [word.strip() for text in written for word in text.split(",") if word.strip()]
    for word in words:
        if not any(names(word, card) for card in known.values()):
            raise click.BadParameter(no_rule(word, known), param_hint=option)
    return words


def no_rule(word: str, known: Mapping[str, Card]) -> str:
    """Say that there is no rule of this code or name, and which was meant."""
    from orchestrator_lint.judging import nearest_rule

    near = nearest_rule(word, known)
    hint = f"Did you mean '{near}'?" if near else "`orchestrator-lint rules` lists all."
    return f"There is no rule '{word}'. {hint}"


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


def comparing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--check` and `--diff`."""
    check = click.option(
        "--check",
        "only_check",
        is_flag=True,
        help="Write nothing; name what differs, and exit with 1 if anything does.",
    )
    diff = click.option(
        "--diff", is_flag=True, help="Write nothing; show what differs line by line, and exit as --check does."
    )
    return check(diff(command))


def flavour(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--flavour`."""
    return click.option(
        "--flavour",
        type=click.Choice(["github", "mkdocs"]),
        help="For which reader of Markdown: callouts and front matter differ. By default `documents.flavour` of the "
        "configuration, else github.",
    )(command)


def templates(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--templates`."""
    from pathlib import Path

    return click.option(
        "--templates",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder with templates of your own, which stand before ours; by default `documents.templates` of the "
        "configuration.",
    )(command)


def style(configuration: "Configuration", flavour: str | None, templates: "Path | None") -> "Style":
    """Give the style of the documents: that of the command line, else that of the configuration."""
    from pathlib import Path

    from orchestrator_lint.documents import Style

    configured = configuration.value("documents")
    named = configured.get("templates")
    folder = templates or (Path(configuration.here(named)) if named else None)
    return Style(flavour or configured.get("flavour") or "github", folder, cache_folder())


def cache_folder() -> "Path | None":
    """Give the folder in which this user's programs keep what they can make again; None where nobody knows it."""
    from pathlib import Path

    homes = {"darwin": "~/Library/Caches", "win32": os.environ.get("LOCALAPPDATA", "")}
    named = os.environ.get("XDG_CACHE_HOME") or homes.get(sys.platform, "~/.cache")
    folder = os.path.expanduser(named)
    return Path(folder) / "orchestrator-lint" if os.path.isabs(folder) else None


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


def policies(paths: Sequence[str], configuration: "Configuration") -> tuple[str, ...]:
    """Give the paths to read: those of the command line, else those configured, else `policies` or this folder."""
    if paths:
        return tuple(paths)
    if configuration.value("policies"):
        return tuple(_configured(place, configuration) for place, _ in enumerate(configuration.value("policies")))
    return ("policies",) if os.path.isdir("policies") else (".",)


def existing(paths: Iterable[str]) -> None:
    """Refuse a path that does not exist, and suggest what was meant."""
    for path in paths:
        if not os.path.lexists(path):
            raise click.BadParameter(f"'{path}' does not exist.{_near(path)}", param_hint="PATHS")


def _configured(place: int, configuration: "Configuration") -> str:
    policies = configuration.settings["policies"]
    path: str = policies.value[place]
    if not os.path.lexists(path):
        raise click.UsageError(f"{policies.at(place)}: policies: '{path}' does not exist.{_near(path)}")
    return path


def _paths(_context: click.Context, _parameter: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    existing(value)
    return tuple(value)


def _near(path: str) -> str:
    from orchestrator_lint.language import nearest

    folder, name = os.path.split(path)
    try:
        near = nearest(name, os.listdir(folder or "."))
    except OSError:
        return ""
    return f" Did you mean '{os.path.join(folder, near)}'?" if near else ""


def day(value: str) -> date:
    """Read a day as YYYY-MM-DD; raises BadParameter."""
    try:
        if len(value) != len("YYYY-MM-DD"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is no day of the calendar; write YYYY-MM-DD, like 2026-11-30.") from None


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    return None if value is None else day(value)
