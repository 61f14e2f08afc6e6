"""The name of a file that ships with the package in, its content out."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped_folder(name: str) -> Path:
    """Give the folder `schemas` or `templates`: inside an installed package, beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def shipped(folder: str, name: str) -> str:
    """Read one shipped file as text."""
    return (shipped_folder(folder) / name).read_text(encoding="utf-8")
