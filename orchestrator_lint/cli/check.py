"""`check`: policies in, findings out."""

import sys
from datetime import date
from typing import Any

import click

from orchestrator_lint.cli import CLEAN, FOUND, USAGE, fixing, options, outputs, selecting
from orchestrator_lint.cli.reported import reporting, show_files


@click.command("check")
@selecting.paths
@outputs.options
@click.option("--lang", type=click.Choice(["en", "de"]), help="Language of the output.  [default: en]")
@options.as_of
@click.option(
    "--profile",
    type=click.Choice(["starter", "standard", "assured"]),
    help="Rung of the ladder: what no decision may lack, what a well-kept policy says, what an auditor looks for.  "
    "[default: standard]",
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Ask only these: codes, their letters, names or frameworks, by commas.",
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these out; named as for --select.")
@click.option(
    "--confidence",
    type=click.Choice(["sure", "likely"]),
    help="`sure` leaves out rules that read texts and are likely at best.  [default: likely]",
)
@click.option("--strict-dates", is_flag=True, help="Let duties that the law does not impose yet weigh in full.")
@click.option("--no-exceptions", is_flag=True, help="Judge as if there were no waivers, no comments and no baseline.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 where a finding weighs at least so much.  [default: error]",
)
@click.option(
    "--calendar",
    type=click.Choice(["block", "report"]),
    help="Whether findings that only the passing of time causes count for the exit code.  [default: block]",
)
@fixing.options
@selecting.selection
@options.configuration
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
    form: str | None,
    written: tuple[str, ...],
    as_of: date | None,
    no_exceptions: bool,
    config: str | None,
    color: str,
    **given: Any,
) -> int:
    """Find gaps and contradictions in policies.

    PATHS are files or folders; by default those of the configuration, else the folder `policies`. Paths inside these
    are a part of that workspace: all of it is checked, and findings in the part are reported. Other paths are a
    workspace of their own. `-` is standard input. Below a folder every .yaml and .yml file counts that is not hidden.

    \b
      orchestrator-lint check                                 the folder policies
      orchestrator-lint check policies --lang de              findings in German
      orchestrator-lint check policies --as-of 2027-12-02     as of a day to come
      orchestrator-lint check --output sarif=findings.sarif   for code scanning, beside the text
      orchestrator-lint check policies --fail-on warning      stricter, for CI
      orchestrator-lint check policies --select OWN,gdpr      only some rules
      orchestrator-lint check policies --no-exceptions        without waivers, comments and baseline
      orchestrator-lint check policies/roles.yaml             what stands in one file
      orchestrator-lint check --changed-since main            what a branch touches or causes
      orchestrator-lint check policies --fix                  mend what is certain
      orchestrator-lint check --diff --unsafe                 show what would be mended, and what is to be filled in
      orchestrator-lint check - --stdin-name policies/roles.yaml < unsaved.yaml
    """
    given["language"] = given.pop("lang")
    asked = selecting.Asked.taken(given)
    fixes = fixing.Asked.taken(given, with_report=bool(form or written or asked.statistics or asked.quiet))
    plan = outputs.planned(form, written, asked.statistics)
    settings = options.configured(config, **given)
    selection = selecting.selected(paths, asked, settings)
    if asked.only_files:
        return show_files(selection)
    report_on = reporting(selection, asked.changed_since, as_of, settings, exceptions=not no_exceptions)
    colours = options.colours(color, sys.stdout)
    if fixes.diff:
        return fixing.show(fixing.mended(selection, report_on, fixes), colours)
    if fixes.fix:
        done = fixing.mended(selection, report_on, fixes)
        fixing.write(done, asked.quiet)
        report = done.after.report
    else:
        report = report_on(selection.read())
    if not (fixes.fix and selection.typed is not None):  # then the mended text stands on standard output
        outputs.write(report, plan, settings.value("language"), colours, asked.quiet, fixes.show)
    if not report.counts.files:
        click.echo("No policy was read: see the findings.", err=True)
        return USAGE
    limit = options.severity(settings.value("fail_on"))
    unread = report.counts.unread > 0
    found = limit is not None and report.blocks(limit, settings.value("calendar") == "block")
    return FOUND if found or (unread and limit is not None) else CLEAN
