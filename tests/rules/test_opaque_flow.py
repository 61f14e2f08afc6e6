"""The way of the data is followed over all decisions that one builds on, and over no others."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding
from orchestrator_lint.sources import Source

NOUNS = """orchestrator: 1
organisation: {affected: {customers: {title: Customers}}}
roles: {clerk: {title: Clerk}}
systems: {score: {title: Score}, letter: {title: Letter}}
datasets: {file: {title: File, source: Archive}, scores: {title: Scores, source: Score}}
"""


def flagged(decisions: str, nouns: str = NOUNS, *more: Source) -> list[Finding]:
    """What is said of the flows of these decisions, each `id: {…}` of the space `s`."""
    return in_space(f"{{decisions: {{{decisions}}}}}", nouns, *more)


def in_space(space: str, nouns: str = NOUNS, *more: Source) -> list[Finding]:
    """What is said of the flows of a space `s`."""
    source = Source("policy.yaml", f"{nouns}spaces: {{s: {space}}}\n".encode())
    report = check([source, *more], date(2026, 11, 1)).report
    return [finding for finding in report.findings if finding.card.code == "DAT002"]


def systems(findings: list[Finding]) -> list[tuple[str, str]]:
    """Which system of which decision is not tied, and on which side."""
    sides = {"traced": "origin", "arrives": "receiver"}
    found = []
    for finding in findings:
        side = next(side for word, side in sides.items() if word in finding.message("en"))
        found.append((f"{finding.decisions[0]}:{finding.values['system']}", side))
    return found


FED = "{from: datasets/file, to: systems/score, use: scoring}"
READ = "{from: systems/score, to: roles/clerk, carries: score}"


def test_a_system_that_an_earlier_decision_feeds_is_fed() -> None:
    earlier = f"a: {{machine: {{systems: [score]}}, flows: [{FED}, {READ}]}}"
    later = f"b: {{machine: {{systems: [score]}}, flows: [{READ}], depends_on: [s/a]}}"
    assert flagged(f"{earlier}, {later}") == []


def test_the_chain_may_be_long() -> None:
    earlier = f"a: {{machine: {{systems: [score]}}, flows: [{FED}, {READ}]}}"
    between = "b: {depends_on: [s/a]}, c: {depends_on: [s/b]}"
    later = f"d: {{machine: {{systems: [score]}}, flows: [{READ}], depends_on: [s/c]}}"
    assert flagged(f"{earlier}, {between}, {later}") == []


def test_a_decision_that_stands_apart_feeds_nobody() -> None:
    apart = f"a: {{machine: {{systems: [score]}}, flows: [{FED}, {READ}]}}"
    alone = f"b: {{machine: {{systems: [score]}}, flows: [{READ}]}}"
    assert systems(flagged(f"{apart}, {alone}")) == [("s/b:score", "origin")]


def test_what_comes_from_another_decision_has_a_source() -> None:
    earlier = "a: {autonomy: human-only}"
    later = f"b: {{machine: {{systems: [score]}}, flows: [{{from: decisions/s/a, to: systems/score, carries: order}}, {READ}]}}"
    assert flagged(f"{earlier}, {later}") == []


def test_a_decision_is_no_source_of_its_own() -> None:
    own = f"a: {{machine: {{systems: [score]}}, flows: [{{from: this, to: systems/score, carries: order}}, {READ}]}}"
    assert systems(flagged(own)) == [("s/a:score", "origin")]
    by_name = own.replace("from: this", "from: decisions/s/a")
    assert systems(flagged(by_name)) == [("s/a:score", "origin")]


def test_data_reaches_a_system_through_the_decision_itself() -> None:
    flows = (
        "{from: datasets/file, to: this, use: scoring}, {from: this, to: systems/score, carries: file}, "
        "{from: systems/score, to: this, carries: score}"
    )
    assert flagged(f"a: {{machine: {{systems: [score]}}, flows: [{flows}]}}") == []


def test_of_two_systems_in_a_row_only_the_cause_is_flagged() -> None:
    row = "{from: systems/score, to: systems/letter, carries: score}"
    decision = f"a: {{machine: {{systems: [score, letter]}}, flows: [{row}]}}"
    assert systems(flagged(decision)) == [("s/a:score", "origin"), ("s/a:letter", "receiver")]


def test_of_two_systems_in_a_circle_the_first_is_flagged() -> None:
    circle = "{from: systems/score, to: systems/letter, carries: score}, {from: systems/letter, to: systems/score, carries: text}"
    found = systems(flagged(f"a: {{machine: {{systems: [letter, score]}}, flows: [{circle}]}}"))
    assert found == [("s/a:letter", "origin"), ("s/a:letter", "receiver")]


@pytest.mark.parametrize(
    "taken",
    [
        "b: {flows: [{from: datasets/scores, to: roles/clerk, use: review}]}",
        "b: {flows: [{from: datasets/scores, to: this, use: review}]}",
    ],
)
def test_an_output_that_is_kept_arrives_where_another_decision_takes_it(taken: str) -> None:
    kept = "{from: systems/score, to: datasets/scores, carries: score}"
    decision = f"a: {{machine: {{systems: [score]}}, flows: [{FED}, {kept}]}}"
    assert systems(flagged(decision)) == [("s/a:score", "receiver")]
    assert flagged(f"{decision}, {taken}") == []


def test_an_output_arrives_in_a_system_that_another_decision_describes() -> None:
    handed = "{from: systems/score, to: systems/letter, carries: score}"
    decision = f"a: {{machine: {{systems: [score]}}, flows: [{FED}, {handed}]}}"
    other = "b: {flows: [{from: systems/letter, to: persons/customers, carries: letter}]}"
    assert systems(flagged(decision)) == [("s/a:score", "receiver")]
    assert flagged(f"{decision}, {other}") == []


def test_an_output_that_only_trains_a_system_is_taken() -> None:
    kept = "{from: systems/score, to: datasets/scores, carries: score}"
    decision = f"a: {{machine: {{systems: [score]}}, flows: [{FED}, {kept}]}}"
    learning = NOUNS.replace("letter: {title: Letter}", "letter: {title: Letter, learns_from: [scores]}")
    assert flagged(decision, learning) == []


def test_an_output_that_a_role_may_see_is_taken() -> None:
    kept = "{from: systems/score, to: datasets/scores, carries: score}"
    seeing = NOUNS.replace("clerk: {title: Clerk}", "clerk: {title: Clerk, sees: [datasets/scores]}")
    assert flagged(f"a: {{machine: {{systems: [score]}}, flows: [{FED}, {kept}]}}", seeing) == []


def test_where_a_file_is_unreadable_nobody_says_that_an_output_is_not_taken() -> None:
    kept = "{from: systems/score, to: datasets/scores, carries: score}"
    broken = Source("other.yaml", b"orchestrator: 1\nspaces: {t: {x\n")
    assert flagged(f"a: {{machine: {{systems: [score]}}, flows: [{FED}, {kept}]}}", NOUNS, broken) == []


def test_a_flow_without_an_end_leaves_open_what_it_would_have_tied() -> None:
    earlier = "a: {flows: [{from: datasets/file, use: scoring}]}"
    later = f"b: {{machine: {{systems: [score]}}, flows: [{READ}], depends_on: [s/a]}}"
    assert flagged(f"{earlier}, {later}") == []


def test_an_end_that_nobody_knows_leaves_it_open_too() -> None:
    decision = f"a: {{machine: {{systems: [score]}}, flows: [{{from: datasets/ghost, to: systems/score, use: scoring}}, {READ}]}}"
    assert flagged(decision) == []


def test_a_role_that_does_not_say_what_it_carries_is_flagged_once_at_the_flow() -> None:
    flows = f"{{from: roles/clerk, to: systems/score}}, {READ}"
    (finding,) = flagged(f"a: {{machine: {{systems: [score]}}, flows: [{flows}]}}")
    assert "`roles/clerk` → `systems/score`" in finding.message("en")


def test_a_fault_in_a_flow_of_the_space_is_one_finding_for_all_its_decisions() -> None:
    decisions = "a: {machine: {systems: [score]}}, b: {machine: {systems: [score]}}, c: {autonomy: human-only}"
    (finding,) = in_space(
        f"{{flows: [{{from: datasets/file, to: systems/score}}, {READ}], decisions: {{{decisions}}}}}"
    )
    assert finding.decisions == ("s/a", "s/b")


def test_all_hops_of_a_flow_that_mean_nothing_are_one_finding() -> None:
    hops = "[Cloud, export-job, {where: Berlin}, 'Black-Box']"
    flow = f"{{from: datasets/file, to: systems/score, use: scoring, via: {hops}}}"
    (finding,) = flagged(f"a: {{machine: {{systems: [score]}}, flows: [{flow}, {READ}]}}")
    assert finding.values["hop"] == "Cloud"
    assert len(finding.related) == 2
