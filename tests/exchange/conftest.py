"""The made-up register, the mapping that ships, and ways to read what an import wrote."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from orchestrator_lint.exchange import Converted, Mapping, convert, read_mapping

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def federal() -> Mapping:
    return read_mapping("us-federal-2025")


@pytest.fixture(scope="session")
def sample_bytes() -> bytes:
    return (HERE / "federal-sample.csv").read_bytes()


@pytest.fixture(scope="session")
def sample(federal: Mapping, sample_bytes: bytes) -> Converted:
    return convert(sample_bytes, federal, "federal-sample.csv")


@pytest.fixture(scope="session")
def joined() -> Callable[[Converted], dict[str, Any]]:
    """Join the files of an import to one workspace; an id that stands twice fails the test."""
    return join


def join(converted: Converted) -> dict[str, Any]:
    workspace: dict[str, Any] = {}
    for text in converted.files.values():
        for section, objects in yaml.load(text, yaml.CSafeLoader).items():
            if section == "orchestrator":
                continue
            assert not workspace.setdefault(section, {}).keys() & objects.keys()
            workspace[section] |= objects
    return workspace
