"""Workspace and report in, governance documents in German and English out, as Markdown."""

from orchestrator_lint.documents.folder import Written, drift, write_pages
from orchestrator_lint.documents.pages import all_pages, pages
from orchestrator_lint.documents.style import FLAVOURS, Style, TemplateFault

__all__ = ["FLAVOURS", "Style", "TemplateFault", "Written", "all_pages", "drift", "pages", "write_pages"]
