"""`init`: a few answers in, a governance repository that checks itself out."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from orchestrator_lint.cli import CLEAN
from orchestrator_lint.cli.asking import answered, asks
from orchestrator_lint.problems import Text
from orchestrator_lint.sources import collect
from orchestrator_lint.starting import Answers, Field, Setup, repository, undecided
from orchestrator_lint.starting import answers as asked

_SHOWN = 8
_WRITTEN = Text("written    ", "geschrieben")
_LEFT = Text("left alone  {path}: it exists already", "belassen    {path}: gibt es schon")
_OPEN = Text("Still to be decided by a person:", "Das muss noch ein Mensch entscheiden:")
_MORE = Text("  - and {count} more: `orchestrator-lint check`", "  - und {count} weitere: `orchestrator-lint check`")
_NEXT = Text("Next: {command}", "Als Nächstes: {command}")


@click.command("init")
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--lang", "language", type=click.Choice(["en", "de"]), help="Language of policies, findings and questions."
)
@click.option("--name", help="Name of the organisation.")
@click.option("--public-body/--no-public-body", "public_body", default=None, help="Whether it is a public body.")
@click.option(
    "--frameworks", metavar="NAMES", help="Frameworks that findings cite, by commas.  [default: eu-ai-act,gdpr]"
)
@click.option("--space", metavar="TITLE", help="First decision space.")
@click.option("--purpose", help="What becomes better there, and for whom.")
@click.option("--decision", metavar="TITLE", help="First decision in it.")
@click.option("--owner", metavar="TITLE", help="Role that answers for it.")
@click.option(
    "--autonomy", type=click.Choice(asked.AUTONOMY.words), help="How far AI may go in it.  [default: human-only]"
)
@click.option("--system", metavar="TITLE", help="AI system that takes part.")
@click.option("--people", metavar="TEXT", help="What people do that it cannot.")
@click.option("--affects", metavar="TITLE", help="Group of people whom the decision reaches.")
@click.option("--level", type=click.Choice(asked.IMPACT.words), help="How hard it hits them.")
@click.option("--reversibility", type=click.Choice(asked.UNDONE.words), help="Whether it can be undone.")
@click.option("--repo", metavar="URL", help="Git repository from which pre-commit and CI get orchestrator-lint.")
@click.option("--rev", metavar="TAG", help="Version of it; by default that of this installation.")
@click.option("--no-input", is_flag=True, help="Ask nothing; what no option says stays open in the files.")
def command(folder: Path, no_input: bool, **given: Any) -> int:
    """Set up a governance repository.

    Writes first policies, the configuration, hooks for pre-commit, pipelines for GitHub and GitLab, settings for editors,
    and a README with the next three steps. What exists already is left alone; where there are policies, only the rest
    is set up. At the end it says what a person must still decide.

    \b
      orchestrator-lint init                                   asks
      orchestrator-lint init --no-input --name "Example Bank"  for scripts
    """
    ask = asks(no_input)
    setup = _setup(folder)
    answers = _answers(given, setup, ask)
    setup = setup._replace(schemas=_schemas(answers.language))
    written, left = _written(repository(answers, setup), folder)
    for path in written:
        click.echo(f"{_WRITTEN.to(answers.language)} {path}")
    for path in left:
        click.echo(_LEFT.to(answers.language).format(path=path))
    _still_open(answers, setup, folder)
    return CLEAN


def _setup(folder: Path) -> Setup:
    """See what is there: policies, and whether the folder is the top of its git repository."""
    policies = ("policies",) if collect([str(folder / "policies")]) and (folder / "policies").is_dir() else ()
    above = [place for place in (folder.resolve(), *folder.resolve().parents) if (place / ".git").exists()]
    return Setup(policies, hooks=not above or above[0] == folder.resolve())


def _schemas(language: str) -> dict[str, str]:
    from orchestrator_lint.language import policy_language
    from orchestrator_lint.shipped import shipped

    return {
        "schemas/policy.schema.json": policy_language().printed(language),
        "schemas/configuration.schema.json": shipped("schemas", "configuration.schema.json"),
    }


def _answers(given: Mapping[str, Any], setup: Setup, ask: bool) -> Answers:
    known = {key: value for key, value in given.items() if value is not None}
    if ask:
        known = _asked(known, setup)
    frameworks = known.pop("frameworks", None)
    if frameworks is not None:
        known["frameworks"] = tuple(word.strip() for word in str(frameworks).split(",") if word.strip())
    return Answers(**known)


def _asked(known: dict[str, Any], setup: Setup) -> dict[str, Any]:
    """Ask what no option says; each question only where it makes sense."""

    def ask(field: Field, name: str) -> None:
        if name not in known:
            said = answered(field, str(known.get("language") or "en"))
            if said is not None:
                known[name] = {"yes": True, "no": False}.get(said, said) if name == "public_body" else said

    ask(asked.LANGUAGE, "language")
    if not setup.policies:
        for field in (asked.NAME, asked.PUBLIC_BODY, asked.FRAMEWORKS, asked.SPACE):
            ask(field, field.name)
        if "space" in known:
            for field in (asked.PURPOSE, asked.DECISION, asked.OWNER):
                ask(field, field.name)
        if "decision" in known:
            _asked_of_decision(known, ask)
    if setup.hooks:
        ask(asked.REPO, "repo")
    return known


def _asked_of_decision(known: dict[str, Any], ask: Any) -> None:
    ask(asked.AUTONOMY, "autonomy")
    if known.get("autonomy", asked.AUTONOMY.default) != asked.AUTONOMY.default:
        ask(asked.SYSTEM, "system")
    for field in (asked.PEOPLE, asked.AFFECTS, asked.IMPACT, asked.UNDONE):
        ask(field, field.name)


def _written(files: Mapping[str, str], folder: Path) -> tuple[list[str], list[str]]:
    """Write what is not there yet."""
    from orchestrator_lint.writing import write_atomically

    written, left = [], []
    for path, text in files.items():
        target = folder / path
        if os.path.lexists(target):
            left.append(path)
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, text.encode())
        except OSError as error:
            raise click.UsageError(f"{path}: {error.strerror}") from None
        written.append(path)
    return written, left


def _still_open(answers: Answers, setup: Setup, folder: Path) -> None:
    """Name what a person must still decide: what the check finds, and what no rule asks for."""
    open_points = [f"{item.path}: {item.text.to(answers.language)}" for item in undecided(answers, setup)]
    found = _found(folder, setup, answers.language)
    points = [*found, *open_points]
    click.echo()
    if points:
        click.echo(_OPEN.to(answers.language))
    for point in points[:_SHOWN]:
        click.echo(f"  - {point}")
    if len(points) > _SHOWN:
        click.echo(_MORE.to(answers.language).format(count=len(points) - _SHOWN))
    where = "" if folder == Path() else f"cd {folder} && "
    click.echo(_NEXT.to(answers.language).format(command=f"{where}orchestrator-lint check"))


def _found(folder: Path, setup: Setup, language: str) -> list[str]:
    from datetime import date

    from orchestrator_lint.journey import check
    from orchestrator_lint.judging import Choice

    today = date.today()  # noqa: DTZ011 - the day where the user is
    profile = "standard" if setup.policies else "starter"
    report = check(collect([str(folder / "policies")]), today, choice=Choice(profile=profile)).report
    ranked = (report.findings[position] for position in report.ranked)
    return [
        f"{Path(os.path.relpath(finding.location.path, folder)).as_posix()}:{finding.location.line}: {finding.card.title.to(language)} ({finding.card.code})"
        for finding in ranked
    ]
