"""A configuration file in, a Configuration out; what it cannot mean is one clear error at its line."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from orchestrator_lint.configuration.configuration import DEFAULTS, Configuration, Setting
from orchestrator_lint.forms import InputError, Loaded, check_form, did_you_mean, line_of, load
from orchestrator_lint.judging import names, nearest_rule
from orchestrator_lint.model import Duration
from orchestrator_lint.problems import Card


def read_configuration(path: Path | None, cards: Mapping[str, Card], shown: str = "") -> Configuration:
    """Read the file at `path`, or give the defaults where there is none. `shown` is how messages name it.

    Raises InputError that names file and line.
    """
    if path is None:
        return Configuration({name: Setting(value, "default") for name, value in DEFAULTS.items()})
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{shown or path}: {error.strerror}") from None
    return parse_configuration(data, shown or str(path), cards)._replace(folder=path.parent)


def parse_configuration(data: bytes, name: str, cards: Mapping[str, Card]) -> Configuration:
    """Read a configuration from its bytes; `cards` are all rules that it may name.

    Raises InputError that names file and line: for a key, a rule or a threshold that does not exist too.
    """
    loaded = load(data, name)
    check_form(loaded, name, "configuration")
    found = loaded.data if isinstance(loaded.data, dict) else {}
    for path, word in _named(found):
        _check_rule(word, path, loaded, name, cards)
    settings = {key: Setting(value, "default") for key, value in DEFAULTS.items()}
    for key, value in found.items():
        if not key.startswith("x-"):
            settings[key] = Setting(value, f"{name}:{line_of((key,), loaded.lines)}")
    declared = {key: value for card in cards.values() for key, value in card.thresholds.items()}
    written: Any = found.get("thresholds") or {}
    thresholds = {key: _threshold(key, value, declared, loaded, name) for key, value in written.items()}
    words: Any = {kind: tuple(terms) for kind, terms in settings["words"].value.items()}
    read = {"thresholds": thresholds, "words": words}
    return Configuration({**settings, **{key: settings[key]._replace(value=value) for key, value in read.items()}})


def _named(found: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every word that names rules, with its path."""
    around: list[tuple[tuple[str | int, ...], Mapping[str, Any]]] = [((), found)]
    around += [(("paths", position), place) for position, place in enumerate(found.get("paths", ()))]
    for path, place in around:
        for key in ("select", "ignore"):
            yield from (((*path, key, position), word) for position, word in enumerate(place.get(key, ())))
        yield from (((*path, "severities", word), word) for word in place.get("severities", {}))


def _check_rule(word: str, path: tuple[str | int, ...], loaded: Loaded, name: str, cards: Mapping[str, Card]) -> None:
    if any(names(word, card) for card in cards.values()):
        return
    near = nearest_rule(word, cards)
    hint = f'; did you mean "{near}"?' if near else ""
    raise InputError(
        f'{name}:{line_of(path, loaded.lines)}: there is no rule "{word[:80]}"{hint} (`orchestrator-lint rules` lists all)'
    )


def _threshold(key: str, value: Any, declared: Mapping[str, object], loaded: Loaded, name: str) -> Any:
    """Read a threshold in the kind that the rule declares: a duration, a number or a list of words."""
    line = line_of(("thresholds", key), loaded.lines)
    if key not in declared:
        raise InputError(f'{name}:{line}: there is no threshold "{key[:80]}"{did_you_mean(key, declared)}')
    wanted = declared[key]
    try:
        if isinstance(wanted, (tuple, list)):
            return _words(value)
        if isinstance(wanted, str):
            Duration.parse(str(value))
            return str(value)
        number = float(value)
        return int(number) if number.is_integer() else number
    except (ValueError, TypeError, KeyError):
        raise InputError(f"{name}:{line}: thresholds.{key}: write it like {_example(wanted)}") from None


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(value)


def _example(wanted: object) -> str:
    return f"[{', '.join(map(str, wanted))}]" if isinstance(wanted, (tuple, list)) else str(wanted)
