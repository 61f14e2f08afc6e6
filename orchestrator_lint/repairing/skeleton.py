"""A skeleton as data in, its lines in block style or its words in brackets out."""

from collections.abc import Mapping
from typing import Any

from orchestrator_lint.repairing.scalars import scalar


def is_blank(value: Any) -> bool:
    """Whether nothing is said: null, blank text, an empty list or map."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def as_flow(value: Any) -> str:
    """Write a value in brackets, in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {as_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_flow(item) for item in value) + "]"
    return scalar(value)


def as_lines(entries: Mapping[str, Any], step: int) -> list[str]:
    """Write the entries of a map in lines, what stands inside it `step` columns further; short lists stay in brackets."""
    lines = []
    for key, value in entries.items():
        if isinstance(value, Mapping):
            lines += [f"{key}:", *(" " * step + line for line in as_lines(value, step))]
        elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            lines += [f"{key}:", *(" " * step + line for item in value for line in _item(item, step))]
        else:
            lines.append(f"{key}: {as_flow(value)}")
    return lines


def _item(entries: Mapping[str, Any], step: int) -> list[str]:
    first, *rest = as_lines(entries, step)
    return [f"- {first}", *(f"  {line}" for line in rest)]
