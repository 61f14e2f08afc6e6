"""An error in a template of the organisation's own in, what is wrong and where out."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.utils import missing

from orchestrator_lint.forms import did_you_mean


class UnknownName(UndefinedError):
    """A template reads what is not there. `known` are the names that would be, None where the page's own count."""

    def __init__(self, name: str, known: tuple[str, ...] | None) -> None:
        super().__init__(f"'{name}' is not known here")
        self.name, self.known = name, known


class Missing(StrictUndefined):
    """What stands in a template for a name that nobody knows; to use it raises UnknownName."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_: object, **__: object) -> NoReturn:
        if self._undefined_exception is not UndefinedError:
            raise self._undefined_exception(self._undefined_hint)
        known = None if self._undefined_obj is missing else _names(self._undefined_obj)
        raise UnknownName(str(self._undefined_name), known)

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = __contains__ = _fail_with_undefined_error
    __add__ = __radd__ = __getitem__ = __call__ = __lt__ = __gt__ = _fail_with_undefined_error

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        self._fail_with_undefined_error()


def told(error: Exception, folder: Path, known: Iterable[str]) -> str | None:
    """Say in which template and line of the folder the fault lies, and what it is; None where it lies elsewhere."""
    place = _place(error, folder)
    if place is None:
        return None
    return f"{place}: {_said(error, known)}"


def _place(error: Exception, folder: Path) -> str | None:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        found = (error.filename, error.lineno)
    else:
        found = _innermost(error.__traceback__)
    if not found[0] or not Path(found[0]).is_relative_to(folder):
        return None
    return f"{found[0]}, line {found[1]}"


def _innermost(traceback: TracebackType | None) -> tuple[str, int]:
    found = ("", 0)
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            found = (name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


def _said(error: Exception, known: Iterable[str]) -> str:
    if isinstance(error, UnknownName):
        names = error.known if error.known is not None else known
        return f"{error}{did_you_mean(error.name, names) or '.'}"
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error.name}'; one of ours is found as 'shipped/{error.name}'."
    return f"{str(error).rstrip('.') or type(error).__name__}."


def _names(obj: object) -> tuple[str, ...]:
    if isinstance(obj, dict):
        return tuple(str(key) for key in obj)
    return tuple(getattr(obj, "_fields", ()))
