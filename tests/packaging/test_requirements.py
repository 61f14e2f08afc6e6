"""The locked versions: complete, hashed, and free of addresses."""

import re
import tomllib

from tests.packaging.packages import ROOT

LOCKED = ROOT / "requirements" / "test.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_no_line_names_an_address_or_a_path() -> None:
    text = LOCKED.read_text(encoding="utf-8")
    assert "://" not in text
    options = [line for line in text.splitlines() if re.match(r"\s*-(?!-hash=sha256:[0-9a-f]{64}( \\)?$)", line)]
    assert options == []


def test_every_version_is_pinned_and_hashed() -> None:
    for entry in _entries():
        assert re.match(r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_what_the_project_asks_for_is_locked() -> None:
    project = PROJECT["project"]
    asked = {_name(line) for line in (*project["dependencies"], *project["optional-dependencies"]["test"])}
    missing = asked - {_name(entry) for entry in _entries()}
    assert not missing, "run: just lock"


def test_what_builds_the_package_is_asked_for_by_the_tests() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["project"]["optional-dependencies"]["test"])


def _entries() -> list[str]:
    lines = [line for line in LOCKED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return "\n".join(lines).replace("\\\n", " ").splitlines()


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found.group()).lower()
