"""Paths in, Sources out: the files of a workspace as bytes, or the reason why one cannot be read."""

from orchestrator_lint.sources.collect import MAX_BYTES, Source, collect, tracked

__all__ = ["MAX_BYTES", "Source", "collect", "tracked"]
