"""A decision in, the roles that work with its AI out; a role in, what it was trained in until today."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from orchestrator_lint.model import Decision, Role, Value, known_any


def roles_in(decision: Decision) -> Iterator[tuple[Role, Value]]:
    """Who carries the decision out, oversees the AI, stops it or decides on what is contested, and where that is said.

    Nobody where people decide without AI.
    """
    if not decision.acts_from("informs"):
        return
    oversight = decision.oversight
    for named in (oversight.by, oversight.stop.by, decision.contest.decided_by, *decision.involves.responsible):
        role = named.target
        if isinstance(role, Role):
            yield role, named


def is_trained(role: Role, as_of: date, topics: tuple[str, ...] = ()) -> bool:
    """Whether a training with a topic, of these where some are given, was held until `as_of`."""
    return known_any(partial(_counts, entry, as_of, topics) for entry in role.training)


def _counts(entry: Value, as_of: date, topics: tuple[str, ...]) -> bool:
    held = entry.date.day
    if not entry.topic or held is None or held > as_of:
        return False
    return not topics or str(entry.topic.plain) in topics
