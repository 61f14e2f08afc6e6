"""A question in, the answer of whoever sits at the terminal out."""

import sys
import textwrap
from collections.abc import Callable

import click

from orchestrator_lint.starting import Field


def can_ask(no_input: bool) -> bool:
    """Whether to ask. Raises UsageError where nobody could answer and nobody said that none is expected."""
    if no_input:
        return False
    if not sys.stdin.isatty():
        raise click.UsageError("Questions need a terminal. Give the answers as options, and add --no-input.")
    return True


def asked(field: Field, language: str, check: Callable[[str], str], default: str = "") -> str:
    """Ask until the answer passes `check`, which raises UsageError; Enter gives the default, else nothing."""
    default = default or field.default
    click.echo()
    click.echo(
        textwrap.fill(field.teach.to(language), 80, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    )
    words = f" ({', '.join(field.words)})" if field.words else ""
    hint = f" [{default}]" if default else f" [{field.enter.to(language)}]"
    answer: str = click.prompt(
        f"{field.ask.to(language)}{words}{hint}",
        default=default,
        show_default=False,
        value_proc=lambda text: check(" ".join(text.split())),
    )
    return answer


def one_of(words: tuple[str, ...], answer: str) -> str:
    """Give an answer that is one of the words, or empty; raises UsageError with the nearest."""
    from orchestrator_lint.language import nearest

    if not answer or answer in words:
        return answer
    near = nearest(answer, words)
    raise click.UsageError(f"'{answer}' is not one of {', '.join(words)}.{f' Did you mean {near!r}?' if near else ''}")
