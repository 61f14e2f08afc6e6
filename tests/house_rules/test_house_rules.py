"""Rules of an organisation: what they see, where their findings stand, and which files are refused."""

import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from orchestrator_lint.forms import InputError
from orchestrator_lint.house_rules import parse_rules, read_rules
from orchestrator_lint.house_rules.checks import CHECKS
from orchestrator_lint.house_rules.patterns import LONGEST, fault_of
from orchestrator_lint.journey import cards, check, tried
from orchestrator_lint.judging import Choice, Report
from tests.rules.laid_over import TODAY, laid_over
from tools.readme import ROOT

PACKS = sorted((ROOT / "docs" / "own-rules").glob("*.yaml"))
TEXT = {"en": "In {subject} something is wrong.", "de": "In {subject} stimmt etwas nicht."}
RULE: dict[str, Any] = {
    "code": "OUR001",
    "name": "our-fault",
    "title": {"en": "Ours", "de": "Unsere"},
    "message": TEXT,
    "why": {"en": "Because.", "de": "Darum."},
    "each": "decision",
    "require": {"required": ["title"]},
    "bad": [{"policy": "roles: {}", "at": "roles"}],
    "good": [{"policy": "roles: {}"}],
}


def written(**changed: Any) -> bytes:
    """A file with one rule that differs in these keys; None takes one out."""
    rule = {key: value for key, value in {**RULE, **changed}.items() if value is not None}
    return yaml.safe_dump({"orchestrator-rules": 1, "rules": [rule]}, sort_keys=False).encode()


def found(fragment: str, **changed: Any) -> Report:
    """What a rule finds in the base of the tests with a fragment laid over it."""
    rules = [house.rule for house in parse_rules(written(**changed), "rules.yaml")]
    choice = Choice(profile="assured", select=("OUR001",))
    return check([laid_over(fragment)], TODAY, TODAY, choice=choice, own=rules).report


def places(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.about, finding.decisions) for finding in report.findings if finding.card.code == "OUR001"]


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.stem)
def test_the_examples_of_the_packs_hold(pack: Path) -> None:
    rules = read_rules([str(pack)], cards())
    assert rules
    assert {house.rule.code: tried(house) for house in rules} == {house.rule.code: [] for house in rules}


def test_an_example_that_does_not_hold_is_told() -> None:
    said = {
        "bad": [
            {"policy": "roles: {}", "at": "roles"},
            {"policy": "spaces: {s: {decisions: {d: {status: live}}}}", "at": "spaces.s"},
            {"policy": "spaces: {s: {ownr: x}}", "at": "spaces.s"},
        ],
        "good": [{"policy": "spaces: {s: {decisions: {d: {status: live}}}}"}],
    }
    (house,) = parse_rules(written(**said), "rules.yaml")
    assert tried(house) == [
        "rules.yaml:19: bad example 1: nothing found, and once is wanted, at roles (line 1, column 1)",
        "rules.yaml:21: bad example 2: found at line 1, column 26, and spaces.s is line 1, column 10",
        "rules.yaml:23: bad example 3: line 1, column 14: The language has no key `ownr` here. Did you mean `owner`?",
        "rules.yaml:26: good example 1: found at line 1, column 26: In `s/d` something is wrong.",
    ]


TWICE = """
# a comment may stand first
spaces:
  s: {decisions: {d: {status: live}, e: {status: live}}}
"""


@pytest.mark.parametrize(
    ("policy", "at", "says"),
    [
        (TWICE, "spaces.s", "found 2 times (line 4, column 19; line 4, column 38), and once is wanted, at spaces.s (line 4, column 3)"),
        (f"orchestrator: 1{TWICE}", "spaces.s", "found 2 times (line 4, column 19; line 4, column 38)"),
        ("{spaces: {s: {decisions: {d: {}}}}}", "spaces.s.decisions.f", "the example has no `f` there; found at line 1"),
        ("{spaces: {s: {decisions: {d: {}}}}}", "spaces.t.owner", "the example has no `t` there"),
        ("{spaces: {s: {decisions: {d: {}}}}}", "spaces.s.decisions.d.escalation.0", "the example has no `0` there"),
        ("{spaces: {s: {decisions: {d: {}}}}}", "spaces.s.x-mine.a", None),
        ("{spaces: {s: {decisions: {d: {escalation: [{}]}}}}}", "spaces.s.decisions.d.escalation.0.to", None),
        ("{roles: {}}", "roles.²", "the example has no `²` there"),
        ("{roles: {r: {title: R}}}", "spaces.s", "the example has no `s` there"),
    ],
)  # fmt: skip
def test_a_place_that_the_example_does_not_have_is_told(policy: str, at: str, says: str | None) -> None:
    (house,) = parse_rules(written(bad=[{"policy": policy, "at": at}]), "rules.yaml")
    told = tried(house)[0]
    assert (says or "found at line 1") in told and ("the example has no" not in told or says)


