"""Writing pages into a folder, and comparing a folder with pages."""

import hashlib
import json
from pathlib import Path

import pytest

from orchestrator_lint.documents import Written, drift, write_pages
from orchestrator_lint.documents.stamp import is_ours, is_unedited, sealed, stamped

PAGES = {"index.md": stamped("# Home\n"), "de/index.md": stamped("# Übersicht\n"), "de/spaces/a.md": stamped("# A\n")}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    write_pages(PAGES, folder)
    return folder


def test_pages_are_written_with_their_folders(tmp_path: Path):
    done = write_pages(PAGES, tmp_path / "new" / "docs")
    assert done == Written(tuple(sorted(PAGES)), (), (), ())
    assert (tmp_path / "new/docs/de/index.md").read_bytes() == PAGES["de/index.md"].encode()


def test_a_second_run_changes_nothing(written: Path):
    before = {path: (written / path).stat().st_mtime_ns for path in PAGES}
    assert write_pages(PAGES, written) == Written((), (), (), ())
    assert {path: (written / path).stat().st_mtime_ns for path in PAGES} == before


def test_only_what_changed_is_written(written: Path):
    assert write_pages({**PAGES, "index.md": stamped("# New\n")}, written).changed == ("index.md",)


def test_a_page_edited_by_hand_is_brought_back(written: Path):
    path = written / "index.md"
    path.write_text(path.read_text(encoding="utf-8") + "by hand\n", encoding="utf-8")
    assert write_pages(PAGES, written).changed == ("index.md",)
    assert path.read_text(encoding="utf-8") == PAGES["index.md"]


def test_files_of_others_are_never_touched(written: Path):
    (written / "de" / "notes.md").write_text("# Ours\n", encoding="utf-8")
    (written / "de" / "picture.png").write_bytes(b"\x89PNG\xff")
    (written / "other").mkdir()
    (written / "other" / "page.md").write_text(stamped("elsewhere\n"), encoding="utf-8")
    assert write_pages({}, written).edited == ()
    assert (written / "de/notes.md").read_text(encoding="utf-8") == "# Ours\n"
    assert (written / "de/picture.png").exists()
    assert (written / "other/page.md").exists()


def test_a_foreign_file_in_the_way_is_reported_and_kept(tmp_path: Path):
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "index.md").write_text("# Written by hand\n", encoding="utf-8")
    done = write_pages(PAGES, tmp_path)
    assert done.foreign == ("de/index.md",)
    assert done.changed == ("de/spaces/a.md", "index.md")
    assert (tmp_path / "de/index.md").read_text(encoding="utf-8") == "# Written by hand\n"


def test_a_file_where_a_folder_should_be_is_reported(tmp_path: Path):
    (tmp_path / "de").write_text("no folder\n", encoding="utf-8")
    assert write_pages(PAGES, tmp_path).foreign == ("de/index.md", "de/spaces/a.md")


def test_a_folder_where_a_page_should_be_is_reported(tmp_path: Path):
    (tmp_path / "index.md").mkdir()
    assert write_pages(PAGES, tmp_path).foreign == ("index.md",)


def test_a_page_that_is_no_longer_generated_is_removed(written: Path):
    pages = {path: page for path, page in PAGES.items() if "spaces" not in path}
    assert write_pages(pages, written).removed == ("de/spaces/a.md",)
    assert not (written / "de/spaces").exists()


def test_a_page_that_is_no_longer_generated_but_was_edited_is_kept_and_reported(written: Path):
    path = written / "de/spaces/a.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nA note.\n", encoding="utf-8")
    pages = {path: page for path, page in PAGES.items() if "spaces" not in path}
    done = write_pages(pages, written)
    assert (done.removed, done.edited) == ((), ("de/spaces/a.md",))
    assert path.exists()


