"""A configuration file in, a Configuration out; what it cannot mean, or a mandatory base forbids, is one clear error."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from orchestrator_lint.configuration.configuration import Configuration, Floor, Setting
from orchestrator_lint.configuration.file import File, path_of
from orchestrator_lint.configuration.keys import DEFAULTS, KEYS, OF_THE_FILE, Places
from orchestrator_lint.configuration.layer import Layer, check_names, parse_layer
from orchestrator_lint.configuration.layers import Stacked, read_layers
from orchestrator_lint.forms import InputError
from orchestrator_lint.problems import Card

if TYPE_CHECKING:
    from orchestrator_lint.house_rules import HouseRule


def read_configuration(path: Path | None, cards: Mapping[str, Card], shown: str = "") -> Configuration:
    """Read the file at `path` with all that it extends, or give the defaults where there is none.

    `shown` is how messages name the file. Raises InputError that names file and line.
    """
    if path is None:
        return _merged((), None)
    top = read_layers(File(path, shown or str(path)), cards)
    merged = _merged(top.all(), top.file)
    own = _own(merged, cards)
    floors = tuple(_floor(stacked, top.file, own) for stacked in top.all() if stacked.layer.is_mandatory)
    configuration = merged._replace(floors=floors, rules=own)
    known = {**cards, **{rule.rule.code: rule.rule.card for rule in configuration.rules}}
    for stacked in top.all():
        check_names(stacked.layer, known)
    check_floors(configuration, known)
    return configuration


def parse_configuration(data: bytes, name: str, cards: Mapping[str, Card]) -> Configuration:
    """Read a single file from its bytes, without what it extends; `cards` are all rules that it may name.

    Raises InputError that names file and line.
    """
    file = File(Path(name), name)
    layer = parse_layer(data, name, cards)
    check_names(layer, cards)
    return _merged((Stacked(layer, file, ()),), file)


def check_floors(configuration: Configuration, cards: Mapping[str, Card]) -> None:
    """Raise InputError where anything, an option too, asks less than a mandatory base; it names every such place."""
    breaches = [
        breach
        for floor in configuration.floors
        for key in KEYS.values()
        if not isinstance(key.relaxed, str)
        for breach in key.relaxed(floor, configuration, _known_to(floor, configuration, cards))
    ]
    if breaches:
        lines = dict.fromkeys(breach.message for breach in breaches)
        bases = ", ".join(dict.fromkeys(floor.origin for floor in configuration.floors))
        raise InputError(*lines, f"A mandatory base ({bases}) may be made stricter, never weaker.")


def _known_to(floor: Floor, configuration: Configuration, cards: Mapping[str, Card]) -> Mapping[str, Card]:
    """Without the rules that others brought: whoever adds a rule may leave it out again."""
    brought = {rule.card.code for rule in configuration.own_rules} - {
        rule.card.code for rule in floor.configuration.own_rules
    }
    return {code: card for code, card in cards.items() if code not in brought}


def _own(configuration: Configuration, cards: Mapping[str, Card]) -> "tuple[HouseRule, ...]":
    """The rules of the organisation, in the files that the configuration names."""
    if not configuration.value("rules"):
        return ()
    from orchestrator_lint.house_rules import read_rules

    names = configuration.value("rules")
    missing = next((position for position, name in enumerate(names) if not Path(path_of(name)).exists()), None)
    if missing is not None:
        raise InputError(f"{configuration.settings['rules'].at(missing)}: rules: '{names[missing]}' does not exist")
    return read_rules(names, cards, path_of)


def _floor(stacked: Stacked, run: File, own: "Sequence[HouseRule]") -> Floor:
    stack = stacked.all()
    alone = _merged(stack, run)
    rules = tuple(rule for rule in own if any(_stands_in(place, rule) for place in alone.value("rules")))
    files = frozenset(below.layer.name for below in stack)
    return Floor(stacked.layer.at("mandatory"), files, alone._replace(rules=rules))


def _stands_in(place: str, rule: "HouseRule") -> bool:
    """Whether a rule comes from a file, or from one in a folder."""
    return PurePath(rule.origin.rpartition(":")[0]).is_relative_to(place)


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
