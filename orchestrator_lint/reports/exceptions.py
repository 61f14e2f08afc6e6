"""An exception in, the words for it out: its kind and name, who approved it, until when."""

from orchestrator_lint.judging import Excepted
from orchestrator_lint.problems import Text

_KIND = {
    "waiver": Text("waiver", "Ausnahme"),
    "comment": Text("comment", "Kommentar"),
    "baseline": Text("baseline", "Altbestand"),
}
_APPROVED = Text("approved by {role}", "bewilligt von {role}")
_UNTIL = Text("until {day}", "bis {day}")
_NOT_COUNTED = Text("not counted", "nicht mitgezählt")


def kind(excepted: Excepted, language: str) -> str:
    """Write what sort of exception it is."""
    return _KIND[excepted.kind].to(language)


def named(excepted: Excepted, language: str) -> str:
    """Write `waiver w-1, approved by ai-officer, until 2026-12-31`; what is not known is left out."""
    parts = [f"{kind(excepted, language)} {excepted.id}".strip()]
    if excepted.approved_by:
        parts.append(_APPROVED.to(language).format(role=excepted.approved_by))
    if excepted.expires:
        parts.append(_UNTIL.to(language).format(day=excepted.expires.isoformat()))
    return ", ".join(parts)


def not_counted(excepted: Excepted, language: str) -> str:
    """Say that a finding is not counted, by which exception, and for which reason."""
    reason = excepted.reason.to(language)
    text = f"{_NOT_COUNTED.to(language)} ({named(excepted, language)})"
    return f"{text}: {reason}" if reason else text
