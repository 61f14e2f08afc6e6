"""A baseline is written and read back without loss; what is wrong in it is told by its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_lint.configuration import parse_baseline, written_baseline
from orchestrator_lint.forms import InputError
from orchestrator_lint.judging import Entry

_GOOD = '{"rule": "SAF001", "object": "a/b", "fingerprint": "f1", "since": "2026-11-01"}'
_HEAD = '{"orchestrator-baseline": 1}'
_WORDS = st.text(min_size=1).filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text))
_ENTRIES = st.lists(
    st.builds(
        Entry,
        st.just("SAF001"),
        _WORDS,
        _WORDS,
        st.lists(_WORDS).map(tuple),
        st.lists(_WORDS, min_size=1).map(tuple),
        st.dates(),
        st.text().filter(lambda text: text.isprintable()),
    ),
    unique_by=lambda entry: entry.fingerprint,
)


@given(_ENTRIES)
def test_what_is_written_is_read_back_the_same(entries: list[Entry]) -> None:
    numbered = [entry._replace(line=number) for number, entry in enumerate(entries, 2)]
    assert list(parse_baseline(written_baseline(entries), "b")) == numbered


def test_a_line_of_its_own_object_names_no_decisions() -> None:
    entry = Entry("SAF001", "a/b", "f1", (), ("a/b",), date(2026, 11, 1))
    assert written_baseline([entry]).decode().splitlines()[1] == _GOOD


def test_other_line_ends_a_byte_order_mark_and_empty_lines_do_no_harm() -> None:
    (entry,) = parse_baseline(f"\ufeff{_HEAD}\r\n\r\n{_GOOD}\r\n".encode(), "b")
    assert (entry.code, entry.line) == ("SAF001", 3)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "b:1: a baseline begins with the line"),
        (_GOOD, "b:1: a baseline begins with the line"),
        ('{"orchestrator-baseline": 2}', "b:1: a baseline begins with the line"),
        (f"{_HEAD}\n<<<<<<< ours\n{_GOOD}", "b:2: not JSON; is a merge conflict left over?"),
        (f"{_HEAD}\n{_GOOD}\n{_GOOD}", "b:3: the same finding stands on line 2"),
        (f"{_HEAD}\n[]", "b:2: a line of a baseline is a map"),
        (f"{_HEAD}\n{_GOOD.replace('SAF001', '')}", 'b:2: "rule" is missing'),
        (f"{_HEAD}\n{_GOOD.replace('2026-11-01', '2026-13-01')}", 'b:2: "since" is no day'),
        (f'{_HEAD}\n{_GOOD[:-1]}, "decisions": "x"}}', 'b:2: "decisions" is no list'),
        (f'{_HEAD}\n{_GOOD[:-1]}, "names": [1]}}', 'b:2: "names" is no list'),
        (f'{_HEAD}\n{_GOOD[:-1]}, "becuase": "x"}}', 'b:2: unknown key "becuase"'),
        (f'{_HEAD}\n{_GOOD[:-1]}, "because": 1}}', 'b:2: "because" is no text'),
        (f"{_HEAD}\n{'[' * 100_000}", "b:2: nested too deeply"),
    ],
)
def test_what_is_wrong_is_told_by_its_line(text: str, says: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_baseline(text.encode(), "b")
    assert says in raised.value.message


def test_bytes_that_are_no_utf_8_are_told_by_their_line() -> None:
    with pytest.raises(InputError, match="b:2: not UTF-8"):
        parse_baseline(_HEAD.encode() + b'\n{"rule": "\xff"}', "b")