def test_links_do_not_lead_out_of_the_folder(tmp_path: Path):
    outside, folder = tmp_path / "outside", tmp_path / "docs"
    (outside / "spaces").mkdir(parents=True)
    (outside / "spaces" / "old.md").write_text(stamped("old\n"), encoding="utf-8")
    (outside / "home.md").write_text(stamped("home\n"), encoding="utf-8")
    folder.mkdir()
    (folder / "de").symlink_to(outside, target_is_directory=True)
    (folder / "index.md").symlink_to(outside / "home.md")
    done = write_pages(PAGES, folder)
    assert done.foreign == ("de/index.md", "de/spaces/a.md", "index.md")
    assert done.removed == ()
    assert sorted(entry.name for entry in outside.iterdir()) == ["home.md", "spaces"]
    assert (outside / "home.md").read_text(encoding="utf-8") == stamped("home\n")


@pytest.mark.parametrize(
    "path",
    [
        *("../x.md", "/etc/x.md", "de/../../x.md", "de//x.md", "x", "de/X.md", "de\\x.md", ".md", "a\0.md", "x.md\n"),
        *("x.json", "de/manifest.json", "x.html", ".svg", "../x.svg", "x.svg.exe"),
    ],
)
def test_no_path_leaves_the_folder(tmp_path: Path, path: str):
    with pytest.raises(ValueError, match="no path of a page"):
        write_pages({path: "x"}, tmp_path)


def test_a_folder_in_step_does_not_drift(written: Path):
    assert drift(PAGES, written) == []


def test_line_ends_of_a_checkout_are_no_drift(written: Path):
    path = written / "index.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert drift(PAGES, written) == []
    assert write_pages(PAGES, written).changed == ()
    assert write_pages({}, written).edited == ()


def test_drift_shows_what_differs_is_missing_in_the_way_or_superfluous(written: Path):
    (written / "de/index.md").unlink()
    pages = {**PAGES, "index.md": stamped("# New\n"), "de/spaces/b.md": stamped("# B\n")}
    (written / "de/spaces/b.md").write_text("by hand", encoding="utf-8")
    del pages["de/spaces/a.md"]
    found = {difference.path: (difference.kind, difference.diff) for difference in drift(pages, written)}
    assert {path: kind for path, (kind, _) in found.items()} == {
        "de/index.md": "missing",
        "de/spaces/b.md": "foreign",
        "index.md": "changed",
        "de/spaces/a.md": "superfluous",
    }
    assert found["index.md"][1].startswith("--- index.md (there)\n+++ index.md (generated)\n@@")
    assert "-# Home\n+# New\n" in found["index.md"][1]
    assert "@@ -0,0 +1,3 @@" in found["de/index.md"][1]
    assert "@@ -1,3 +0,0 @@" in found["de/spaces/a.md"][1]
    assert found["de/spaces/b.md"][1] == ""


def test_a_diff_says_where_a_last_line_break_is_missing(written: Path):
    path = written / "index.md"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    (found,) = drift(PAGES, written)
    assert "-# Home\n\\ No newline at end of file\n+# Home\n" in found.diff


def test_drift_writes_nothing(tmp_path: Path):
    assert len(drift(PAGES, tmp_path / "docs")) == 3
    assert not (tmp_path / "docs").exists()


def test_a_page_of_other_bytes_is_not_ours():
    assert not is_ours(b"\xff\xfe\x00binary")
    assert not is_ours(b"")
    assert is_unedited(PAGES["index.md"].encode())
    assert not is_unedited(PAGES["index.md"].encode() + b" ")


OLD = {**PAGES, "en/board.svg": stamped("<svg/>\n"), "archive/2025.md": stamped("# Old\n")}


def _listing(*paths: str) -> str:
    return sealed(json.dumps({"documents": {path: {} for path in paths}}, indent=2) + "\n")


