"""A role and a level in, whether a person holds the role and may overrule that level out."""

from datetime import date

from orchestrator_lint.model import Role, level_rank


def may_overrule(role: Role, rank: int, today: date) -> bool:
    """Whether the role, or its deputy where its time is over, is human and may overrule a level of this rank."""
    if not _is_over(role, today):
        return _has_authority(role, rank)
    deputy = role.deputy.target
    return isinstance(deputy, Role) and not _is_over(deputy, today) and _has_authority(deputy, rank)


def _is_over(role: Role, today: date) -> bool:
    until = role.tenure_until.day
    return until is not None and until < today


def _has_authority(role: Role, rank: int) -> bool:
    is_human = role.kind.plain != "mailbox" or bool(role.accountable)
    return is_human and bool(role.may_overrule) and level_rank(str(role.may_overrule.plain)) >= rank
