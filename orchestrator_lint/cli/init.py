"""`init`: a few questions in, a governance repository out."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from orchestrator_lint.cli import CLEAN, options
from orchestrator_lint.cli.asking import can_ask
from orchestrator_lint.cli.ground import Ground, ground, origin
from orchestrator_lint.cli.interview import answers_of, checked_flags, interviewed
from orchestrator_lint.cli.remaining import remaining
from orchestrator_lint.configuration import NAME
from orchestrator_lint.model import IMPACTS, LEVELS, REVERSIBILITIES
from orchestrator_lint.starting import Answers, Setup, repository, undecided
from orchestrator_lint.writing import create_atomically

_WORDS = {
    "written": {"en": "Written in {folder}:", "de": "Geschrieben in {folder}:"},
    "nothing": {
        "en": "Nothing to write: everything is there already.",
        "de": "Nichts zu schreiben: Alles ist schon da.",
    },
    "left": {
        "en": "Left as they were, since they exist:",
        "de": "Unverändert gelassen, weil schon vorhanden:",
    },
    "show": {
        "en": "`orchestrator-lint init` in an empty folder shows what they would have said.",
        "de": "Was darin stünde, zeigt `orchestrator-lint init` in einem leeren Ordner.",
    },
    "unused": {
        "en": "Policies exist already, so these were not used: {names}.",
        "de": "Richtlinien gibt es schon, daher nicht verwendet: {names}.",
    },
    "below": {
        "en": "This folder lies inside a git repository. Hooks and CI are read only at its top: run `orchestrator-lint init` "
        "there as well.",
        "de": "Dieser Ordner liegt in einem git-Repository. Hooks und CI werden nur zuoberst gelesen: Rufen Sie "
        "`orchestrator-lint init` auch dort auf.",
    },
    "decide": {"en": "For a person to decide:", "de": "Was ein Mensch noch entscheiden muss:"},
    "next": {"en": "Next:", "de": "Als Nächstes:"},
}
_STEPS = {
    "enter": {"en": "cd {folder}", "de": "cd {folder}"},
    "git": {"en": "git init", "de": "git init"},
    "read": {
        "en": "orchestrator-lint check                          says what is still open",
        "de": "orchestrator-lint check                          sagt, was noch offen ist",
    },
    "hook": {
        "en": "git add -A && pre-commit install && git commit   from now on a gap stops a commit",
        "de": "git add -A && pre-commit install && git commit   ab jetzt hält eine Lücke den Commit an",
    },
    "new": {
        "en": "orchestrator-lint new decision SPACE/ID          adds the next decision",
        "de": "orchestrator-lint new decision RAUM/KENNUNG      legt die nächste Entscheidung an",
    },
}


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--lang", "language", type=click.Choice(["en", "de"]), help="Language of policies and findings.  [default: en]"
)
@click.option("--name", help="Name of the organisation.")
@click.option(
    "--public-body/--no-public-body", default=None, help="Whether it is a public body or provides public services."
)
@click.option("--frameworks", metavar="NAMES", help="What findings cite, by commas.  [default: eu-ai-act,gdpr]")
@click.option("--space", metavar="TITLE", help="First decision space.  [default: that on the use of AI]")
@click.option("--purpose", metavar="TEXT", help="What becomes better in it, and for whom.")
@click.option("--decision", metavar="TITLE", help="First decision in the space.")
@click.option("--owner", metavar="TITLE", help="The role that answers.  [default: head of the organisation]")
@click.option("--autonomy", type=click.Choice(LEVELS), help="How far AI may go in the decision.  [default: human-only]")
@click.option("--system", metavar="TITLE", help="The AI system that takes part in it.")
@click.option("--people", metavar="TEXT", help="What people do in it that the system cannot.")
@click.option("--affects", metavar="TITLE", help="The group of people whom it reaches.")
@click.option("--level", type=click.Choice(IMPACTS), help="How hard it hits them.")
@click.option("--reversibility", type=click.Choice(REVERSIBILITIES), help="Whether it can be undone.")
@click.option("--repo", metavar="ADDRESS", help="git repository of orchestrator-lint, for pre-commit and CI.")
@click.option("--rev", metavar="REV", help="Its version.  [default: the one of this command]")
@click.option("--no-input", is_flag=True, help="Ask nothing; what no option says stays open in the files.")
def command(folder: Path, no_input: bool, **given: Any) -> int:
    """Set up a governance repository in FOLDER (by default this one).

    Writes first policies, the configuration, a hook for pre-commit, CI for GitHub and GitLab, settings for editors and a
    README, then says what a person must still decide. No file that exists is changed; where policies exist, the rest is
    set up around them. Questions need a terminal: scripts answer by options and add --no-input.

    \b
      orchestrator-lint init                           asks, Enter takes what is proposed
      orchestrator-lint init governance --lang de      in a new folder, in German
      orchestrator-lint init --no-input --name "Musterbank eG" --no-public-body \\
          --space Lending --purpose "People get credit that they can carry" \\
          --decision "Raise a credit limit" --owner "Head of lending"
    """
    given = checked_flags(given)
    here = ground(folder)
    used = {name for name, value in given.items() if value is not None}
    given["language"] = given["language"] or _configured_language(folder)
    if can_ask(no_input):
        given = interviewed(given, not here.policies, origin())
    elif not given["repo"] and (known := origin()):
        given["repo"], given["rev"] = known
    answers = answers_of(given)
    setup = Setup(here.policies, here.folder, here.git != "below", _schemas(answers.language))
    written, left = _create(folder, repository(answers, setup))
    _told(folder, written, left, answers.language)
    if here.policies:
        _unused(used, answers.language)
    if here.git == "below":
        _say("below", answers.language)
    _open(folder, answers, setup, written)
    _next(folder, here, ".pre-commit-config.yaml" in written, answers.language)
    return CLEAN


def _configured_language(folder: Path) -> str | None:
    """Give the language that a configuration in the folder names; what is written beside it follows."""
    if not (folder / NAME).is_file():
        return None
    setting = options.configured(str(folder / NAME)).settings["language"]
    return None if setting.origin == "default" else str(setting.value)


def _schemas(language: str) -> dict[str, str]:
    from orchestrator_lint.language import policy_language
    from orchestrator_lint.shipped import shipped

    return {
        "schemas/policy.schema.json": policy_language().printed(language),
        "schemas/configuration.schema.json": shipped("schemas", "configuration.schema.json"),
    }


def _create(folder: Path, files: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Write what does not exist; where one file cannot be written, none is."""
    written: list[str] = []
    left: list[str] = []
    made: list[Path] = []
    path = folder
    try:
        for name, text in files.items():
            path = folder / name
            _make_folders(path.parent, made)
            if create_atomically(path, text.encode()):
                made.append(path)
                written.append(name)
            else:
                left.append(name)
    except OSError as error:
        _undo(made)
        raise click.UsageError(f"{_shown(path)}: {error.strerror}. Nothing was written.") from None
    except BaseException:
        _undo(made)
        raise
    return written, left


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(exist_ok=True)
        made.append(place)


