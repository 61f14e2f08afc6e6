"""`check`: policies in, findings out."""

import sys
from datetime import date

import click

from orchestrator_lint.cli import CLEAN, FOUND, USAGE, options
from orchestrator_lint.cli.reading import checked
from orchestrator_lint.journey import cards
from orchestrator_lint.judging import Report


@click.command("check")
@options.paths
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, sarif for code scanning.",
)
@options.lang
@options.as_of
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 where a finding weighs at least so much.",
)
@click.option(
    "--calendar",
    type=click.Choice(["block", "report"]),
    default="block",
    show_default=True,
    help="Whether findings that only the passing of time causes count for the exit code.",
)
@options.tracked
@click.option(
    "--color",
    "--colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour in text output.",
)
def command(
    paths: tuple[str, ...],
    form: str,
    lang: str,
    as_of: date | None,
    fail_on: str,
    calendar: str,
    tracked: bool,
    color: str,
) -> int:
    """Find gaps and contradictions in policies.

    PATHS are files or folders, all together one workspace; by default the folder `policies`. Below a folder
    every .yaml and .yml file counts that is not hidden.

    \b
      orchestrator-lint check                                 the folder policies
      orchestrator-lint check policies --lang de              findings in German
      orchestrator-lint check policies --as-of 2027-12-02     as of a day to come
      orchestrator-lint check policies --format sarif > findings.sarif
      orchestrator-lint check policies --fail-on warning      stricter, for CI
    """
    report = checked(paths, as_of, tracked).report
    sys.stdout.write(_written(report, form, lang, options.colours(color, sys.stdout)))
    if not report.counts.files:
        click.echo("No policy was read: see the findings.", err=True)
        return USAGE
    limit = options.severity(fail_on)
    unread = report.counts.unread > 0
    found = limit is not None and report.blocks(limit, calendar == "block")
    return FOUND if found or (unread and limit is not None) else CLEAN


def _written(report: Report, form: str, lang: str, colour: bool) -> str:
    if form == "json":
        from orchestrator_lint.reports import json

        return json.render(report, lang)
    if form == "sarif":
        from orchestrator_lint.reports import sarif

        return sarif.render(report, cards(), lang)
    from orchestrator_lint.reports import text
    from orchestrator_lint.reports.paint import Paint

    return text.render(report, lang, Paint(colour))