@pytest.mark.parametrize(
    "policy", ["title: A", "{title: A}", "orchestrator: 1\ntitle: A", '{"orchestrator": 1, title: A}']
)
def test_an_example_may_leave_out_the_header_in_any_form(policy: str) -> None:
    policy = policy.replace("title: A", "spaces: {s: {decisions: {d: {title: A}}}}")
    (house,) = parse_rules(written(good=[{"policy": policy}]), "rules.yaml")
    assert [fault for fault in tried(house) if "good example" in fault] == []


def test_what_the_space_lends_is_seen_and_its_gap_stands_there_once() -> None:
    asks = {"require": {"required": ["escalation"]}}
    second = "lower-limit: {x-like: lending/raise-limit}"
    assert places(found("", **asks)) == []
    gap = f"spaces: {{lending: {{every_decision: {{escalation: null}}, decisions: {{{second}}}}}}}"
    report = found(gap, **asks)
    assert places(report) == [("spaces/lending", ("lending/lower-limit", "lending/raise-limit"))]
    assert report.findings[0].message("en") == "In `lending/lower-limit` and `lending/raise-limit` something is wrong."


def test_guardrails_of_space_and_decision_add_up() -> None:
    asks = {"require": {"properties": {"guardrails": {"minItems": 2}}, "required": ["guardrails"]}}
    assert len(places(found("", **asks))) == 1
    rail = "guardrails: {own: {x-like: guardrails/no-unexplained-refusal}}\n"
    own = "spaces: {lending: {every_decision: {guardrails: [no-unexplained-refusal]}, decisions: {raise-limit: {guardrails: [own]}}}}"
    assert places(found(rail + own, **asks)) == []


def test_the_finding_points_at_the_value_that_does_not_fit() -> None:
    report = found("", require={"properties": {"autonomy": {"const": "human-only"}}})
    (finding,) = report.findings
    line = laid_over("").data.decode().split("\n")[finding.location.line - 1]
    assert line.strip().startswith("autonomy:")


def test_only_decisions_that_have_come_far_enough_are_asked() -> None:
    draft = "spaces: {lending: {decisions: {raise-limit: {status: draft}}}}"
    asks = {"require": {"properties": {"title": {"const": "Nothing"}}}}
    assert len(places(found("", **asks))) == 1
    assert places(found(draft, **asks)) == []
    assert len(places(found(draft, asks_from="draft", **asks))) == 1


def test_what_cannot_be_relied_on_is_counted_and_never_a_finding() -> None:
    broken = "spaces: {lending: {decisions: {raise-limit: {machine: {does: [1, 2]}}}}}"
    report = found(broken, require={"properties": {"machine": {"required": ["does"]}}})
    assert places(report) == []
    assert "OUR001" in {code for item in report.not_possible for code in item.codes}
    assert len(places(found(broken, require={"properties": {"title": {"const": "Nothing"}}}))) == 1


@pytest.mark.parametrize(
    ("checks", "number"),
    [
        ([{"exists": "oversight.by"}], 0),
        ([{"exists": "depends_on"}], 1),
        ([{"different_people": ["owner", "involves.responsible"]}], 0),
        ([{"different_people": ["owner", "oversight.by"]}], 0),
        ([{"before": {"first": "review.last", "second": "today"}}], 0),
        ([{"before": {"first": "today", "second": "review.last"}}], 1),
        ([{"before": {"first": "review.last", "second": "today", "within": "1 day"}}], 1),
        ([{"at_least_one": {"of": "guardrails", "with": {"properties": {"kind": {"const": "ethical"}}, "required": ["kind"]}}}], 0),
        ([{"at_least_one": {"of": "guardrails", "with": {"properties": {"kind": {"const": "economic"}}, "required": ["kind"]}}}], 1),
        ([{"at_least_one": {"of": "oversight.bias_measures"}}], 0),
        ([{"at_least_one": {"of": "depends_on"}}], 1),
    ],
)  # fmt: skip
def test_named_checks_say_what_a_schema_cannot(checks: list[Any], number: int) -> None:
    assert len(places(found("", require=None, checks=checks))) == number


