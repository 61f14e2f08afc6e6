"""Workspace and report in, governance documents in German and English out, as Markdown."""

from orchestrator_lint.documents.folder import Difference, Written, drift, write_pages
from orchestrator_lint.documents.manifest import MANIFEST, manifest
from orchestrator_lint.documents.pages import Document, all_pages, documents, pages

__all__ = [
    "MANIFEST",
    "Difference",
    "Document",
    "Written",
    "all_pages",
    "documents",
    "drift",
    "manifest",
    "pages",
    "write_pages",
]
