"""The keys of the configuration: how each comes together from several files, and what relaxes it.

A key of the schema without a row here fails a test.
"""

import posixpath
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from orchestrator_lint.configuration import merging, relaxing
from orchestrator_lint.configuration.configuration import Configuration, Floor, Setting
from orchestrator_lint.configuration.file import File, path_of
from orchestrator_lint.problems import Card


class Places(NamedTuple):
    """From where a file's paths are read: `file` says them, `run` is the configuration of the run."""

    file: File
    run: File

    def beside(self, written: str) -> str:
        """Give a path of what lies beside the file, as templates do. Raises InputError where its package is not there."""
        name = self.file.beside(written)
        path_of(name)
        return name

    def checked(self, written: str) -> str:
        """Give a path of what the repository holds; a package lies outside, so its paths are read from the run's folder."""
        return written if self._near.is_packaged else self._near.beside(written)

    def pattern(self, written: str) -> str:
        """Give a pattern of such paths. The way up to its folder stays at its head, so that no star stands for a part of it."""
        path = self.checked(written)
        if self._near.is_packaged or Path(written).is_absolute():
            return path
        return posixpath.normpath(posixpath.join(self._near.folder, written))

    @property
    def _near(self) -> File:
        return self.run if self.file.is_packaged else self.file


class Key(NamedTuple):
    """A key: its default, how two files come together, and how one is found that asks less than a mandatory base.

    `relaxed` is a check, or the reason why nothing that it says can ask less. `form` makes of what is written what
    a setting holds.
    """

    default: Any
    merge: Callable[[Setting, Setting], Setting]
    relaxed: Callable[[Floor, Configuration, Mapping[str, Card]], Iterator[relaxing.Breach]] | str
    form: Callable[[Any, Places], Any] = lambda written, _: written

    @property
    def holds(self) -> bool:
        """Whether what a mandatory base says of it stays, whatever stands above; a list that goes on loses nothing."""
        return callable(self.relaxed) or self.merge is merging.in_order


def _maps(written: Mapping[str, Any], _: Places) -> Any:
    return ChainMap(dict(written))


def _words(written: Mapping[str, Any], _: Places) -> Any:
    return {kind: tuple(terms) for kind, terms in written.items()}


def _policies(written: list[str], places: Places) -> list[str]:
    return [places.checked(path) for path in written]


def _paths(written: list[dict[str, Any]], places: Places) -> list[dict[str, Any]]:
    return [{**entry, "match": [places.pattern(pattern) for pattern in entry["match"]]} for entry in written]


def _rules(written: list[str], places: Places) -> list[str]:
    return [places.beside(path) for path in written]


def _baseline(written: str, places: Places) -> str:
    return places.checked(written)


def _documents(written: Mapping[str, str], places: Places) -> Any:
    read = {"folder": places.checked, "templates": places.beside}
    return ChainMap({key: read.get(key, str)(value) for key, value in written.items()})


_OF_THE_FILE = "it speaks of the file that says it, and holds in no other"

OF_THE_FILE = ("extends", "mandatory")
KEYS: Mapping[str, Key] = {
    "extends": Key([], merging.nearest, _OF_THE_FILE),
    "mandatory": Key(False, merging.nearest, _OF_THE_FILE),
    "policies": Key([], merging.nearest, "only the repository knows where its policies lie", _policies),
    "language": Key("en", merging.nearest, "a finding weighs the same in each language"),
    "profile": Key("standard", merging.nearest, relaxing.profile),
    "confidence": Key("likely", merging.nearest, relaxing.confidence),
    "select": Key([], merging.nearest, relaxing.select),
    "ignore": Key([], merging.nearest, relaxing.ignore),
    "severities": Key(ChainMap({}), merging.by_name, relaxing.severities, _maps),
    "thresholds": Key(ChainMap({}), merging.by_name, relaxing.thresholds, _maps),
    "words": Key({}, merging.terms, relaxing.words, _words),
    "strict_dates": Key(False, merging.nearest, relaxing.strict_dates),
    "fail_on": Key("error", merging.nearest, relaxing.fail_on),
    "calendar": Key("block", merging.nearest, relaxing.calendar),
    "paths": Key([], merging.in_order, relaxing.paths, _paths),
    "rules": Key([], merging.in_order, "rules of one's own add up: nothing above takes one away", _rules),
    "baseline": Key("", merging.nearest, "it only shrinks, and every report shows what it holds", _baseline),
    "documents": Key(ChainMap({}), merging.by_name, "documents show the findings and decide none", _documents),
}
DEFAULTS: Mapping[str, Any] = {name: key.default for name, key in KEYS.items() if name not in OF_THE_FILE}
