"""The flows of a decision in, whether its systems reach an effect without a person out."""

from typing import TYPE_CHECKING

from orchestrator_lint.model.value import Value

if TYPE_CHECKING:
    from orchestrator_lint.model.decision import Decision

_HANDED_ON = ("roles/", "decisions/")


def is_effect(flow: Value) -> bool:
    """Whether a flow takes effect outside: it reaches affected persons, or is marked so."""
    end = str(flow.to.plain or "")
    return end.startswith("persons/") or flow.effect.plain is True


def acts_past_people(decision: "Decision") -> bool:
    """Whether a path of flows leads from a system of the decision to an effect, past roles and decisions."""
    return bool(way_past_people(decision))


def way_past_people(decision: "Decision") -> tuple[Value, ...]:
    """The shortest path of its flows from a system of the decision to an effect, past roles and decisions."""
    flows = [flow for flow in decision.child("flows") if flow.from_ and flow.to]
    ways: dict[str, tuple[Value, ...]] = {f"systems/{system.id}": () for system in decision.systems}
    queue = sorted(ways)
    for end in queue:  # grows while it is read
        for flow in flows:
            if flow.from_.plain != end:
                continue
            way = (*ways[end], flow)
            if is_effect(flow):
                return way
            to = str(flow.to.plain)
            if to != "this" and not to.startswith(_HANDED_ON) and to not in ways:
                ways[to] = way
                queue.append(to)
    return ()
