"""An object of a policy in, the data that a fragment is held against out: as our rules see it, with what its space lends it."""

from typing import Any

from orchestrator_lint.model import Decision, Noun, Unknown, Value


def view_of(noun: Noun, keys: frozenset[str] | None) -> dict[str, Any]:
    """Give the effective values of these keys, or of all; empty ones are left out.

    Raises Unknown where one of them, or something in it, cannot be relied on.
    """
    wanted = noun.node.keys if keys is None else sorted(keys)
    found = {key: data_of(noun, key) for key in wanted}
    return {key: data for key, data in found.items() if data is not None}


def data_of(noun: Noun, key: str) -> Any:
    """Give the effective value of a key; guardrails of a decision are its own and those of its space together."""
    if isinstance(noun, Decision) and key == "guardrails":
        lists = [known(value) for value in noun.guardrail_lists]
        listed = [word for value in lists if not value.reasoned for word in value.words]
        return listed or lists[0].plain
    return known(noun.child(key)).plain


def known(value: Value) -> Value:
    """Give the value; raises Unknown where it, or something inside it, was rejected."""
    depth = len(value.pointer)
    for path in value.document.rejected:
        if path[:depth] == value.pointer or value.pointer[: len(path)] == path:
            raise Unknown(value.place)
    return value


def value_at(noun: Noun, path: tuple[str | int, ...]) -> Value:
    """Give the place of a value of the view; of what is missing the nearest place that the language has."""
    found: Value = noun
    for step in path:
        if found.node.child(step) is None or (isinstance(step, int) and not _has(found, step)):
            return found
        found = found.child(step)
    return found


def _has(value: Value, position: int) -> bool:
    return isinstance(value.plain, list) and position < len(value.plain)
