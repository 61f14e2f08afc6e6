"""`new`: a kind and an id in, a draft in the right file out."""

import codecs
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orchestrator_lint.cli import CLEAN, options
from orchestrator_lint.cli.asking import all_answered, asks
from orchestrator_lint.language import nearest, policy_language
from orchestrator_lint.problems import Text
from orchestrator_lint.sources import Source, collect
from orchestrator_lint.starting import KINDS, Added, Beginnings, Field, Kind, Refusal, added, beginnings, draft
from orchestrator_lint.starting.placing import checked_id

if TYPE_CHECKING:
    from orchestrator_lint.configuration import Configuration

_SHOWN = 5
_ADDED = Text("{path}:{line}: {kind} {id} added as a draft.", "{path}:{line}: {kind} {id} als Entwurf angelegt.")
_ADDED_NEW = Text(
    "{path}:{line}: {kind} {id} added as a draft, in a new file.",
    "{path}:{line}: {kind} {id} als Entwurf angelegt, in einer neuen Datei.",
)
_OPEN = Text("  still open: {title} ({where})", "  noch offen: {title} ({where})")
_MORE = Text(
    "  and {count} more: `orchestrator-lint check {path}`", "  und {count} weitere: `orchestrator-lint check {path}`"
)
_QUESTIONS = Text(
    "Lines that begin with # are questions; delete those that do not matter here.",
    "Zeilen, die mit # beginnen, sind Fragen; löschen Sie, was hier keine Rolle spielt.",
)


@click.group("new", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Add a space, a decision, a role … as a draft, with comments that teach.

    It goes into the file where its like stand, and no other byte changes. Afterwards the command says what a person must
    still decide.

    \b
      orchestrator-lint new space hiring
      orchestrator-lint new decision hiring/invite
      orchestrator-lint new role head-of-hiring --title "Head of hiring" --no-input
    """


def _of_kind(name: str, kind: Kind) -> click.Command:
    def run(id: str, language: str | None, no_input: bool, config: str | None, **given: Any) -> int:
        return _new(name, kind, id, language, no_input, config, given)

    made: Callable[..., Any] = run
    for field in reversed(kind.fields):
        words = click.Choice(field.words) if field.words else None
        made = click.option(f"--{field.name.replace('_', '-')}", field.name, type=words, help=f"{field.ask.en}.")(made)
    made = click.option(
        "--lang", "language", type=click.Choice(["en", "de"]), help="Language of questions and comments."
    )(made)
    made = click.option("--no-input", is_flag=True, help="Ask nothing; what no option says stays open.")(made)
    address = "SPACE/ID" if name == "decision" else "ID"
    made = click.argument("id", metavar=address)(options.configuration(made))
    return click.command(name, help=f"Add a {kind.title.en} as a draft.")(made)


def _new(
    name: str, kind: Kind, id: str, language: str | None, no_input: bool, config: str | None, given: Mapping[str, Any]
) -> int:
    settings = options.configured(config)
    paths = options.policies((), settings)
    sources = collect(paths)
    try:
        known = beginnings(sources, policy_language().sections)
        spoken = language or known.language or settings.value("language")
        pointer = checked_id(name, id, known)
        for field in kind.fields:
            _demand(field, given.get(field.name), known)
        facts = all_answered(
            kind.fields, given, spoken, asks(no_input), lambda field: lambda text: _fault(field, text, known)
        )
        folder = next((path for path in paths if Path(path).is_dir()), str(Path(paths[0]).parent))
        done = added(pointer, draft(name, facts, spoken), known, folder, _taken(folder, sources))
    except Refusal as refusal:
        said = refusal.message(language or settings.value("language"))
        raise click.UsageError(f"{said[:1].upper()}{said[1:]}") from None
    _write(done, sources)
    text = (_ADDED_NEW if done.new else _ADDED).to(spoken)
    click.echo(text.format(path=done.path, line=done.first, kind=kind.title.to(spoken), id=id))
    _still_open(done, id if name == "decision" else f"{kind.section}/{id}", settings, spoken)
    return CLEAN


def _fault(field: Field, text: str, known: Beginnings) -> str | None:
    """What is wrong with an id that refers to something."""
    if not field.refers:
        return None
    if field.refers == "rules":
        from orchestrator_lint.journey import cards

        ids: list[str] = [word for card in cards().values() if card.waivable for word in (card.name, card.code)]
    else:
        ids = sorted(known.ids[field.refers])
    if text in ids:
        return None
    near = nearest(text, ids)
    hint = (
        f" Did you mean '{near}'?"
        if near
        else f" There are: {', '.join(ids[:_SHOWN])}."
        if ids
        else " There is none yet."
    )
    return f"There is no '{text}' in {field.refers}.{hint}"


def _demand(field: Field, given: str | None, known: Beginnings) -> None:
    fault = _fault(field, given, known) if given else None
    if fault:
        raise click.BadParameter(fault, param_hint=f"--{field.name.replace('_', '-')}")


def _taken(folder: str, sources: list[Source]) -> set[str]:
    """The YAML files below the folder that are no policies."""
    there = (path.as_posix() for path in Path(folder).rglob("*") if path.suffix in (".yaml", ".yml"))
    return set(there) - {source.path for source in sources} | {source.path for source in sources if source.fault}


def _write(done: Added, sources: list[Source]) -> None:
    from orchestrator_lint.writing import write_atomically

    before = next((source.data for source in sources if source.path == done.path), b"")
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    path = Path(done.path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path.resolve(), mark + done.text.encode())
    except OSError as error:
        raise click.UsageError(f"{done.path}: {error.strerror}") from None


def _still_open(done: Added, address: str, settings: "Configuration", language: str) -> None:
    """Say what the check asks of the new entry, and that lines with # are open questions."""
    from orchestrator_lint.cli.reading import checked

    report = checked(options.policies((), settings), None, False, settings).report
    found = [report.findings[position] for position in report.ranked]
    own = [finding for finding in found if finding.about == address or address in finding.decisions]
    for finding in own[:_SHOWN]:
        where = f"{finding.card.code}, {finding.location.path}:{finding.location.line}"
        click.echo(_OPEN.to(language).format(title=finding.card.title.to(language), where=where))
    if len(own) > _SHOWN:
        click.echo(_MORE.to(language).format(count=len(own) - _SHOWN, path=done.path))
    click.echo(_QUESTIONS.to(language))


for _name, _kind in KINDS.items():
    command.add_command(_of_kind(_name, _kind))
