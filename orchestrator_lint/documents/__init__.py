"""Workspace and report in, governance documents in German and English out, as Markdown, as a site or as one file."""

from orchestrator_lint.documents.edition import first_language
from orchestrator_lint.documents.folder import Written, drift, write_files, write_pages
from orchestrator_lint.documents.pages import all_pages, pages

__all__ = ["Written", "all_pages", "drift", "first_language", "pages", "write_files", "write_pages"]
