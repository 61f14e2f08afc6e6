"""`inject`: pages that somebody wrote in, the same with parts of the governance documents out."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestrator_lint.cli import CLEAN, FOUND, USAGE, options
from orchestrator_lint.cli.reading import checked, documented
from orchestrator_lint.cli.render import configured_folder
from orchestrator_lint.writing import write_atomically

if TYPE_CHECKING:
    from orchestrator_lint.configuration import Configuration
    from orchestrator_lint.documents import Handwritten, Mistake, Sections


@click.command("inject")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--policies",
    "paths",
    metavar="PATH",
    multiple=True,
    type=click.Path(exists=True),
    help="File or folder of policies, as often as needed; by default as in `check`.",
)
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the documents, for links to them; by default `documents.folder` of the configuration.",
)
@options.comparing
@options.as_of
@options.tracked
@options.configuration
def command(
    files: tuple[str, ...],
    paths: tuple[str, ...],
    folder: Path | None,
    only_check: bool,
    diff: bool,
    as_of: date | None,
    tracked: bool,
    config: str | None,
) -> int:
    """Fill regions of your own Markdown pages from the policies.

    A region says which document or section is filled in; `end` gets a checksum, so that what somebody writes inside is
    never lost. Nothing outside the regions changes.

    \b
      <!-- orchestrator-lint begin charter-retail-credit#decisions lang=en -->
      <!-- orchestrator-lint end -->

    \b
      orchestrator-lint inject README.md docs/handbook.md --to docs/governance
      orchestrator-lint inject README.md --to docs/governance --check      in CI
    """
    from orchestrator_lint.documents import filled, handwritten

    pages = {file: handwritten(_bytes(file)) for file in files}
    made = {file: (page.text, page.mistakes) for file, page in pages.items()}
    if any(page.regions for page in pages.values()):
        settings = options.configured(config)
        folder = folder or configured_folder(settings)
        sections = _sections(paths, as_of, tracked, settings)
        made = {file: filled(page, sections, _way(file, folder)) for file, page in pages.items()}
    codes = [_wrong(file, mistakes) for file, (_, mistakes) in made.items() if mistakes]
    for file, (text, mistakes) in made.items():
        if not mistakes:
            codes.append(
                _compared(file, pages[file], text, diff) if only_check or diff else _put(file, pages[file], text)
            )
    return max(codes)


def _bytes(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from None


def _sections(paths: Sequence[str], as_of: date | None, tracked: bool, settings: "Configuration") -> "Sections":
    from orchestrator_lint.documents import Sections, language_of

    result = checked(options.policies(paths, settings), as_of, tracked, settings)
    if not result.report.counts.files:
        raise click.UsageError("No policy was read: `orchestrator-lint check` says why.")
    # sections are cut out at the anchors of this flavour
    style = options.style(settings, "github", None)
    return Sections(documented(result, style), language_of(result.workspace))


def _way(file: str, folder: Path) -> str:
    """The way from a page to the folder of the documents; a link is followed, as what is written goes there too."""
    try:
        return Path(os.path.relpath(os.path.realpath(folder), Path(os.path.realpath(file)).parent)).as_posix()
    except ValueError:
        raise click.UsageError(f"No link leads from {file} to {folder}: they are on different drives.") from None


def _wrong(file: str, mistakes: "Sequence[Mistake]") -> int:
    for mistake in mistakes:
        click.echo(f"{file}:{mistake.line}: {mistake.message}", err=True)
    click.echo(f"{file}: not written.", err=True)
    return USAGE


def _compared(file: str, page: "Handwritten", text: str, diff: bool) -> int:
    """Name the page if it differs; with `diff` show how."""
    from orchestrator_lint.documents import compared

    if text == page.text:
        return CLEAN
    sys.stdout.write(f"changed: {file}\n{compared(page.text, text, file) if diff else ''}")
    return FOUND


def _put(file: str, page: "Handwritten", text: str) -> int:
    if not page.regions:
        click.echo(f"{file}: there is no region in it; `orchestrator-lint inject --help` shows one.")
        return CLEAN
    if text != page.text:
        try:
            write_atomically(Path(os.path.realpath(file)), text.encode())
        except OSError as error:
            raise click.UsageError(f"{file}: {error.strerror}") from None
    count = "1 region" if len(page.regions) == 1 else f"{len(page.regions)} regions"
    click.echo(f"{file}: {count}, {'filled in' if text != page.text else 'nothing changed'}.")
    return CLEAN
