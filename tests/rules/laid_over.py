"""A fragment in, the workspace of the tests with the fragment laid over it out, and what is found there."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Report
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Problem, Settings, Workspace
from orchestrator_lint.network import Network
from orchestrator_lint.reading import read
from orchestrator_lint.rules import run_rules
from orchestrator_lint.rules.index import all_rules
from orchestrator_lint.shape import check_shape
from orchestrator_lint.sources import Source

BASE = Path(__file__).parent.parent / "base" / "policy.yaml"
TODAY = date(2026, 11, 1)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # five times as fast where libyaml is there


def laid_over(fragment: str) -> Source:
    """Lay a fragment over the base: maps merge, lists and scalars replace, null removes.

    An object with `x-like: roles/case-worker` or `x-like: lending/raise-limit` starts as a copy of that object of the
    base. Further YAML documents of the fragment stand behind it as they are.
    """
    base = _data(BASE.read_bytes())[0]
    over, *more = (_like(document, base) for document in _data(b"orchestrator: 1\n" + fragment.encode()))
    documents = [_merged(base, over), *more]
    text = yaml.dump_all(documents, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return Source("example.yaml", text.encode())


def found(fragment: str) -> Report:
    """Run everything on the base with a fragment laid over it."""
    return check([laid_over(fragment)], TODAY).report


def raised(code: str, fragment: str) -> list[Problem]:
    """What one rule says by itself of the base with a fragment laid over it, before anything waits for anything."""
    language = policy_language()
    documents = [
        check_shape(document, language).document for document in read(laid_over(fragment), language.sections).documents
    ]
    workspace = Workspace(documents, language)
    rules = [rule for rule in all_rules() if rule.code == code]
    return [item.problem for item in run_rules(rules, workspace, Network(workspace), Settings(TODAY)).raised]


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
