"""`render`: policies in, governance documents out."""

import sys
from datetime import date
from pathlib import Path

import click

from orchestrator_lint.cli import CLEAN, FOUND, USAGE, options
from orchestrator_lint.cli.reading import checked


@click.command("render")
@options.paths
@click.option("--to", "folder", required=True, metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="Folder for the documents.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; show what differs, and exit with 1 if anything does.")
@click.option("--exit-code", is_flag=True, help="Write, and exit with 1 if anything changed, as a formatter in a commit hook.")
@options.as_of
@options.tracked
def command(paths: tuple[str, ...], folder: Path, only_check: bool, exit_code: bool, as_of: date | None, tracked: bool) -> int:
    """Write governance documents in German and English.

    From the policies come an index, a charter for each decision space, the register of decisions, the catalogue
    of guardrails and the record of data flows, in portable Markdown. Files that `render` did not write are
    never touched.

    \b
      orchestrator-lint render policies --to docs/governance
      orchestrator-lint render policies --to docs/governance --check      in CI
    """
    from orchestrator_lint.documents import all_pages, drift, write_pages

    result = checked(paths, as_of, tracked)
    if not result.report.counts.files:
        click.echo("No policy was read: `orchestrator-lint check` says why.", err=True)
        return USAGE
    pages = all_pages(result.workspace, result.report)
    if only_check:
        differences = drift(pages, folder)
        sys.stdout.write("".join(differences))
        return FOUND if differences else CLEAN
    try:
        written = write_pages(pages, folder)
    except OSError as error:
        raise click.UsageError(f"{error.filename or folder}: {error.strerror}") from None
    return _told(written, len(pages), folder, exit_code)


def _told(written: Written, pages: int, folder: Path, exit_code: bool) -> int:
    """Say what was written, removed and left alone, and give the exit code."""
    for path in written.foreign:
        click.echo(f"{folder / path}: not written, this file is not ours; move it or choose another folder.", err=True)
    for path in written.edited:
        click.echo(f"{folder / path}: no longer generated, but edited by hand; delete it if it is not needed.", err=True)
    changed = len(written.changed) + len(written.removed)
    click.echo(f"{pages} documents in {folder}: {len(written.changed)} written, {len(written.removed)} removed.")
    if written.foreign:
        return USAGE
    return FOUND if exit_code and changed else CLEAN
