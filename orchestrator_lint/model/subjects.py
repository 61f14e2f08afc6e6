"""What a rule may ask for besides one noun."""

from collections.abc import Callable

from orchestrator_lint.model.decision import Decision
from orchestrator_lint.model.nouns import Space
from orchestrator_lint.model.value import Unknown, Value
from orchestrator_lint.problems import Problem, Text


class Decisions(tuple[Decision, ...]):
    """The decisions that a rule asks, by their stage of life: all of them, or those that use its subject."""

    __slots__ = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Their addresses, sorted."""
        return tuple(sorted(decision.address for decision in self))

    def silent_on(self, key: str) -> "Decisions":
        """Those that say nothing of their own under `key`, so that the space's word holds; one that cannot be read is none."""
        return self.known_to(lambda decision: decision.own(key).silent)

    def known_to(self, hold: Callable[[Decision], bool]) -> "Decisions":
        """Those for which a condition holds; one of which nobody can tell is none."""
        return Decisions(decision for decision in self if _is_known(decision, hold))


def _is_known(decision: Decision, hold: Callable[[Decision], bool]) -> bool:
    try:
        return hold(decision)
    except Unknown:
        return False


class EmptySpace(Space):
    """A space without decisions: what its decisions would inherit is asked of itself."""

    @property
    def space(self) -> Space:
        """The space itself."""
        return self

    def gap(self, value: Value, text: Text, /, **values: object) -> Problem:
        """State what the space lacks, in the words in which its decisions would lack it."""
        return value.problem(text, decisions=(self.id,), **values)
