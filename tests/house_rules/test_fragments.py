"""A fragment that could only pass in silence, or always fail, is an error at its line."""

import pytest

from orchestrator_lint.forms import InputError
from tests.house_rules.house import house, said

WRONG = [
    ("where: {propertys: {}}\nrequire: true", 'unknown key "propertys"; did you mean "properties"?'),
    ("require: {required: [contst]}", 'no key "contst" there; did you mean "contest"?'),
    ("require: {properties: {contest: {required: [rute]}}}", 'did you mean "route"?'),
    ("require: {properties: {flows: {items: {required: [frm]}}}}", 'did you mean "from"?'),
    ("require: {properties: {flows: {prefixItems: [{required: [frm]}]}}}", 'did you mean "from"?'),
    ("require: {properties: {wholly-odd: true}}", "one of your own begins with x-"),
    ("require: {dependentRequired: {contest: [hering]}}", 'did you mean "hearing"?'),
    ("require: {dependentSchemas: {contest: {required: [hering]}}}", 'did you mean "hearing"?'),
    ("require: {anyOf: [{required: [hering]}]}", 'did you mean "hearing"?'),
    ("require: {properties: {status: {const: Live}}}", 'cannot say "Live" there; did you mean "live"?'),
    ("require: {properties: {law: {properties: {risk_class: {enum: [extreme]}}}}}", "known are prohibited, high"),
    ("require: {properties: {title: {const: 3}}}", "`3` can never stand there, only maps and texts"),
    ("require: {properties: {title: {const: null}}}", "`None` can never stand there"),
    ("require: {properties: {title: {minimum: 3}}}", "`minimum` is about numbers"),
    ("require: {properties: {status: {minItems: 3}}}", "`minItems` is about lists"),
    ("require: {properties: {title: {type: integer}}}", "nothing there is ever of type integer"),
    ("require: {properties: {title: {type: [string, array]}}}", "nothing there is ever of type array"),
    ("require: {properties: {title: {pattern: '(a+)+$'}}}", "the pattern is refused: a repetition stands inside"),
    ("require: {then: {required: [contest]}}", "`then` means nothing without `if`"),
    ("require: {if: {required: [contest]}}", "`if` means nothing without `then`"),
    ("require: {properties: {title: {minContains: 2}}}", "`minContains` means nothing without `contains`"),
    ("require: {$ref: '#/$defs/ofice'}", 'no "ofice" under `$defs` of this file; did you mean "#/$defs/office"?'),
    ("require: {$ref: 'https://a.example/b.json'}", "has the wrong form; write it like #/$defs/office"),
    ("require: {$ref: '#/$defs/round'}", '"round" refers to itself: round → round'),
    ("require: {$ref: '#/$defs/office'}", 'no rule uses "round"'),
    ("require: {$ref: '#/$defs/much'}", "more than 5000 parts"),
]
SHARED = """
$defs:
  office: {required: [x-phone]}
  round: {allOf: [{$ref: "#/$defs/round"}]}
  much: {allOf: [{$ref: "#/$defs/more"}, {$ref: "#/$defs/more"}, {$ref: "#/$defs/more"}, {$ref: "#/$defs/more"}, {$ref: "#/$defs/more"}, {$ref: "#/$defs/more"}, {$ref: "#/$defs/more"}, {$ref: "#/$defs/more"}]}
  more: {allOf: [{$ref: "#/$defs/most"}, {$ref: "#/$defs/most"}, {$ref: "#/$defs/most"}, {$ref: "#/$defs/most"}, {$ref: "#/$defs/most"}, {$ref: "#/$defs/most"}, {$ref: "#/$defs/most"}, {$ref: "#/$defs/most"}]}
  most: {allOf: [{$ref: "#/$defs/last"}, {$ref: "#/$defs/last"}, {$ref: "#/$defs/last"}, {$ref: "#/$defs/last"}, {$ref: "#/$defs/last"}, {$ref: "#/$defs/last"}, {$ref: "#/$defs/last"}, {$ref: "#/$defs/last"}]}
  last: {allOf: [true, true, true, true, true, true, true, true]}
"""


@pytest.mark.parametrize(("asks", "message"), WRONG)
def test_what_means_nothing_in_a_fragment_is_told(asks: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        house(f"each: decision\n{asks}", SHARED)
    assert message in raised.value.message
    assert raised.value.message.startswith("rules.yaml:")


def test_the_line_is_that_of_the_word_that_is_wrong() -> None:
    with pytest.raises(InputError) as raised:
        house("each: decision\nrequire:\n  required:\n    - contest\n    - hering\n")
    assert raised.value.message.startswith("rules.yaml:14: ")


def test_a_shared_fragment_is_checked_where_it_is_used_and_told_at_its_own_line() -> None:
    with pytest.raises(InputError) as raised:
        house("each: role\nrequire: {$ref: '#/$defs/a'}", "$defs:\n  a: {required: [contest]}\n")
    assert raised.value.message.startswith("rules.yaml:3: ")


def test_words_and_keys_of_ones_own_may_be_called_as_one_likes() -> None:
    house("each: decision\nrequire: {required: [x-any], properties: {x-any: {properties: {thing: {minimum: 0.5}}}}}")
    house("each: decision\nrequire: {properties: {machine: {properties: {shows: {contains: {const: x-map}}}}}}")


def test_a_reference_holds_beside_what_stands_with_it() -> None:
    asks = "each: role\nrequire: {$ref: '#/$defs/a', required: [kind]}"
    assert said(asks, "roles: {clerk: {}}", "$defs: {a: {required: [title]}}\n") == [
        "2: `clerk`: kind",
        "2: `clerk`: title",
    ]
