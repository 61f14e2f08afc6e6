"""An example as a rule's file gives it in, a policy that can be checked, and where the finding must stand, out."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from orchestrator_lint.forms import did_you_mean
from orchestrator_lint.language import Language, Node
from orchestrator_lint.problems import Pointer

_HEADER = re.compile(r"""^\s*\{?\s*["']?orchestrator["']?\s*:""", re.MULTILINE)


class Example(NamedTuple):
    """A small policy; `at` is the place at which the rule must find its fault, empty where it must find none.

    `name` tells it from others of its rule, `origin` is its file and line.
    """

    name: str
    origin: str
    policy: str
    at: str = ""

    @property
    def text(self) -> str:
        """The policy, with the header that authors may leave out."""
        if self._has_header:
            return self.policy
        return (
            re.sub(r"^\s*\{", "{orchestrator: 1, ", self.policy) if self._is_flow else f"orchestrator: 1\n{self.policy}"
        )

    def line(self, line: int) -> int:
        """Give the line of the policy, as its author counts, of a line of the text."""
        return line if self._has_header or self._is_flow else max(line - 1, 1)

    @property
    def pointer(self) -> Pointer:
        """The steps of `at`."""
        return tuple(int(step) if step.isascii() and step.isdigit() else step for step in self.at.split("."))

    @property
    def _has_header(self) -> bool:
        return _HEADER.search(self.policy) is not None

    @property
    def _is_flow(self) -> bool:
        return self.policy.lstrip().startswith("{")


def place_fault(pointer: Pointer, language: Language) -> str | None:
    """Say which step of a place the language does not know; None where it knows all."""
    node = language.root
    for step in pointer:
        if isinstance(step, str) and step.startswith("x-"):
            return None
        below = node.child(step)
        if below is None:
            return f'policies have no "{str(step)[:80]}" there{did_you_mean(str(step), node.keys)}'
        node = below
    return None


def missing_step(pointer: Pointer, data: Any, language: Language) -> str | None:
    """Give the first name of a place that the example does not have; a key that may stand there is no name."""
    node: Node | None = language.root
    for step in pointer:
        if node is None or str(step).startswith("x-"):
            return None
        if step not in node.keys and not _has(data, step):
            return str(step)
        data, node = data[step] if _has(data, step) else None, node.child(step)
    return None


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, Mapping) and step in data
