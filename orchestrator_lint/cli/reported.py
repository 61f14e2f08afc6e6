"""A Selection in, the report on the part that was asked for out; or what a run would read."""

from collections.abc import Callable, Sequence
from datetime import date

import click

from orchestrator_lint.cli import CLEAN
from orchestrator_lint.cli.reading import baseline_of, judged
from orchestrator_lint.cli.selecting import Selection
from orchestrator_lint.configuration import Configuration
from orchestrator_lint.judging import Baseline, Report, State, in_files, since
from orchestrator_lint.sources import Source, collect_at, merge_base, passed_over

_WHY = {
    "hidden": "hidden: its name begins with a dot",
    "link": "a link to a file that is read",
    "untracked": "git does not track it",
}


def reporting(
    selection: Selection, ref: str | None, as_of: date | None, settings: Configuration, exceptions: bool
) -> Callable[[Sequence[Source]], Report]:
    """Give what checks a whole workspace, and leaves in the findings that the selection and the change since `ref` ask for.

    Raises UsageError where nobody can tell what changed.
    """
    known = baseline_of(selection.paths, settings) if exceptions else None
    before = _past(selection, ref, as_of, settings, exceptions, known)

    def report_on(sources: Sequence[Source]) -> Report:
        now = _state(sources, as_of, settings, exceptions, known)
        report = since(before, now, ref) if before is not None and ref is not None else now.report
        files = selection.files()
        return report if files is None else in_files(report, files, selection.named or tuple(sorted(files)))

    return report_on


def _past(
    selection: Selection,
    ref: str | None,
    as_of: date | None,
    settings: Configuration,
    exceptions: bool,
    known: Baseline | None,
) -> State | None:
    """The workspace as it was at `ref`."""
    if ref is None:
        return None
    # then nothing of the baseline was stale: what the change mended is what it causes
    old = known._replace(covers_all=False) if known is not None else None
    return _state(_before(selection, ref), as_of, settings, exceptions, old)


def show_files(selection: Selection) -> int:
    """List the files that would be read, a line each; and apart from them, on standard error, those that would not."""
    read = selection.read()
    for source in read:
        if not source.fault:
            click.echo(source.path)
    for source in read:
        if source.fault:
            click.echo(f"{source.path}: cannot be read ({source.fault})", err=True)
    others = passed_over(selection.paths, [source.path for source in read])
    for path, why in others:
        if why in _WHY:
            click.echo(f"{path}: not read, {_WHY[why]}", err=True)
    endings = sum(why not in _WHY for _, why in others)
    if endings:
        which = "1 file with another ending" if endings == 1 else f"{endings} files with other endings"
        click.echo(f"{which} than .yaml or .yml: not read", err=True)
    return CLEAN


def _state(
    sources: Sequence[Source], as_of: date | None, settings: Configuration, exceptions: bool, known: Baseline | None
) -> State:
    done = judged(sources, as_of, settings, exceptions, known)
    return State({source.path: source.data for source in sources}, done.workspace, done.report)


def _before(selection: Selection, ref: str) -> list[Source]:
    try:
        return collect_at(selection.paths, merge_base(selection.paths or (".",), ref))
    except ValueError as error:
        raise click.UsageError(f"--changed-since: {error}") from None
