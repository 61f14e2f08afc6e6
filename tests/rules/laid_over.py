"""A fragment in, the workspace of the tests with the fragment laid over it out, and what is found there."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Report
from orchestrator_lint.reading import read
from orchestrator_lint.sources import Source

BASE = Path(__file__).parent.parent / "base" / "policy.yaml"
TODAY = date(2026, 11, 1)


def laid_over(fragment: str) -> Source:
    """Lay a fragment over the base: maps merge, lists and scalars replace, null removes.

    An object with `x-like: roles/case-worker` or `x-like: lending/raise-limit` starts as a copy of that object of the
    base. Further YAML documents of the fragment stand behind it as they are.
    """
    base = _data(BASE.read_bytes())[0]
    over, *more = (_like(document, base) for document in _data(b"orchestrator: 1\n" + fragment.encode()))
    documents = [_merged(base, over), *more]
    return Source("example.yaml", yaml.safe_dump_all(documents, allow_unicode=True, sort_keys=False).encode())


def found(fragment: str) -> Report:
    """Run everything on the base with a fragment laid over it."""
    return check([laid_over(fragment)], TODAY).report


def line_of(source: Source, path: str) -> int:
    """The line of a dotted path in the last document, or of the nearest object around it."""
    from orchestrator_lint.judging.locate import Locator
    from orchestrator_lint.problems import Place

    reading = read(source, frozenset(("spaces",)))
    pointer = tuple(int(step) if step.isdigit() else step for step in path.split("."))
    return Locator({source.path: reading}).locate(Place(source.path, len(reading.documents) - 1, pointer)).line


def _data(text: bytes) -> list[Any]:
    reading = read(Source("base", text), frozenset(("spaces",)))
    assert not reading.problems, reading.problems
    return [document.data for document in reading.documents]


def _like(data: Any, base: Any) -> Any:
    """Let every object that says `x-like` begin as a copy of an object of the base."""
    if isinstance(data, list):
        return [_like(item, base) for item in data]
    if not isinstance(data, dict):
        return data
    own = {key: _like(value, base) for key, value in data.items() if key != "x-like"}
    if "x-like" not in data:
        return own
    section, id = data["x-like"].split("/")
    return _merged(base[section][id] if section in base else base["spaces"][section]["decisions"][id], own)


def _merged(base: Any, over: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(over, dict):
        return over
    merged = dict(base)
    for key, value in over.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = _merged(base[key], value) if key in base else value
    return merged
