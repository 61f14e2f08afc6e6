"""Paths in, a checked workspace out; or a usage error where there is nothing to check."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestrator_lint.cli.options import from_here, policies, progress
from orchestrator_lint.configuration import BASELINE, Configuration, parse_baseline
from orchestrator_lint.forms import InputError
from orchestrator_lint.journey import Checked, check
from orchestrator_lint.judging import Baseline
from orchestrator_lint.sources import Source, collect
from orchestrator_lint.sources import tracked as tracked_by_git

if TYPE_CHECKING:
    from orchestrator_lint.documents import Document, Style


def checked(paths: Sequence[str], as_of: date | None, tracked: bool, settings: Configuration) -> Checked:
    """Read and check all policies below `paths` as the configuration says.

    Raises UsageError where no file is there at all, or git knows nothing of them.
    """
    return judged(gathered(paths, tracked), as_of, settings, known=baseline_of(paths, settings))


def gathered(paths: Sequence[str], tracked: bool) -> list[Source]:
    """Read all files below `paths`; raises UsageError where none is there at all, or git knows nothing of them."""
    sources = collect(paths, only_tracked(paths) if tracked else None)
    if not sources:
        raise nothing_read(paths, tracked)
    return sources


def judged(
    sources: Sequence[Source],
    as_of: date | None,
    settings: Configuration,
    exceptions: bool = True,
    known: Baseline | None = None,
) -> Checked:
    """Check files that were read, as the configuration says; the day is today where nothing fixes one.

    `known` are the findings that do not count because they are old.
    """
    today = date.today()  # noqa: DTZ011 - the day where the user is
    return check(sources, today, as_of, progress(), settings.choice(exceptions), known, settings.own_rules)


def baseline_file(settings: Configuration) -> Path:
    """Give the path of the baseline: that of the configuration, else beside it, else in this folder."""
    named = settings.value("baseline")
    return Path(settings.here(named) if named else settings.beside(BASELINE))


def baseline_of(paths: Sequence[str], settings: Configuration) -> Baseline | None:
    """Read the baseline, if there is one. Only a run over the policies of the configuration covers all of it.

    Raises UsageError where it is wrong, or configured and not there.
    """
    file = baseline_file(settings)
    if not settings.value("baseline") and not file.is_file():
        return None
    shown = from_here(file)
    try:
        entries = parse_baseline(file.read_bytes(), shown)
    except OSError as error:
        raise click.UsageError(f"{shown}: {error.strerror}") from None
    except InputError as error:
        raise click.UsageError(error.message) from None
    return Baseline(shown, entries, _real(paths) >= _real(policies((), settings)))


def _real(paths: Sequence[str]) -> set[str]:
    return {os.path.realpath(path) for path in paths}


def only_tracked(paths: Sequence[str]) -> frozenset[str]:
    """Give the real paths of the files that git tracks; raises UsageError where git knows nothing of them."""
    try:
        return tracked_by_git(paths)
    except ValueError as error:
        raise click.UsageError(f"--tracked needs a git repository: {error}") from None


def nothing_read(paths: Sequence[str], tracked: bool) -> click.UsageError:
    """Say that there is no policy in `paths`."""
    which = " that git tracks" if tracked else ""
    names = ", ".join(f"'{path}'" for path in paths)
    return click.UsageError(f"No policy was read: there is no .yaml or .yml file{which} in {names}.")


def documented(result: Checked, style: "Style") -> "dict[str, Document]":
    """Make the documents; raises UsageError where a template of the organisation's own is wrong."""
    from orchestrator_lint.documents import TemplateFault, documents

    try:
        return documents(result.workspace, result.report, style)
    except TemplateFault as fault:
        raise click.UsageError(fault.message) from None
