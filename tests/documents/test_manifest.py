"""The manifest: what it says of the documents, and that it says the same twice."""

import hashlib
import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from orchestrator_lint import __version__
from orchestrator_lint.documents import all_pages, documents, manifest
from orchestrator_lint.forms import schema
from orchestrator_lint.journey import Checked, check
from orchestrator_lint.sources import Source
from tests.documents.given import BASE, TODAY, base, checked, dumped


def _manifest(result: Checked) -> str:
    return manifest(documents(*result), result.report)


@pytest.fixture(scope="module")
def result() -> Checked:
    return checked(BASE)


def test_the_manifest_has_the_form_of_its_schema(result: Checked):
    Draft202012Validator(schema("manifest")).validate(json.loads(_manifest(result)))


def test_every_document_is_listed_with_its_hash_and_nothing_else(result: Checked):
    pages, said = all_pages(*result), json.loads(_manifest(result))
    hashes = {path: hashlib.sha256(page.encode()).hexdigest() for path, page in pages.items()}
    assert {path: document["sha256"] for path, document in said["documents"].items()} == hashes
    assert list(said["documents"]) == sorted(pages)
    assert said["version"] == __version__


def test_a_document_has_the_same_id_in_both_languages_and_a_title_in_each(result: Checked):
    said = json.loads(_manifest(result))["documents"]
    english, german = said["en/spaces/lending.md"], said["de/spaces/lending.md"]
    assert english["id"] == german["id"] == "charter-lending"
    assert (english["language"], german["language"]) == ("en", "de")
    assert english["title"].startswith("Decision charter: ") and german["title"].startswith("Entscheidungscharta: ")
    assert said["index.md"]["language"] == "mul"


def test_a_title_is_plain_text():
    data = base()
    data["spaces"]["lending"]["title"] = "R&D: *loans* <now> #1"
    said = json.loads(_manifest(checked(dumped(data))))["documents"]
    assert said["en/spaces/lending.md"]["title"] == "Decision charter: R&D: *loans* <now> #1"


def test_the_manifest_names_the_day_only_where_one_was_fixed():
    data = base()
    data["organisation"].pop("as_of", None)
    source = [Source("policies/a.yaml", dumped(data).encode())]
    loose, fixed = check(source, TODAY), check(source, TODAY, date(2026, 12, 24))
    assert [json.loads(_manifest(loose))[key] for key in ("as_of", "as_of_from")] == [None, None]
    assert [json.loads(_manifest(fixed))[key] for key in ("as_of", "as_of_from")] == ["2026-12-24", "option"]
    assert _manifest(loose) == _manifest(check(source, date(2031, 1, 1)))
