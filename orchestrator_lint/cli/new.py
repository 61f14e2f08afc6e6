"""`new`: the kind and the id of something in, its draft in the policies out."""

import codecs
import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orchestrator_lint.cli import CLEAN, options
from orchestrator_lint.cli.asking import asked, can_ask, one_of
from orchestrator_lint.cli.remaining import remaining
from orchestrator_lint.starting import KINDS, Added, Beginnings, Field, Refusal, added, beginnings, checked_id, draft
from orchestrator_lint.writing import create_atomically, write_atomically

if TYPE_CHECKING:
    from orchestrator_lint.configuration import Configuration
    from orchestrator_lint.judging import Finding
    from orchestrator_lint.model import Rule

_ADDED = {"en": "{place}: {kind} `{id}`, a draft", "de": "{place}: {kind} `{id}` als Entwurf"}
_OPEN = {
    "en": "Lines that begin with # are open questions. ",
    "de": "Zeilen, die mit # beginnen, sind offene Fragen. ",
}
_DECIDE = {"en": "`check` already asks:", "de": "Schon jetzt fragt `check`:"}
_CLEAN = {"en": "`check` asks nothing about it yet.", "de": "`check` fragt dazu noch nichts."}
_SHOWN = {
    "space": "lending",
    "decision": "lending/raise-limit",
    "role": "head-of-lending",
    "system": "repayment-score",
    "dataset": "credit-file",
    "guardrail": "no-unexplained-refusal",
    "principle": "dignity-first",
    "waiver": "w-2026-001",
}


@click.group("new")
def command() -> None:
    """Add one space, decision, role, … to the policies as a draft with comments that teach.

    It goes where it belongs, and no other byte of the file changes: a decision into the file of its space, the rest to
    the others of its kind. The comments are in the first language of the organisation. A few facts are asked on a
    terminal; scripts give them by options and add --no-input. What is left out stays open as a comment.

    \b
      orchestrator-lint new space lending
      orchestrator-lint new decision lending/raise-limit
      orchestrator-lint new role head-of-lending --title "Head of lending" --no-input
    """


def _add_kind(kind: str) -> None:
    metavar = "SPACE/ID" if kind == "decision" else "ID"

    def run(id: str, language: str | None, no_input: bool, config: str | None, **given: str | None) -> int:
        return _add(kind, id, given, language, no_input, options.configured(config))

    run.__doc__ = f"Add a {KINDS[kind].title.en}, such as `{_SHOWN[kind]}`, as a draft."
    made: Callable[..., Any] = options.configuration(run)
    made = click.option(
        "--lang", "language", type=click.Choice(["en", "de"]), help="Language of questions and comments."
    )(made)
    made = click.option("--no-input", is_flag=True, help="Ask nothing; what no option says stays open.")(made)
    for field in reversed(KINDS[kind].fields):
        default = f"  [default: {field.default}]" if field.default else ""
        made = click.option(
            f"--{field.name.replace('_', '-')}",
            field.name,
            type=click.Choice(field.words) if field.words else str,
            metavar=None if field.words else "ID" if field.refers else "TEXT",
            help=f"{field.ask.en}{default}",
        )(made)
    command.command(kind)(click.argument("id", metavar=metavar)(made))


for _kind in KINDS:
    _add_kind(_kind)


def _add(
    kind: str, id: str, given: dict[str, str | None], wanted: str | None, no_input: bool, settings: "Configuration"
) -> int:
    from orchestrator_lint.language import policy_language
    from orchestrator_lint.sources import collect

    paths = options.policies((), settings)
    language = wanted or str(settings.value("language"))
    asking = can_ask(no_input)
    try:
        known = beginnings(collect(paths), policy_language().sections)
        if not known.policies:
            raise click.UsageError("There are no policies here yet: `orchestrator-lint init` sets them up.")
        language = wanted or known.language or language
        pointer = checked_id(kind, id, known)
        facts = _facts(kind, given, known, asking, language, settings.own_rules)
        done = added(pointer, draft(kind, facts, language), known, _folder(paths), os.path.lexists)
    except Refusal as refusal:
        raise click.UsageError(_sentence(refusal.message(language))) from None
    _write(done)
    click.echo(_ADDED[language].format(place=f"{done.path}:{done.first}", kind=KINDS[kind].title.to(language), id=id))
    _told(done, id, f"{pointer[0]}/{id}", paths, settings, language)
    return CLEAN


