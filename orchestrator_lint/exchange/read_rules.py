"""One section of a mapping's data in, its rules out."""

from typing import Any

from orchestrator_lint.exchange.mapping import Condition, FieldRule, ObjectRules, When
from orchestrator_lint.exchange.policy_shape import check_field
from orchestrator_lint.forms.check import line_of
from orchestrator_lint.forms.error import InputError
from orchestrator_lint.forms.load import Loaded, Path


def object_rules(found: dict[str, Any] | None, section: str, loaded: Loaded, name: str) -> ObjectRules:
    """Build the rules of `spaces`, `decisions`, `systems` or `datasets`; the schema has seen the data.

    Raises InputError where a rule says too much or too little, or no such field exists.
    """
    found = found or {}
    rules = []
    for path, rule in (found.get("fields") or {}).items():
        at: Path = (section, "fields", path)
        rules.append(_field(path, rule, at, loaded, name))
        check_field(rules[-1], section.removesuffix("s"), at, loaded.lines, name)
    _check_paths(rules, section, loaded, name)
    return ObjectRules(_when(found.get("when")), tuple(rules))


def _field(path: str, rule: dict[str, Any], at: Path, loaded: Loaded, name: str) -> FieldRule:
    if ("column" in rule) == ("fixed" in rule):
        raise InputError(f"{name}:{line_of(at, loaded.lines)}: {path}: give either a `column` or a `fixed` value")
    if "fixed" in rule and "values" in rule:
        raise InputError(f"{name}:{line_of(at, loaded.lines)}: {path}: a table `values` needs a `column`")
    column = rule.get("column", [])
    columns = (column,) if isinstance(column, str) else tuple(column)
    return FieldRule(
        tuple(path.split(".")),
        columns,
        rule.get("values"),
        rule.get("fixed"),
        _when(rule.get("when")),
    )


def _when(found: dict[str, Any] | list[dict[str, Any]] | None) -> When:
    alternatives = found if isinstance(found, list) else [found] if found else []
    return tuple(
        tuple(Condition(column, told.get("given"), tuple(told.get("is", ()))) for column, told in one.items())
        for one in alternatives
    )


def _check_paths(rules: list[FieldRule], section: str, loaded: Loaded, name: str) -> None:
    """Refuse a path that runs through another: `supplier` and `supplier.name` cannot both have a value."""
    paths = {rule.path for rule in rules}
    for path in sorted(paths):
        if any(path[:length] in paths for length in range(1, len(path))):
            line = line_of((section, "fields", ".".join(path)), loaded.lines)
            raise InputError(f"{name}:{line}: {'.'.join(path)} lies inside another field of this mapping")
