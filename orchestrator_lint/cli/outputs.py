"""A report in, written in every format that was asked for: on standard output, and into files."""

import os
import stat
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import click

from orchestrator_lint.judging import Report

FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "csv")
_COUNTED = ("text", "json")
_STDOUT = "-"
_STEP_SUMMARY = "GITHUB_STEP_SUMMARY"  # the file that GitHub shows on the page of the run


class Output(NamedTuple):
    """A format, and the file that it goes into; without a file it goes to standard output. `counted`: numbers only."""

    form: str
    path: Path | None = None
    counted: bool = False


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--format` and `--output`."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="Format on standard output: text for people, concise for editors, json for programs, sarif for code scanning, "
        "github for annotations, gitlab for Code Quality, junit, markdown for a pull request, csv for a spreadsheet.  "
        "[default: text]",
    )
    output = click.option(
        "--output",
        "-o",
        "written",
        multiple=True,
        metavar="FORMAT=FILE",
        help="Write a format into a file as well; may be given several times. The file `-` is standard output.",
    )
    return form(output(command))


def planned(form: str | None, written: Sequence[str], statistics: bool = False) -> tuple[Output, ...]:
    """Give what is to be written, standard output last; with `statistics` numbers only, which text and JSON can say.

    Raises UsageError for an unknown format, a folder that is missing, and a place that is given twice.
    """
    outputs = [_read(text) for text in written]
    if form is not None or all(output.path for output in outputs):
        outputs.append(Output(form or "text"))
    other = next((output.form for output in outputs if output.form not in _COUNTED), None)
    if statistics and other is not None:
        raise click.UsageError(f"--statistics is text or json, not {other}.")
    taken: dict[str, str] = {}
    for output in outputs:
        place = os.path.realpath(output.path) if output.path else _STDOUT
        if place in taken:
            name = f"'{output.path}'" if output.path else "standard output"
            raise click.UsageError(f"{taken[place]} and {output.form} would both go to {name}: give one another file.")
        taken[place] = output.form
    return tuple(output._replace(counted=statistics) for output in sorted(outputs, key=lambda each: each.path is None))


def write(
    report: Report,
    outputs: Sequence[Output],
    language: str,
    colour: bool,
    quiet: bool = False,
    show_fixes: bool = False,
) -> None:
    """Write the report; files first, so that none is missing where the reader of standard output leaves.

    `quiet` leaves out of texts what is no finding. Files are replaced as a whole, in UTF-8. Raises UsageError where one cannot be written.
    """
    for form, path, counted in outputs:
        if form == "text" and not counted:
            text = _text(report, language, colour and path is None, quiet, show_fixes)
        elif counted:
            text = _counted(form, report, language, colour and path is None, quiet)
        else:
            text = _rendered(form, report, language)
        if path is not None:
            _put(path, text)
            continue
        if form == "github" and os.environ.get(_STEP_SUMMARY):
            _append(Path(os.environ[_STEP_SUMMARY]), _rendered("markdown", report, language))
        sys.stdout.write(text)


def _read(written: str) -> Output:
    form, equals, name = written.partition("=")
    if form not in FORMATS:
        from orchestrator_lint.language import nearest

        near = nearest(form, FORMATS)
        hint = f"Did you mean '{near}'?" if near else f"There are: {', '.join(FORMATS)}."
        raise click.BadParameter(f"'{form}' is no format. {hint}", param_hint="--output")
    if not equals or not name:
        raise click.BadParameter(
            f"'{written}' names no file; write {form}=FILE, or --format {form} for standard output.",
            param_hint="--output",
        )
    if name == _STDOUT:
        return Output(form)
    path = Path(name)
    if os.path.isdir(path):
        raise click.BadParameter(f"'{name}' is a folder; name a file in it.", param_hint="--output")
    if not os.path.isdir(path.parent):
        raise click.BadParameter(f"The folder '{path.parent}' does not exist.", param_hint="--output")
    if path.suffix.lower() in (".yaml", ".yml"):
        raise click.BadParameter(
            f"'{name}' may be a policy, and no report is YAML: name another file.", param_hint="--output"
        )
    return Output(form, path)


def _rendered(form: str, report: Report, language: str) -> str:
    return str(import_module(f"orchestrator_lint.reports.{form}").render(report, language))


def _text(report: Report, language: str, colour: bool, quiet: bool, show_fixes: bool) -> str:
    from orchestrator_lint.reports import text
    from orchestrator_lint.reports.paint import Paint

    return text.render(report, language, Paint(colour), quiet=quiet, show_fixes=show_fixes)


def _counted(form: str, report: Report, language: str, colour: bool, quiet: bool) -> str:
    from orchestrator_lint.reports import statistics
    from orchestrator_lint.reports.paint import Paint

    if form == "json":
        return statistics.render_json(report)
    return statistics.render(report, language, Paint(colour), quiet=quiet)


def _put(path: Path, text: str) -> None:
    from orchestrator_lint.writing import write_atomically

    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            path.write_bytes(data)  # a pipe or a device cannot be replaced
        else:
            write_atomically(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise click.UsageError(f"'{path}' cannot be written: {error.strerror}.") from None


def _append(path: Path, text: str) -> None:
    try:
        with path.open("ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise click.UsageError(f"{_STEP_SUMMARY}: '{path}' cannot be written: {error.strerror}.") from None
