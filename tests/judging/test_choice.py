"""Which rules a run asks for: profiles, confidence, selection; duties that do not apply yet; the ladder."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Choice, PathChoice, Report, nearest_rule
from orchestrator_lint.judging.choice import place_matches
from orchestrator_lint.problems import Severity
from orchestrator_lint.rules.index import all_rules
from tests.rules.laid_over import TODAY, laid_over

_GAPS = "spaces: {lending: {principles: [], mandate: Case workers decide small loans promptly., decisions: {raise-limit: {oversight: {stop: null}}}}}"


def judged(fragment: str, choice: Choice | None = None, day: date = TODAY, **thresholds: object) -> Report:
    return check([laid_over(fragment)], TODAY, day, choice=(choice or Choice())._replace(thresholds=thresholds)).report


def codes(report: Report) -> list[str]:
    return sorted(finding.card.code for finding in report.findings)


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (Choice(profile="assured"), ["PUR005", "SAF001", "TXT001"]),
        (Choice(profile="starter"), ["SAF001"]),
        (Choice(confidence="sure"), ["PUR005", "SAF001"]),
        (Choice(select=("PUR",)), ["PUR005"]),
        (Choice(select=("weasel-word", "saf001")), ["SAF001", "TXT001"]),
        (Choice(profile="starter", select=("TXT001",)), ["TXT001"]),
        (Choice(ignore=("TXT", "no-stop")), ["PUR005"]),
        (Choice(select=("gdpr",)), ["TXT001"]),
    ],
)
def test_a_run_asks_for_the_rules_that_are_chosen(choice: Choice, found: list[str]) -> None:
    assert codes(judged(_GAPS, choice)) == found


def test_what_cannot_be_read_is_always_said() -> None:
    report = judged("spaces: {lending: {ownr: x}}", Choice(select=("GRD",)))
    assert codes(report) == ["SHP001"]


def test_the_ladder_counts_what_stands_whatever_is_selected() -> None:
    report = judged(_GAPS, Choice(select=("TXT001",)))
    assert [(rung.profile, rung.open, rung.codes) for rung in report.rungs] == [
        ("starter", 1, ("SAF001",)),
        ("standard", 3, ("PUR005", "SAF001", "TXT001")),
        ("assured", 3, ("PUR005", "SAF001", "TXT001")),
    ]
    assert [rung.open for rung in judged("").rungs] == [0, 0, 0]


def test_no_rung_is_claimed_where_not_everything_could_be_checked() -> None:
    assert judged("spaces: {lending: {ownr: x}}").rungs == ()


def test_a_threshold_of_the_run_counts() -> None:
    fragment = "spaces: {lending: {review: {every: 3 months, last: 2026-06-15, by: internal-audit}}}"
    assert codes(judged(fragment)) == ["REV002"]
    assert codes(judged(fragment, **{"review-grace": "12 months"})) == []


def test_a_severity_can_be_chosen() -> None:
    report = judged(_GAPS, Choice(select=("PUR005",), severities={"PUR": Severity.ERROR}))
    assert [finding.severity for finding in report.findings] == [Severity.ERROR]


def test_a_duty_that_does_not_apply_yet_is_a_note_until_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    from orchestrator_lint import journey

    rules = tuple(
        rule._replace(card=rule.card._replace(duty="eu-ai-act 14")) if rule.code == "SAF001" else rule
        for rule in journey.all_rules()
    )
    monkeypatch.setattr(journey, "all_rules", lambda: rules)
    report = judged(_GAPS, Choice(select=("SAF001",)))
    (finding,) = report.findings
    assert finding.severity is Severity.NOTE
    assert finding.ahead is not None and finding.ahead.day == date(2027, 12, 2)
    assert report.rungs[0].open == 0
    (strict,) = judged(_GAPS, Choice(select=("SAF001",), strict_dates=True)).findings
    assert strict.severity is Severity.ERROR and strict.ahead == finding.ahead
    (then,) = judged(_GAPS, Choice(select=("SAF001",)), date(2027, 12, 2)).findings
    assert then.severity is Severity.ERROR and then.ahead is None
    product = _GAPS.replace("{oversight", "{law: {area: product-safety}, oversight")
    (later,) = judged(product, Choice(select=("SAF001",)), date(2027, 12, 2)).findings
    assert later.ahead is not None and later.ahead.day == date(2028, 8, 2)


def test_a_rule_is_found_by_a_misspelt_name_or_code() -> None:
    known = {rule.code: rule.card for rule in all_rules()}
    assert [nearest_rule(word, known) for word in ("no-stopp", "saf0001", "zzz")] == ["no-stop", "SAF001", None]


@pytest.mark.parametrize(
    ("patterns", "path", "meant"),
    [
        (("policies/drafts/*",), "policies/drafts/a.yaml", True),
        (("*.yml", "policies/*"), "policies/a.yaml", True),
        (("drafts/*",), "policies/a.yaml", False),
    ],
)
def test_a_place_is_meant_by_any_of_its_patterns(patterns: tuple[str, ...], path: str, meant: bool) -> None:
    assert place_matches(PathChoice(patterns), path) is meant


def test_findings_are_counted_by_severity() -> None:
    report = judged(_GAPS, Choice(profile="assured"))
    assert [report.number(severity) for severity in Severity] == [0, 2, 1]
