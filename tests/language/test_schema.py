"""The schema of the language: it explains every property, and its examples are true."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import yaml

from orchestrator_lint.language import policy_language

SCHEMA = policy_language().schema


def _properties(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        for item in node:
            yield from _properties(item, path)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "properties":
                yield from ((f"{path}.{name}", raw) for name, raw in value.items())
            if key not in ("examples", "x-de", "x-form"):
                yield from _properties(value, path if key in ("properties", "$defs", "anyOf") else f"{path}.{key}")


PROPERTIES = list(_properties(SCHEMA))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert len(PROPERTIES) > 400


@pytest.mark.parametrize("field", ["title", "description"])
def test_every_property_explains_itself_in_both_languages(field: str) -> None:
    silent = [path for path, raw in PROPERTIES if not raw.get(field) or not raw.get("x-de", {}).get(field)]
    assert silent == []


def test_every_property_has_an_example_that_is_valid() -> None:
    wrong = []
    for path, raw in PROPERTIES:
        validator = jsonschema.Draft202012Validator({**raw, "$defs": SCHEMA["$defs"]})
        if not raw.get("examples") or not all(validator.is_valid(example) for example in raw["examples"]):
            wrong.append(path)
    assert wrong == []


def test_no_key_of_the_language_is_a_boolean_of_yaml_1_1() -> None:
    names = {path.rsplit(".", 1)[1] for path, _ in PROPERTIES}
    assert [name for name in sorted(names) if not isinstance(yaml.safe_load(name), str)] == []