def test_a_role_is_asked_for_the_decisions_that_use_it() -> None:
    asks = {"require": None, "each": "role", "checks": [{"at_least_one": {"of": "decisions"}}]}
    report = found("roles: {idle: {x-like: roles/case-worker}}", **asks)
    assert "roles/idle" in {finding.about for finding in report.findings}
    assert "roles/head-of-lending" not in {finding.about for finding in report.findings}


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"requir": {}}, 'rules.yaml:1?: unknown key "requir"; did you mean "require"?'),
        ({"code": "our1"}, "rules.0.code"),
        ({"title": {"en": "Only English"}}, "`de` is missing"),
        ({"bad": []}, "rules.0.bad"),
        ({"require": None}, "a rule requires something"),
        ({"require": {"requird": ["title"]}}, 'unknown key "requird"; did you mean "required"?'),
        ({"require": {"$ref": "http://example.org/x"}}, "has the wrong form; write it like #/$defs/office"),
        ({"require": {"required": ["ownr"]}}, 'policies have no key "ownr" there; did you mean "owner"?'),
        ({"require": {"properties": {"oversight": {"properties": {"bye": {}}}}}}, 'policies have no key "bye" there'),
        ({"require": {"properties": {"autonomy": {"const": "recomends"}}}}, 'cannot say "recomends" there; did you mean "recommends"?'),
        ({"where": {"not": {"anyOf": [{"required": ["titel"]}]}}}, 'no key "titel" there; did you mean "title"?'),
        ({"require": {"properties": {"title": {"pattern": "(a+)+$"}}}}, "the pattern is refused: a repetition stands inside a repetition"),
        ({"require": [1]}, "rules.0.require: "),
        ({"checks": [{"exist": "owner"}]}, 'unknown key "exist"; did you mean "exists"?'),
        ({"checks": [{"exists": "ownr"}]}, 'policies have no "ownr" there; did you mean "owner"?'),
        ({"bad": [{"policy": "roles: {}", "at": "spaces.s.decisions.d.notce"}]}, 'no "notce" there; did you mean "notice"?'),
        ({"code": "OUR001\n"}, "has the wrong form; write it like ACM001"),
        ({"name": "our-fault\n"}, "has the wrong form; write it like council-not-heard"),
        ({"why": {"en": "Because.", "de": "  "}}, "has the wrong form; write it like Niemand erreicht einen Menschen"),
        ({"checks": [{"before": {"first": "review.lst", "second": "today"}}]}, 'no "review.lst" there; did you mean "last"?'),
        ({"checks": [{"at_least_one": {"of": "guardrails", "with": {"required": ["knd"]}}}]}, 'no key "knd" there; did you mean "kind"?'),
        ({"provisions": ["gpdr 88"]}, 'there is no framework "gpdr"; did you mean "gdpr"?'),
        ({"provisions": ["our-law 1"]}, "known are betrvg, dadm"),
        ({"message": {"en": "In {object}.", "de": "In {subject}."}}, "only {subject} stands for something"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_is_told_with_line_and_suggestion(changed: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError) as error:
        parse_rules(written(**changed), "rules.yaml")
    assert re.match(r"rules\.yaml:\d+: ", error.value.message)
    assert says.partition(": ")[2] if says.startswith("rules.yaml") else says in error.value.message
    assert says.rpartition(": ")[2] in error.value.message


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a.yaml": written(code="OWN001")}, '"OWN001" is taken: OWN001 no-human-owner is a rule of the tool'),
        ({"a.yaml": written(name="no-stop")}, '"no-stop" is taken'),
        ({"a.yaml": written(code="OWN901")}, "the letters OWN are the tool's; choose three of your own"),
        ({"a.yaml": written(waits_for=["no-stpo"])}, 'waits_for: there is no rule "no-stpo"; did you mean no-stop?'),
        ({"a.yaml": written(waits_for=["zzz"])}, 'waits_for: there is no rule "zzz"'),
        ({"a.yaml": written(), "b.yml": written(name="other-fault")}, '"OUR001" is taken: it stands in'),
    ],
)
def test_codes_and_names_are_given_once(tmp_path: Path, files: dict[str, bytes], says: str) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as error:
        read_rules([str(tmp_path)], cards())
    assert says in error.value.message


