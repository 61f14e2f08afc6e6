"""`baseline`: what stands today in, a file that takes it out of the count out; it only shrinks."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestrator_lint.cli import CLEAN, options
from orchestrator_lint.cli.reading import baseline_file, baseline_of, gathered, judged
from orchestrator_lint.configuration import written_baseline
from orchestrator_lint.judging import Baseline, Entry, Finding, Report, may_be_old, taken_in
from orchestrator_lint.writing import write_atomically

if TYPE_CHECKING:
    from orchestrator_lint.configuration import Configuration

_SHOWN = 10


@click.group("baseline", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Take old findings out of the count, for a while and in sight.

    A baseline holds the findings that stand today, so that only new ones count. It grants nothing: old findings stay
    in every report, no rung of the ladder is reached with them, and the file only shrinks. It lies beside the
    configuration, where `baseline` may name another; commit it.

    \b
      orchestrator-lint baseline create         once, when you begin
      orchestrator-lint baseline update         after mending something
    """


@command.command("create")
@options.as_of
@options.tracked
@options.configuration
def create(as_of: date | None, tracked: bool, config: str | None) -> int:
    """Write a baseline with everything that the configured policies have open today.

    What cannot be read or has the wrong shape is no old finding: it has to be mended.
    """
    settings = options.configured(config)
    file = baseline_file(settings)
    if file.exists():
        raise click.UsageError(
            f"{options.from_here(file)} is there already; `orchestrator-lint baseline update` shortens it."
        )
    report = _report(as_of, tracked, settings, None)
    known = taken_in((), _entries(report.findings, report.as_of, ""))
    _write(file, known)
    click.echo(f"{options.from_here(file)}: {_findings(len(known))} taken in, as of {report.as_of}.")
    _tell(
        report.findings,
        known,
        "cannot stand in a baseline and has to be mended",
        "cannot stand in a baseline and have to be mended",
    )
    return CLEAN


@command.command("update")
@options.as_of
@options.tracked
@options.configuration
@click.option(
    "--add",
    multiple=True,
    metavar="FINDING",
    help="Take a new finding in: its RULE, RULE:OBJECT, or its fingerprint, as --format json shows it.",
)
@click.option("--because", default="", metavar="REASON", help="Why it is taken in; --add asks for it.")
def update(as_of: date | None, tracked: bool, config: str | None, add: tuple[str, ...], because: str) -> int:
    """Take out of the baseline what is mended. It grows only by what --add names, with a reason.

    \b
      orchestrator-lint baseline update
      orchestrator-lint baseline update --add SAF001:lending/raise-limit --because "The switch comes in January."
    """
    if bool(add) != bool(because.strip()):
        raise click.UsageError("--add and --because go together: a finding is taken in with the reason why.")
    settings = options.configured(config)
    file = baseline_file(settings)
    if not file.exists():
        raise click.UsageError(
            f"There is no {options.from_here(file)} yet; `orchestrator-lint baseline create` writes it."
        )
    before = baseline_of(options.policies((), settings), settings)
    report = _report(as_of, tracked, settings, before)
    added = [finding for word in add for finding in _named(word, report.findings)]
    known = taken_in(report.baseline, _entries(added, report.as_of, because.strip()))
    _write(file, known)
    click.echo(
        f"{options.from_here(file)}: {_findings(len(before.entries) if before else 0)} before, {_findings(len(known))} now."
    )
    _tell(report.findings, known, "is not in it and counts", "are not in it and count")
    return CLEAN


def _report(as_of: date | None, tracked: bool, settings: "Configuration", known: Baseline | None) -> Report:
    report = judged(gathered(options.policies((), settings), tracked), as_of, settings, known=known).report
    if report.counts.unread or report.not_possible or not report.counts.files:
        raise click.UsageError(
            "Not everything could be checked, so nobody can say what stands: `orchestrator-lint check` says why."
        )
    return report


def _entries(findings: Iterable[Finding], day: date, because: str) -> list[Entry]:
    return [
        Entry(found.card.code, found.about, found.fingerprint, found.names, found.decisions, day, because)
        for found in findings
        if may_be_old(found.card)
    ]


def _named(word: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that stand and that `--add` means by a word."""
    rule, _, about = word.partition(":")
    found = [
        finding
        for finding in findings
        if word == finding.fingerprint
        or (rule.lower() in (finding.card.code.lower(), finding.card.name) and about in ("", finding.about))
    ]
    if not found:
        raise click.BadParameter(f"No finding that stands is called '{word}'.", param_hint="--add")
    fixed = next((finding.card for finding in found if not may_be_old(finding.card)), None)
    if fixed is not None:
        raise click.BadParameter(f"{fixed.code} {fixed.name} cannot stand in a baseline; mend it.", param_hint="--add")
    return found


def _tell(findings: Sequence[Finding], known: Sequence[Entry], one: str, many: str) -> None:
    """Name what stands beside the baseline; stale entries are gone with this run."""
    held = {entry.fingerprint for entry in known}
    left = [
        finding for finding in findings if finding.fingerprint not in held and finding.card.name != "baseline-stale"
    ]
    if left:
        click.echo(f"{_findings(len(left))} {one if len(left) == 1 else many}:")
    for finding in left[:_SHOWN]:
        click.echo(
            f"  {finding.card.code} {finding.card.name}: {finding.about} ({finding.location.path}:{finding.location.line})"
        )
    if len(left) > _SHOWN:
        click.echo(f"  and {len(left) - _SHOWN:,} more: `orchestrator-lint check` shows all")


def _findings(number: int) -> str:
    return "1 finding" if number == 1 else f"{number:,} findings"


def _write(file: Path, known: Iterable[Entry]) -> None:
    try:
        write_atomically(file, written_baseline(known))
    except OSError as error:
        raise click.UsageError(f"{options.from_here(file)}: {error.strerror}") from None
