"""A decision in, the systems and datasets that it uses out, as far as they can be known."""

from orchestrator_lint.documents.reader import items, target_at, targets
from orchestrator_lint.model import Dataset, Decision, System


def systems_of(decision: Decision) -> list[System]:
    """Give the systems that take part, each once."""
    found = {target.id: target for target in targets(decision, "machine.systems") if isinstance(target, System)}
    return list(found.values())


def datasets_of(decision: Decision) -> list[Dataset]:
    """Give the datasets that its flows touch or its systems learn from, by id."""
    ends = [target_at(flow, name) for flow in items(decision, "flows") if flow is not None for name in ("from", "to")]
    learnt = [target for system in systems_of(decision) for target in targets(system, "learns_from")]
    found = {target.id: target for target in (*ends, *learnt) if isinstance(target, Dataset)}
    return [found[id] for id in sorted(found)]