def _undo(made: list[Path]) -> None:
    for path in reversed(made):
        with contextlib.suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                path.unlink()


def _say(name: str, language: str, **values: str) -> None:
    click.echo(_WORDS[name][language].format(**values))


def _told(folder: Path, written: list[str], left: list[str], language: str) -> None:
    click.echo()
    if written:
        _say("written", language, folder=_shown(folder))
        for name in written:
            click.echo(f"  {name}")
    else:
        _say("nothing", language)
    if left:
        _say("left", language)
        for name in left:
            click.echo(f"  {name}")
        _say("show", language)


def _unused(used: set[str], language: str) -> None:
    names = sorted(f"--{name.replace('_', '-')}" for name in used - {"language", "repo", "rev"})
    if names:
        _say("unused", language, names=", ".join(names))


def _open(folder: Path, answers: Answers, setup: Setup, written: list[str]) -> None:
    """List what only a person can say: what was left open, and what `check` finds."""
    language = answers.language
    lines: dict[bool, list[str]] = {True: [], False: []}
    for item in undecided(answers, setup):
        if item.path in written:
            line = f"{_shown(folder / item.path)}: {item.text.to(language)}"
            lines[item.path.startswith(f"{setup.folder}/")].append(line)
    settings = options.configured(str(folder / NAME))
    paths = tuple(options.from_here(folder / path) for path in setup.policies or (setup.folder,))
    told = [*lines[True], *remaining(paths, settings, language), *lines[False]]
    if told:
        click.echo()
        _say("decide", language)
        for line in told:
            click.echo(f"  {line}")


def _next(folder: Path, here: Ground, hook: bool, language: str) -> None:
    steps = ["enter"] if _shown(folder) != "." else []
    steps += ["git"] if here.git == "none" else []
    steps += ["read", *(["hook"] if hook else []), "new"]
    click.echo()
    _say("next", language)
    for number, name in enumerate(steps, 1):
        click.echo(f"  {number}. {_STEPS[name][language].format(folder=_shown(folder))}")


def _shown(path: Path) -> str:
    return options.from_here(path) if not path.is_absolute() else path.as_posix()
