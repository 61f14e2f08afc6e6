"""The bytes of one configuration file in, what it says out; what it cannot mean is one clear error at its line."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from orchestrator_lint.configuration.thresholds import as_written, read_threshold
from orchestrator_lint.forms import InputError, Path, check_form, did_you_mean, line_of, load
from orchestrator_lint.judging import names, nearest_rule
from orchestrator_lint.problems import Card, Threshold


class Layer(NamedTuple):
    """What one file says. `name` is how messages name it, `lines` leads from the path of a value to its line."""

    name: str
    said: Mapping[str, Any]
    lines: dict[Path, int]

    def at(self, *path: str | int) -> str:
        """File and line of a value."""
        return f"{self.name}:{line_of(path, self.lines)}"

    @property
    def extends(self) -> tuple[str, ...]:
        """What it builds on, as written."""
        written = self.said.get("extends", ())
        return (written,) if isinstance(written, str) else tuple(written)

    @property
    def is_mandatory(self) -> bool:
        """Whether nothing above it may ask less."""
        return bool(self.said.get("mandatory"))


def parse_layer(data: bytes, name: str, cards: Mapping[str, Card]) -> Layer:
    """Read one file from its bytes; `cards` are all rules with thresholds.

    Raises InputError that names file and line: for a key or a threshold that does not exist too.
    """
    loaded = load(data, name)
    check_form(loaded, name, "configuration")
    found = loaded.data if isinstance(loaded.data, dict) else {}
    said = {key: value for key, value in found.items() if not key.startswith("x-")}
    layer = Layer(name, said, loaded.lines)
    if "thresholds" not in said:
        return layer
    declared = {key: threshold for card in cards.values() for key, threshold in card.thresholds.items()}
    written: Any = said["thresholds"]
    thresholds = {key: _threshold(key, value, declared, layer) for key, value in written.items()}
    return layer._replace(said={**said, "thresholds": thresholds})


def check_names(layer: Layer, cards: Mapping[str, Card]) -> None:
    """Raise InputError where the file names a rule that is not among `cards`."""
    for path, word in _named(layer.said):
        _check_rule(word, path, layer, cards)


def _named(found: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every word that names rules, with its path."""
    around: list[tuple[tuple[str | int, ...], Mapping[str, Any]]] = [((), found)]
    around += [(("paths", position), place) for position, place in enumerate(found.get("paths", ()))]
    for path, place in around:
        for key in ("select", "ignore"):
            yield from (((*path, key, position), word) for position, word in enumerate(place.get(key, ())))
        yield from (((*path, "severities", word), word) for word in place.get("severities", {}))


def _check_rule(word: str, path: tuple[str | int, ...], layer: Layer, cards: Mapping[str, Card]) -> None:
    if any(names(word, card) for card in cards.values()):
        return
    near = nearest_rule(word, cards)
    hint = f'; did you mean "{near}"?' if near else ""
    raise InputError(f'{layer.at(*path)}: there is no rule "{word[:80]}"{hint} (`orchestrator-lint rules` lists all)')


def _threshold(key: str, value: Any, declared: Mapping[str, Threshold], layer: Layer) -> Any:
    place = layer.at("thresholds", key)
    if key not in declared:
        raise InputError(f'{place}: there is no threshold "{key[:80]}"{did_you_mean(key, declared)}')
    try:
        return read_threshold(declared[key], value)
    except (ValueError, TypeError):
        raise InputError(f"{place}: thresholds.{key}: write it like {as_written(declared[key].value)}") from None
