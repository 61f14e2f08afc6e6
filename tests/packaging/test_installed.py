"""Wheel, sdist and editable install each run from a folder that is not the checkout."""

import json
from pathlib import Path

from tests.packaging.packages import ROOT, Installed


def test_the_package_comes_from_where_it_was_installed(installed: Installed, tmp_path: Path) -> None:
    inside = installed.folder if "editable" not in str(installed.folder) else ROOT
    assert installed.location(tmp_path).is_relative_to(inside)


def test_check_finds_its_schemas(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("orchestrator-lint", "check", str(ROOT / "tests" / "base"), cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Checked 1 file" in done.stdout


def test_schema_prints_what_stands_in_the_repository(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("orchestrator-lint", "schema", "report", cwd=tmp_path)
    assert json.loads(done.stdout) == json.loads((ROOT / "schemas" / "report.schema.json").read_bytes())


def test_render_finds_its_templates(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("orchestrator-lint", "render", str(ROOT / "tests" / "base"), "--to", "docs", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((tmp_path / "docs").rglob("*.md"))


def test_import_finds_its_mappings(installed: Installed, tmp_path: Path) -> None:
    sample = str(ROOT / "tests" / "exchange" / "federal-sample.csv")
    done = installed.run(
        "orchestrator-lint", "import", "--mapping", "us-federal-2025", sample, "--to", "policies", cwd=tmp_path
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((tmp_path / "policies").rglob("*.yaml"))
