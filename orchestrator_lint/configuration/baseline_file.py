"""The bytes of a baseline in, its entries out, and back: one line a finding, so that a review sees each come and go."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from orchestrator_lint.forms import InputError
from orchestrator_lint.judging import Entry

BASELINE = ".orchestrator-lint-baseline.jsonl"
LARGEST = 50_000_000  # bytes; some 200,000 findings
_HEAD = {"orchestrator-baseline": 1}
_TEXTS = ("rule", "object", "fingerprint", "since")
_LISTS = ("names", "decisions")
_KEYS = frozenset((*_TEXTS, *_LISTS, "because"))


def parse_baseline(data: bytes, name: str) -> tuple[Entry, ...]:
    """Read a baseline from its bytes; `name` is how messages call it.

    Raises InputError that names file and line.
    """
    if len(data) > LARGEST:
        raise InputError(f"{name}: larger than {LARGEST:,} bytes, too large for a baseline")
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
    if not lines or _value(lines[0], f"{name}:1") != _HEAD:
        raise InputError(f"{name}:1: a baseline begins with the line {json.dumps(_HEAD)}")
    seen: dict[str, int] = {}
    entries = []
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            entry = _entry(line, number, f"{name}:{number}")
            if entry.fingerprint in seen:
                raise InputError(f"{name}:{number}: the same finding stands on line {seen[entry.fingerprint]}")
            seen[entry.fingerprint] = number
            entries.append(entry)
    return tuple(entries)


def written_baseline(entries: Iterable[Entry]) -> bytes:
    """Write a baseline; the same entries give the same bytes."""
    lines = [_HEAD, *map(_data, entries)]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()


def _data(entry: Entry) -> dict[str, object]:
    """The keys of a line; lists and a reason only where they add something."""
    data = {
        "rule": entry.code,
        "object": entry.about,
        "decisions": [] if entry.decisions == (entry.about,) else list(entry.decisions),
        "names": list(entry.names),
        "fingerprint": entry.fingerprint,
        "since": entry.since.isoformat(),
        "because": entry.because,
    }
    return {key: value for key, value in data.items() if value}


def _entry(line: bytes, number: int, at: str) -> Entry:
    data = _value(line, at)
    if not isinstance(data, dict):
        raise InputError(f"{at}: a line of a baseline is a map of rule, object and fingerprint")
    for key in _TEXTS:
        if not isinstance(data.get(key), str) or not data[key]:
            raise InputError(f'{at}: "{key}" is missing or no text')
    for key in _LISTS:
        if not isinstance(data.get(key, []), list) or not all(isinstance(item, str) for item in data.get(key, [])):
            raise InputError(f'{at}: "{key}" is no list of texts')
    unknown = sorted(data.keys() - _KEYS)
    if unknown or not isinstance(data.get("because", ""), str):
        raise InputError(f'{at}: unknown key "{unknown[0][:80]}"' if unknown else f'{at}: "because" is no text')
    return Entry(
        data["rule"],
        data["object"],
        data["fingerprint"],
        tuple(data.get("names", ())),
        tuple(data.get("decisions", (data["object"],))),
        _day(data["since"], at),
        data.get("because", ""),
        number,
    )


def _value(line: bytes, at: str) -> Any:
    try:
        return json.loads(line)
    except UnicodeDecodeError:
        raise InputError(f"{at}: not UTF-8") from None
    except RecursionError:
        raise InputError(f"{at}: nested too deeply") from None
    except ValueError:
        raise InputError(f"{at}: not JSON; is a merge conflict left over?") from None


def _day(written: str, at: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise InputError(f'{at}: "since" is no day like 2026-11-30') from None
