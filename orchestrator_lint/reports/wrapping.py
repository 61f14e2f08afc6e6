"""A text in, lines of a width out."""

import textwrap

from orchestrator_lint.judging import Location
from orchestrator_lint.reports.paint import logged, visible


def wrapped(text: str, first: str, width: int) -> list[str]:
    """Break a text into lines that begin with `first`; words are never cut."""
    lines = textwrap.wrap(
        visible(text),
        width,
        initial_indent=first,
        subsequent_indent=" " * min(len(first), 4),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [logged(line) for line in lines]


def where(location: Location) -> str:
    """Write a location as `path:line:column`, as editors open it."""
    path = visible(location.path).replace("\n", "\\x0a")
    return f"{path}:{location.line}:{location.column}"
