"""Bad input: one clear message that names file and line, never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_lint.exchange import InputError, Mapping, convert, read_mapping
from orchestrator_lint.exchange.read_mapping import parse_mapping

MAPPING = b"""mapping: 1
ids: [[name]]
spaces: {by: []}
decisions: {fields: {title: {column: name}}}
"""
SMALL = parse_mapping(MAPPING, "small.yaml")


def message(data: bytes, mapping: Mapping = SMALL) -> str:
    with pytest.raises(InputError) as caught:
        convert(data, mapping, "list.csv")
    assert "\n" not in caught.value.message
    return caught.value.message


def of_mapping(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse_mapping(text.encode(), "my.yaml")
    assert "\n" not in caught.value.message
    return caught.value.message


def test_an_empty_file_is_refused() -> None:
    assert message(b"").startswith("list.csv: the file is empty")
    assert message(b"\xef\xbb\xbf\n\n").startswith("list.csv: the file is empty")


def test_a_file_without_a_record_is_refused() -> None:
    assert "holds no record" in message(b"name,x\n")
    assert "holds no record" in message(b"name,x\n , \n")


def test_a_missing_column_is_named_with_the_nearest() -> None:
    assert message(b"names,x\na,b\n") == (
        'list.csv:1: the mapping small reads columns that are not there: "name"; did you mean "names"?'
    )


def test_a_column_that_stands_twice_is_refused() -> None:
    assert message(b"name,name\na,b\n") == 'list.csv:1: the column "name" stands here twice'


def test_a_column_name_without_end_is_refused() -> None:
    assert "too long" in message(b"name," + b"x" * 1200 + b"\na,b\n")


def test_a_row_with_too_many_fields_is_refused() -> None:
    assert message(b'name,x\n"a\nb",c\nd,e,f\n') == "list.csv:4: the row has 3 fields, the header 2"


def test_a_row_with_too_few_fields_is_refused() -> None:
    assert message(b"name,x\na\n") == "list.csv:2: the row has 1 fields, the header 2"


def test_another_encoding_is_named_with_the_line() -> None:
    assert message("name,x\na,b\nGröße,c\n".encode("cp1252")).startswith("list.csv:3: not utf-8")
    assert message("name,x\na,b\n".encode("utf-16")).startswith("list.csv:1: not utf-8")


def test_a_nul_character_is_named_with_the_line() -> None:
    assert message(b"name,x\na,b\nc\0,d\n").startswith("list.csv:3: a NUL character")


def test_a_cell_of_one_megabyte_is_refused() -> None:
    assert message(b"name,x\na,b\n" + b"c" * 1_000_000 + b",d\n").startswith("list.csv:3: the row that begins here")


def test_a_quotation_mark_that_is_never_closed_is_named_where_its_row_begins() -> None:
    assert message(b'name,x\na,b\n"c,d\ne,f\n') == (
        "list.csv:3: the row that begins here is no CSV: a quotation mark is never closed"
    )


def test_blank_rows_are_counted_and_not_taken_for_records() -> None:
    found = convert(b"name,x\n,\na,b\n , \n", SMALL, "list.csv")
    assert found.records == 1
    assert "2 blank rows hold no record" in found.notes


def test_a_column_without_a_name_is_kept_by_its_place() -> None:
    assert "column 2: b" in convert(b"name,\na,b\n", SMALL, "list.csv").files["register.yaml"]


@given(st.binary(max_size=200))
def test_any_bytes_give_policies_or_one_message(data: bytes) -> None:
    for whole in (data, b"name,x\n" + data):
        try:
            convert(whole, SMALL, "list.csv")
        except InputError as error:
            assert error.message.startswith("list.csv")


@given(st.binary(max_size=200))
def test_any_bytes_as_a_mapping_give_a_mapping_or_one_message(data: bytes) -> None:
    for whole in (data, MAPPING + data):
        try:
            parse_mapping(whole, "my.yaml")
        except InputError as error:
            assert error.message.startswith("my.yaml")


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("mapping: 1\nid: [[name]]\nspaces: {by: []}\n", 'my.yaml:2: unknown key "id"; did you mean "ids"?'),
        ("decisions: {fields: {title: {colum: name}}}", 'unknown key "colum"; did you mean "column"?'),
        ("decisions: {fields: {titel: {column: name}}}", 'no field "titel" in decision; did you mean "title"?'),
        ("decisions: {fields: {oversight.stopp: {column: name}}}", 'did you mean "stop"?'),
        ("decisions: {fields: {status: {column: name}}}", "status does not take any text"),
        ("decisions: {fields: {status: {column: name, values: {Live: lives}}}}", "status cannot be that: 'lives'"),
        ("decisions: {fields: {machine.systems: {fixed: 7}}}", "machine.systems cannot be that: 7"),
        ("decisions: {fields: {title: {column: name, fixed: x}}}", "title: give either"),
        ("decisions: {fields: {title: {}}}", "title: give either"),
        ("decisions: {fields: {title: {fixed: x, values: {a: b}}}}", "needs a `column`"),
        ("decisions: {fields: {contest: {fixed: {}}, contest.route: {column: name}}}", "contest.route lies inside"),
        ("decisions: {fields: {title: {column: name, when: {name: {}}}}}", "my.yaml:4: decisions.fields.title.when"),
        ("decisions: {}", "`fields` is missing"),
        ("decisions: {fields: {}}\nfiles: [name]", 'my.yaml:5: files are split by "name" but spaces are not'),
        ("decisions: {fields: {}}\norganisation: {nam: x}", "my.yaml:5: organisation: "),
        ("decisions: {fields: {}}\nreading: {encoding: ebcdic}", "my.yaml:5: reading.encoding: 'ebcdic' is not one of"),
        ("decisions: {fields: {}}\ndecisions: {fields: {}}", 'my.yaml:5: the key "decisions" stands here twice'),
        ("decisions: &a {fields: {}}\nsystems: *a", "my.yaml:5: aliases"),
        ("decisions: {fields: {}}\n[a]: b", "my.yaml:5: a key must be a word"),
        ("decisions: {fields: {}", "my.yaml:5: not YAML"),
        ("decisions: \x07", "not YAML"),
        ("decisions: " + "[" * 50_000, "my.yaml:4: nested too deeply"),
        ("decisions: " + "{a: " * 50_000, "my.yaml:4: nested too deeply"),
        ("decisions: " + "- " * 50_000, "my.yaml:4: "),
        ("# " + "x" * 1_000_001, "too large"),
    ],
)
def test_a_broken_mapping_is_told_by_line(broken: str, expected: str) -> None:
    head = "" if broken.startswith("mapping") else "mapping: 1\nids: [[name]]\nspaces: {by: []}\n"
    assert expected in of_mapping(head + broken + "\n")


def test_a_mapping_that_is_no_map_is_refused() -> None:
    assert of_mapping("- a\n").startswith("my.yaml:1: the file: ")
    assert of_mapping("").startswith("my.yaml:1: the file: ")


def test_a_mapping_in_another_encoding_is_refused() -> None:
    with pytest.raises(InputError, match=r"my.yaml:2: not UTF-8"):
        parse_mapping(b"mapping: 1\ntitle: \xff\n", "my.yaml")


def test_an_unknown_mapping_names_those_that_ship() -> None:
    with pytest.raises(InputError, match=r"us-federal-25: neither .* \(us-federal-2025\); did you mean"):
        read_mapping("us-federal-25")
    with pytest.raises(InputError, match="neither"):
        read_mapping("a\0b")
