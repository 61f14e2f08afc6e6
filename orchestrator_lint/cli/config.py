"""`config`: the configuration in, every setting and where it came from out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from orchestrator_lint.cli import options

if TYPE_CHECKING:
    from orchestrator_lint.configuration import Configuration, Setting


@click.command("config")
@options.configuration
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form of the list."
)
def command(config: str | None, form: str) -> None:
    """Show the configuration that holds here, and where each value came from.

    The file `.orchestrator-lint.yaml` is looked for in this folder and upwards to the top of the git repository; what
    it extends lies below it. What a mandatory base says, or what that extends, is marked where nothing above may make
    it weaker.
    `orchestrator-lint schema configuration` says what a configuration may hold.

    \b
      orchestrator-lint config
      orchestrator-lint config --format json
    """
    found = options.configured(config)
    click.echo(json.dumps(_entries(found), indent=2, ensure_ascii=False) if form == "json" else _text(found))


def _entries(found: "Configuration") -> dict[str, object]:
    entries: dict[str, object] = {}
    for name, setting in found.settings.items():
        parts = {key: _part(name, list(setting.origins(key)), found) for key in _keys(setting.value)}
        entry = {"value": _plain(setting.value), **_part(name, setting.origin, found)}
        entries[name] = entry | ({"parts": parts} if parts else {})
    return {**entries, "layers": [{"file": name, "mandatory": _mandatory(found, name)} for name in _nearest(found)]}


def _part(name: str, origins: str | list[str], found: "Configuration") -> dict[str, object]:
    listed = [origins] if isinstance(origins, str) else origins
    return {"from": origins, **({"mandatory": True} if _holds(name, listed, found) else {})}


def _text(found: "Configuration") -> str:
    lines = [line for name, setting in found.settings.items() for line in _lines(name, setting, found)]
    width = max(len(name) for name, _, _ in lines)
    told = [f"{name:<{width}}  {value}  ({origin})" for name, value, origin in lines]
    if len(found.files) > 1 or found.floors:
        marks = {True: "  mandatory: it and its defaults may be made stricter, never weaker", False: ""}
        told += ["", "Layers, the nearest first:"]
        told += [f"  {name}{marks[_mandatory(found, name)]}" for name in _nearest(found)]
    return "\n".join(told)


def _lines(name: str, setting: "Setting", found: "Configuration") -> Iterator[tuple[str, str, str]]:
    """Name, value and origin of a setting: one line, or one for each of its parts where they may come from several files."""
    keys = _keys(setting.value)
    if not keys:
        yield name, _short(setting.value), _told(name, (setting.origin,), found)
    for key in keys:
        yield f"{name}.{key}", _short(setting.value[key]), _told(name, setting.origins(key), found)


def _keys(value: Any) -> list[str | int]:
    """The parts of a map, and of a list of maps; words in a list come from one place."""
    if isinstance(value, Mapping):
        return list(value)
    return [place for place, entry in enumerate(value) if isinstance(entry, Mapping)] if isinstance(value, list) else []


def _told(name: str, origins: Sequence[str], found: "Configuration") -> str:
    mark = ", mandatory" if _holds(name, origins, found) else ""
    return f"{', '.join(origins)}{mark}"


def _holds(name: str, origins: Sequence[str], found: "Configuration") -> bool:
    from orchestrator_lint.configuration import KEYS

    return KEYS[name].holds and any(map(found.is_mandatory, origins))


def _nearest(found: "Configuration") -> tuple[str, ...]:
    return tuple(reversed(found.files))


def _mandatory(found: "Configuration", name: str) -> bool:
    return any(floor.origin.rpartition(":")[0] == name for floor in found.floors)


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def _short(value: Any) -> str:
    return value if value and isinstance(value, str) else json.dumps(_plain(value), ensure_ascii=False)
