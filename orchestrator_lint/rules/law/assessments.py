"""An impact assessment in, what its record lacks out."""

from orchestrator_lint.model import Settings, Value


def lacking(assessment: Value) -> list[str]:
    """The keys without which nobody finds the assessment again."""
    return [key for key in ("ref", "date") if not assessment.child(key)]


def is_still_to_come(assessment: Value, settings: Settings) -> bool:
    """Whether its day lies after the day that is judged: it records nothing yet."""
    day = assessment.date.day
    return day is not None and day > settings.as_of
