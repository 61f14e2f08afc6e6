"""What the rules of law say that no single example shows: which provision, which decisions, what is unknown."""

import json

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Problem, Settings
from orchestrator_lint.rules.law.prohibited_practice import prohibited_practice
from orchestrator_lint.rules.law.works_council_missing import works_council_missing
from orchestrator_lint.sources import Source
from tests.rules.laid_over import TODAY, found, laid_over

_TWO = "sort-loans: {x-like: lending/raise-limit, title: Sort loans"


def _problems(practices: str) -> list[Problem]:
    source = laid_over(f"spaces: {{lending: {{decisions: {{raise-limit: {{law: {practices}}}}}}}}}")
    workspace = check([source], TODAY).workspace
    return list(prohibited_practice.check(workspace.decisions[0]))


@pytest.mark.parametrize(
    ("practice", "provision"),
    [
        ("social-scoring", "eu-ai-act 5(1)(c)"),
        ("real-time-biometric-identification", "eu-ai-act 5(1)(h)"),
        ("intimate-imagery-without-consent", "eu-ai-act 5 new"),
        ("child-sexual-abuse-material", "eu-ai-act 5 new"),
    ],
)
def test_a_practice_concerns_the_letter_of_article_5_that_prohibits_it(practice: str, provision: str) -> None:
    assert [problem.duty for problem in _problems(f"{{practices: [{practice}]}}")] == [provision]


def test_the_mere_class_prohibited_stands_under_the_duty_of_the_card() -> None:
    assert [problem.duty for problem in _problems("{risk_class: prohibited}")] == [""]


def test_every_practice_of_the_language_is_prohibited_by_a_letter_of_its_own() -> None:
    schema = json.loads(policy_language().printed("en"))
    words = schema["$defs"]["law"]["properties"]["practices"]["items"]["enum"]
    problems = _problems(f"{{practices: [{', '.join(words)}]}}")
    assert len({problem.values["article"] for problem in problems}) == len(words)


def test_a_gap_that_decisions_inherit_stands_once_at_the_space() -> None:
    law = "{risk_class: high, area: credit-scoring, profiling: true, dpia: {ref: D-1, date: 2026-01-01}, fria: {ref: F-1, date: 2026-01-01}}"
    report = found(
        f"spaces: {{lending: {{every_decision: {{law: {law}}}, decisions: {{raise-limit: {{law: null}}, {_TWO}, law: null}}}}}}}}"
    )
    assert [(finding.card.code, finding.decisions) for finding in report.findings] == [
        ("LAW001", ("lending/raise-limit", "lending/sort-loans"))
    ]


def test_a_system_in_two_high_risk_decisions_is_to_be_registered_once() -> None:
    report = found(f"organisation: {{public_body: true}}\nspaces: {{lending: {{decisions: {{{_TWO}}}}}}}}}")
    assert [(finding.card.code, finding.decisions) for finding in report.findings] == [
        ("LAW008", ("lending/raise-limit", "lending/sort-loans"))
    ]


def test_a_class_that_cannot_be_read_is_neither_stated_nor_missing() -> None:
    report = found("spaces: {lending: {decisions: {raise-limit: {law: {risk_class: hihg}}}}}")
    assert [finding.card.code for finding in report.findings if finding.card.code.startswith("LAW")] == []
    assert {"LAW001", "LAW002", "LAW005"} <= {code for gap in report.not_possible for code in gap.codes}


def test_the_groups_that_count_as_workers_can_be_set() -> None:
    source = laid_over("spaces: {lending: {every_decision: {notice: {workers: null}}}}")
    decision = check([source], TODAY).workspace.decisions[0]
    assert not list(works_council_missing.check(decision, Settings(TODAY)))
    assert list(works_council_missing.check(decision, Settings(TODAY, thresholds={"worker-groups": ["Customers"]})))


def test_no_rule_of_law_runs_where_no_organisation_is_described() -> None:
    text = b"orchestrator: 1\nspaces: {s: {decisions: {d: {title: D, autonomy: recommends, law: {practices: [social-scoring]}}}}}"
    codes = {finding.card.code for finding in check([Source("p.yaml", text)], TODAY).report.findings}
    assert not any(code.startswith("LAW") for code in codes)
