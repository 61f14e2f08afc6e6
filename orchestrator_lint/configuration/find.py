"""A folder in, the configuration that holds there out."""

from pathlib import Path

NAME = ".orchestrator-lint.yaml"


def find_configuration(start: Path) -> Path | None:
    """Give the nearest configuration from `start` upwards, no higher than the top of the git repository.

    Outside a repository only `start` itself counts: what lies above belongs to somebody else.
    """
    folders = [start, *start.parents]
    top = next((position for position, folder in enumerate(folders) if (folder / ".git").exists()), 0)
    return next((folder / NAME for folder in folders[: top + 1] if (folder / NAME).is_file()), None)
