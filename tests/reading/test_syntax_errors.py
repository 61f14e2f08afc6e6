"""One mistake of an author in the text of the base: one finding, at the place of the mistake."""

from pathlib import Path

import pytest
import yaml

from tests.mutated import BASE, changed, checked, found_at_mark, report_of, sole, spot

OWNER = "    owner: head-of-lending\n    principles"
HEARING = "{within: 10 days, on_silence: hold}"
DOES = "does: Weighs reasons; may decide otherwise."
MEANS = '      - "A refusal is explained by a person who may change it."\n'

LINES = [
    ("    ‸owner head-of-lending", "colon is missing"),
    ("    ‸owner:head-of-lending", "space after the colon"),
    ("    ‸owner = head-of-lending", "colon is missing"),
    ("    ‸owner", "colon is missing"),
    ("    owner: head‸: of-lending", "inside an unquoted text"),
    ("   ‸owner: head-of-lending", "indentation"),
    ("     ‸owner: head-of-lending", "indented further"),
    ("        ‸owner: head-of-lending", "indented further"),
    ("  ‸owner: head-of-lending", "indented less"),
    ("‸owner: head-of-lending", "indented less"),
    ("    owner: head-of-lending\n       ‸more: x", "indented further"),
    ("    ‸: head-of-lending", "key is missing"),
    ('    owner: ‸"head-of-lending', "not closed"),
    ("    owner: ‸'head-of-lending", "not closed"),
    ('    ‸"owner: head-of-lending', "not closed"),
    ('    owner: "head" ‸of lending', "after the closing quotation mark"),
    ("    owner: 'it'‸s ok'", "after the closing quotation mark"),
    ("    owner: ‸[head-of-lending", "not closed"),
    ("    owner: ‸{of: head-of-lending", "not closed"),
    ("    owner: ‸- head-of-lending", "list item"),
    ("    ‸- owner: head-of-lending", "list item"),
    ("    owner: ‸@head-of-lending", "may not begin with “@”"),
    ("    owner: ‸`head-of-lending`", "may not begin with “`”"),
    ("    owner: ‸%head-of-lending", "may not begin with “%”"),
    ("    owner: ‸& head-of-lending", "may not begin with “&”"),
    ("    owner: ‸, head-of-lending", "may not begin with “,”"),
    ("    owner: ‸] head-of-lending", "may not begin with “]”"),
    ("    owner: ‸? head-of-lending", "may not begin with “?”"),
    ("    owner: ‸* head-of-lending", "list item begins with `- `"),
    ("    ‸* owner: head-of-lending", "list item begins with `- `"),
    ("    owner: ‸|head-of-lending", "begins on the next line"),
    ("    owner: ‸> head-of-lending", "begins on the next line"),
    ("    owner: |\n    ‸head-of-lending", "begins on the next line"),
    ("    owner: |\n        head\n      ‸of", "indentation"),
    ('    owner: "C:‸\\dir"', "`\\d`"),
    ('    owner: "x‸\\ud800"', "`\\ud800`"),
    ("    owner:‸\u00a0head-of-lending", "U+00A0"),
    ("‸\u3000   owner: head-of-lending", "U+3000"),
    ("‸...\n    owner: head-of-lending", "ends the policy"),
    ("‸<<<<<<< HEAD\n    owner: a\n=======\n    owner: b\n>>>>>>> main", "merge conflict"),
    (f"    ‸{'k' * 1500}: x", "1000 characters"),
]


