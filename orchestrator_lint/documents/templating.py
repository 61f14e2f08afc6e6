"""A page in, its text out: templates are compiled once, run in a sandbox, and escape all that they are given."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from orchestrator_lint.documents.escape import Verbatim, markdown, mermaid, message
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.shipped import shipped_folder

if TYPE_CHECKING:
    from jinja2 import Environment

_LONG = 60  # letters; beyond, a statement reads as a sentence of its own


def rendered(template: str, language: str, context: Context) -> str:
    """Fill the template `<template>.<language>.md.j2`; a name that the context lacks raises jinja2's UndefinedError."""
    text: str = _environment(language).get_template(f"{template}.{language}.md.j2").render(context)
    return tidied(text)


def tidied(text: str) -> str:
    """Leave no trailing spaces, no single space at the start of a line, and no two blank lines in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        stripped = line.rstrip()
        stripped = stripped[1:] if stripped[:1] == " " != stripped[1:2] else stripped
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).rstrip("\n") + "\n"


@cache
def _environment(language: str) -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined  # slow to import, so only where pages are made
    from jinja2.sandbox import SandboxedEnvironment

    class Sandbox(SandboxedEnvironment):
        def getattr(self, obj: Any, attribute: str) -> Any:
            """Read a key of a context straight away: most reads are one, and it is never the name of a method."""
            return obj[attribute] if type(obj) is dict and attribute in obj else super().getattr(obj, attribute)

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            """Let templates read the fields of named tuples without the long way round."""
            return attr in getattr(obj, "_fields", ()) or super().is_safe_attribute(obj, attr, value)

    # With autoescape what a template or macro writes is told apart from what it is given; `finalize` escapes the
    # latter for Markdown, so that no template can forget to.
    environment = Sandbox(
        loader=FileSystemLoader(shipped_folder("templates")),
        autoescape=True,
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals.update(
        mark=dict(words_of(language).tables["mark"]), levels=_levels(language), paragraph=Verbatim("\n\n")
    )
    environment.filters.update(address=Verbatim, long=_are_long, mermaid=_label, message=_message, stop=_stop)
    return environment


def _levels(language: str) -> list[tuple[str, str]]:
    tables = words_of(language).tables
    return [(name, tables["level_means"][key]) for key, name in tables["level"].items()]


def _escaped(value: object) -> object:
    if type(value) is str:
        return Verbatim(markdown(value))
    if hasattr(value, "__html__"):
        return value
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return Verbatim(markdown(str(value)))
    str(value)  # an undefined name says which it is
    raise TypeError(f"a template writes a {type(value).__name__}, which is no text")


def _label(text: str) -> Verbatim:
    return Verbatim(mermaid(text))


def _message(text: str) -> Verbatim:
    return Verbatim(message(text))


def _are_long(statements: Sequence[Said]) -> bool:
    """Whether statements would run into each other if commas joined them."""
    return any("," in said.text or len(said.text) > _LONG for said in statements)


def _stop(said: Said) -> Verbatim:
    """The full stop that a text still needs."""
    if said.text.strip().isdigit():
        return Verbatim("\\.")  # `1.` at the start of a line would be a list
    ends = said.text.rstrip("\"'”“»«)").endswith((".", "!", "?", "…"))
    return Verbatim("" if ends and not said.tongue and not said.why else ".")
