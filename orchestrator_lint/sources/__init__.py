"""Paths in, Sources out: the files of a workspace as bytes, or the reason why one cannot be read.

They are read from the disk, or as a revision of git has them.
"""

from orchestrator_lint.sources.collect import MAX_BYTES, Source, collect, shown, within
from orchestrator_lint.sources.git import tracked
from orchestrator_lint.sources.history import collect_at
from orchestrator_lint.sources.repository import Revision, merge_base, revision
from orchestrator_lint.sources.unread import passed_over

__all__ = [
    "MAX_BYTES",
    "Revision",
    "Source",
    "collect",
    "collect_at",
    "merge_base",
    "passed_over",
    "revision",
    "shown",
    "tracked",
    "within",
]
