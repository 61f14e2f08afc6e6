"""A page in, its text out: templates are compiled once, run in a sandbox, and escape all that they are given."""

from functools import cache
from typing import TYPE_CHECKING, Any

from orchestrator_lint.documents.escape import Verbatim, mermaid
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.phrasing import RULE, Phrases, escaped
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.shipped import shipped_folder

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, language: str, context: Context, rules: str = "") -> str:
    """Fill the template `<template>.<language>.md.j2`; a name that the context lacks raises jinja2's UndefinedError.

    `rules` is the address of the page on the rules, as seen from this page.
    """
    text: str = _environment(language).get_template(f"{template}.{language}.md.j2").render(context)
    # text of a policy holds no such address: its brackets and colons are escaped
    return tidied(text).replace(f"]({RULE}", f"]({rules}#rule-")


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
            """Read a key of a context or a field of a statement straight away: most reads are one of both."""
            if type(obj) is dict and attribute in obj:
                return obj[attribute]
            if isinstance(obj, tuple) and attribute in getattr(obj, "_fields", ()):
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

    # With autoescape what a template or macro writes is told apart from what it is given; `finalize` escapes the
    # latter for Markdown, so that no template can forget to.
    environment = Sandbox(
        loader=FileSystemLoader(shipped_folder("templates")),
        autoescape=True,
        finalize=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals.update(
        mark=dict(words_of(language).tables["mark"]), levels=_levels(language), paragraph=Verbatim("\n\n")
    )
    environment.globals.update(Phrases(words_of(language)).all)
    environment.filters.update(address=Verbatim, mermaid=_label)
    return environment


def _levels(language: str) -> list[tuple[str, str]]:
    tables = words_of(language).tables
    return [(name, tables["level_means"][key]) for key, name in tables["level"].items()]


def _label(text: str) -> Verbatim:
    return Verbatim(mermaid(text))
