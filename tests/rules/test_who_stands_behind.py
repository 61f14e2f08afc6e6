"""Deputies, stewards, training, reviews and waivers: what is gathered, and what examples cannot say alone."""

import pytest

from orchestrator_lint.judging import Finding
from tests.rules.laid_over import found

_TWO = "spaces: {lending: {decisions: {lower-limit: {x-like: lending/raise-limit, title: Lower a credit limit}}}}"
_BOTH = ("lending/lower-limit", "lending/raise-limit")
_WAIVER = (
    "waivers: {w-1: {reason: The auditors move house in November., compensates: The AI officer samples ten cases a week.,\n"
    "  granted: 2026-10-19, expires: 2026-11-16, requested_by: internal-audit, "
)


def _of(code: str, fragment: str) -> list[Finding]:
    return [finding for finding in found(fragment).findings if finding.card.code == code]


@pytest.mark.parametrize(
    ("code", "fragment", "about"),
    [
        ("OWN005", "roles: {case-worker: {deputy: null}}", "roles/case-worker"),
        ("OWN006", "guardrails: {no-unexplained-refusal: {owner: null}}", "guardrails/no-unexplained-refusal"),
        ("OWN007", "systems: {repayment-score: {supplier: {duties: null}}}", "systems/repayment-score"),
        ("OWN008", "systems: {repayment-score: {steward: null}}", "systems/repayment-score"),
        ("OWN008", "datasets: {credit-file: {steward: null}}", "datasets/credit-file"),
        ("TRN001", "roles: {case-worker: {training: null}}", "roles/case-worker"),
        (
            "TRN002",
            "roles: {case-worker: {training: [{topic: automation-bias, date: 2020-01-01}]}}",
            "roles/case-worker",
        ),
        ("REV008", "systems: {repayment-score: {tested: {state: planned}}}", "systems/repayment-score"),
    ],
)
def test_what_is_lacking_in_one_place_is_one_finding_for_all_decisions(code: str, fragment: str, about: str) -> None:
    (finding,) = _of(code, f"{fragment}\n{_TWO}")
    assert (finding.about, finding.decisions) == (about, _BOTH)


@pytest.mark.parametrize(
    ("code", "review"), [("REV001", "null"), ("REV003", "{by: head-of-lending}"), ("REV008", "{state: planned}")]
)
def test_a_review_that_decisions_inherit_is_judged_once(code: str, review: str) -> None:
    (finding,) = _of(code, _TWO.replace("decisions:", f"review: {review}, decisions:", 1))
    assert (finding.about, finding.decisions) == ("spaces/lending", _BOTH)


def test_a_waiver_that_covers_what_its_approver_answers_for_is_one_finding() -> None:
    waiver = f"{_WAIVER}rule: review-overdue, applies_to: [organisation, lending], approved_by: head-of-lending}}}}"
    (finding,) = _of("REV003", f"{waiver}\n{_TWO}")
    assert (finding.about, finding.decisions) == ("waivers/w-1", _BOTH)


def test_a_waiver_that_has_expired_is_to_be_deleted_and_nothing_else() -> None:
    waiver = f"{_WAIVER}rule: no-human-owner, applies_to: [lending], approved_by: internal-audit}}}}"
    late = waiver.replace("2026-11-16", "2026-10-31")
    assert sorted(finding.card.code for finding in found(waiver).findings) == ["REV003", "REV005"]
    (finding,) = found(late).findings
    assert (finding.card.code, finding.calendar) == ("REV004", True)


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [("reviews-overdue", "Did you mean `review-overdue`?"), ("rev-0002", "`REV002`?"), ("the-auditors-are-late", None)],
)
def test_a_waiver_of_no_known_rule_gets_the_nearest_name(written: str, suggestion: str | None) -> None:
    (finding,) = _of("REV005", f"{_WAIVER}rule: {written}, applies_to: [lending], approved_by: ai-officer}}}}")
    message = finding.message("en")
    assert suggestion in message if suggestion else "Did you mean" not in message


@pytest.mark.parametrize(
    "fragment",
    [
        "roles: {case-worker: {training: null}}\nspaces: {lending: {decisions: {raise-limit: {autonomy: human-only}}}}",
        "roles: {case-worker: {training: [{topic: bogus, date: 2026-01-01}, {topic: ai-literacy, date: 2026-01-01}]}}",
        "roles: {case-worker: {training: [{topic: bogus, date: 2026-01-01}]}}",
    ],
)
def test_literacy_is_asked_where_ai_takes_part_and_it_can_be_told(fragment: str) -> None:
    assert not _of("TRN001", fragment)


def test_training_for_oversight_is_asked_where_the_level_is_missing() -> None:
    untrained = "roles: {case-worker: {training: [{topic: law, date: 2026-01-01}]}}\n"
    missing = "spaces: {lending: {decisions: {raise-limit: {autonomy: null, requires: {training: null}}}}}"
    assert _of("TRN004", untrained + missing)
    assert not _of("TRN004", untrained + missing.replace("autonomy: null", "autonomy: acts-and-reports"))
    assert not _of("TRN004", missing.replace("autonomy: null", "oversight: {by: null}"))


def test_a_leader_without_any_training_who_works_with_ai_is_asked_for_the_first_one_only() -> None:
    findings = found("roles: {head-of-lending: {training: null}}").findings
    assert [finding.card.code for finding in findings] == ["TRN001"]


def test_one_person_in_two_roles_is_named_as_such() -> None:
    roles = "roles: {audit-lead: {x-like: roles/head-of-audit, held_by: lending@bank.example}}\n"
    (finding,) = _of("REV003", f"{roles}spaces: {{lending: {{review: {{by: audit-lead}}}}}}")
    assert "`head-of-lending`, held by the same person" in finding.message("en")
    assert "lending@bank.example" not in finding.message("en") + finding.message("de")


@pytest.mark.parametrize(
    ("block", "findings"),
    [
        ("contest: {none_because: The law gives no room., state: planned}", 0),
        ("oversight: {state: in-progress, stop: {state: planned}, fallback: {state: planned}}", 1),
        ("oversight: {stop: {state: planned}, fallback: {state: planned}}", 2),
    ],
)
def test_a_safeguard_under_way_is_said_of_the_outermost_block(block: str, findings: int) -> None:
    shared = f"spaces: {{lending: {{every_decision: {{{block}}}, decisions: {{raise-limit: {{contest: null, oversight: null}}}}}}}}"
    assert len(_of("REV008", shared)) == findings


def test_what_is_said_at_a_space_without_decisions_is_not_under_review() -> None:
    assert not _of("REV001", "spaces: {idle: {title: Idle, purpose: Nobody waits, owner: ai-officer}}")


def test_what_no_decision_rests_on_is_left_to_other_rules() -> None:
    unused = (
        "guardrails: {old-line: {x-like: guardrails/no-unexplained-refusal, owner: null}}\n"
        "systems: {old-score: {x-like: systems/repayment-score, supplier: null, steward: null}}"
    )
    assert not {"OWN006", "OWN007", "OWN008"} & {finding.card.code for finding in found(unused).findings}