HANGING = [
    "(a+)+$",
    "(a|a)*$",
    "(a|aa)+$",
    "^(([a-z])+.)+[A-Z]",
    r"\d+\d+$",
    "(x+x+)+y",
    r"(.*)\1",
    "(?=a+)a",
    "(a{1,99}){1,99}",
    "^.*a.*b$",
    "(?:aa|a)" * 30 + "b",
    r".*\s+$",
]
HANGING += ["(" * 60 + "a" + ")*" * 60, "a{1,200}a{1,200}a{1,200}b", "(a?){30}a{30}", "["]


@pytest.mark.parametrize("pattern", HANGING)
def test_a_pattern_that_can_hang_or_is_none_is_refused(pattern: str) -> None:
    assert fault_of(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "^[A-Z]{2}-[0-9]+$",
        "^(post|desk) [0-9]{1,3}$",
        r"\bEUR\b",
        "^[a-z]+@",
        "(abc)?x",
        "ab{3}c*",
        "(?:a|b)c",
        "a*b*c",
        "^.*GmbH.*$",
    ],
)
def test_a_plain_pattern_is_read_and_ends_at_once(pattern: str) -> None:
    assert fault_of(pattern) is None
    begin = time.monotonic()
    re.search(pattern, "a" * LONGEST + "!")
    assert time.monotonic() - begin < 5


def test_the_checks_of_the_form_are_those_that_run() -> None:
    from orchestrator_lint.forms import schema

    items = schema("rules")["$defs"]["rule"]["properties"]["checks"]["items"]
    assert set(items["properties"]) == set(CHECKS)


def test_rules_wait_for_ours_and_for_each_other_by_code_or_name(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(written(waits_for=["no-stop", "OWN001", "our-fault"]))
    (house,) = read_rules([str(tmp_path)], cards())
    assert house.rule.card.waits_for == ("SAF001", "OWN001", "OUR001")


def test_numbers_with_a_point_are_read_as_numbers_where_a_limit_stands() -> None:
    asks = {
        "each": "system",
        "require": {"properties": {"performance": {"items": {"properties": {"value": {"minimum": 0.9}}}}}},
    }
    assert places(found("", **asks)) == [("systems/repayment-score", ("lending/raise-limit",))]


def test_a_text_that_a_comma_cut_is_told_as_such() -> None:
    with pytest.raises(InputError, match="was a text cut at a comma"):
        parse_rules(
            b"orchestrator-rules: 1\nrules: [{code: OUR001, title: {en: Trained, and only then used, de: Erst, dann}}]",
            "r.yaml",
        )


def test_an_example_that_the_rule_cannot_judge_does_not_hold() -> None:
    policy = "spaces: {s: {owner: nobody, decisions: {d: {oversight: {by: nobody}}}}}"
    checks = [{"different_people": ["owner", "oversight.by"]}]
    (house,) = parse_rules(written(require=None, checks=checks, good=[{"policy": policy}]), "rules.yaml")
    assert "good example 1: the rule could not judge it" in tried(house)[-1]


def test_a_folder_is_read_without_what_is_hidden_and_one_without_rules_is_told(tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "a.yaml").write_bytes(b"no rules")
    with pytest.raises(InputError, match="holds no file of rules"):
        read_rules([str(tmp_path)], cards())
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.yml").write_bytes(written())
    assert [house.rule.code for house in read_rules([str(tmp_path)], cards())] == ["OUR001"]


def test_half_a_character_is_refused_before_anything_is_written_with_it() -> None:
    with pytest.raises(InputError, match=r"r\.yaml:2: U\+D800 is half a character"):
        parse_rules(b'orchestrator-rules: 1\nrules: ["\\ud800"]', "r.yaml")
