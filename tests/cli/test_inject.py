"""`inject` as a user meets it: files, exit codes and what is said."""

import stat
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.documents.given import BASE
from tests.documents.read_markdown import links

PAGE = "# Handbook\n\n<!-- orchestrator-lint begin register#decisions -->\n<!-- orchestrator-lint end -->\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with clean policies and a page with a region."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_a_region_is_filled_in_and_its_links_lead_to_the_rendered_documents(folder: Path) -> None:
    (folder / "guide").mkdir()
    page = folder / "guide" / "page.md"
    (folder / "page.md").rename(page)
    run("render", "--to", "docs/gov", cwd=folder)
    done = run("inject", "guide/page.md", "--to", "docs/gov", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "guide/page.md: 1 region, filled in.\n")
    found = [link for link in links(page.read_text(encoding="utf-8")) if not link.startswith("#")]
    assert found and all((page.parent / link.partition("#")[0]).is_file() for link in found)
    before = page.stat().st_mtime_ns
    again = run("inject", "guide/page.md", "--to", "docs/gov", cwd=folder)
    assert (again.returncode, again.stdout) == (0, "guide/page.md: 1 region, nothing changed.\n")
    assert page.stat().st_mtime_ns == before


def test_check_and_diff_write_nothing_and_exit_with_1_where_something_differs(folder: Path) -> None:
    check = run("inject", "page.md", "--to", "docs", "--check", cwd=folder)
    assert (check.returncode, check.stdout) == (1, "changed: page.md\n")
    diff = run("inject", "page.md", "--to", "docs", "--diff", cwd=folder)
    assert diff.returncode == 1 and "\n-<!-- orchestrator-lint end -->\n" in diff.stdout
    assert diff.stdout.startswith("changed: page.md\n--- page.md (there)\n+++ page.md (generated)\n")
    assert (folder / "page.md").read_text(encoding="utf-8") == PAGE
    run("inject", "page.md", "--to", "docs", cwd=folder)
    for option in ("--check", "--diff"):
        done = run("inject", "page.md", "--to", "docs", option, cwd=folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_page_without_a_region_is_said_and_needs_no_policies(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff no region")
    done = run("inject", "a.md", cwd=tmp_path)
    assert done.returncode == 0 and "a.md: there is no region in it" in done.stdout


def test_a_page_with_a_mistake_is_not_written_and_the_others_are(folder: Path) -> None:
    wrong = PAGE.replace("register", "registr") + "\n<!-- orchestrator-lint begin register -->\n"
    (folder / "wrong.md").write_text(wrong, encoding="utf-8")
    done = run("inject", "wrong.md", "page.md", "--to", "docs", cwd=folder)
    assert done.returncode == 2
    assert 'wrong.md:3: there is no document "registr"; did you mean "register"?' in done.stderr
    assert "wrong.md:6: this region has no end" in done.stderr
    assert (folder / "wrong.md").read_text(encoding="utf-8") == wrong
    assert "page.md: 1 region, filled in." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "FILE"),
        (["gone.md"], "gone.md"),
        (["page.md"], "--to DIR"),
        (["page.md", "--to", "docs", "--policies", "polices"], "polices"),
        (["page.md", "--to", "docs", "--policies", "empty"], "No policy was read"),
    ],
)
def test_a_wrong_command_is_one_clear_line(folder: Path, arguments: list[str], words: str) -> None:
    (folder / "empty").mkdir()
    done = run("inject", *arguments, cwd=folder)
    assert done.returncode == 2 and words in done.stderr and "Traceback" not in done.stderr


def test_mode_and_link_of_a_page_stay(folder: Path) -> None:
    (folder / "page.md").chmod(0o640)
    (folder / "link.md").symlink_to("page.md")
    run("inject", "link.md", "--to", "docs", cwd=folder)
    assert (folder / "link.md").is_symlink()
    assert stat.S_IMODE((folder / "page.md").stat().st_mode) == 0o640
    assert "sha256=" in (folder / "page.md").read_text(encoding="utf-8")


def test_configuration_names_policies_and_folder_and_the_organisation_its_language(folder: Path) -> None:
    (folder / "policies").rename(folder / "rules")
    organisation = BASE.replace("languages: [en]", "languages: [de, en]")
    (folder / "rules" / "base.yaml").write_text(organisation, encoding="utf-8")
    (folder / ".orchestrator-lint.yaml").write_text("policies: [rules]\ndocuments: {folder: gov}\n", encoding="utf-8")
    done = run("inject", "page.md", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "](gov/de/register.md#" in (folder / "page.md").read_text(encoding="utf-8")


def test_regions_are_filled_in_from_templates_of_ones_own(folder: Path) -> None:
    (folder / ".orchestrator-lint.yaml").write_text(
        "documents: {folder: docs, templates: templates}\n", encoding="utf-8"
    )
    (folder / "templates").mkdir()
    own = """{% extends "shipped/register.en.md.j2" %}
{% block decisions %}
{{ heading(2, "decisions", "Decisions by space") }}

In our own words.
{% endblock %}
"""
    (folder / "templates" / "register.en.md.j2").write_text(own, encoding="utf-8")
    done = run("inject", "page.md", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "In our own words." in (folder / "page.md").read_text(encoding="utf-8")
