"""A configuration file in, a Configuration out; what it cannot mean, or a mandatory base forbids, is one clear error."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from orchestrator_lint.configuration.configuration import Configuration, Floor, Setting
from orchestrator_lint.configuration.file import File
from orchestrator_lint.configuration.keys import DEFAULTS, KEYS, OF_THE_FILE, Places
from orchestrator_lint.configuration.layer import Layer, parse_layer
from orchestrator_lint.configuration.layers import Stacked, read_layers
from orchestrator_lint.forms import InputError
from orchestrator_lint.problems import Card


def read_configuration(path: Path | None, cards: Mapping[str, Card], shown: str = "") -> Configuration:
    """Read the file at `path` with all that it extends, or give the defaults where there is none.

    `shown` is how messages name the file. Raises InputError that names file and line.
    """
    if path is None:
        return _merged((), None)
    top = read_layers(File(path, shown or str(path)), cards)
    floors = tuple(_floor(stacked, top.file) for stacked in top.all() if stacked.layer.is_mandatory)
    configuration = _merged(top.all(), top.file)._replace(floors=floors)
    check_floors(configuration, cards)
    return configuration


def parse_configuration(data: bytes, name: str, cards: Mapping[str, Card]) -> Configuration:
    """Read a single file from its bytes, without what it extends; `cards` are all rules that it may name.

    Raises InputError that names file and line.
    """
    file = File(Path(name), name)
    return _merged((Stacked(parse_layer(data, name, cards), file, ()),), file)


def check_floors(configuration: Configuration, cards: Mapping[str, Card]) -> None:
    """Raise InputError where anything, an option too, asks less than a mandatory base; it names every such place."""
    breaches = [
        breach
        for floor in configuration.floors
        for key in KEYS.values()
        if not isinstance(key.relaxed, str)
        for breach in key.relaxed(floor, configuration, cards)
    ]
    if breaches:
        lines = dict.fromkeys(breach.message for breach in breaches)
        bases = ", ".join(dict.fromkeys(floor.origin for floor in configuration.floors))
        raise InputError("\n".join((*lines, f"A mandatory base ({bases}) may be made stricter, never weaker.")))


def _floor(stacked: Stacked, run: File) -> Floor:
    stack = stacked.all()
    return Floor(stacked.layer.at("mandatory"), frozenset(below.layer.name for below in stack), _merged(stack, run))


def _merged(stack: Sequence[Stacked], run: File | None) -> Configuration:
    """Lay the files one upon the other, the farthest first."""
    settings = {name: Setting(value, "default") for name, value in DEFAULTS.items()}
    for stacked in stack:
        places = Places(stacked.file, run or stacked.file)
        for name, setting in _settings(stacked.layer, places).items():
            settings[name] = KEYS[name].merge(settings[name], setting)
    return Configuration(settings, tuple(stacked.layer.name for stacked in stack))


def _settings(layer: Layer, places: Places) -> dict[str, Setting]:
    found = {}
    for name, written in layer.said.items():
        if name not in OF_THE_FILE:
            entries = {path[1:]: layer.at(*path) for path in layer.lines if len(path) > 1 and path[0] == name}
            try:
                found[name] = Setting(KEYS[name].form(written, places), layer.at(name), entries)
            except InputError as error:
                raise InputError(f"{layer.at(name)}: {name}: {error.message}") from None
    return found
