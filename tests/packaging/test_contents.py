"""What is in the wheel and in the sdist, and what must not be."""

import sys
import tarfile
import zipfile
from email.parser import BytesParser
from pathlib import Path

import pytest

from tests.packaging.packages import ROOT

SHIPPED = ("orchestrator_lint", "schemas", "templates")


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(wheel: Path) -> None:
    files = {name for name in _wheel(wheel) if ".dist-info/" not in name}
    component = ROOT / "templates" / "check.yml"  # for GitLab, which looks for it there
    assert files == {_in_wheel(path) for folder in SHIPPED for path in _files(ROOT / folder) if path != component}


@pytest.mark.parametrize(
    "name",
    [
        "orchestrator_lint/py.typed",
        "orchestrator_lint/schemas/policy.schema.json",
        "orchestrator_lint/schemas/report.schema.json",
        "orchestrator_lint/schemas/mapping.schema.json",
        "orchestrator_lint/exchange/mappings/us-federal-2025.yaml",
    ],
)
def test_the_wheel_holds_what_commands_read(wheel: Path, name: str) -> None:
    assert _wheel(wheel)[name] or name.endswith("py.typed")


def test_the_wheel_holds_templates(wheel: Path) -> None:
    templates = [name for name in _wheel(wheel) if name.startswith("orchestrator_lint/templates/")]
    assert any(name.endswith(".de.md.j2") for name in templates), templates
    assert any(name.endswith(".en.md.j2") for name in templates), templates


def test_a_wheel_from_the_sdist_is_the_same_wheel(wheel: Path, wheel_from_sdist: Path) -> None:
    assert _wheel(wheel) == _wheel(wheel_from_sdist)


def test_a_wheel_names_its_licence_and_its_command(wheel: Path) -> None:
    files = _wheel(wheel)
    (info,) = {name.split("/")[0] for name in files if ".dist-info/" in name}
    metadata = BytesParser().parsebytes(files[f"{info}/METADATA"])
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert files[f"{info}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert b"orchestrator-lint = orchestrator_lint.cli:main" in files[f"{info}/entry_points.txt"]


def test_the_sdist_holds_what_a_contributor_needs(sdist: Path) -> None:
    names = set(_sdist(sdist))
    assert {"README.md", "LICENSE", "pyproject.toml", "justfile", ".pre-commit-hooks.yaml"} <= names
    assert {"tests/base/policy.yaml", "requirements/test.txt", ".ci/run"} <= names
    assert {"action.yml", "templates/check.yml"} <= names


def test_no_file_that_tools_leave_behind_is_shipped(wheel: Path, sdist: Path) -> None:
    left = [name for name in (*_wheel(wheel), *_sdist(sdist)) if "__pycache__" in name or "_cache/" in name]
    assert left == []


def test_no_path_of_the_machine_that_built_is_shipped(wheel: Path, sdist: Path) -> None:
    paths = {str(ROOT).encode(), sys.prefix.encode()}
    files = {**_wheel(wheel), **_sdist(sdist)}
    assert [name for name, data in files.items() if any(path in data for path in paths)] == []


def _wheel(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _sdist(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as archive:
        files = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        return {name.partition("/")[2]: file.read() for name, file in files.items() if file is not None}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__"]


def _in_wheel(path: Path) -> str:
    name = path.relative_to(ROOT).as_posix()
    return name if name.startswith("orchestrator_lint/") else f"orchestrator_lint/{name}"
