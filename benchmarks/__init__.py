"""Benchmarks: whole processes, measured side by side in one run, told as ratios."""
