"""Workspace and report in, the page that leads to both languages out."""

from orchestrator_lint.documents.page import Context, day_of
from orchestrator_lint.judging import Report
from orchestrator_lint.model import Workspace


def home(workspace: Workspace, report: Report) -> Context:
    """Say whose documents these are and as of when; the template speaks both languages."""
    return {
        "organisation": report.organisation,
        "as_of": day_of(report),
        "spaces": len(list(workspace.spaces)),
        "decisions": len(workspace.decisions),
    }
