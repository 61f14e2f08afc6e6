"""The name of a schema in, the schema out."""

import json
from typing import Any

from orchestrator_lint.shipped import shipped


def schema(name: str) -> dict[str, Any]:
    """Read `schemas/NAME.schema.json`."""
    found: dict[str, Any] = json.loads(shipped("schemas", f"{name}.schema.json"))
    return found
