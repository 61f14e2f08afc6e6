"""What several rules on personal data ask."""

import re

from orchestrator_lint.model import Dataset, Workspace


def answers_to_the_gdpr(workspace: Workspace) -> bool:
    """Whether the organisation declares the GDPR, or no framework at all."""
    organisation = workspace.organisation
    return organisation is None or organisation.frameworks.silent or organisation.frameworks.has("gdpr")


def is_personal(dataset: Dataset) -> bool:
    """Whether the dataset is said to hold personal data; silence says no such thing."""
    return dataset.personal.plain in ("personal", "special")


def name_of(written: str) -> str:
    """A name in the form in which two are compared: lower case, spaces, underscores and hyphens alike."""
    return re.sub(r"[\s_-]+", "-", written.strip().lower())
