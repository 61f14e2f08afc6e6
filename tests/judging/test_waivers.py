"""A waiver lets a finding not count: only where it holds, only as long, and never unseen."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Choice, Report, void_because
from orchestrator_lint.model import Settings
from tests.judging.test_choice import codes, judged
from tests.rules.laid_over import TODAY, laid_over

_GAP = "spaces: {lending: {decisions: {raise-limit: {oversight: {stop: null}}}}}\n"
_WAIVER = {
    "rule": "no-stop",
    "applies_to": "[lending/raise-limit]",
    "reason": "The switch is built until December.",
    "compensates": "The team head reads every tenth case daily.",
    "requested_by": "head-of-lending",
    "approved_by": "ai-officer",
    "granted": "2026-10-01",
    "expires": "2026-12-31",
}


def with_waiver(day: date = date(2026, 11, 1), choice: Choice | None = None, **changed: str | None) -> Report:
    entries = {**_WAIVER, **changed}
    written = ", ".join(f"{key}: {value}" for key, value in entries.items() if value is not None)
    same = "roles: {deputy: {x-like: roles/head-of-lending, title: Deputy}}\n"
    return judged(f"{_GAP}{same}waivers: {{w-1: {{{written}}}}}", choice, day)


def saf(report: Report) -> list[str]:
    return [code for code in codes(report) if code == "SAF001"]


@pytest.mark.parametrize("scope", ["[lending/raise-limit]", "[lending]", "[organisation]"])
@pytest.mark.parametrize("rule", ["no-stop", "SAF001"])
def test_a_finding_that_a_waiver_covers_does_not_count_but_stays_visible(rule: str, scope: str) -> None:
    report = with_waiver(rule=rule, applies_to=scope)
    assert saf(report) == []
    (finding,) = report.excepted
    assert (finding.card.code, finding.excepted.id) == ("SAF001", "w-1")  # type: ignore[union-attr]
    assert report.rungs[0].open == 0


@pytest.mark.parametrize("day", [date(2026, 9, 30), date(2027, 1, 1)])
def test_a_waiver_holds_only_between_its_days(day: date) -> None:
    assert saf(with_waiver(day)) == ["SAF001"]


@pytest.mark.parametrize(
    "changed",
    [
        {"reason": None},
        {"compensates": None},
        {"approved_by": "head-of-lending"},
        {"approved_by": "deputy"},
        {"approved_by": "ghost"},
        {"expires": "2027-10-02"},
        {"granted": "2026-12-31"},
        {"applies_to": "[roles/ai-officer]"},
        {"rule": "no-fallback"},
        {"rule": "SAF"},
        {"rule": "eu-ai-act"},
    ],
)
def test_a_waiver_that_is_incomplete_self_approved_too_long_or_about_something_else_waives_nothing(
    changed: dict[str, str | None],
) -> None:
    assert saf(with_waiver(**changed)) == ["SAF001"]


def test_without_exceptions_the_naked_truth_is_shown() -> None:
    report = with_waiver(choice=Choice(exceptions=False))
    assert saf(report) == ["SAF001"]
    assert report.excepted == ()


def test_what_cannot_be_waived_is_not() -> None:
    report = judged(
        "spaces: {lending: {owner: null}}\nwaivers: {w-1: {"
        + ", ".join(f"{key}: {value}" for key, value in {**_WAIVER, "rule": "no-human-owner"}.items())
        + "}}"
    )
    assert "OWN001" in codes(report)


def test_a_waiver_that_covers_nothing_is_a_finding() -> None:
    report = judged("waivers: {w-1: {" + ", ".join(f"{key}: {value}" for key, value in _WAIVER.items()) + "}}")
    assert codes(report) == ["REV010"]
    assert "`w-1`" in report.findings[0].message("en") and "`w-1`" in report.findings[0].message("de")


def test_a_waiver_of_a_rule_that_this_run_does_not_ask_is_used_all_the_same() -> None:
    report = with_waiver(choice=Choice(ignore=("SAF",)))
    assert codes(report) == []
    assert report.excepted == ()


def test_of_decisions_that_share_a_cause_only_the_waived_one_is_taken_out() -> None:
    waiver = ", ".join(f"{key}: {value}" for key, value in {**_WAIVER, "rule": "no-escalation-path"}.items())
    text = "spaces: {lending: {every_decision: {escalation: null}, decisions: {lower-limit: {x-like: lending/raise-limit}}}}"
    report = judged(f"{text}\nwaivers: {{w-1: {{{waiver}}}}}")
    assert [(item.card.code, item.decisions) for item in report.excepted] == [("ESC001", ("lending/raise-limit",))]
    assert [(item.card.code, item.decisions) for item in report.findings] == [("ESC001", ("lending/lower-limit",))]
    assert report.excepted[0].fingerprint != report.findings[0].fingerprint


@pytest.mark.parametrize(
    ("changed", "because"),
    [
        ({"expires": None}, ("incomplete",)),
        ({"granted": None}, ("incomplete",)),
        ({"expires": "2026-09-30"}, ("reversed",)),
        ({"expires": "2027-10-02"}, ("too-long",)),
        ({"approved_by": "deputy", "expires": "2027-10-02"}, ("too-long", "self-approved")),
        ({}, ()),
    ],
)
def test_what_makes_a_waiver_void_is_told_whatever_day_it_is(
    changed: dict[str, str | None], because: tuple[str, ...]
) -> None:
    same = "roles: {deputy: {x-like: roles/head-of-lending, title: Deputy}}\n"
    entries = {key: value for key, value in {**_WAIVER, **changed}.items() if value is not None}
    written = ", ".join(f"{key}: {value}" for key, value in entries.items())
    source = laid_over(f"{same}waivers: {{w-1: {{{written}}}}}")
    (waiver,) = check([source], TODAY).workspace.waivers
    assert void_because(waiver, Settings(date(2030, 1, 1))) == because
