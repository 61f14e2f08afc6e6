"""Paths in, a checked workspace out; or a usage error where there is nothing to check."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from orchestrator_lint.cli.options import progress
from orchestrator_lint.configuration import Configuration
from orchestrator_lint.journey import Checked, check
from orchestrator_lint.sources import collect
from orchestrator_lint.sources import tracked as tracked_by_git

if TYPE_CHECKING:
    from orchestrator_lint.documents import Document, Style


def checked(
    paths: Sequence[str], as_of: date | None, tracked: bool, settings: Configuration, exceptions: bool = True
) -> Checked:
    """Read and check all policies below `paths` as the configuration says.

    Raises UsageError where no file is there at all, or git knows nothing of them.
    """
    only = None
    if tracked:
        try:
            only = tracked_by_git(paths)
        except ValueError as error:
            raise click.UsageError(f"--tracked needs a git repository: {error}") from None
    sources = collect(paths, only)
    if not sources:
        which = " that git tracks" if tracked else ""
        names = ", ".join(f"'{path}'" for path in paths)
        raise click.UsageError(f"No policy was read: there is no .yaml or .yml file{which} in {names}.")
    today = date.today()  # noqa: DTZ011 - the day where the user is
    return check(sources, today, as_of, progress(), settings.choice(exceptions))


def documented(result: Checked, style: "Style") -> "dict[str, Document]":
    """Make the documents; raises UsageError where a template of the organisation's own is wrong."""
    from orchestrator_lint.documents import TemplateFault, documents

    try:
        return documents(result.workspace, result.report, style)
    except TemplateFault as fault:
        raise click.UsageError(fault.message) from None
