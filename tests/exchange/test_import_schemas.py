"""What an import gives is a policy; what a mapping is stands in its schema, with every key explained."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from orchestrator_lint.exchange import Converted, shipped_mappings
from orchestrator_lint.forms.load import load
from orchestrator_lint.forms.schemas import schema


def test_the_sample_becomes_valid_policies(sample: Converted) -> None:
    validator = Draft202012Validator(schema("policy"))
    for text in sample.files.values():
        assert [error.message for error in validator.iter_errors(yaml.safe_load(text))] == []


def test_the_schema_of_mappings_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema("mapping"))


def test_every_property_has_a_title_a_description_and_examples() -> None:
    for path, found in properties(schema("mapping"), ""):
        assert found.keys() >= {"title", "description", "examples"}, path


def test_every_example_is_valid() -> None:
    whole = schema("mapping")
    for path, found in properties(whole, ""):
        validator = Draft202012Validator({**found, "$defs": whole["$defs"]})
        for example in found["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], path


def test_every_shipped_mapping_fits_the_schema() -> None:
    assert shipped_mappings() == ["us-federal-2025"]
    folder = Path(__file__).parents[2] / "orchestrator_lint" / "exchange" / "mappings"
    for path in folder.iterdir():
        found = load(path.read_bytes(), path.name).data
        assert [error.message for error in Draft202012Validator(schema("mapping")).iter_errors(found)] == []


def properties(found: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(found, dict):
        for key, value in found.items():
            if key in ("properties", "$defs") and isinstance(value, dict):
                yield from ((f"{path}.{name}", inner) for name, inner in value.items())
            if key != "examples":
                yield from properties(value, f"{path}.{key}")


def test_the_schema_is_plain_json_with_an_end_of_line() -> None:
    text = (Path(__file__).parents[2] / "schemas" / "mapping.schema.json").read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
