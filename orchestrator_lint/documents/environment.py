"""A language and a style in, what templates run in out: where they come from, what they may do, what they can call."""

from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from orchestrator_lint.documents.compiled import compiled_in
from orchestrator_lint.documents.phrasing import Phrases, escaped
from orchestrator_lint.documents.style import Style
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.escape import Verbatim, mermaid
from orchestrator_lint.shipped import shipped_folder

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

_PHRASES = (MethodType, FunctionType)


def environment(language: str, style: Style) -> "Environment":
    """Give the environment. Own templates stand before the shipped ones, which are also found under `shipped/`."""
    from jinja2 import Environment  # slow to import, so only where pages are made
    from jinja2.runtime import Context
    from jinja2.sandbox import SandboxedEnvironment

    from orchestrator_lint.documents.template_faults import Missing

    class Direct(Context):
        def call(
            self, called: Any, /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
        ) -> Any:
            """Call a phrase straight away: none of them asks for the context, and most calls are one."""
            if type(called) in _PHRASES:
                return called(*args, **named)
            return super().call(called, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **named)

    # our own templates need no sandbox: what policies say is never run as one
    class Templates(SandboxedEnvironment if style.templates else Environment):  # type: ignore[misc]
        def getattr(self, obj: Any, attribute: str) -> Any:
            """Read a key of a context or a field of a statement straight away: most reads are one of both."""
            if type(obj) is dict and attribute in obj:
                return obj[attribute]
            if isinstance(obj, tuple) and attribute in getattr(obj, "_fields", ()):
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

    # With autoescape what a template or macro writes is told apart from what it is given; `finalize` escapes the
    # latter for Markdown, so that no template can forget to.
    made = Templates(
        loader=_loader(style),
        autoescape=True,
        finalize=escaped,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=compiled_in(style.compiled) if style.compiled and not style.templates else None,
    )
    made.context_class = Direct
    words = words_of(language)
    made.globals.update(mark=dict(words.tables["mark"]), levels=_levels(language), paragraph=Verbatim("\n\n"))
    made.globals.update(Phrases(words, style.flavour).all)
    made.filters.update(address=Verbatim, mermaid=_label)
    return made


def _loader(style: Style) -> "BaseLoader":
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader

    shipped = FileSystemLoader(shipped_folder("templates"))
    if style.templates is None:
        return shipped
    return ChoiceLoader([FileSystemLoader(style.templates), PrefixLoader({"shipped": shipped}), shipped])


def _levels(language: str) -> list[tuple[str, str]]:
    tables = words_of(language).tables
    return [(name, tables["level_means"][key]) for key, name in tables["level"].items()]


def _label(text: str) -> Verbatim:
    return Verbatim(mermaid(text))
