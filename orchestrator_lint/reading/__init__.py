"""Source in, Documents and Problems out; a file that cannot be read is a Problem, not an exception."""

from orchestrator_lint.reading.comments import Comment, comments
from orchestrator_lint.reading.decode import encode
from orchestrator_lint.reading.document import Document, Reading
from orchestrator_lint.reading.faults import FAULTS
from orchestrator_lint.reading.pages import Page, Pages
from orchestrator_lint.reading.places import Lines, Span, Spans
from orchestrator_lint.reading.read import read
from orchestrator_lint.reading.scalars import PlainNumber

__all__ = [
    "FAULTS",
    "Comment",
    "Document",
    "Lines",
    "Page",
    "Pages",
    "PlainNumber",
    "Reading",
    "Span",
    "Spans",
    "comments",
    "encode",
    "read",
]
