"""What is configured and what the command line says in, every setting with its origin out."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from orchestrator_lint.judging import Choice, PathChoice
from orchestrator_lint.problems import Severity

DEFAULTS: Mapping[str, Any] = {
    "policies": [],
    "language": "en",
    "profile": "standard",
    "confidence": "likely",
    "select": [],
    "ignore": [],
    "severities": {},
    "thresholds": {},
    "words": {},
    "strict_dates": False,
    "fail_on": "error",
    "calendar": "block",
    "paths": [],
    "documents": {},
    "baseline": "",
}


class Setting(NamedTuple):
    """A value and where it came from: `default`, an option, or file and line."""

    value: Any
    origin: str


class Configuration(NamedTuple):
    """All settings of a run. `folder` is where the file lies, from which its paths are read; None without a file."""

    settings: Mapping[str, Setting]
    folder: Path | None = None

    def value(self, name: str) -> Any:
        """Give the value of a setting."""
        return self.settings[name].value

    def here(self, written: str) -> str:
        """Write a path of the file as reports do: from the working folder instead of the folder of the file."""
        return written if self.folder is None else Path(os.path.relpath(self.folder / written)).as_posix()

    def choice(self, exceptions: bool = True) -> Choice:
        """Give what the judging needs to know."""
        return Choice(
            profile=self.value("profile"),
            confidence=self.value("confidence"),
            select=tuple(self.value("select")),
            ignore=tuple(self.value("ignore")),
            severities=_severities(self.value("severities")),
            paths=tuple(
                PathChoice(
                    tuple(self.here(pattern) for pattern in place["match"]),
                    tuple(place.get("ignore", ())),
                    _severities(place.get("severities", {})),
                )
                for place in self.value("paths")
            ),
            strict_dates=self.value("strict_dates"),
            exceptions=exceptions,
            thresholds=self.value("thresholds"),
            words=self.value("words"),
        )


def chosen(configured: Configuration, options: Mapping[str, tuple[str, Any]]) -> Configuration:
    """Let options of the command line, by the name of the setting, stand above what is configured."""
    above = {name: Setting(value, option) for name, (option, value) in options.items()}
    return configured._replace(settings={**configured.settings, **above})


def _severities(written: Mapping[str, str]) -> dict[str, Severity]:
    return {name: Severity[word.upper()] for name, word in written.items()}
