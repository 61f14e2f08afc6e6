"""The report as a whole: the day, the calendar, what was not possible, what blocks."""

from datetime import date

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Report
from orchestrator_lint.problems import Severity
from orchestrator_lint.sources import Source
from tests.rules.laid_over import BASE

TODAY = date(2026, 11, 24)


def _report(text: str, as_of: date | None = None, *more: str) -> Report:
    sources = [Source(f"{number}.yaml", given.encode()) for number, given in enumerate((text, *more))]
    return check(sources, TODAY, as_of).report


def _base() -> str:
    return BASE.read_text(encoding="utf-8")


def test_the_day_is_the_option_else_the_policy_else_today() -> None:
    silent = _base().replace("  as_of: 2026-11-01\n", "")
    for text, option, expected in (
        (_base(), date(2027, 1, 1), (date(2027, 1, 1), "option")),
        (_base(), None, (date(2026, 11, 1), "policy")),
        (silent, None, (TODAY, "today")),
        (silent.replace("name: Example Bank", "name: Example Bank\n  as_of: 2026-02-30"), None, (TODAY, "today")),
    ):
        report = _report(text, option)
        assert (report.as_of, report.as_of_from) == expected


def test_what_only_the_calendar_causes_is_marked_and_can_be_kept_from_blocking() -> None:
    report = _report(_base(), date(2027, 1, 15))
    assert [finding.card.code for finding in report.findings if finding.calendar] == ["REV002"]
    calendar_only = report._replace(findings=tuple(finding for finding in report.findings if finding.calendar))
    assert calendar_only.blocks(Severity.ERROR)
    assert not calendar_only.blocks(Severity.ERROR, calendar_blocks=False)


def test_one_mistake_is_one_finding_and_the_checks_it_makes_impossible_are_counted() -> None:
    report = _report(_base().replace("autonomy: recommends", "autonomy: recomends"))
    assert [finding.card.code for finding in report.findings] == ["SHP002"]
    line = next(number for number, text in enumerate(_base().splitlines(), 1) if "autonomy: recommends" in text)
    assert {item.cause.line for item in report.not_possible if item.cause} == {line}
    assert sum(item.number for item in report.not_possible) > 3


def test_a_misspelt_key_is_not_reported_as_missing() -> None:
    report = _report(
        _base().replace("    owner: head-of-lending\n    principles", "    ownr: head-of-lending\n    principles")
    )
    assert [finding.card.code for finding in report.findings] == ["SHP001"]


def test_a_reference_that_may_stand_in_a_broken_file_is_not_reported() -> None:
    cut = _base().index("\nsystems:")
    roles, rest = _base()[:cut], "orchestrator: 1" + _base()[cut:]
    whole = _report(roles, None, rest)
    assert [finding.card.code for finding in whole.findings] == []
    broken = _report(roles + "\n  broken: [\n", None, rest)
    assert [finding.card.code for finding in broken.findings] == ["YML001"]
    assert broken.counts.unread == 1


def test_a_reference_that_stands_nowhere_is_reported_beside_a_broken_file() -> None:
    report = _report(_base().replace("steward: model-steward", "steward: nobody-here"), None, "a: [")
    assert sorted({finding.card.code for finding in report.findings}) == ["REF001", "YML001"]


def test_findings_do_not_depend_on_the_order_of_the_files() -> None:
    cut = _base().index("\nsystems:")
    parts = [
        _base()[:cut],
        "orchestrator: 1" + _base()[cut:].replace("owner: head-of-lending\n    principles", "principles"),
    ]
    sources = [Source("a.yaml", parts[0].encode()), Source("b.yaml", parts[1].encode())]
    forward = check(sources, TODAY).report
    assert [finding.card.code for finding in forward.findings] == ["OWN001"]
    backward = check(sources[::-1], TODAY).report
    assert forward._replace(run=backward.run) == backward  # each run looks places up in files of its own


def test_a_rule_that_fires_nearly_everywhere_is_ranked_behind_what_is_particular() -> None:
    decisions = "".join(f"      d{number}: {{status: draft, autonomy: human-only}}\n" for number in range(10))
    text = (
        "orchestrator: 1\nspaces:\n  s:\n    owner: nobody\n    purpose: x\n    principles: [p]\n    decisions:\n"
        + decisions.replace("d0: {status: draft", "d0: {status: draft, owner: [a, b]")
        + "principles: {p: {statement: x}}\nroles: {a: {title: A}, b: {title: B}, nobody: {title: N}}\n"
    )
    report = _report(text)
    ranked = [report.findings[position].card.code for position in report.ranked]
    assert ranked[0] == "OWN004", ranked
