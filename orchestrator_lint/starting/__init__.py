"""Answers in, the texts of a governance repository out; and one more entry in policies that exist."""

from orchestrator_lint.starting.answers import Answers
from orchestrator_lint.starting.drafts import draft
from orchestrator_lint.starting.existing import Beginnings, beginnings
from orchestrator_lint.starting.kinds import KINDS, Field, Kind
from orchestrator_lint.starting.placing import Added, added, checked_id
from orchestrator_lint.starting.refusal import Refusal
from orchestrator_lint.starting.repository import Setup, repository, undecided

__all__ = [
    "KINDS",
    "Added",
    "Answers",
    "Beginnings",
    "Field",
    "Kind",
    "Refusal",
    "Setup",
    "added",
    "beginnings",
    "checked_id",
    "draft",
    "repository",
    "undecided",
]
