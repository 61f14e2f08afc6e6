"""Report in, text out: one format a file, each a pure function."""
