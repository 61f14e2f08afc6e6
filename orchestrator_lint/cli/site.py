"""`site`: policies in, a site for the intranet out, or one HTML file for e-mail and archive."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestrator_lint.cli import CLEAN, USAGE, options
from orchestrator_lint.cli.reading import checked, documented

if TYPE_CHECKING:
    from orchestrator_lint.documents import Style, Written
    from orchestrator_lint.journey import Checked


@click.command("site")
@options.paths
@click.option(
    "--to", "folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="Folder for the site."
)
@click.option(
    "--mermaid",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="`mermaid.min.js` from your own store, to draw diagrams with; nothing is ever fetched from elsewhere.",
)
@click.option(
    "--single-file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="One HTML file for e-mail or archive, without scripts and other files.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(["en", "de"]),
    help="Language of the single file, and the first one of the site; by default the first of the organisation.",
)
@options.templates
@options.as_of
@options.tracked
@options.configuration
def command(
    paths: tuple[str, ...],
    folder: Path | None,
    mermaid: Path | None,
    single_file: Path | None,
    language: str | None,
    templates: Path | None,
    as_of: date | None,
    tracked: bool,
    config: str | None,
) -> int:
    """Write a site with search, navigation and both languages, or one HTML file.

    DIR gets `mkdocs.yml` and the documents in `docs`; MkDocs Material and Zensical build the site from it. The
    site sends no request to anybody outside. Files that `site` did not write are never touched, nor
    is a `mkdocs.yml` that was edited by hand; settings of your own belong into a file with `INHERIT: mkdocs.yml`.

    \b
      orchestrator-lint site policies --to governance --mermaid mermaid.min.js
      orchestrator-lint site policies --single-file governance.html --lang de
    """
    if folder is None and single_file is None:
        raise click.UsageError("Say what to write: --to DIR for a site, --single-file FILE for one HTML file.")
    if mermaid is not None and folder is None:
        raise click.UsageError(
            "--mermaid draws diagrams on a site, so it needs --to DIR; one HTML file has no scripts."
        )
    from orchestrator_lint.documents import Style, language_of

    program = _program(mermaid) if mermaid is not None else None
    settings = options.configured(config)
    result = checked(options.policies(paths, settings), as_of, tracked, settings)
    if not result.report.counts.files:
        click.echo("No policy was read: `orchestrator-lint check` says why.", err=True)
        return USAGE
    organisation, language = result.report.organisation, language or language_of(result.workspace)
    own = options.style(settings, None, templates).templates
    kept = options.cache_folder()
    codes = [CLEAN]
    try:
        if folder is not None:
            pages = _texts(result, Style("mkdocs", own, kept))
            codes.append(_site(pages, organisation, language, program, folder))
        if single_file is not None:
            pages = _texts(result, Style("plain", own, kept))
            codes.append(_single_file(pages, organisation, language, single_file))
    except OSError as error:
        raise click.UsageError(f"{error.filename}: {error.strerror}") from None
    return max(codes)


def _texts(result: "Checked", style: "Style") -> dict[str, str]:
    return {path: document.text for path, document in documented(result, style).items()}


def _program(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise click.BadParameter(f"{path}: {error.strerror}", param_hint="--mermaid") from None
    except UnicodeDecodeError:
        raise click.BadParameter(f"{path} is no JavaScript file in UTF-8.", param_hint="--mermaid") from None


def _site(pages: dict[str, str], organisation: str, language: str, program: str | None, folder: Path) -> int:
    from orchestrator_lint.documents import write_files, write_pages
    from orchestrator_lint.documents.site import MATERIAL, MATERIAL_ENDS, PAGES, site

    beside = write_files(site(pages, organisation, language, program), folder)
    written = write_pages(pages, folder / PAGES)
    code = max(_refused(beside, folder), _refused(written, folder / PAGES))
    changed = len(beside.changed) + len(written.changed)
    click.echo(f"{len(pages)} documents in {folder}: {changed} files written, {len(written.removed)} removed.")
    if program is None:
        click.echo(
            "Diagrams are not drawn on this site; the tables beside them say the same. --mermaid FILE draws them."
        )
    click.echo(
        f"Build it there with `mkdocs build --strict` (mkdocs-material=={MATERIAL}, maintained until {MATERIAL_ENDS}) "
        "or `zensical build`, its successor."
    )
    return code


def _single_file(pages: dict[str, str], organisation: str, language: str, path: Path) -> int:
    from orchestrator_lint.documents import write_files
    from orchestrator_lint.documents.single_file import single_file

    text = single_file(pages, organisation, language)
    written = write_files({path.name: text}, path.parent)
    code = _refused(written, path.parent)
    if code == CLEAN:
        click.echo(f"{path}: {'written' if written.changed else 'unchanged'}, {len(text.encode()) // 1000 + 1} kB.")
    return code


def _refused(written: "Written", folder: Path) -> int:
    """Say what was left alone; what could not be written is no success."""
    for path in written.foreign:
        click.echo(f"{folder / path}: not written, this file is not ours; move it or choose another place.", err=True)
    for path in written.edited:
        click.echo(f"{folder / path}: left as it is, it was edited by hand; delete it if it is not needed.", err=True)
    return USAGE if written.foreign or written.edited else CLEAN
