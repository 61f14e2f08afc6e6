"""YAML texts in, a workspace of the model out."""

from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Decision, Workspace
from orchestrator_lint.reading import read
from orchestrator_lint.shape import check_shape
from orchestrator_lint.sources import Source


def workspace_of(*texts: str) -> Workspace:
    """Read each text as one file; the header is added."""
    language = policy_language()
    sources = [
        Source(f"{number}.yaml", f"orchestrator: 1\n{text}".encode()) for number, text in enumerate(texts, start=1)
    ]
    readings = [read(source, language.sections) for source in sources]
    documents = [check_shape(document, language).document for reading in readings for document in reading.documents]
    return Workspace(documents, language, [reading.unread for reading in readings if reading.broken])


def decision_of(*texts: str) -> Decision:
    """Give the first decision of a workspace."""
    return workspace_of(*texts).decisions[0]


def decision_with(keys: str, *others: str) -> Decision:
    """Give the decision `lending/raise-limit` with the keys of a flow map, beside other files."""
    return decision_of(f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}", *others)