@pytest.fixture
def with_manifest(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    write_pages({**OLD, "manifest.json": _listing(*OLD)}, folder)
    return folder


def test_what_the_old_manifest_lists_is_removed_wherever_it_is(with_manifest: Path):
    done = write_pages({**PAGES, "manifest.json": _listing(*PAGES)}, with_manifest)
    assert (done.changed, done.removed) == (("manifest.json",), ("archive/2025.md", "en/board.svg"))
    assert sorted(entry.name for entry in with_manifest.iterdir()) == ["de", "index.md", "manifest.json"]


def test_a_picture_that_was_edited_is_kept_and_reported(with_manifest: Path):
    picture = with_manifest / "en/board.svg"
    picture.write_text(picture.read_text(encoding="utf-8").replace("<svg/>", "<svg />"), encoding="utf-8")
    done = write_pages({**PAGES, "manifest.json": _listing(*PAGES)}, with_manifest)
    assert (done.removed, done.edited) == (("archive/2025.md",), ("en/board.svg",))
    assert picture.exists()


def test_a_manifest_leads_to_nothing_that_is_not_ours(tmp_path: Path):
    folder = tmp_path / "docs"
    (folder / "notes").mkdir(parents=True)
    (tmp_path / "outside.md").write_text(stamped("out\n"), encoding="utf-8")
    (folder / "notes" / "mine.md").write_text("# By hand\n", encoding="utf-8")
    (folder / "link").symlink_to(tmp_path, target_is_directory=True)
    (folder / "manifest.json").write_text(
        _listing("../outside.md", "link/outside.md", "notes/mine.md", "/etc/passwd", "gone.md"), encoding="utf-8"
    )
    assert write_pages({}, folder).removed == ("manifest.json",)
    assert (tmp_path / "outside.md").exists() and (folder / "notes/mine.md").exists()


def test_a_run_that_is_killed_leaves_the_manifest_that_knows_what_to_remove(
    with_manifest: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(path: Path, data: bytes) -> bool:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("orchestrator_lint.documents.folder.write_atomically", full)
    with pytest.raises(OSError, match="No space"):
        write_pages({"new.md": stamped("new\n"), "manifest.json": _listing("new.md")}, with_manifest)
    assert "archive/2025.md" in (with_manifest / "manifest.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("damage", ['"documents": 3', '"documents": [', "<<<<<<< HEAD"])
def test_a_manifest_edited_by_hand_is_brought_back(with_manifest: Path, damage: str):
    path = with_manifest / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"documents": {', damage, 1), encoding="utf-8")
    wanted = _listing(*OLD)
    assert [(found.kind, found.path) for found in drift({**OLD, "manifest.json": wanted}, with_manifest)] == [
        ("changed", "manifest.json")
    ]
    assert write_pages({**OLD, "manifest.json": wanted}, with_manifest).changed == ("manifest.json",)
    assert path.read_text(encoding="utf-8") == wanted


def test_an_edited_manifest_that_is_no_longer_generated_is_kept(with_manifest: Path):
    path = with_manifest / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace("{}", '{"note": 1}', 1), encoding="utf-8")
    assert write_pages(OLD, with_manifest).edited == ("manifest.json",)


@pytest.mark.parametrize("foreign", ["{}", '{"name": "app", "generated_by": "orchestrator-lint"}', "[", ""])
def test_a_manifest_of_others_is_reported_and_kept(tmp_path: Path, foreign: str):
    (tmp_path / "manifest.json").write_text(foreign, encoding="utf-8")
    assert write_pages({"manifest.json": _listing()}, tmp_path).foreign == ("manifest.json",)
    assert (tmp_path / "manifest.json").read_text(encoding="utf-8") == foreign


def test_the_hash_of_a_manifest_can_be_checked_without_us():
    written = _listing("index.md")
    rest = "".join(line for line in written.splitlines(keepends=True) if not line.startswith('  "sha256"'))
    assert json.loads(written)["sha256"] == hashlib.sha256(rest.encode()).hexdigest()
    assert is_ours(written.encode()) and is_unedited(written.replace("\n", "\r\n").encode())
