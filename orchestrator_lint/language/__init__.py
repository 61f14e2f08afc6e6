"""The JSON Schema in, the policy language out: which keys, values and references a place may hold."""

from orchestrator_lint.language.language import Language, policy_language
from orchestrator_lint.language.near import nearest, slug
from orchestrator_lint.language.node import Node

__all__ = ["Language", "Node", "nearest", "policy_language", "slug"]
