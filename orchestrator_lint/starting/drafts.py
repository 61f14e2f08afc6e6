"""A kind of entry and what is known of it in, its draft as YAML with comments that teach out."""

from collections.abc import Mapping

from orchestrator_lint.starting.filling import filled
from orchestrator_lint.starting.kinds import KINDS

# facts that templates know and nobody is asked for
_BESIDE = ("affects", "level", "reversibility", "people", "question", "principle", "source", "granted")


def draft(kind: str, facts: Mapping[str, str | None], language: str) -> str:
    """Give the lines below the id of an entry, at column 0; what is not known stands there as a comment."""
    open_facts: dict[str, str | None] = dict.fromkeys(field.name for field in KINDS[kind].fields)
    beside = dict.fromkeys(_BESIDE)
    defaults = {field.name: field.default for field in KINDS[kind].fields if field.default}
    known = {name: value for name, value in facts.items() if value}
    return filled(f"{kind}.yaml", language, **{**open_facts, **beside, **defaults, **known})
