"""Layers: what a configuration extends, in which order it holds, and one clear error where that is not possible."""

import sys
from pathlib import Path
from typing import Any

import pytest

from orchestrator_lint.configuration import Configuration, file_of, read_configuration
from orchestrator_lint.configuration.keys import KEYS
from orchestrator_lint.forms import InputError, schema
from orchestrator_lint.journey import cards
from orchestrator_lint.problems import Severity
from tests.configuration.strictness import OWN_RULE

TOP = ".orchestrator-lint.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package that must not be imported."""
    inside = folder / "site" / "acme_governance"
    inside.mkdir(parents=True)
    (inside / "__init__.py").write_text("raise SystemExit('the package was imported')", encoding="utf-8")
    monkeypatch.syspath_prepend(folder / "site")
    return inside


def written(**files: str) -> None:
    for name, text in files.items():
        path = Path({"top": TOP}.get(name, f"{name.replace('__', '/')}.yaml"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def read() -> Configuration:
    return read_configuration(Path(TOP), cards())


def error() -> str:
    with pytest.raises(InputError) as raised:
        read()
    return raised.value.message


def test_every_key_of_the_schema_says_how_it_merges_and_what_relaxes_it() -> None:
    assert set(schema("configuration")["properties"]) == set(KEYS)
    for name, key in KEYS.items():
        assert callable(key.merge) and (callable(key.relaxed) or len(key.relaxed.split()) > 4), name


def test_what_the_nearer_file_says_wins_and_each_value_names_its_file(folder: Path) -> None:
    written(
        top="extends: [a, b.yaml]\nprofile: starter\n".replace("a,", "a.yaml,"),
        a="profile: assured\nlanguage: de\nfail_on: note",
    )
    written(b="language: en\nconfidence: sure")
    settings = read().settings
    assert {name: (settings[name].value, settings[name].origin) for name in ("profile", "language", "confidence")} == {
        "profile": ("starter", f"{TOP}:2"),
        "language": ("en", "b.yaml:1"),
        "confidence": ("sure", "b.yaml:2"),
    }
    assert (settings["fail_on"].value, settings["fail_on"].origin) == ("note", "a.yaml:3")
    assert read().files == ("a.yaml", "b.yaml", TOP)


def test_lists_of_rules_replace_each_other_as_options_do(folder: Path) -> None:
    written(top="extends: a.yaml\nignore: [REV001]", a="ignore: [TXT005]\nselect: [OWN, TXT]")
    assert (read().value("ignore"), read().value("select")) == (["REV001"], ["OWN", "TXT"])


def test_maps_merge_by_name(folder: Path) -> None:
    written(
        top="extends: a.yaml\nthresholds: {review-grace: 1 day}\ndocuments: {flavour: mkdocs}",
        a="thresholds:\n  review-grace: 2 days\n  silo-min-decisions: 3\ndocuments: {folder: docs}",
    )
    found = read()
    assert found.value("thresholds") == {"review-grace": "1 day", "silo-min-decisions": 3}
    assert found.settings["thresholds"].at("silo-min-decisions") == "a.yaml:3"
    assert found.settings["thresholds"].at("review-grace") == f"{TOP}:2"
    assert found.value("documents") == {"folder": "docs", "flavour": "mkdocs"}


def test_the_nearer_severity_counts_even_where_the_farther_names_the_rule_more_closely(folder: Path) -> None:
    written(top="extends: a.yaml\nseverities: {OWN: warning}", a="severities: {no-human-owner: note, REV001: note}")
    choice = read().choice()
    assert choice.severity(cards()["OWN001"], "x") is Severity.WARNING
    assert choice.severity(cards()["REV001"], "x") is Severity.NOTE
    assert choice.severity(cards()["OWN002"], "x") is Severity.WARNING


def test_settings_by_path_add_up_and_stand_above_those_for_all_files(folder: Path) -> None:
    written(
        top="extends: a.yaml\nseverities: {OWN: error}\npaths: [{match: ['p/b/*'], severities: {OWN: error}}]",
        a="paths: [{match: ['p/*'], severities: {OWN: note}, ignore: [REV]}]",
    )
    choice, card = read().choice(), cards()["OWN001"]
    assert [choice.severity(card, path).word for path in ("x", "p/x", "p/b/x")] == ["error", "note", "error"]
    assert not choice.asks_for(cards()["REV001"], "p/b/x")


def test_words_add_up_and_the_nearer_file_decides_on_each(folder: Path) -> None:
    written(
        top="extends: a.yaml\nwords: {vague_time: [Soon, -eventually]}",
        a="words: {vague_time: [-soon, eventually, one day]}",
    )
    assert read().value("words") == {"vague_time": ("Soon", "-eventually", "one day")}
    assert read().settings["words"].at("vague_time", 2) == "a.yaml:1"
    assert read().settings["words"].origins("vague_time") == (f"{TOP}:2", "a.yaml:1")


def test_paths_are_read_from_the_folder_of_the_file_that_says_them(folder: Path) -> None:
    written(
        top="extends: gov/base.yaml\ndocuments: {folder: docs}",
        gov__base="extends: more/base.yaml\npolicies: [../policies]",
    )
    written(gov__more__base="documents: {templates: t, folder: no}\npaths: [{match: ['x/*'], ignore: [OWN]}]")
    found = read()
    assert found.files == ("gov/more/base.yaml", "gov/base.yaml", TOP)
    assert found.value("policies") == ["policies"]
    assert found.value("documents") == {"templates": "gov/more/t", "folder": "docs"}
    assert found.choice().paths[-1].match == ("gov/more/x/*",)


def test_a_base_that_several_extend_is_read_once_and_lies_below_them(folder: Path) -> None:
    written(
        top="extends: [a.yaml, b.yaml]",
        a="extends: c.yaml\nprofile: assured",
        b="extends: c.yaml",
        c="profile: starter",
    )
    assert read().files == ("c.yaml", "a.yaml", "b.yaml", TOP)
    assert read().value("profile") == "assured"


def test_a_base_of_a_package_is_found_without_running_its_code(package: Path) -> None:
    written(top="extends: package:acme_governance/base.yaml")
    (package / "base.yaml").write_text(
        "extends: more/base.yaml\nprofile: starter\ndocuments: {templates: t}", encoding="utf-8"
    )
    (package / "more").mkdir()
    (package / "more" / "base.yaml").write_text("extends: ../third.yaml\npolicies: [policies]", encoding="utf-8")
    (package / "third.yaml").write_text(
        "documents: {folder: docs}\npaths: [{match: ['p/*'], ignore: [OWN]}]", encoding="utf-8"
    )
    found = read()
    assert "acme_governance" not in sys.modules
    assert found.files[1:] == ("package:acme_governance/more/base.yaml", "package:acme_governance/base.yaml", TOP)
    assert found.settings["profile"].origin == "package:acme_governance/base.yaml:2"
    assert found.value("policies") == ["policies"] and found.choice().paths[-1].match == ("p/*",)
    assert found.value("documents")["folder"] == "docs"
    assert found.value("documents")["templates"] == "package:acme_governance/t"
    assert Path(found.here("package:acme_governance/t")) == package / "t"


def test_rules_of_a_package_are_named_alike_on_every_machine(package: Path) -> None:
    written(top="extends: package:acme_governance/base.yaml")
    (package / "base.yaml").write_text("rules: [one.yaml, rules]", encoding="utf-8")
    (package / "rules").mkdir()
    (package / "one.yaml").write_text(OWN_RULE.format(code="ONE001", name="first-rule"), encoding="utf-8")
    two = package / "rules" / "two.yaml"
    two.write_text(OWN_RULE.format(code="TWO001", name="second-rule"), encoding="utf-8")
    assert [rule.origin for rule in read().rules] == [
        "package:acme_governance/one.yaml:3",
        "package:acme_governance/rules/two.yaml:3",
    ]
    two.write_text("orchestrator-rules: 1\n", encoding="utf-8")
    assert error().startswith("package:acme_governance/rules/two.yaml:1: ")


def test_a_base_of_a_package_may_be_the_configuration_itself(package: Path) -> None:
    (package / "base.yaml").write_text("policies: [policies]\ndocuments: {folder: docs}", encoding="utf-8")
    found = read_configuration(
        *file_of("package:acme_governance/base.yaml")[:1], cards(), "package:acme_governance/base.yaml"
    )
    assert (found.value("policies"), found.value("documents")["folder"]) == (["policies"], "docs")


@pytest.mark.parametrize(
    ("extends", "words"),
    [
        ("bas.yaml", "'bas.yaml' does not exist; did you mean \"base.yaml\"?"),
        ("nowhere/base.yaml", "'nowhere/base.yaml' does not exist"),
        ("gov", "'gov' is a folder; name the file in it"),
        ("x" * 400 + ".yaml", "does not exist"),
        ("https://acme.example/base.yaml", "nothing is read from the network"),
        ("package:acme_governance", "write package:NAME/FILE"),
        ("package:acme_governance/../x.yaml", "write package:NAME/FILE"),
        ("package:acme_governance/nothing.yaml", "'package:acme_governance/nothing.yaml' does not exist"),
        ("package:acme_nowhere/base.yaml", "'acme_nowhere' is not installed beside orchestrator-lint"),
        ("package:acme-governance/base.yaml", "write the name that Python imports, like 'acme_governance'"),
        ("package:acme.governance/base.yaml", "'acme.governance' is not installed"),
        ("package:sys/base.yaml", "'sys' is not installed"),
        ("package:__main__/base.yaml", "'__main__' is not installed"),
        ("/dev/null", "dev/null' is no ordinary file"),
    ],
)
def test_a_base_that_is_not_there_is_an_error_at_its_line(package: Path, extends: str, words: str) -> None:
    written(top=f"profile: starter\nextends:\n  - base.yaml\n  - {extends}\n", base="", gov__x="")
    extended = error()
    assert extended.startswith(f"{TOP}:4: extends: ") and words in extended.replace("../", "") and "\n" not in extended


def test_what_an_error_quotes_neither_ends_its_line_nor_commands_a_terminal(folder: Path) -> None:
    written(top='extends: "a\\n::error::b\\e[31m\\u202e.yaml"')
    assert error() == f"{TOP}:1: extends: 'a ::error::b⟨U+001B⟩[31m⟨U+202E⟩.yaml' does not exist"


def test_a_package_does_not_lead_out_of_itself(package: Path) -> None:
    written(top="extends: package:acme_governance/base.yaml", site__other="")
    (package / "base.yaml").write_text("extends: ../other.yaml", encoding="utf-8")
    assert "package:acme_governance/base.yaml:1: extends: " in error() and "NAME/FILE" in error()


def test_a_circle_names_its_files(folder: Path) -> None:
    written(top="extends: a.yaml", a="extends: b.yaml", b="\nextends: a.yaml")
    assert error() == "b.yaml:2: extends: goes round in a circle: a.yaml → b.yaml → a.yaml"
    written(top=f"extends: {TOP}")
    assert error() == f"{TOP}:1: extends: goes round in a circle: {TOP} → {TOP}"


def test_too_many_bases_of_bases_are_an_error(folder: Path) -> None:
    written(top="extends: b0.yaml", **{f"b{number}": f"extends: b{number + 1}.yaml" for number in range(30)})
    assert "b18.yaml:1: extends: more than 20 files stand one upon the other" in error()


def test_many_ways_to_the_same_base_take_no_time(folder: Path) -> None:
    pairs = {
        f"{side}{number}": f"extends: [a{number + 1}.yaml, b{number + 1}.yaml]" for number in range(15) for side in "ab"
    }
    written(top="extends: [a0.yaml, b0.yaml]", a15="", b15="", **pairs)
    assert len(read().files) == 33


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("profle: starter", 'base.yaml:1: unknown key "profle"'),
        ("\nignore: [OWN0001]", 'base.yaml:2: there is no rule "OWN0001"'),
        ("a: [", "base.yaml:1: not YAML"),
        ("extends: []", "base.yaml:1: extends: "),
        ("mandatory: yes", "base.yaml:1: mandatory: "),
    ],
)
def test_a_base_that_is_wrong_is_an_error_at_its_own_line(folder: Path, base: str, words: str) -> None:
    written(top="extends: base.yaml", base=base)
    assert error().startswith(words)


def test_templates_of_a_package_that_is_not_there_are_an_error(folder: Path) -> None:
    written(top="\ndocuments: {templates: 'package:acme_nowhere/t'}")
    assert error().startswith(f"{TOP}:2: documents: the package 'acme_nowhere' is not installed")


def test_a_base_that_nobody_may_read_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(top="extends: base.yaml", base="")
    real = Path.open

    def locked(path: Path, *arguments: Any, **more: Any) -> Any:
        if path.name == "base.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", locked)
    assert error() == "base.yaml: Permission denied"
