"""A mandatory base: what extends it and what options say may be stricter, and never weaker."""

import json
from fnmatch import fnmatchcase
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from orchestrator_lint.configuration import Configuration, check_floors, chosen, read_configuration
from orchestrator_lint.configuration.patterns import contains, meets
from orchestrator_lint.forms import InputError
from orchestrator_lint.journey import cards
from tests.configuration.strictness import OWN_RULE, relaxed

BASE = """\
mandatory: true
profile: standard
severities: {review-overdue: error, weasel-word: warning}
thresholds:
  waiver-max-duration: 6 months
  log-retention-min: 1 year
  oversight-training-topics: [automation-bias, law]
  systems-thinking-topics: [systems-thinking, feedback]
words: {vague_time: [one day]}
strict_dates: true
fail_on: warning
calendar: block
paths: [{match: [p/*], ignore: [TXT001], severities: {REV001: note}}]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def above(text: str, base: str = BASE) -> Configuration:
    Path("base.yaml").write_text(base, encoding="utf-8")
    Path("top.yaml").write_text(f"extends: base.yaml\n{text}", encoding="utf-8")
    return read_configuration(Path("top.yaml"), cards())


def refused(text: str, base: str = BASE) -> str:
    with pytest.raises(InputError) as error:
        above(text, base)
    *lines, last = error.value.message.splitlines()
    assert last == "A mandatory base (base.yaml:1) may be made stricter, never weaker."
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("profile: starter", ["top.yaml:2: profile: `starter` leaves out", "asked for by base.yaml:2. Write `standard`"]),
        ("confidence: sure", ["top.yaml:2: confidence: `sure` leaves out", "base.yaml:2. Write `likely`."]),
        ("ignore:\n- REV001", ['top.yaml:3: ignore: "REV001" leaves out `REV001 review-cadence-missing`', "base.yaml:2. Take"]),
        ("select: [OWN]", ["top.yaml:2: select: the list leaves out", "more, asked for by base.yaml:2. Leave `select` away"]),
        ("severities:\n  REV002: note", ["top.yaml:3: severities:", "`REV002 review-overdue`", "that base.yaml:3 asks for. Write `error`"]),
        ("severities: {OWN001: note}", ["`OWN001 no-human-owner` below the severity that base.yaml:1 asks for. Write `error`"]),
        ("severities: {SHP: note}", ["SHP001"]),
        ("thresholds:\n  waiver-max-duration: 1 year", ["top.yaml:3: thresholds.waiver-max-duration: `1 year` is looser than `6 months`, said in base.yaml:5. Write `6 months` or less"]),
        ("thresholds: {log-retention-min: 6 months}", ["`6 months` is looser than `1 year`, said in base.yaml:6. Write `1 year` or more"]),
        ("thresholds: {oversight-training-topics: [law]}", ["base.yaml:7. Write `[automation-bias, law]` and what you like besides"]),
        ("thresholds: {systems-thinking-topics: [feedback, law]}", ["base.yaml:8. Write `[systems-thinking, feedback]` or fewer of these"]),
        ("thresholds: {systems-thinking-topics: []}", ["`[]` is looser"]),
        ("thresholds: {network-min-decisions: 11}", ["`11` is looser than `10`, the default, which base.yaml:1 leaves as it is. Write `10` or less."]),
        ("words:\n  vague_time:\n  - soon\n  - -timely", ['top.yaml:5: words.vague_time: "-timely" switches off', "under base.yaml:1"]),
        ("words: {vague_time: [-One day]}", ['"-One day" switches off']),
        ("strict_dates: false", ["top.yaml:2: strict_dates: `false` is weaker than `true`, said in base.yaml:10. Write `true`."]),
        ("fail_on: error", ["`error` is weaker than `warning`, said in base.yaml:11. Write `warning` or `note`."]),
        ("calendar: report", ["`report` is weaker than `block`, said in base.yaml:12. Write `block`."]),
        ("paths:\n- match: [q/*]\n  ignore: [OWN]", ['top.yaml:4: paths.ignore: "OWN" leaves out', "base.yaml:2"]),
        ("paths:\n- match: [q/*]\n  severities: {OWN: note}", ['top.yaml:4: paths.severities: "OWN" lowers', "base.yaml:1"]),
        ("paths: [{match: [x, '*'], ignore: [TXT001]}]", ['"TXT001" leaves out']),
        ("paths: [{match: [p*], severities: {REV001: note}}]", ['"REV001" lowers']),
    ],
)  # fmt: skip
def test_what_relaxes_it_is_an_error_that_names_both_places(text: str, words: list[str]) -> None:
    message = refused(text)
    assert "\n" not in message
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "profile: assured",
        "profile: starter\nselect: [starter-is-not-asked]",
        "ignore: [TXT004]",
        "severities: {OWN: error, weasel-word: error}",
        "thresholds: {waiver-max-duration: 90 days, log-retention-min: 2 years, review-grace: 0 days}",
        "thresholds: {oversight-training-topics: [law, automation-bias, more], systems-thinking-topics: [feedback]}",
        "words: {vague_time: [soon], vague_quality: [nice]}",
        "fail_on: note",
        "paths: [{match: [p/b/*, p/*], ignore: [TXT001], severities: {REV001: note}}]",
        "paths: [{match: ['*'], severities: {REV001: error}}]",
        "language: de\npolicies: [policies]\ndocuments: {folder: docs}",
    ],
)
def test_what_is_stricter_or_decides_nothing_is_allowed(text: str) -> None:
    if "starter-is-not-asked" in text:
        text = f"profile: starter\nselect: [{', '.join(sorted({code[:3] for code in cards()}))}]"
    if text == "ignore: [TXT004]":  # not asked for on this rung
        text = f"ignore: [{next(card.name for card in cards().values() if card.profile == 'assured')}]"
    above(text)


def test_all_places_are_told_at_once() -> None:
    lines = refused("fail_on: error\ncalendar: report\nprofile: starter").splitlines()
    assert sorted(line.split(" ")[0] for line in lines) == ["top.yaml:2:", "top.yaml:3:", "top.yaml:4:"]


def test_a_selection_of_the_base_is_kept() -> None:
    base = "mandatory: true\nselect: [OWN, gdpr]\n"
    assert "Select `[OWN, gdpr]` as well" in refused("select: [OWN]", base)
    assert "select: an empty list leaves out" in refused("select: []", base)
    assert above("select: [gdpr, OWN, REV]", base).value("select") == ["gdpr", "OWN", "REV"]
    assert above("profile: starter\nignore: [review-overdue]", "mandatory: true\nselect: [OWN]\n").value("ignore")


def test_when_a_run_fails_is_left_to_options_where_the_base_says_nothing() -> None:
    unsaid = "mandatory: true\n"
    assert "`never` is weaker than `error`, the default, which base.yaml:1 leaves as it is" in refused(
        "fail_on: never", unsaid
    )
    assert "`report` is weaker than `block`, the default" in refused("calendar: report", unsaid)
    hook = {"fail_on": ("--fail-on", "never"), "calendar": ("--calendar", "report")}
    check_floors(chosen(above("", unsaid), hook), cards())
    with pytest.raises(InputError, match=r"^--calendar: `report` is weaker than `block`, said in base\.yaml:2"):
        check_floors(chosen(above("", unsaid + "calendar: block"), hook), cards())


def test_options_may_be_stricter_and_never_weaker() -> None:
    found = above("")
    check_floors(chosen(found, {"fail_on": ("--fail-on", "note"), "profile": ("--profile", "assured")}), cards())
    with pytest.raises(InputError, match=r"^--fail-on: `never` is weaker than `warning`, said in base\.yaml:11\."):
        check_floors(chosen(found, {"fail_on": ("--fail-on", "never")}), cards())
    with pytest.raises(InputError, match=r'^--ignore: "OWN" leaves out'):
        check_floors(chosen(found, {"ignore": ("--ignore", ["OWN"])}), cards())


def test_a_mandatory_configuration_without_anything_above_it_holds_options_too() -> None:
    Path("top.yaml").write_text("mandatory: true\n", encoding="utf-8")
    found = read_configuration(Path("top.yaml"), cards())
    with pytest.raises(InputError, match=r"(?s)--profile.*A mandatory base \(top\.yaml:1\)"):
        check_floors(chosen(found, {"profile": ("--profile", "starter")}), cards())


def test_a_mandatory_base_binds_what_it_extends_and_nothing_below_it_relaxes_it() -> None:
    Path("far.yaml").write_text("fail_on: warning", encoding="utf-8")
    assert "weaker than `warning`, said in far.yaml:1" in refused(
        "fail_on: error", "mandatory: true\nextends: far.yaml\n"
    )
    Path("team.yaml").write_text("ignore: [OWN001]", encoding="utf-8")
    Path("base.yaml").write_text("mandatory: true", encoding="utf-8")
    for order in ("[team.yaml, base.yaml]", "[base.yaml, team.yaml]"):
        Path("top.yaml").write_text(f"extends: {order}", encoding="utf-8")
        with pytest.raises(InputError, match=r'^team\.yaml:1: ignore: "OWN001" leaves out'):
            read_configuration(Path("top.yaml"), cards())


def test_two_mandatory_bases_both_hold() -> None:
    Path("a.yaml").write_text("mandatory: true\nfail_on: note", encoding="utf-8")
    Path("b.yaml").write_text("mandatory: true\nfail_on: error\nstrict_dates: true", encoding="utf-8")
    Path("top.yaml").write_text("extends: [a.yaml, b.yaml]", encoding="utf-8")
    with pytest.raises(InputError, match=r"^b\.yaml:2: fail_on: `error` is weaker than `note`, said in a\.yaml:2"):
        read_configuration(Path("top.yaml"), cards())
    Path("top.yaml").write_text("extends: [a.yaml, b.yaml]\nfail_on: note", encoding="utf-8")
    found = read_configuration(Path("top.yaml"), cards())
    assert [floor.origin for floor in found.floors] == ["a.yaml:1", "b.yaml:1"]
    assert found.is_mandatory("b.yaml:3") and not found.is_mandatory("top.yaml:2") and not found.is_mandatory("default")


@pytest.mark.parametrize(
    ("one", "other", "inside", "both"),
    [
        ("*", "p/*", True, True),
        ("p/*", "*", False, True),
        ("p/*", "q/*", False, False),
        ("*/pilots/*", "p/pilots/*", True, True),
        ("p/*", "*/b", False, True),
        ("p/*b", "p/*c", False, False),
        ("a?b", "a?b", True, True),
        ("a?b", "acb", False, True),
        ("a", "a", True, True),
        ("ab", "a", False, False),
    ],
)
def test_patterns_contain_and_meet_each_other(one: str, other: str, inside: bool, both: bool) -> None:
    assert contains(one, other) is inside
    assert meets(one, other) is meets(other, one) is both


def test_patterns_contain_and_meet_as_the_files_do_that_they_mean() -> None:
    files = ["".join(letters) for length in range(6) for letters in product("ab", repeat=length)]
    patterns = ["".join(letters) for length in range(1, 4) for letters in product("ab*", repeat=length)]
    meant = {pattern: {file for file in files if fnmatchcase(file, pattern)} for pattern in patterns}
    for one, other in product(patterns, repeat=2):
        assert contains(one, other) is (meant[other] <= meant[one]), (one, other)
        assert meets(one, other) is bool(meant[one] & meant[other]), (one, other)


def test_patterns_of_any_length_are_compared() -> None:
    long = "a" * 5000
    assert meets(f"{long}*b", f"{long}*") and not meets(f"{long}*b", f"{long}*c")
    assert contains("*a" * 500 + "*", "a*" * 500) and not contains("*a" * 500 + "b", "a*" * 500)


RELAXED = ["ignore: [{}]", "severities: {{{}: note}}", "paths: [{{match: [p/*], ignore: [{}]}}]"]


@pytest.mark.parametrize("relaxed_rule", RELAXED)
def test_a_rule_of_ones_own_is_left_out_by_whoever_added_it_and_by_no_one_else(relaxed_rule: str) -> None:
    Path("house").mkdir()
    Path("house/theirs.yaml").write_text(OWN_RULE.format(code="ORG001", name="their-rule"), encoding="utf-8")
    Path("ours.yaml").write_text(OWN_RULE.format(code="OUR001", name="our-rule"), encoding="utf-8")
    base = "mandatory: true\nrules: [house]\n"
    above(f"rules: [ours.yaml, house/theirs.yaml]\n{relaxed_rule.format('OUR001')}", base)
    assert "`ORG001 their-rule`" in refused(f"rules: [ours.yaml]\n{relaxed_rule.format('ORG001')}", base)
    Path("team.yaml").write_text("mandatory: true\nextends: base.yaml\nrules: [ours.yaml]", encoding="utf-8")
    Path("top.yaml").write_text(f"extends: team.yaml\n{relaxed_rule.format('OUR001')}", encoding="utf-8")
    with pytest.raises(InputError, match=r"^top\.yaml:2: .*`OUR001 our-rule`.* team\.yaml:1"):
        read_configuration(Path("top.yaml"), cards())


WORDS = st.sampled_from(
    ["OWN", "OWN001", "no-human-owner", "REV", "REV002", "TXT", "weasel-word", "gdpr", "NET", "SHP", "PUR002"]
)
SEVERITIES = st.dictionaries(WORDS, st.sampled_from(["error", "warning", "note"]), max_size=3)
LISTS = st.lists(WORDS, max_size=3, unique=True)
MATCHES = st.lists(
    st.sampled_from(["*", "p/*", "p/b/*", "*/b/*", "q/*", "*pilot*", "p/?.yaml", "[pq]/*"]), min_size=1, max_size=2
)
DURATIONS = st.sampled_from(
    [
        "0 days",
        "29 days",
        "30 days",
        "1 month",
        "2 months",
        "360 days",
        "365 days",
        "12 months",
        "1 year",
        "2 years",
        "1.5 months",
    ]
)
TERMS = st.lists(
    st.sampled_from(["timely", "-timely", "-regularly", "one day", "-one day", "-always"]), max_size=3, unique=True
)
THRESHOLDS = st.fixed_dictionaries(
    {},
    optional={
        "waiver-max-duration": DURATIONS,
        "log-retention-min": DURATIONS,
        "network-min-decisions": st.integers(1, 20),
        "supplier-share": st.sampled_from(["0.3", "0.5", "0.7"]),
        "min-minutes-per-case": st.integers(0, 5),
        "worker-groups": st.lists(st.sampled_from(["employees", "staff", "crew"]), max_size=3, unique=True),
        "oversight-training-topics": st.lists(st.sampled_from(["automation-bias", "model-limits", "law"]), max_size=3, unique=True),
        "systems-thinking-topics": st.lists(st.sampled_from(["systems-thinking", "feedback"]), max_size=2, unique=True),
    },
)  # fmt: skip
SAID = st.fixed_dictionaries(
    {},
    optional={
        "profile": st.sampled_from(["starter", "standard", "assured"]),
        "confidence": st.sampled_from(["sure", "likely"]),
        "select": LISTS,
        "ignore": LISTS,
        "severities": SEVERITIES,
        "thresholds": THRESHOLDS,
        "words": st.fixed_dictionaries({}, optional={"vague_time": TERMS, "absolute": TERMS}),
        "strict_dates": st.booleans(),
        "fail_on": st.sampled_from(["error", "warning", "note", "never"]),
        "calendar": st.sampled_from(["block", "report"]),
        "paths": st.lists(st.fixed_dictionaries({"match": MATCHES}, optional={"ignore": LISTS, "severities": SEVERITIES}), max_size=2),
    },
)  # fmt: skip


def is_allowed(base: dict[str, Any], between: dict[str, Any], nearest: dict[str, Any], folder: Path) -> bool:
    """Read three layers; what is not refused must ask as much as the base alone."""
    layers = {
        "base": base | {"mandatory": True},
        "between": between,
        "top": nearest | {"extends": ["base.yaml", "between.yaml"]},
    }
    for name, said in layers.items():
        (folder / f"{name}.yaml").write_text(json.dumps(said), encoding="utf-8")
    alone = read_configuration(folder / "base.yaml", cards())
    try:
        found = read_configuration(folder / "top.yaml", cards())
    except InputError as error:
        assert "base.yaml:1" in error.message and ("top.yaml:1" in error.message or "between.yaml:1" in error.message)
        return False
    assert list(relaxed(alone, found)) == []
    return True


@given(SAID, SAID)
def test_what_is_not_refused_asks_as_much_as_the_base_alone(base: dict[str, Any], nearest: dict[str, Any]) -> None:
    with TemporaryDirectory(dir=Path()) as folder:
        event("allowed" if is_allowed(base, {}, nearest, Path(folder)) else "refused")


@given(SAID, SAID, SAID)
def test_nor_does_an_ordinary_base_beside_it_relax_it(
    base: dict[str, Any], other: dict[str, Any], nearest: dict[str, Any]
) -> None:
    with TemporaryDirectory(dir=Path()) as folder:
        event("allowed" if is_allowed(base, other, nearest, Path(folder)) else "refused")


@given(SAID)
def test_saying_again_what_the_base_says_is_no_relaxation(said: dict[str, Any]) -> None:
    with TemporaryDirectory(dir=Path()) as folder:
        assert is_allowed(said, {}, said, Path(folder))