def _facts(
    kind: str,
    given: dict[str, str | None],
    known: Beginnings,
    asking: bool,
    language: str,
    own: "Sequence[Rule]",
) -> dict[str, str | None]:
    """Take what options say, and ask for the rest; every answer is checked against what exists."""
    facts = {name: " ".join(value.split()) or None if value else None for name, value in given.items()}
    if facts.get("system") and (facts.get("autonomy") or "human-only") == "human-only":
        raise click.UsageError("--system takes part in the decision: say with --autonomy how far it may go.")
    for field in KINDS[kind].fields:
        value = facts[field.name]
        if value:
            _checked(value, field, known, own)
        elif asking and not (field.name == "system" and facts.get("autonomy") == "human-only"):
            facts[field.name] = asked(field, language, partial(_checked, known=known, field=field, own=own)) or None
    if facts.get("expires"):
        facts["granted"] = date.today().isoformat()  # noqa: DTZ011 - the day where the user is
    return facts


def _checked(text: str, field: Field, known: Beginnings, own: "Sequence[Rule]") -> str:
    if not text:
        return text
    if field.words:
        return one_of(field.words, text)
    if field.name == "expires":
        options.day(text)
    elif field.refers == "rules":
        _check_rule(text, own)
    elif field.refers and text not in known.ids[field.refers]:
        raise click.UsageError(_unknown(field, text, known))
    return text


def _check_rule(text: str, own: "Sequence[Rule]") -> None:
    from orchestrator_lint.journey import cards

    known = cards(own)
    card = next((card for card in known.values() if text.lower() in (card.code.lower(), card.name)), None)
    if card is None:
        raise click.UsageError(options.no_rule(text, known))
    if not card.waivable:
        raise click.UsageError(
            f"{card.code} {card.name} cannot be waived: `orchestrator-lint explain {card.code}` says why."
        )


def _unknown(field: Field, text: str, known: Beginnings) -> str:
    from orchestrator_lint.language import nearest

    kind = next(name for name, kind in KINDS.items() if kind.section == field.refers)
    near = nearest(text, known.ids[field.refers])
    hint = f"Did you mean '{near}'?" if near else f"`orchestrator-lint new {kind} ID` adds one."
    return f"There is no {kind} '{text}'. {hint}"


def _folder(paths: tuple[str, ...]) -> str:
    """Give the folder for files of their own: the first that is read, else that of the first file."""
    folder = next((Path(path) for path in paths if Path(path).is_dir()), Path(paths[0]).parent)
    return "" if folder == Path() else folder.as_posix()


def _write(done: Added) -> None:
    path = Path(os.path.realpath(done.path))
    try:
        if done.new:
            path.parent.mkdir(parents=True, exist_ok=True)
            created = create_atomically(path, done.text.encode())
        else:
            mark = codecs.BOM_UTF8 if path.read_bytes().startswith(codecs.BOM_UTF8) else b""
            created = write_atomically(path, mark + done.text.encode())
    except OSError as error:
        raise click.UsageError(f"{done.path}: {error.strerror}. Nothing was changed.") from None
    if not created:
        raise click.UsageError(f"{done.path} has appeared meanwhile; nothing was changed.")


def _told(done: Added, id: str, address: str, paths: tuple[str, ...], settings: "Configuration", language: str) -> None:
    def concerns(finding: "Finding") -> bool:
        place = finding.location
        return finding.about in (id, address) or (place.path == done.path and done.first <= place.line <= done.last)

    lines = remaining(paths, settings, language, concerns)
    click.echo(_OPEN[language] + (_DECIDE if lines else _CLEAN)[language])
    for line in lines:
        click.echo(f"  {line}")


def _sentence(text: str) -> str:
    return text if text[:1] == "`" else text[:1].upper() + text[1:]
