"""The real inventory: 3,611 records, all of them there, nothing lost, nothing invented."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from orchestrator_lint.exchange import Converted, Mapping, convert
from orchestrator_lint.forms.schemas import schema

REGISTER = Path(__file__).parents[3] / "shared" / "data" / "us-federal-2025" / "individual.csv"
pytestmark = pytest.mark.skipif(not REGISTER.is_file(), reason="the data of the register are absent (../shared/data)")

Json = dict[str, Any]
EMPTY = ("", "[]")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(REGISTER.read_text(encoding="utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def real(federal: Mapping) -> Converted:
    return convert(REGISTER.read_bytes(), federal, "individual.csv")


@pytest.fixture(scope="module")
def workspace(real: Converted, joined: Callable[[Converted], Json]) -> Json:
    return joined(real)


def entries(workspace: Json) -> Iterator[tuple[str, Json, Json]]:
    for space in workspace["spaces"].values():
        for name, decision in space["decisions"].items():
            yield name, decision, space


def as_row(name: str, decision: Json, space: Json, workspace: Json) -> dict[str, str]:
    """Put a record of the register together again from what the policies say of it."""
    system, dataset = workspace["systems"][name], workspace.get("datasets", {}).get(name, {})
    carried = {
        **space["x-import"],
        "agency_bureau": space["title"],
        "use_case_name": decision.get("title"),
        "problem_solved": decision.get("purpose"),
        "system_outputs": decision["machine"].get("does"),
        "vendor_name": system.get("supplier", {}).get("name"),
        "data_description": dataset.get("x-description"),
    }
    kept: dict[str, str] = decision.get("x-import", {})
    return {column: text for column, text in carried.items() if text} | kept


def test_all_records_are_there_each_as_one_decision(workspace: Json, real: Converted) -> None:
    found = Counter(name for name, _, _ in entries(workspace))
    assert len(found) == sum(found.values()) == len(workspace["systems"]) == real.records == 3611


def test_there_is_a_file_per_agency_and_a_space_per_bureau(workspace: Json, real: Converted) -> None:
    assert len(real.files) == 42
    assert len(workspace["spaces"]) == 410


def test_no_word_of_the_register_is_lost_and_none_is_added(workspace: Json, rows: list[dict[str, str]]) -> None:
    def key(row: dict[str, str]) -> tuple[tuple[str, str], ...]:
        told = {column: text for column, text in row.items() if text not in EMPTY}
        if told.get("agency_bureau") == told["agency_name"]:
            del told["agency_bureau"]  # the space of an agency and that of a bureau of the same name look alike
        return tuple(sorted(told.items()))

    again = Counter(key(as_row(name, decision, space, workspace)) for name, decision, space in entries(workspace))
    assert again == Counter(map(key, rows))


def test_the_policies_are_valid(real: Converted) -> None:
    validator = Draft202012Validator(schema("policy"))
    for name, text in real.files.items():
        found = yaml.load(text, yaml.CSafeLoader)
        assert [error.message for error in validator.iter_errors(found)] == [], name


def test_states_are_those_of_the_register(workspace: Json, rows: list[dict[str, str]]) -> None:
    answers = Counter(row["hi_appeal_process"] for row in rows)
    contests = [decision["contest"] for _, decision, _ in entries(workspace) if "contest" in decision]
    states = Counter(contest.get("state") or contest.get("basis") or "reason" for contest in contests)
    assert states == {
        "established": answers["Appeal Process Established"],
        "in-progress": answers["Appeal Process In-progress"],
        "reason": answers["Not Applicable"],
        "law": answers["Appeal Precluded by Law"],
    }


def test_statuses_and_levels_are_those_of_the_register(workspace: Json, rows: list[dict[str, str]]) -> None:
    stages = Counter(row["development_stage"] for row in rows)
    statuses = Counter(decision.get("status") for _, decision, _ in entries(workspace))
    assert statuses == {
        "planned": stages["Pre-deployment"],
        "pilot": stages["Pilot"],
        "live": stages["Deployed"],
        "retired": stages["Retired"],
        None: stages[""],
    }
    levels = [decision["impact"] for _, decision, _ in entries(workspace) if "impact" in decision]
    assert levels == [{"level": "high"}] * sum(row["is_high_impact"] == "High-impact" for row in rows)


def test_references_lead_to_something(workspace: Json) -> None:
    for name, decision, _ in entries(workspace):
        assert decision["machine"]["systems"] == [name]
    for name, system in workspace["systems"].items():
        assert system.get("learns_from", [name]) == [name]
        assert "learns_from" not in system or name in workspace["datasets"]


def test_no_data_is_no_dataset(workspace: Json) -> None:
    for dataset in workspace["datasets"].values():
        assert dataset
        assert not dataset.get("x-description", "").startswith(("N/A", "No agency data", "No training", "Not trained"))


def test_every_plain_word_is_text_in_either_version_of_yaml(real: Converted) -> None:
    for text in real.files.values():
        for token in yaml.scan(text, yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.plain and token.value != "1":
                assert token.value[0].isalpha()
                assert token.value.lower() not in {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


def test_the_order_of_rows_leaves_no_trace(real: Converted, federal: Mapping, rows: list[dict[str, str]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(reversed(rows))
    assert convert(text.getvalue().encode(), federal, "individual.csv") == real
