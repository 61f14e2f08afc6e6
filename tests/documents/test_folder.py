"""Writing pages into a folder, and comparing a folder with pages."""

from pathlib import Path

import pytest

from orchestrator_lint.documents import Written, drift, write_pages
from orchestrator_lint.documents.stamp import is_ours, is_unedited, stamped

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
    "path", ["../x.md", "/etc/x.md", "de/../../x.md", "de//x.md", "x", "de/X.md", "de\\x.md", ".md", "a\0.md"]
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
    missing, foreign, changed, superfluous = drift(pages, written)
    assert missing == "missing: de/index.md\n"
    assert foreign.startswith("foreign: de/spaces/b.md")
    assert "--- index.md (there)\n+++ index.md (generated)\n" in changed
    assert "-# Home\n+# New\n" in changed
    assert superfluous.startswith("superfluous: de/spaces/a.md")
    assert all(text.endswith("\n") for text in (missing, foreign, changed, superfluous))


def test_drift_writes_nothing(tmp_path: Path):
    assert len(drift(PAGES, tmp_path / "docs")) == 3
    assert not (tmp_path / "docs").exists()


def test_a_page_of_other_bytes_is_not_ours():
    assert not is_ours(b"\xff\xfe\x00binary")
    assert not is_ours(b"")
    assert is_unedited(PAGES["index.md"].encode())
    assert not is_unedited(PAGES["index.md"].encode() + b" ")
