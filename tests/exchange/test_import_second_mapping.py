"""Another register, in another shape and language, by data alone."""

from pathlib import Path

import pytest
import yaml

from orchestrator_lint.exchange import convert, read_mapping

MAPPING = """mapping: 1
title: A made-up register of a Dutch province
reading: {encoding: cp1252, delimiter: ";"}
organisation: {name: Provincie Waterland, languages: [nl], public_body: true}
empty: ["-"]
says_nothing: {everywhere: {is: [onbekend]}}
ids: [[naam]]
spaces:
  by: [thema]
  fields:
    title: {column: thema}
decisions:
  fields:
    title.nl: {column: naam}
    question: {column: beslissing}
    status: {column: status, values: {In gebruik: live, Buiten gebruik: retired}}
    human.does: {column: tussenkomst}
    contest.route: {column: bezwaar}
    machine.systems: {fixed: ["{system}"]}
systems:
  when: {techniek: {given: true}}
  fields:
    title: {column: naam}
    kind: {column: techniek, values: {Regels: rules, Taalmodel: llm}}
    supplier.name: {column: leverancier}
"""
REGISTER = """naam;thema;status;beslissing;tussenkomst;bezwaar;techniek;leverancier
Subsidie­toets;Natuur;In gebruik;Wie krijgt subsidie?;"Een medewerker beslist; altijd";Per brief;Regels;-
Kapvergunning;Natuur;Buiten gebruik;-;onbekend;-;-;Boom BV
Belastinghulp;Geld;Proef;Wat antwoorden wij?;-;-;Taalmodel;Slim & Co
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "waterland.yaml"
    path.write_text(MAPPING, encoding="utf-8")
    return convert(REGISTER.encode("cp1252"), read_mapping(str(path)), "register.csv").files


def test_a_register_of_another_shape_is_mapped_by_data_alone(files: dict[str, str]) -> None:
    found = yaml.safe_load(files["register.yaml"])
    assert found["spaces"].keys() == {"natuur", "geld"}
    permit = found["spaces"]["natuur"]["decisions"]["kapvergunning"]
    assert permit == {
        "title": {"nl": "Kapvergunning"},
        "status": "retired",
        "x-import": {"status": "Buiten gebruik", "tussenkomst": "onbekend", "leverancier": "Boom BV"},
    }


def test_an_object_exists_only_where_its_condition_holds(files: dict[str, str]) -> None:
    found = yaml.safe_load(files["register.yaml"])
    assert found["systems"] == {
        "belastinghulp": {"title": "Belastinghulp", "kind": "llm", "supplier": {"name": "Slim & Co"}},
        "subsidie-toets": {"title": "Subsidie\xadtoets", "kind": "rules"},
    }
    assert "machine" not in found["spaces"]["natuur"]["decisions"]["kapvergunning"]


def test_the_organisation_is_that_of_the_mapping(files: dict[str, str]) -> None:
    assert yaml.safe_load(files["organisation.yaml"])["organisation"]["name"] == "Provincie Waterland"
    assert 'with mapping "waterland"' in files["organisation.yaml"]


def test_a_file_named_organisation_does_not_meet_that_of_the_organisation() -> None:
    from orchestrator_lint.exchange.read_mapping import parse_mapping

    mapping = parse_mapping(
        b"mapping: 1\nids: [[a]]\nfiles: [a]\nspaces: {by: [a]}\ndecisions: {fields: {}}\n", "m.yaml"
    )
    found = convert(b"a\norganisation\nOrganisation!\ncon\n", mapping, "r.csv")
    assert len(found.files) == 3
    assert "con.yaml" not in found.files
    assert all(len(text) > 0 for text in found.files.values())
