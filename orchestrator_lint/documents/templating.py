"""A page in, its text out: templates are compiled once, run in a sandbox, and escape all that they are given."""

from functools import cache
from pathlib import Path

from orchestrator_lint.documents.environment import environment
from orchestrator_lint.documents.page import Context
from orchestrator_lint.documents.phrasing import RULE
from orchestrator_lint.documents.style import Style, TemplateFault
from orchestrator_lint.documents.template_faults import told
from orchestrator_lint.forms import did_you_mean
from orchestrator_lint.shipped import shipped_folder

# what goes wrong in a template is one of these; our own templates are held to none of them by tests
_FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


class Templates:
    """The templates of one language in one style."""

    def __init__(self, language: str, style: Style) -> None:
        self.language, self.style = language, style
        self._environment = environment(language, style)

    def rendered(self, template: str, context: Context, rules: str = "") -> str:
        """Fill the template `<template>.<language>.md.j2`. `rules` is the address of the page on the rules, from here.

        Raises TemplateFault where a template of the organisation's own is wrong; a fault of ours stays what it is.
        """
        name = f"{template}.{self.language}.md.j2"
        if self.style.templates is None:
            text: str = self._environment.get_template(name).render(context)
        else:
            text = self._rendered_own(name, context, self.style.templates)
        # text of a policy holds no such address: its brackets and colons are escaped
        return tidied(text).replace(f"]({RULE}", f"]({rules}#rule-")

    def _rendered_own(self, name: str, context: Context, folder: Path) -> str:
        from jinja2 import TemplateError

        try:
            return self._environment.get_template(name).render(context)
        except (TemplateError, *_FAULTS) as error:
            fault = told(error, folder, [*context, *self._environment.globals])
            if fault is None:
                raise
            raise TemplateFault(fault) from None


def templates_of(language: str, style: Style) -> Templates:
    """Give the templates of a language. Raises TemplateFault for a file of the own folder that overrides nothing."""
    if style.templates is None:
        return _shipped(language, style)
    check_names(style.templates)
    return Templates(language, style)


def check_names(folder: Path) -> None:
    """Raise TemplateFault where the own folder holds a template that is none of ours; parts begin with `_`."""
    if not folder.is_dir():
        raise TemplateFault(f"{folder}: there is no such folder of templates.")
    known = {file.name for file in shipped_folder("templates").glob("*.j2")}
    for file in sorted(folder.glob("*.j2")):
        if file.name not in known and not file.name.startswith("_"):
            hint = did_you_mean(file.name, known) or ". A part that other templates import begins with `_`."
            raise TemplateFault(f"{file}: no template has this name, so it would do nothing{hint}")


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
def _shipped(language: str, style: Style) -> Templates:
    return Templates(language, style)
