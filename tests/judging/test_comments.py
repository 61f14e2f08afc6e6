"""A comment in a policy lets one finding at one place not count for a while; what it lacks is a finding."""

import time
from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Choice, Report
from orchestrator_lint.sources import Source
from tests.judging.test_choice import codes
from tests.rules.laid_over import TODAY, laid_over

GAP = "spaces: {lending: {decisions: {raise-limit: {oversight: {stop: null}}}}}"
SHARED = (
    "spaces: {lending: {every_decision: {escalation: null}, decisions: {lower-limit: {x-like: lending/raise-limit}}}}"
)
GOOD = "# orchestrator-lint: allow no-stop until 2026-12-31 because the switch is built until then"


def commented(
    comment: str, fragment: str = GAP, at: str = "        oversight:", day: date = TODAY, choice: Choice | None = None
) -> Report:
    """What is found once a comment stands behind the first line that begins with `at`."""
    lines = laid_over(fragment).data.decode().split("\n")
    number = next(number for number, line in enumerate(lines) if line.startswith(at))
    lines[number] += f"  {comment}"
    source = Source("example.yaml", "\n".join(lines).encode())
    return check([source], TODAY, day, choice=choice or Choice(profile="assured")).report


def test_the_gap_stands_at_the_line_of_these_tests() -> None:
    (finding,) = commented("").findings
    assert (finding.card.code, finding.location.line) == ("SAF001", line_of("        oversight:"))


def line_of(begin: str, fragment: str = GAP) -> int:
    lines = laid_over(fragment).data.decode().split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.startswith(begin))


@pytest.mark.parametrize("rule", ["no-stop", "SAF001", "saf001"])
def test_a_comment_takes_one_finding_out_of_the_count_and_leaves_it_visible(rule: str) -> None:
    report = commented(GOOD.replace("no-stop", rule))
    assert codes(report) == []
    (finding,) = report.excepted
    assert finding.card.code == "SAF001" and finding.excepted is not None
    assert finding.excepted.kind == "comment" and finding.excepted.expires == date(2026, 12, 31)
    assert finding.excepted.reason.en == "the switch is built until then"
    assert finding.excepted.id == f"example.yaml:{line_of('        oversight:')}"
    assert report.rungs[0].open == 0


def test_a_comment_on_the_line_above_does_the_same() -> None:
    text = laid_over(GAP).data.decode().replace("\n        oversight:", f"\n        {GOOD}\n        oversight:", 1)
    report = check([Source("example.yaml", text.encode())], TODAY, TODAY).report
    assert (codes(report), len(report.excepted)) == ([], 1)


def test_of_decisions_that_share_a_cause_a_comment_at_one_of_them_takes_out_that_one() -> None:
    comment = GOOD.replace("no-stop", "no-escalation-path")
    report = commented(comment, SHARED, "      raise-limit:")
    assert [(item.card.code, item.decisions) for item in report.excepted] == [("ESC001", ("lending/raise-limit",))]
    assert [(item.card.code, item.decisions) for item in report.findings] == [("ESC001", ("lending/lower-limit",))]


def test_a_comment_at_the_space_takes_out_all_that_share_its_gap() -> None:
    report = commented(GOOD.replace("no-stop", "no-escalation-path"), SHARED, "  lending:")
    assert codes(report) == []
    assert [item.decisions for item in report.excepted] == [("lending/lower-limit", "lending/raise-limit")]


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("# orchestrator-lnt: allow no-stop until 2026-12-31 because x", "`orchestrator-lnt`"),
        ("# orchestrator-lint: ignore no-stop until 2026-12-31 because x", "does not begin with `allow`"),
        ("# orchestrator-lint: allow no-stopp until 2026-12-31 because x", "Did you mean `no-stop`?"),
        ("# orchestrator-lint: allow zzzzzz until 2026-12-31 because x", "no rule is called `zzzzzz`. `orch"),
        ("# orchestrator-lint: allow until 2026-12-31 because x", "no rule is called ``"),
        ("# orchestrator-lint: allow no-stop, no-fallback until 2026-12-31 because x", "more than one rule"),
        ("# orchestrator-lint: allow SAF until 2026-12-31 because x", "no rule is called `SAF`"),
        ("# orchestrator-lint: allow no-stop because x", "does not say until when"),
        ("# orchestrator-lint: allow no-stop until because x", "does not say until when"),
        ("# orchestrator-lint: allow no-stop until 2026-02-30 because x", "`2026-02-30` is no day"),
        ("# orchestrator-lint: allow no-stop until 20261231 because x", "`20261231` is no day"),
        ("# orchestrator-lint: allow no-stop until 2026-12-31", "gives no reason"),
        ("# orchestrator-lint: allow no-stop until 2026-12-31 because ", "gives no reason"),
        ("# orchestrator-lint: allow no-stop until 2027-11-02 because x", "later than 12 months from now"),
    ],
)
def test_a_comment_without_rule_day_or_reason_allows_nothing_and_says_what_it_lacks(comment: str, says: str) -> None:
    report = commented(comment)
    assert codes(report) == ["REV011", "SAF001"]
    (fault,) = [finding for finding in report.findings if finding.card.code == "REV011"]
    assert says in fault.message("en")
    assert "erlaubt nichts" in fault.message("de")
    assert (fault.location.line, fault.location.end_column - fault.location.column) == (
        line_of("        oversight:"),
        len(comment),
    )


