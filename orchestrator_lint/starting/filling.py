"""The name of a template for starting and facts in, its text out."""

import json
import textwrap
from functools import cache
from typing import TYPE_CHECKING, Any

from orchestrator_lint.exchange.scalars import scalar
from orchestrator_lint.shipped import shipped_folder

if TYPE_CHECKING:
    from jinja2 import Environment

_WIDTH = 96  # of a comment before it is moved in


def filled(template: str, language: str, **facts: Any) -> str:
    """Fill `templates/start/TEMPLATE.j2`; what a template asks for has to be among the facts, None where it is open."""
    text: str = _environment(language).get_template(f"{template}.j2").render(facts, language=language)
    return text


def indented(text: str, columns: int) -> str:
    """Move the lines of a text in; empty ones stay empty."""
    return textwrap.indent(text, " " * columns)


def fact(key: str, value: "str | list[str] | None", indent: int = 0) -> str:
    """Write `key: value`, or the key as a comment where nothing is known. `indent` is the column of the key."""
    if value is None:
        return f"# {key}:"
    if isinstance(value, list):
        return f"{key}: [{', '.join(value)}]"
    return f"{key}: {scalar(value, indent + 2)}"


@cache
def _environment(language: str) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(  # noqa: S701 - what comes out is YAML and Markdown; values of YAML are quoted by `fact`
        loader=FileSystemLoader(shipped_folder("templates") / "start"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

    def say(en: str, de: str) -> str:
        return de if language == "de" else en

    def note(en: str, de: str, indent: int = 0) -> str:
        return textwrap.fill(
            say(en, de),
            _WIDTH,
            initial_indent="# ",
            subsequent_indent=f"{' ' * indent}# ",
            break_long_words=False,
            break_on_hyphens=False,
        )

    made.globals.update(say=say, note=note, fact=fact)
    made.filters.update(yaml=lambda value: scalar(value, 2), json=lambda value: json.dumps(value, ensure_ascii=False))
    return made
