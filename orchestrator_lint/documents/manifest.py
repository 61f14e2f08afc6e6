"""Documents and the report in, `manifest.json` out: what was written, as of when, and the hash of every file."""

import hashlib
import json
from collections.abc import Mapping

from orchestrator_lint import __version__
from orchestrator_lint.documents.page import day_of
from orchestrator_lint.documents.pages import Document
from orchestrator_lint.documents.stamp import sealed
from orchestrator_lint.judging import Report

MANIFEST = "manifest.json"


def manifest(documents: Mapping[str, Document], report: Report) -> str:
    """Describe the documents, by path; without a day where none was fixed. `sha256` is that of the whole file."""
    day = day_of(report)
    said = {
        "format": 1,
        "version": __version__,
        "as_of": day or None,
        "as_of_from": report.as_of_from if day else None,
        "documents": {path: _described(documents[path]) for path in sorted(documents)},
    }
    return sealed(json.dumps(said, ensure_ascii=False, indent=2) + "\n")


def listed(manifest: str) -> tuple[str, ...]:
    """Give the paths that a manifest lists; none where it cannot be read, whatever happened to it."""
    try:
        documents = json.loads(manifest)["documents"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()
    return tuple(documents) if isinstance(documents, dict) else ()


def _described(document: Document) -> dict[str, str]:
    return {
        "id": document.id,
        "language": document.language,
        "title": document.title,
        "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
    }
