"""A rule that misses something offers a skeleton: it is then content, and the TODO in it is a finding."""

import pytest

from orchestrator_lint.model import Bad, Rule
from orchestrator_lint.reading.compose import compose
from orchestrator_lint.repairing import plans
from orchestrator_lint.rules.index import all_rules
from tests.repairing.mending import after, lines_of, mended
from tests.rules.laid_over import found, laid_over

ASKED = frozenset(("TXT004", "SHP002", "SHP003", "SHP004"))
OFFERED_BY_CHECK = frozenset(("ESC001", "GRD003", "GRD004"))
OFFERING = [rule for rule in all_rules() if rule.card.fix or rule.code in OFFERED_BY_CHECK]


@pytest.mark.parametrize("rule", OFFERING, ids=lambda rule: rule.code)
def test_a_skeleton_answers_its_rule_and_asks_by_a_todo(rule: Rule) -> None:
    examples = (example for example in (rule.card.bad, *rule.card.cases) if isinstance(example, Bad))
    example = next(example for example in examples if _is_offered(rule.code, example))
    done = mended(unsafe=True, example=laid_over(example.yaml).data)
    assert done.dropped == ()
    left = done.report.findings
    assert rule.code not in {each.card.code for each in left}
    asked = [each for each in left if each.card.code in ASKED and "TODO" in each.message("en")]
    written = done.sources[0].data.decode()
    assert len(asked) == written.count("TODO") > 0, (example.yaml, written)


def _is_offered(code: str, example: Bad) -> bool:
    report = found(example.yaml)
    known = plans(report)
    return any(each.card.code == code and each.fingerprint in known for each in report.findings)


def test_most_of_what_can_be_missing_has_a_skeleton() -> None:
    assert len(OFFERING) >= 60


GAP = """orchestrator: 1
spaces:
    lending: # the space
        title: Lending

        # who decides
        owner: head
        decisions:
            raise:
                question: May we?   # the question
                status: live
                autonomy: acts-on-approval
                impact: {affects: [customers], as: subject, effect: significant, level: high, reversibility: easy}
                oversight:
                    window: {given: 2 days}
                    stop:  # open

                # what follows
                contest: null # later
                machine: {does: It estimates.}


roles:
    head: {title: Head}
"""


def test_skeletons_stand_in_the_order_of_the_language_and_as_the_author_indents() -> None:
    new = after(GAP, unsafe=True)
    kept = [
        line
        for line in GAP.split("\n")
        if "contest: null" not in line and "machine:" not in line and "head: {" not in line
    ]
    rest = iter(new.split("\n"))
    assert all(line in rest for line in kept), new
    lines = new.split("\n")
    assert lines[lines.index("        title: Lending") + 1] == "        purpose: TODO"
    at = lines.index("                contest: # later")
    assert lines[at + 1] == "                    route: TODO"


FILLED = [
    ("spaces:\n  a:\n    title: x\n", "    owner: TODO"),
    ("spaces:\n  a: {title: x}\n", "  a: {title: x, purpose: TODO, owner: TODO,"),
    ("spaces:\n  a: {title: x, owner: , flows: []}\n", "owner: TODO, "),
    ("spaces:\n  a:\n    title: x\n    owner: ~ # who?\n", "    owner: TODO # who?"),
    ("spaces:\n  a:\n    title: x\n    owner: ''\n", "    owner: TODO"),
    ("spaces:\n  a:\n    title: |\n      x\n\n    mandate: y\n", "    owner: TODO"),
    ("spaces:\n  a:\n    title: [x, y] # c\n    mandate: y", "    owner: TODO"),
    ("spaces:\n  a:\n   decisions: {d: {title: x}}\n", "   owner: TODO"),
]


@pytest.mark.parametrize(("text", "line"), FILLED)
def test_what_is_missing_is_written_in_the_style_of_its_place(text: str, line: str) -> None:
    new = after(f"orchestrator: 1\n{text}", unsafe=True)
    assert line in new, new


LEFT = [
    "spaces:\n  a: {title: x, none_because: Nobody.}\n",
    "x-all: &all {title: x}\nspaces:\n  a: *all\n",
    "x-all: &all {title: x}\nspaces:\n  a:\n    <<: *all\n",
    "spaces:\n  a: &all {title: x}\nx-b: *all\n",
    "spaces:\n  a: &all\n    title: x\nx-b:\n  <<: *all\n",
    "spaces:\n  a: {title: x, owner}\n",
    "spaces:\n  a: {title: x, ? owner}\n",
    "spaces:\n  a: {title: x, owner: &nobody }\n",
    "x-a: {<<: &all {owner: null}}\nspaces:\n  a: {<<: *all, title: x}\n",
]


@pytest.mark.parametrize("text", LEFT)
def test_nobody_gets_an_owner_where_the_place_is_not_certain(text: str) -> None:
    assert "owner: TODO" not in after(f"orchestrator: 1\n{text}", unsafe=True)


def test_a_step_of_a_list_is_filled_where_it_stands() -> None:
    steps = "spaces: {lending: {every_decision: {escalation: [{when: two people disagree}, {when: x, to: [head-of-lending], within: 1 day, on_timeout: hold}]}}}"
    text = laid_over(steps).data.decode()
    new = lines_of(text, unsafe=True)
    assert [line.strip() for line in new] == ["to: [TODO]", "within: TODO", "on_timeout: TODO"]


def test_skeletons_that_wait_for_each_other_come_round_by_round() -> None:
    text = laid_over("spaces: {lending: {decisions: {raise-limit: {oversight: null}}}}").data.decode()
    new = after(text, unsafe=True)
    for key in ("by: TODO", "may: [TODO]", "stop:", "fallback:", "workload:", "bias_measures: [TODO]"):
        assert key in new, key
    assert new.count("oversight:") == 1


def test_a_guess_is_left_to_a_person() -> None:
    text = laid_over("").data.decode().replace("autonomy: recommends", "autonomy: recomends")
    assert after(text) == text
    assert "autonomy: recommends" in after(text, unsafe=True)
    sentence = (
        text.replace("recomends", "recommends")
        .replace("    - mortgages", "    - a")
        .replace("      outside:\n      - a\n", "      outside: [We grant none, which is safe.]\n")
    )
    assert '["We grant none, which is safe."]' in after(sentence, unsafe=True)


def test_every_skeleton_of_a_card_is_a_map_in_yaml_with_a_todo() -> None:
    for rule in OFFERING:
        if rule.card.fix:
            data = next(compose(rule.card.fix, with_spans=False)).data
            assert isinstance(data, dict)
            assert "TODO" in str(data)
