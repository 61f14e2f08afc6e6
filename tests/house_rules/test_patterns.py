"""Patterns that can hang are refused, and those that people need are not."""

import re
from time import perf_counter

import pytest

from orchestrator_lint.house_rules.patterns import LONGEST, fault_of

# shapes that are known to hang: nested repetitions, choices that overlap in a repetition, repetitions one after the other
HANGING = [
    "(a+)+$",
    "(a*)*b",
    "([a-zA-Z]+)*$",
    "(a|aa)+$",
    "(a|a?)+$",
    "(.*a){12}",
    "(x+x+)+y",
    r"(\w+\s?)*$",
    r"^(\d+)*x",
    r"^(([a-z])+.)+[A-Z]([a-z])+$",
    r"^([a-z0-9]+([-.][a-z0-9]+)*)+@x$",
    "(?:.*,)*x",
    ".*.*.*x",
    r"\d+\d+\d+$",
    "a{0,50}a{0,50}a{0,50}b",
    "(?:a{1,50}){1,50}b",
    "(a?){25}a{25}",
    "(?:(?:ab|cd)+)+x",
    "((a+b?)+)+c",
    "a?" * 20 + "a" * 20,
    "(?:ab?|a)" * 12 + "c",
    "(?:^a)*b",
    "(?>a+)+a",
    "(a(?:bc|d))*e",
]
USEFUL = [
    "^BV-[0-9]{4}$",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "^[^@]+@[^@]+$",
    "^[a-z0-9-]+$",
    r"\bcouncil\b",
    "(?i)betriebsrat|personalrat",
    "^(PR|BR)-[0-9]+/[0-9]{4}$",
    "^.*GmbH.*$",
    "colou?r",
    "^(ab)+$",
    "^(?:a(?:b)){3}$",
    r"^\+?[0-9 ()/-]{6,20}$",
    "§ ?[0-9]+",
    "^(?>ab)c$",
    r"^[^\s<>]+$",
    r"\S",
    "(?i)^ſ*k$",
]
ODD = [
    ("[", "no regular expression"),
    (r"(a)\1", "a reference back"),
    ("(?=a)b", "a look ahead or back"),
    ("(a)?(?(1)b|c)", "a condition on a group"),
    ("(?x) a b", "a flag other than"),
    ("(?i:a)b", "a flag for a part"),
    ("(" * 120 + ")" * 120, None),
]


@pytest.mark.parametrize("pattern", HANGING)
def test_a_pattern_that_can_hang_is_refused(pattern: str) -> None:
    assert fault_of(pattern) is not None


@pytest.mark.parametrize("pattern", USEFUL)
def test_a_harmless_pattern_is_taken(pattern: str) -> None:
    assert fault_of(pattern) is None


@pytest.mark.parametrize(("pattern", "why"), ODD)
def test_what_cannot_be_judged_is_refused_with_the_reason(pattern: str, why: str | None) -> None:
    refused = fault_of(pattern)
    assert refused is None if why is None else why in str(refused)


@pytest.mark.parametrize("pattern", ["^.*a", r"\s+$", "x*y", "a*b*c", "^[ax]*x$", "(?:ab|a)(?:bc|c)d"])
@pytest.mark.parametrize("letter", ["a", "x", " "])
def test_the_worst_that_is_taken_ends_soon_on_the_longest_text_that_is_tried(pattern: str, letter: str) -> None:
    assert fault_of(pattern) is None
    began = perf_counter()
    re.search(pattern, letter * LONGEST + "!")
    assert perf_counter() - began < 5
