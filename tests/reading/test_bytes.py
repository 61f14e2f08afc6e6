"""What a file is made of: encodings, line ends, invisible characters."""

import pytest
import yaml

from tests.mutated import BASE, changed, report_of, sole, spot

TYPO = changed("autonomy: recommends", "autonomy: recomends")


@pytest.mark.parametrize(
    "text",
    [
        BASE.replace("\n", "\r\n"),
        BASE.replace("\n", "\r"),
        "\ufeff" + BASE,
        changed("Retail lending", "Retail\u2028 lend\x85ing\u2029"),
        changed("Retail lending", "Retail \u202elending"),
        changed("Retail lending", "Retail\ufeff lending"),
        changed("Retail lending", "Kreditprüfung 😀"),
    ],
    ids=["crlf", "cr", "bom", "breaks-of-1.1", "right-to-left", "bom-in-text", "emoji"],
)
def test_what_yaml_allows_is_no_finding(text: str) -> None:
    assert report_of(text).findings == ()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("libyaml", [True, False])
def test_lines_are_counted_as_an_editor_does(end: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    text = TYPO.replace("Retail lending", "Retail\u2028 lend\x85ing").replace("# A small", "# A \x85small")
    assert spot(sole(text.replace("\n", end))) == ("SHP002", 189, 19)


def test_columns_count_characters_and_not_bytes() -> None:
    text = changed("{title: Customers,", "{title: Kündinnen 😀, titel: x,")
    assert spot(sole(text)) == ("SHP001", 14, 37)


def test_a_byte_order_mark_takes_no_column() -> None:
    assert spot(sole("\ufefforchestrater: 1\n" + BASE.replace("orchestrator: 1\n", "", 1))) == ("SHP001", 1, 1)


@pytest.mark.parametrize(
    ("data", "line", "column", "looks"),
    [
        (BASE.encode("utf-16"), 1, 1, "UTF-16"),
        (BASE.encode("utf-16-le"), 1, 1, "UTF-16"),
        (BASE.encode("utf-16-be"), 1, 1, "UTF-16"),
        (BASE.encode("utf-32"), 1, 1, "UTF-32"),
        (changed("Retail lending", "Prüfung").encode("cp1252"), 159, 14, "Windows-1252"),
        (changed("Retail lending", "Retail\ud800").encode("utf-8", "surrogatepass"), 159, 18, "Windows-1252"),
    ],
)
def test_what_is_no_utf_8_is_one_finding_where_it_begins(data: bytes, line: int, column: int, looks: str) -> None:
    finding = sole(data)
    assert spot(finding) == ("YML004", line, column)
    assert looks in finding.message("en")


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b", "\x7f", "\x90", "\ufffe"])
@pytest.mark.parametrize("libyaml", [True, False])
def test_an_invisible_character_is_named_by_its_code(char: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    finding = sole(changed("Retail lending", f"Retail{char} lending"))
    assert spot(finding) == ("YML004", 159, 18)
    assert f"U+{ord(char):04X}" in finding.message("de")


def test_a_byte_order_mark_before_a_later_key_is_found() -> None:
    assert spot(sole(changed("\nspaces:", "\n\ufeffspaces:"))) == ("YML001", 157, 1)


@pytest.mark.parametrize("name", ["len\u202eding", "len\u200bding", "len\u00a0ding"])
def test_an_invisible_character_in_an_id_is_shown_in_the_message(name: str) -> None:
    finding = sole(changed("  lending:\n", f"  {name}:\n"))
    assert spot(finding) == ("SHP004", 158, 3)
    assert f"<U+{ord(name[3]):04X}>" in finding.message("en")
