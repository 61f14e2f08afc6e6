"""Fields in, what somebody answers on a terminal out."""

import sys
import textwrap
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from orchestrator_lint.starting import Field

_YES_OR_NO = {"y": "yes", "j": "yes", "ja": "yes", "n": "no", "nein": "no"}
Check = Callable[[str], str | None]
"""Whether an answer will do: None, or what is wrong with it."""


def asks(no_input: bool) -> bool:
    """Whether to ask. Raises UsageError where nobody could answer and nobody said that none is expected."""
    if no_input:
        return False
    if not sys.stdin.isatty():
        raise click.UsageError("Questions need a terminal. Give the answers as options, and add --no-input.")
    return True


def answered(field: "Field", language: str, check: Check = lambda _: None) -> str | None:
    """Ask for one fact until the answer will do. Enter leaves it open, or takes the default."""
    click.echo(click.style(f"{field.ask.to(language)}", bold=True))
    click.echo(
        textwrap.fill(field.teach.to(language), 78, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    )
    if field.words:
        click.echo(f"  {' · '.join(field.words)}")
    while True:
        given = click.prompt("  >", default=field.default, show_default=bool(field.default), prompt_suffix=" ")
        text = _meant(str(given).strip(), field)
        fault = _no_word(text, field) if text else None
        fault = fault or (check(text) if text else None)
        if fault is None:
            click.echo()
            return text or None
        click.echo(f"  {fault}")


def all_answered(
    fields: tuple["Field", ...],
    given: Mapping[str, str | None],
    language: str,
    ask: bool,
    check: Callable[["Field"], Check],
) -> dict[str, str | None]:
    """Give for each field what an option says, else what is answered, else nothing."""
    found: dict[str, str | None] = {}
    for field in fields:
        said = given.get(field.name)
        found[field.name] = said if said is not None or not ask else answered(field, language, check(field))
    return found


def _meant(text: str, field: "Field") -> str:
    """The word of the field; people answer yes and no in their own language."""
    return _YES_OR_NO.get(text.lower(), text) if field.words == ("yes", "no") else text


def _no_word(text: str, field: "Field") -> str | None:
    from orchestrator_lint.language import nearest

    if not field.words or text in field.words:
        return None
    near = nearest(text, field.words)
    return f"'{text}' is none of {', '.join(field.words)}.{f' Did you mean {near}?' if near else ''}"
