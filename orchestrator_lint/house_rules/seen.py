"""A value of a policy in, the same as a schema fragment sees it out.

The view is that of our rules: what is inherited stands there, what says nothing is missing, and reading what was rejected raises
Unknown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from orchestrator_lint.house_rules.places import OWN
from orchestrator_lint.model import Decision, Value

_MISSING: Any = object()


class SeenMap(Mapping[str, Any]):
    """A map of a policy; each key is read when a fragment asks for it."""

    def __init__(self, value: Value) -> None:
        self.value = value
        self._known: dict[str, Any] = {}

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._at(key) is not _MISSING

    def __getitem__(self, key: str) -> Any:
        found = self._at(key)
        if found is _MISSING:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._keys() if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _at(self, key: str) -> Any:
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def _read(self, key: str) -> Any:
        if self.value.node.child(key) is None:
            return _MISSING
        if key == "guardrails" and isinstance(self.value, Decision):
            return _both(self.value)
        inner = below(self.value, key)
        return seen(inner) if stands(inner) else _MISSING

    def _keys(self) -> list[str]:
        written = [*(self.value.plain or {})]
        if isinstance(self.value, Decision):
            lent = self.value.space.child("every_decision").plain
            written += [*(lent or {}), *self.value.node.keys]
        return list(dict.fromkeys(written))


class SeenList(Sequence[Any]):
    """A list of a policy; each item is read when a fragment asks for it."""

    def __init__(self, values: "Sequence[Value] | Items") -> None:
        self.values = values

    def __getitem__(self, index: Any) -> Any:
        return seen(self.values[index])

    def __len__(self) -> int:
        return len(self.values)


class Items:
    """The items of a list, each read when it is asked for."""

    def __init__(self, value: Value) -> None:
        self.value = value

    def __getitem__(self, index: int) -> Value:
        if not 0 <= index < len(self):
            raise IndexError(index)
        return below(self.value, index)

    def __len__(self) -> int:
        return len(self.value.plain)


def seen(value: Value) -> Any:
    """Give a value as a fragment sees it."""
    if isinstance(value.plain, dict) or isinstance(value, Decision):
        return SeenMap(value)
    return SeenList(Items(value)) if isinstance(value.plain, list) else value.plain


def below(value: Value, key: str | int) -> Value:
    """Give what stands under a key or at an index, or would; below an `x-` key too, of which the language knows nothing."""
    inner = value.child(key)
    if not isinstance(key, str) or not key.startswith("x-"):
        return inner
    return Value(inner.workspace, inner.document, inner.pointer, inner.plain, OWN, inner.around)


def stands(value: Value) -> bool:
    """Whether something is written there; below an `x-` key a map counts whatever its keys are called."""
    return bool(value) or (value.node.root is OWN.root and bool(value.plain))


def at(root: Value, path: Iterable[str | int]) -> Value:
    """Give the value to which a path leads through what a fragment saw, or the place where it would stand."""
    value, whole = root, seen(root)
    for step in path:
        value = whole.values[int(step)] if isinstance(whole, SeenList) else below(value, step)
        whole = _inside(whole, step)
    return value


def _inside(whole: Any, step: str | int) -> Any:
    if isinstance(whole, SeenList):
        return whole[int(step)]
    return whole[str(step)] if isinstance(whole, SeenMap) and step in whole else None


def _both(decision: Decision) -> Any:
    """The guardrails of a decision and of its space, which hold together."""
    values = [item for guardrails in decision.guardrail_lists for item in guardrails]
    return SeenList(values) if values else _MISSING
