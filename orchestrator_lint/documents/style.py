"""How pages are written: for which reader of Markdown, and with which templates."""

from pathlib import Path
from typing import NamedTuple

FLAVOURS = ("github", "mkdocs")


class Style(NamedTuple):
    """`flavour` is one of FLAVOURS, or `plain` for readers that know no callouts; `templates` is a folder of own ones.

    `compiled` is a folder in which compiled templates of ours may be kept between runs; own ones are compiled each time.
    """

    flavour: str = "github"
    templates: Path | None = None
    compiled: Path | None = None


class TemplateFault(Exception):
    """A template of the organisation's own is wrong; `message` says which, in which line, and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