@pytest.mark.parametrize(("line", "said"), LINES, ids=[line.strip()[:30] for line, _ in LINES])
@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "python"])
def test_a_line_with_one_mistake_is_one_finding_at_the_mistake(
    line: str, said: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not libyaml:
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
    code, finding = found_at_mark(OWNER, f"{line}\n    principles")
    assert code == "YML001"
    assert said in finding.message("en")
    assert finding.message("de") != finding.message("en")


@pytest.mark.parametrize("line", ["‸\towner: head-of-lending", "    ‸\towner: head-of-lending"])
def test_a_tab_in_the_indentation_is_named(line: str) -> None:
    assert found_at_mark(OWNER, f"{line}\n    principles")[0] == "YML002"


@pytest.mark.parametrize("new", ["does: |\n‸\t\tWeighs", "does: |\n            Weighs\n‸\tmore"])
def test_a_tab_in_a_block_text_is_named(new: str) -> None:
    assert found_at_mark(DOES, new)[0] == "YML002"


FLOW = [
    ("{within: 10 days on_silence‸: hold}", "second colon"),
    ("{within: 10 days; on_silence‸: hold}", "second colon"),
    ("{within: 10 days\n           on_silence‸: hold}", "second colon"),
    ("‸{within: 10 days, on_silence: hold", "not closed"),
    ("{within: 10 days, on_silence: hold}‸}", "closes no bracket"),
    ("{within: 10 days, on_silence: hold‸]", "closes with `}`"),
    ("{within: 10 days,‸, on_silence: hold}", "Before this comma"),
    ("{‸within 10 days, on_silence: hold}", "colon is missing"),
    ("{‸within:10, on_silence: hold}", "space after the colon"),
]


@pytest.mark.parametrize(("new", "said"), FLOW)
def test_a_mistake_between_brackets_is_one_finding_at_the_mistake(new: str, said: str) -> None:
    code, finding = found_at_mark(HEARING, new)
    assert code == "YML001"
    assert said in finding.message("en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DOES, "does:\n            Weighs\n            and more‸: so"),
        (MEANS, MEANS + "       ‸- x\n"),
        (MEANS, MEANS + "     ‸- x\n"),
        (MEANS, MEANS + "      ‸x\n"),
        ("    means:\n      -", "    means: ‸-"),
        ("    means:\n      -", "    ‸means\n      -"),
        ("      - metric: recall", "      ‸metric: recall"),
        ("\nspaces:\n", "\n‸spaces\n"),
        ("\nspaces:\n", "\n ‸spaces:\n"),
        ("\nspaces:\n  lending:\n", "\nspaces:\n  ‸lending\n"),
        ("\nspaces:\n  lending:\n", "\nspaces: lending‸:\n"),
        ("orchestrator: 1\n", " ‸orchestrator: 1\n"),
        ("orchestrator: 1\n", "‸orchestrator:1\n"),
        ("orchestrator: 1\n", "‸orchestrator 1\n"),
        ("orchestrator: 1\n", "‸- orchestrator: 1\n"),
        ("  internal-audit: {title", "  ‸- internal-audit: {title"),
        ("          level: high", "            ‸level: high"),
    ],
)
def test_the_line_is_found_that_the_author_changed(old: str, new: str) -> None:
    assert found_at_mark(old, new)[0] == "YML001"


@pytest.mark.parametrize("first", ["%YAML 2.0\n---\n", "%FOO bar\n---\n", "%YAML 1.2\n"])
def test_a_directive_is_named(first: str) -> None:
    finding = sole(first + BASE)
    assert spot(finding) == ("YML001", 1, 1)
    assert "`%`" in finding.message("en")


def test_documents_before_a_syntax_error_are_still_checked() -> None:
    text = changed("autonomy: recommends", "autonomy: recomends") + "\n---\norchestrator: 1\nroles: [}\n"
    report = report_of(text)
    assert [spot(finding)[:2] for finding in report.findings] == [("SHP002", 189), ("YML001", 245)]
    assert (report.counts.decisions, report.counts.unread) == (1, 1)


def test_a_syntax_error_never_exits_with_0(tmp_path: Path) -> None:
    broken = changed(OWNER, "    owner head\n    principles")
    (tmp_path / "a.yaml").write_text(broken, encoding="utf-8")
    assert checked(tmp_path).returncode == 2
    (tmp_path / "b.yaml").write_text("orchestrator: 1\n", encoding="utf-8")
    assert checked(tmp_path).returncode == 1