@pytest.mark.parametrize("rule", ["no-human-owner", "syntax-error", "comment-void"])
def test_from_what_cannot_be_waived_no_comment_frees(rule: str) -> None:
    report = commented(GOOD.replace("no-stop", rule))
    assert codes(report) == ["REV011", "SAF001"]
    assert f"from `{rule}` there is no exception" in report.findings[-1].message("en") + report.findings[0].message(
        "en"
    )


def test_the_longest_time_is_that_of_waivers() -> None:
    choice = Choice(profile="assured", thresholds={"waiver-max-duration": "1 month"})
    assert codes(commented(GOOD, choice=choice)) == ["REV011", "SAF001"]


def test_once_its_time_is_over_the_finding_counts_again_and_only_the_calendar_is_to_blame() -> None:
    report = commented(GOOD, day=date(2027, 1, 1))
    (over,) = [finding for finding in report.findings if finding.card.code == "REV012"]
    assert "SAF001" in codes(report) and over.calendar
    assert "`no-stop` until 2026-12-31" in over.message("en")


def test_a_comment_holds_on_its_last_day() -> None:
    assert "SAF001" not in codes(commented(GOOD, day=date(2026, 12, 31)))


@pytest.mark.parametrize("at", ["        machine:", "organisation:"])
def test_a_comment_that_covers_nothing_is_a_finding(at: str) -> None:
    report = commented(GOOD, "", at)
    assert codes(report) == ["REV013"]
    assert f"(line {line_of(at, '')})" in report.findings[0].message("en")


def test_a_comment_behind_which_nothing_follows_is_a_finding() -> None:
    text = laid_over("").data.decode() + GOOD + "\n"
    report = check([Source("example.yaml", text.encode())], TODAY, TODAY).report
    assert codes(report) == ["REV011"] and "nothing follows" in report.findings[0].message("en")


def test_a_comment_in_one_file_allows_nothing_in_another() -> None:
    first = laid_over(GAP).data
    above = "\n".join(["# a line"] * (line_of("        oversight:") - 2))
    other = f"{above}\n{GOOD}\nx-notes: nothing\norchestrator: 1\n"
    report = check([Source("a.yaml", first), Source("b.yaml", other.encode())], TODAY, TODAY).report
    assert "SAF001" in codes(report) and "REV013" in codes(report)


def test_where_something_could_not_be_read_no_comment_is_called_unused() -> None:
    broken = Source("broken.yaml", b"orchestrator: 1\nspaces: [\n")
    text = laid_over("").data.decode().replace("\norganisation:", f"\n{GOOD}\norganisation:", 1)
    report = check([Source("example.yaml", text.encode()), broken], TODAY, TODAY).report
    assert "REV013" not in codes(report)


def test_without_exceptions_a_comment_allows_nothing_and_its_faults_are_said() -> None:
    naked = Choice(profile="assured", exceptions=False)
    assert codes(commented(GOOD, choice=naked)) == ["SAF001"]
    assert codes(commented("# orchestrator-lint: allow no-stop", choice=naked)) == ["REV011", "SAF001"]


@pytest.mark.parametrize("filler", [" ", "x ", "until ", "until-", "because "])
def test_a_comment_of_any_length_is_judged_in_no_time(filler: str) -> None:
    begin = time.monotonic()
    assert "REV011" in codes(commented(f"# orchestrator-lint: allow no-stop {filler * 50_000}, x"))
    assert time.monotonic() - begin < 8
