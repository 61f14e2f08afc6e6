"""Workspace and report in, governance documents in German and English out, as Markdown, as a site or as one file."""

from orchestrator_lint.documents.edition import language_of
from orchestrator_lint.documents.folder import Difference, Written, compared, drift, write_files, write_pages
from orchestrator_lint.documents.inject import Handwritten, filled, handwritten
from orchestrator_lint.documents.manifest import MANIFEST, manifest
from orchestrator_lint.documents.pages import Document, all_pages, documents, pages
from orchestrator_lint.documents.regions import Mistake
from orchestrator_lint.documents.sections import Sections
from orchestrator_lint.documents.style import FLAVOURS, Style, TemplateFault

__all__ = [
    "FLAVOURS",
    "MANIFEST",
    "Difference",
    "Document",
    "Handwritten",
    "Mistake",
    "Sections",
    "Style",
    "TemplateFault",
    "Written",
    "all_pages",
    "compared",
    "documents",
    "drift",
    "filled",
    "handwritten",
    "language_of",
    "manifest",
    "pages",
    "write_files",
    "write_pages",
]
