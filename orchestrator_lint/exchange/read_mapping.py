"""The name of a shipped mapping, or a path, in; a Mapping out."""

from importlib import resources
from pathlib import Path
from typing import Any

from orchestrator_lint.exchange.mapping import Mapping, Silence
from orchestrator_lint.exchange.policy_shape import check_organisation
from orchestrator_lint.exchange.read_rules import object_rules
from orchestrator_lint.forms.check import check_form
from orchestrator_lint.forms.error import InputError, did_you_mean
from orchestrator_lint.forms.load import load

_SHIPPED = resources.files("orchestrator_lint.exchange") / "mappings"


def read_mapping(name_or_path: str) -> Mapping:
    """Read and check a mapping: one that ships, by its name, or a file, by a path with its ending.

    Raises InputError that names file and line.
    """
    if name_or_path in shipped_mappings():
        return parse_mapping((_SHIPPED / f"{name_or_path}.yaml").read_bytes(), f"{name_or_path}.yaml")
    try:
        return parse_mapping(Path(name_or_path).read_bytes(), name_or_path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        shipped = ", ".join(shipped_mappings())
        hint = did_you_mean(name_or_path, shipped_mappings())
        raise InputError(
            f"{name_or_path}: neither a file that can be read nor the name of a shipped mapping ({shipped}){hint}"
        ) from error


def shipped_mappings() -> list[str]:
    """Give the names of the mappings that ship with the package."""
    files = (entry.name for entry in _SHIPPED.iterdir())
    return sorted(name.removesuffix(".yaml") for name in files if name.endswith(".yaml"))


def parse_mapping(data: bytes, name: str) -> Mapping:
    """Read a mapping from its bytes; `name` is what messages call the file, and its stem the mapping's name."""
    loaded = load(data, name)
    check_form(loaded, name, "mapping")
    found: dict[str, Any] = loaded.data  # type: ignore[assignment]  # the schema asked for a map
    reading, silent = found.get("reading", {}), found.get("says_nothing", {})
    spaces = found["spaces"]
    check_organisation(found.get("organisation", {}), loaded.lines, name)
    rules = {section: object_rules(found.get(section), section, loaded, name) for section in _SECTIONS}
    mapping = Mapping(
        name=Path(name).stem,
        encoding=reading.get("encoding", "utf-8"),
        delimiter=reading.get("delimiter", ","),
        organisation=found.get("organisation", {}),
        empty=frozenset(found.get("empty", [])),
        silent_everywhere=_silence(silent.get("everywhere", {})),
        silent_in={column: _silence(told) for column, told in silent.get("columns", {}).items()},
        ids=tuple(map(tuple, found["ids"])),
        files=tuple(found.get("files", [])),
        space_by=tuple(spaces["by"]),
        spaces=rules["spaces"],
        decisions=rules["decisions"],
        systems=rules["systems"] if "systems" in found else None,
        datasets=rules["datasets"] if "datasets" in found else None,
    )
    _check_files(mapping, loaded.lines.get(("files",), 1), name)
    return mapping


_SECTIONS = ("spaces", "decisions", "systems", "datasets")


def _silence(found: dict[str, list[str]]) -> Silence:
    answers = frozenset(answer.casefold() for answer in found.get("is", []))
    return Silence(answers, tuple(opening.casefold() for opening in found.get("starts_with", [])))


def _check_files(mapping: Mapping, line: int, name: str) -> None:
    if missing := [column for column in mapping.files if column not in mapping.space_by]:
        raise InputError(
            f'{name}:{line}: files are split by "{missing[0]}" but spaces are not, so that a space would stand '
            "in two files; add the column to spaces.by"
        )
