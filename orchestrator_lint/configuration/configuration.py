"""Settings and where each came from in, what the judging needs to know out."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from orchestrator_lint.configuration.file import PACKAGE, path_of
from orchestrator_lint.judging import Choice, PathChoice
from orchestrator_lint.model import Rule
from orchestrator_lint.problems import Severity

Entry = tuple[str | int, ...]

if TYPE_CHECKING:
    from orchestrator_lint.house_rules import HouseRule


class Setting(NamedTuple):
    """A value and where it came from: `default`, an option, or file and line.

    `entries` says the same of the parts of a value, by their path in it.
    """

    value: Any
    origin: str
    entries: Mapping[Entry, str] = {}

    def at(self, *entry: str | int) -> str:
        """Say where a part of the value came from."""
        while entry and entry not in self.entries:
            entry = entry[:-1]
        return self.entries.get(entry, self.origin)

    def origins(self, *entry: str | int) -> tuple[str, ...]:
        """Say where a part came from that may have grown in several files: a place in each of them."""
        parts = (origin for path, origin in self.entries.items() if path[: len(entry)] == entry)
        by_file: dict[str, str] = {}
        for origin in parts:
            by_file.setdefault(origin.rpartition(":")[0], origin)
        return tuple(by_file.values()) if len(by_file) > 1 else (self.at(*entry),)


class Floor(NamedTuple):
    """What a mandatory base alone would ask: nothing above it may ask less.

    `origin` is the line that says `mandatory`, `files` are the base and what it extends, as messages name them.
    """

    origin: str
    files: frozenset[str]
    configuration: "Configuration"


class Configuration(NamedTuple):
    """All settings of a run; paths among them are told from the working folder.

    `files` are the files that it comes from, the nearest last, as messages name them; `rules` those of the organisation.
    """

    settings: Mapping[str, Setting]
    files: tuple[str, ...] = ()
    floors: tuple[Floor, ...] = ()
    rules: "tuple[HouseRule, ...]" = ()

    @property
    def own_rules(self) -> tuple[Rule, ...]:
        """The rules of the organisation, as they run."""
        return tuple(house.rule for house in self.rules)

    def value(self, name: str) -> Any:
        """Give the value of a setting."""
        return self.settings[name].value

    def here(self, written: str) -> str:
        """Give the path to open for a path among the settings, which may lie in a package: `package:acme/templates`."""
        return path_of(written)

    def beside(self, name: str) -> str:
        """Give the path of what lies beside the configuration; in the working folder where there is no file, or a package has it."""
        file = self.files[-1] if self.files else ""
        return name if file.startswith(PACKAGE) else str(Path(file).parent / name)

    def is_mandatory(self, origin: str) -> bool:
        """Whether a line of a mandatory base says it, or one of what such a base extends."""
        return any(origin.rpartition(":")[0] in floor.files for floor in self.floors)

    def choice(self, exceptions: bool = True) -> Choice:
        """Give what the judging needs to know."""
        farthest, *nearer = [_severities(layer) for layer in reversed(self.value("severities").maps)]
        return Choice(
            profile=self.value("profile"),
            confidence=self.value("confidence"),
            select=tuple(self.value("select")),
            ignore=tuple(self.value("ignore")),
            severities=farthest,
            # what a nearer file says of all files stands above a farther one, as what is said of a path does
            paths=(*(PathChoice(("*",), (), weights) for weights in nearer), *map(_path, self.value("paths"))),
            strict_dates=self.value("strict_dates"),
            exceptions=exceptions,
            thresholds=self.value("thresholds"),
            words=self.value("words"),
        )


def chosen(configured: Configuration, options: Mapping[str, tuple[str, Any]]) -> Configuration:
    """Let options of the command line, by the name of the setting, stand above what is configured."""
    above = {name: Setting(value, option) for name, (option, value) in options.items()}
    return configured._replace(settings={**configured.settings, **above})


def _path(written: Mapping[str, Any]) -> PathChoice:
    ignored, severities = written.get("ignore", ()), written.get("severities", {})
    return PathChoice(tuple(written["match"]), tuple(ignored), _severities(severities))


def _severities(written: Mapping[str, str]) -> dict[str, Severity]:
    return {name: Severity[word.upper()] for name, word in written.items()}
