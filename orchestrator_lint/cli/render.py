"""`render`: policies in, governance documents out."""

import os
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestrator_lint.cli import CLEAN, FOUND, USAGE, options
from orchestrator_lint.cli.reading import checked, documented
from orchestrator_lint.sources import tracked as tracked_by_git

if TYPE_CHECKING:
    from orchestrator_lint.configuration import Configuration
    from orchestrator_lint.documents import Written


@click.command("render")
@options.paths
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the documents; by default `documents.folder` of the configuration.",
)
@options.comparing
@click.option(
    "--exit-code", is_flag=True, help="Write, and exit with 1 if anything changed, as a formatter in a commit hook."
)
@options.flavour
@options.templates
@options.as_of
@options.tracked
@options.configuration
def command(
    paths: tuple[str, ...],
    folder: Path | None,
    only_check: bool,
    diff: bool,
    exit_code: bool,
    flavour: str | None,
    templates: Path | None,
    as_of: date | None,
    tracked: bool,
    config: str | None,
) -> int:
    """Write governance documents in German and English.

    From the policies come an index, a page for the board, a map of the decision network, a charter for each decision
    space, a sheet for each decision, and what oversight, auditors and the people affected need, in portable Markdown.

    Files that `render` did not write are never touched, and one that is produced no more is removed unless somebody
    edited it; `manifest.json` lists them with their hashes. Where neither --as-of nor `organisation.as_of` fixes a
    day, the documents name none and leave out what only the passing of time causes, so that they do not change
    overnight.

    \b
      orchestrator-lint render policies --to docs/governance
      orchestrator-lint render policies --to docs/governance --check      in CI
    """
    from orchestrator_lint.documents import MANIFEST, manifest, write_pages

    settings = options.configured(config)
    folder = folder or configured_folder(settings)
    result = checked(options.policies(paths, settings), as_of, tracked, settings)
    if not result.report.counts.files:
        click.echo("No policy was read: `orchestrator-lint check` says why.", err=True)
        return USAGE
    made = documented(result, options.style(settings, flavour, templates))
    pages = {path: document.text for path, document in made.items()} | {MANIFEST: manifest(made, result.report)}
    if only_check or diff:
        return _compared(pages, folder, diff)
    try:
        written = write_pages(pages, folder)
    except OSError as error:
        raise click.UsageError(f"{error.filename or folder}: {error.strerror}") from None
    code = _told(written, len(pages), folder)
    if code == CLEAN and exit_code:
        return FOUND if written.changed or written.removed or (tracked and _untracked(pages, folder)) else CLEAN
    return code


def _compared(pages: Mapping[str, str], folder: Path, diff: bool) -> int:
    """Name the files that differ; with `diff` show how."""
    from orchestrator_lint.documents import drift

    differences = drift(pages, folder)
    for found in differences:
        sys.stdout.write(f"{found.kind}: {found.path}\n{found.diff if diff else ''}")
    return FOUND if differences else CLEAN


def configured_folder(settings: "Configuration") -> Path:
    """Give the folder of the documents, as configured; raises UsageError where none is named."""
    named = settings.value("documents").get("folder")
    if not named:
        raise click.UsageError("Say where the documents go: --to DIR, or `documents.folder` in the configuration.")
    return Path(settings.here(named))


def _told(written: "Written", files: int, folder: Path) -> int:
    """Say what was written, removed and left alone; what could not be written is no success."""
    for path in written.foreign:
        click.echo(f"{folder / path}: not written, this file is not ours; move it or choose another folder.", err=True)
    for path in written.edited:
        click.echo(
            f"{folder / path}: no longer generated, but edited by hand; delete it if it is not needed.", err=True
        )
    click.echo(f"{files} files in {folder}: {len(written.changed)} written, {len(written.removed)} removed.")
    return USAGE if written.foreign else CLEAN


def _untracked(pages: Iterable[str], folder: Path) -> bool:
    """Whether a page is not part of the repository yet: a commit would leave it out."""
    known = tracked_by_git((str(folder),))
    missing = [page for page in pages if os.path.realpath(folder / page) not in known]
    if missing:
        click.echo(f"{len(missing)} documents are not in git yet: git add {folder}", err=True)
    return bool(missing)
