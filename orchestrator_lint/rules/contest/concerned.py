"""A decision in, whether AI takes part in it and people are its subject out."""

from orchestrator_lint.model import Decision, known_any


def is_about_people(decision: Decision) -> bool:
    """Whether it is decided with AI about people, and not only near them."""
    return decision.acts_from("informs") and not decision.only_exposes and decision.affects_people


def must_make_itself_known(decision: Decision) -> bool:
    """Whether the class asks that people learn that they deal with AI, be they subject of the decision or not."""
    return bool(decision.law.risk_class.plain == "transparency")


def weighs_on_people(decision: Decision) -> bool:
    """Whether such a decision has at least moderate impact or a grave effect."""
    if not decision.acts_from("informs") or decision.only_exposes:
        return False
    return _is_weighty(decision) and decision.affects_people


def _is_weighty(decision: Decision) -> bool:
    return known_any((lambda: decision.weighs("moderate"), lambda: decision.has_grave_effect))
