"""The parts by themselves: what is not confirmed is dropped, and a difference shows what changes."""

import pytest

from orchestrator_lint.judging import Report
from orchestrator_lint.problems import Fill, Fix, Place, Pointer, Quote, Rename, Rewrite
from orchestrator_lint.reading import Page
from orchestrator_lint.repairing import Edit, Planner, hunks
from orchestrator_lint.repairing import mended as one_round
from orchestrator_lint.repairing.confirm import is_confirmed
from orchestrator_lint.repairing.scalars import quoted, scalar
from tests.mutated import BASE, changed, report_of
from tests.repairing.mending import mended


def at(*pointer: str | int, document: int = 0) -> Place:
    return Place("policy.yaml", document, pointer)


EVERY: Pointer = ("spaces", "a", "every")
TEXT = "spaces: {a: {every: 6 Monate, n: 1}}\n"
MEANT = Rewrite(at(*EVERY), "6 months")


@pytest.mark.parametrize(
    ("after", "is_so"),
    [
        ("spaces: {a: {every: 6 months, n: 1}}\n", True),
        ("spaces: {a: {every: 6 months, n: 2}}\n", False),
        ('spaces: {a: {every: 6 months, n: "1"}}\n', False),
        ("spaces: {a: {every: 6 months}}\n", False),
        ("spaces: {a: {every: 6 months, n: [1]}}\n", False),
        ("spaces: {a: {every: 6 months, n: 1, n: 1}}\n", False),
        ("spaces: {a: {every: 6 months, n: 1}}\n---\n{}\n", False),
        ("spaces: {a: {every: 6 months, n: 1}\n", False),
    ],
)
def test_a_change_is_confirmed_only_where_nothing_else_differs(after: str, is_so: bool) -> None:
    assert is_confirmed(Page("policy.yaml", TEXT), after, [MEANT]) == is_so


def test_a_list_is_compared_item_by_item() -> None:
    page = Page("policy.yaml", "a: [1, 2]\nb: x\n")
    change = Rewrite(at("b"), "y")
    assert is_confirmed(page, "a: [1, 2]\nb: y\n", [change])
    assert not is_confirmed(page, "a: [1, 3]\nb: y\n", [change])
    assert not is_confirmed(page, "a: [1]\nb: y\n", [change])


def test_quotes_are_confirmed_by_what_the_parser_says() -> None:
    page = Page("policy.yaml", "a: x: y\nb: xx\n")
    assert is_confirmed(page, 'a: "x: y"\nb: xx\n', [Quote("policy.yaml", 3, 7)])
    assert not is_confirmed(page, 'a: "x: z"\nb: xx\n', [Quote("policy.yaml", 3, 7)])
    assert not is_confirmed(page, 'a: x: "y"\nb: xx\n', [Quote("policy.yaml", 6, 7)])


def _with_fixes(*fixes: Fix) -> Report:
    report = report_of(changed("autonomy: recommends", "autonomy: TODO").replace("status: live", "status: TODO"))
    assert len(report.findings) >= len(fixes)
    findings = [finding._replace(fix=fix) for finding, fix in zip(report.findings, fixes, strict=False)]
    return report._replace(findings=tuple(findings))


def test_a_fix_that_does_not_do_what_it_means_is_dropped_and_the_others_hold() -> None:
    wrong, name = BASE.index("public_body: false"), BASE.index("Example Bank")
    report = _with_fixes(
        Fix(Quote("policy.yaml", wrong, wrong + len("public_body: fal"))),
        Fix(Quote("policy.yaml", name, name + len("Example Bank"))),
    )
    done = one_round(report, unsafe=False)
    assert len(done.fixed) == len(done.dropped) == 1
    assert 'name: "Example Bank"' in done.texts["policy.yaml"]
    left = one_round(report, unsafe=False, passed=frozenset(each.fingerprint for each in report.findings))
    assert (left.texts, left.fixed, left.dropped) == ({}, (), ())


def test_what_is_indented_otherwise_than_it_seems_is_dropped_named_and_left() -> None:
    text = "orchestrator: 1\nspaces:\n  ? a\n  : ? title\n    : x\n"
    done = mended(unsafe=True, policy=text)
    assert done.sources[0].data == text.encode()
    assert "PUR001" in {finding.card.code for finding in done.dropped}


def test_a_clean_policy_stays_as_it_is() -> None:
    done = mended(policy=BASE)
    assert (done.fixed, done.dropped) == ((), ())


def test_of_two_fixes_in_one_place_the_first_is_carried_out() -> None:
    place = at("organisation", "name")
    report = _with_fixes(Fix(Rewrite(place, "One")), Fix(Rewrite(place, "Two")))
    done = one_round(report, unsafe=False)
    assert len(done.fixed) == 1
    assert "name: One" in done.texts["policy.yaml"]
    assert done.dropped == ()


def test_a_skeleton_waits_for_a_rename_at_its_place() -> None:
    report = _with_fixes(
        Fix(Rename(at("organisation", "name"), "nome")), Fix(Fill(at("organisation"), "x-a: TODO"), safe=False)
    )
    done = one_round(report, unsafe=True)
    assert "nome" in done.texts["policy.yaml"]


