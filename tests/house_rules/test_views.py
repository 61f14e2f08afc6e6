"""Fragments see what our rules see, and findings stand where ours would."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from orchestrator_lint.house_rules.file import RuleFile
from orchestrator_lint.house_rules.fragments import Fragments
from orchestrator_lint.house_rules.places import OWN, Places
from orchestrator_lint.house_rules.schemas import Fragment
from orchestrator_lint.house_rules.seen import below
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Workspace
from orchestrator_lint.reading import Document
from tests.house_rules.house import is_unknown, report, said

CONTEST = "each: decision\nrequire: {required: [contest], properties: {contest: {required: [route]}}}"


def test_what_a_decision_inherits_stands_there() -> None:
    policy = """
        spaces:
          s:
            owner: clerk
            every_decision: {contest: {route: Letter}, x-office: hall}
            decisions: {a: {}}
    """
    assert said(CONTEST, policy) == []
    assert said("each: decision\nrequire: {required: [owner, x-office]}", policy) == []


def test_what_is_inherited_and_wrong_is_one_finding_at_the_space_for_all_heirs() -> None:
    policy = """
        spaces:
          s:
            every_decision:
              contest: {file_within: 1 month}
            decisions: {a: {}, b: {}, c: {contest: {route: Letter}}}
    """
    (finding,) = report(CONTEST, policy).findings
    assert (finding.location.line, finding.about, finding.decisions) == (6, "spaces/s", ("s/a", "s/b"))
    assert finding.message("de") == "`s/a` und `s/b`"


def test_what_is_missing_stands_at_the_key_of_the_nearest_object() -> None:
    assert said(CONTEST, "spaces: {s: {decisions: {\n a: {},\n b: {contest: {file_within: 1 month}}}}}") == [
        "3: `s/a`: contest",
        "4: `s/b`: contest.route",
    ]
    assert said(
        "each: decision\nrequire: {required: [owner]}", "spaces: {s: {title: S,\n decisions: {a: {}, b: {}}}}"
    ) == ["2: `s/a` and `s/b`: owner"]


@pytest.mark.parametrize("nothing", ["null", "{}", "{route: ' '}", "{none_because: No.}"])
def test_what_says_nothing_is_missing(nothing: str) -> None:
    assert said(CONTEST, f"spaces: {{s: {{decisions: {{a: {{contest: {nothing}}}}}}}}}") == ["2: `s/a`: contest"]


def test_a_reason_answers_only_a_rule_that_accepts_it() -> None:
    reasoned = "spaces: {s: {decisions: {a: {contest: {none_because: The law allows none.}}}}}"
    assert said(CONTEST, reasoned) != []
    assert said(f"accepts_reason: true\n{CONTEST}", reasoned) == []


def test_a_block_that_is_still_being_built_is_not_asked_for_its_keys() -> None:
    assert said(CONTEST, "spaces: {s: {decisions: {a: {contest: {state: planned, file_within: 1 month}}}}}") == []


def test_guardrails_of_space_and_decision_add_up() -> None:
    asks = "each: decision\nrequire: {properties: {guardrails: {minItems: 2, items: {not: {const: bad}}}}, required: [guardrails]}"
    policy = """
        guardrails: {one: {}, two: {}, bad: {}}
        spaces:
          s:
            every_decision:
              guardrails: [one, bad]
            decisions:
              a: {guardrails: [two]}
    """
    assert said(asks, policy) == ["7: `s/a`: guardrails"]
    assert said(asks, policy.replace("one, bad", "one")) == []
    assert said("each: decision\nrequire: {required: [guardrails]}", "spaces: {s: {decisions: {a: {}}}}") == [
        "2: `s/a`: guardrails"
    ]


def test_only_decisions_at_the_stage_of_the_rule_are_asked() -> None:
    policy = "spaces: {s: {decisions: {a: {status: draft}, b: {status: pilot}, c: {}, d: {status: retired}}}}"
    assert [line.split(":")[1] for line in said(CONTEST, policy)] == [" `s/b`", " `s/c`"]
    assert [line.split(":")[1] for line in said(f"asks_from: live\n{CONTEST}", policy)] == [" `s/c`"]


@pytest.mark.parametrize(
    ("policy", "asked"),
    [
        ("systems: {m: {}}", True),
        ("systems: {m: {status: retired}}", False),
        ("systems: {m: {}}\nspaces: {s: {decisions: {a: {machine: {systems: [m]}}}}}", True),
        ("systems: {m: {}}\nspaces: {s: {decisions: {a: {status: draft, machine: {systems: [m]}}}}}", False),
    ],
)
def test_another_object_is_asked_where_a_decision_that_is_asked_uses_it_or_none_does(policy: str, asked: bool) -> None:
    assert bool(said("each: system\nrequire: {required: [steward]}", policy)) is asked


def test_a_space_is_asked_unless_all_its_decisions_are_too_early() -> None:
    asks = "each: space\nrequire: {required: [measure]}"
    assert said(asks, "spaces: {s: {title: S}}") == ["2: `s`: measure"]
    assert said(asks, "spaces: {s: {title: S, decisions: {a: {status: draft}}}}") == []
    (finding,) = report(asks, "spaces: {s: {title: S, decisions: {a: {}}}}").findings
    assert finding.decisions == ("s/a",)


@pytest.mark.parametrize(
    ("kind", "policy"),
    [
        ("role", "roles: {it: {}}"),
        ("dataset", "datasets: {it: {}}"),
        ("guardrail", "guardrails: {it: {}}"),
        ("principle", "principles: {it: {}}"),
        ("waiver", "waivers: {it: {}}"),
        ("organisation", "organisation: {name: It}\nspaces: {s: {decisions: {a: {}}}}"),
    ],
)
def test_every_kind_of_object_can_be_asked(kind: str, policy: str) -> None:
    (line,) = said(f"each: {kind}\nrequire: {{required: [x-own]}}", policy)
    assert line.endswith(": x-own")


def test_what_was_rejected_is_counted_as_not_possible_and_never_found() -> None:
    asks = "each: decision\nrequire: {required: [contest], properties: {status: {const: live}}}"
    found = report(asks, "spaces: {s: {decisions: {a: {contest: [1]}, b: {}}}}")
    assert [item.about for item in found.findings if item.card.code == "ACM001"] == ["s/b"]
    assert [item.subjects for item in found.not_possible if "ACM001" in item.codes] == [("s/a",)]


def test_an_alternative_that_holds_makes_up_for_one_that_nobody_can_read() -> None:
    asks = "each: decision\nrequire: {anyOf: [{required: [contest]}, {required: [hearing]}]}"
    broken = "spaces: {s: {decisions: {a: {contest: [1], %s}}}}"
    assert not is_unknown(asks, broken % "hearing: {within: 1 day}")
    assert is_unknown(asks, broken % "title: A")


def test_items_that_nobody_can_read_decide_only_where_it_hangs_on_them() -> None:
    asks = "each: dataset\nrequire: {properties: {purposes: {contains: {const: a}, maxContains: %s}}}"
    lists = "datasets: {d: {purposes: [%s]}}"
    assert not is_unknown(asks % 2, lists % "a, [1]")
    assert is_unknown(asks % 1, lists % "a, [1]")
    assert said(asks % 1, lists % "a, a, [1]") == ["2: `d`: purposes"]
    assert said(asks % 1, lists % "b") == ["2: `d`: purposes"]


def test_where_all_alternatives_fail_the_place_is_what_they_share() -> None:
    asks = "each: decision\nrequire: {anyOf: [{properties: {law: {required: [dpia]}}}, {properties: {law: {required: [fria]}}}]}"
    policy = "spaces: {s: {decisions: {a: {title: A,\n law: {area: none}}}}}"
    assert said(asks, policy) == ["3: `s/a`: law"]
    same = "each: decision\nrequire: {anyOf: [{properties: {law: {required: [dpia]}}}, {anyOf: [{properties: {law: {required: [dpia]}}}]}]}"
    assert said(same, policy) == ["3: `s/a`: law.dpia"]


def test_what_is_forbidden_is_told_where_it_stands() -> None:
    forbidden = "each: decision\nrequire: {not: {required: [machine], properties: {machine: {required: [cutoff]}}}}"
    policy = "spaces: {s: {decisions: {a: {\n machine: {\n  cutoff: {field: score}}}}}}"
    assert said(forbidden, policy) == ["4: `s/a`: machine.cutoff"]
    assert said("each: decision\nrequire: {not: {required: [machine, title]}}", policy) == []
    assert said(
        "each: decision\nrequire: {not: {required: [machine, status]}}", policy.replace("a: {", "a: {status: live,")
    ) == ["2: `s/a`: "]


def test_keys_that_are_not_allowed_and_keys_that_come_together() -> None:
    assert said(
        "each: system\nrequire: {properties: {x-a: {additionalProperties: false, properties: {b: true}}}}",
        "systems: {m: {x-a: {b: 1,\n c: 2}}}",
    ) == ["3: `m`: x-a.c"]
    asks = "each: system\nrequire: {dependentRequired: {x-a: [x-b], x-c: [x-d]}}"
    assert said(asks, "systems: {m: {x-a: 1}}") == ["2: `m`: x-b"]


def test_a_text_by_language_is_read_in_each_language() -> None:
    asks = "each: role\nrequire: {properties: {title: {type: string, pattern: office, maxLength: 20, minLength: 3}}}"
    assert said(asks, "roles: {r: {title: {en: Tax office, de: Steueramt}}}") == ["2: `r`: title.de"]
    assert said(asks, "roles: {r: {title: {en: Tax desk, de: Steueramt}}}") == ["2: `r`: title"]
    assert said(asks, "roles: {r: {title: Tax office}}") == []


def test_a_text_too_long_for_a_pattern_is_not_judged() -> None:
    found = report(
        "each: role\nrequire: {properties: {title: {pattern: office}}}", f"roles: {{r: {{title: {'x' * 3000}}}}}"
    )
    assert found.findings == ()
    assert [item.codes for item in found.not_possible] == [("ACM001",)]


def test_below_an_own_key_everything_counts_as_it_is_written() -> None:
    asks = "each: role\nrequire: {required: [x-a], properties: {x-a: {type: object, minProperties: 1, properties: {x-b: {const: true}, c: {uniqueItems: true}}}}}"
    assert said(asks, "roles: {r: {x-a: {x-b: true, c: [1, 2]}}}") == []
    assert said(asks, "roles: {r: {x-a: {x-b: false,\n c: [{d: 1}, {d: 1}]}}}") == [
        "2: `r`: x-a.x-b",
        "3: `r`: x-a.c",
    ]


def test_all_keys_of_a_decision_count_those_of_its_space_too() -> None:
    policy = "spaces: {s: {owner: clerk, every_decision: {x-b: 1}, decisions: {a: {title: A, x-a: 1}}}}"
    assert said("each: decision\nrequire: {minProperties: 4, maxProperties: 4}", policy) == []
    asks = "each: decision\nrequire: {properties: {title: true, owner: true, x-b: true}, additionalProperties: false}"
    assert said(asks, policy) == ["2: `s/a`: x-a"]


SCHEMAS: list[Any] = [
    {"type": "object"},
    {"type": ["string", "array"]},
    {"required": ["a"]},
    {"properties": {"a": {"type": "integer"}}, "additionalProperties": {"type": "string"}},
    {"additionalProperties": False, "properties": {"a": True}},
    {"dependentRequired": {"a": ["b"]}},
    {"dependentSchemas": {"a": {"required": ["b"]}}},
    {"minProperties": 1, "maxProperties": 1},
    {"items": {"type": "integer"}},
    {"prefixItems": [{"const": 1}], "items": False},
    {"contains": {"type": "integer"}, "minContains": 1, "maxContains": 1},
    {"uniqueItems": True},
    {"minItems": 2},
    {"maxItems": 1},
    {"enum": [1, "a", [1], {"a": 1}]},
    {"const": {"a": [1]}},
    {"minLength": 2},
    {"maxLength": 1, "minLength": 1},
    {"pattern": "^a"},
    {"minimum": 1, "exclusiveMaximum": 2},
    {"anyOf": [{"type": "integer"}, {"required": ["a"]}]},
    {"oneOf": [{"type": "object"}, {"required": ["a"]}]},
    {"not": {"properties": {"a": {"const": 1}}, "required": ["a"]}},
    {"if": {"type": "object"}, "then": {"required": ["a"]}, "else": {"type": "integer"}},
    {"allOf": [{"type": "object"}, {"required": ["b"]}]},
]
STANDING: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from([0, 1, 2, 1.5, True, False, "a", "ab", "b"]),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, min_size=1),
    max_leaves=6,
)


@given(STANDING)
@settings(max_examples=100)
def test_where_nothing_is_missing_a_fragment_means_what_json_schema_says(data: Any) -> None:
    language = policy_language()
    document = Document("policy.yaml", 0, {"roles": {"r": {"x-a": data}}})
    (role,) = Workspace([document], language).roles
    value = below(role, "x-a")
    for schema in SCHEMAS:
        fragment = Fragment(Fragments(RuleFile("rules.yaml", {}, {})).ready(schema, Places((OWN,)), ()))
        assert fragment.fits(value) == Draft202012Validator(schema).is_valid(data), schema
        assert bool(list(fragment.faults(value))) != fragment.fits(value)