NONE = [
    Rewrite(at("roles", document=7), "x"),
    Rewrite(at("organisation", "nothing"), "x"),
    Rewrite(at("organisation"), "x"),
    Fill(at("spaces", "lending", "serves", 9), "x: TODO"),
    Fill(at("spaces", "lending", "serves", "x"), "x: TODO"),
    Fill(at("spaces", "lending", "serves"), "TODO"),
    Fill(at("spaces", "lending", "title", "de"), "TODO"),
    Fill(at("organisation"), "colour: TODO"),
    Rename(at("organisation", "name"), "goals"),
    Rename(at("roles", "case-worker", "held_by", "x", "y"), "z"),
]


@pytest.mark.parametrize("change", NONE)
def test_what_has_no_certain_edit_has_none(change: "Rewrite | Fill | Rename") -> None:
    report = report_of(changed("autonomy: recommends", "autonomy: TODO"))
    assert Planner(report.run.pages).plan(Fix(change)) is None


@pytest.mark.parametrize(
    "text",
    [
        "orchestrator: 1\nspaces:\n  a:\n    serves: [null]\n",
        "orchestrator: 1\nspaces:\n  a:\n    serves: [ ~ ]\n",
    ],
)
def test_an_empty_item_of_a_list_is_nobodys_place(text: str) -> None:
    pages = report_of(text).run.pages
    assert Planner(pages).plan(Fix(Fill(at("spaces", "a", "serves", 0), "TODO"))) is None


@pytest.mark.parametrize(
    ("text", "pointer", "skeleton"),
    [
        ("spaces:\n  a:\n    owner:\n      null\n", ("spaces", "a", "owner"), "TODO"),
        ("spaces:\n  a: {title: x,\n    mandate: y}\n  b: {owner: x} \n", ("spaces", "a"), "owner: {x: TODO}"),
        ("spaces:\n  a:\n    title: x\n    ? owner\n    : y\n", ("spaces", "a", "owner"), "TODO"),
        ("spaces:\n  a:\n    title: x\n    mandate: [x\n    ]\n", ("spaces", "a", "review"), "every: TODO"),
        ("x-all: &all {t: 1}\nx-m:\n  <<: *all\nspaces:\n    a: {title: x}\n", (), "roles: {b: {title: TODO}}"),
        ("x-r: &r {every: 1 month}\nspaces:\n  a:\n    review:\n      <<: [*r]\n", ("spaces", "a"), "flows: TODO"),
        ("spaces:\n  a:\n    title: x\n    owner: !!null\n", ("spaces", "a", "owner"), "TODO"),
        ("spaces:\n  ? a\n", ("spaces", "a"), "owner: TODO"),
    ],
)
def test_odd_ways_of_writing_are_filled_or_left_alone(text: str, pointer: Pointer, skeleton: str) -> None:
    pages = report_of(f"orchestrator: 1\n{text}").run.pages
    plan = Planner(pages).plan(Fix(Fill(at(*pointer), skeleton)))
    if plan is not None:
        page = pages["policy.yaml"]
        new = page.text
        for edit in sorted(plan.edits, key=lambda edit: -edit.start):
            new = new[: edit.start] + edit.text + new[edit.end :]
        assert is_confirmed(page, new, plan.changes)


def test_skeletons_that_say_otherwise_keep_what_the_first_says() -> None:
    report = _with_fixes(
        Fix(Fill(at("spaces", "lending"), "tensions: TODO"), safe=False),
        Fix(Fill(at("spaces", "lending", "tensions", "between"), "TODO"), safe=False),
    )
    assert "tensions: TODO" in one_round(report, unsafe=True).texts["policy.yaml"]


@pytest.mark.parametrize(
    ("value", "like", "written"),
    [
        ("14 days", "", "14 days"),
        ("14 days", "'x'", "'14 days'"),
        ("14 days", '"x"', '"14 days"'),
        ("it's", "'x'", "'it''s'"),
        ("a: b", "", '"a: b"'),
        ("12", "", '"12"'),
        ("no", "", '"no"'),
        (1, '"1"', "1"),
        (True, "", "true"),
    ],
)
def test_a_scalar_keeps_its_quotes_and_gets_those_it_needs(value: str | int, like: str, written: str) -> None:
    assert scalar(value, like) == written


def test_a_text_is_quoted_without_spelling_anything_otherwise() -> None:
    assert quoted("it's") == '"it\'s"'
    assert quoted('the "one"') == "'the \"one\"'"
    assert quoted("a\\b 'c'") == "'a\\b ''c'''"


def test_the_lines_of_an_edit_stand_with_their_neighbours() -> None:
    text = "".join(f"k{number}: v\r\n" for number in range(20)) + "end: v"
    edits = [Edit("p", text.index("k3"), text.index("k3") + 2, "K"), Edit("p", len(text), len(text), "\nlast: w")]
    near = Edit("p", text.index("k4"), text.index("k4") + 2, "K")
    assert list(hunks(text, [*edits, near])) == [
        (2, [" k1: v", " k2: v", "-k3: v", "-k4: v", "+K: v", "+K: v", " k5: v", " k6: v"]),
        (19, [" k18: v", " k19: v", " end: v", "+last: w"]),
    ]
    assert list(hunks(text, [])) == []
