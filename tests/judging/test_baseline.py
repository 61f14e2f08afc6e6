"""A baseline takes out of the count what is known already, and nothing else; it only shrinks."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Baseline, Choice, Entry, Report, taken_in, with_old_findings
from orchestrator_lint.sources import Source
from tests.judging.test_choice import codes
from tests.judging.test_comments import GOOD, SHARED
from tests.rules.laid_over import TODAY, laid_over

_A = "spaces: {lending: {decisions: {raise-limit: {oversight: {stop: null}}}}}"
_TWO = "spaces: {lending: {decisions: {lower-limit: {x-like: lending/raise-limit, OWN}, raise-limit: {OTHER}}}}"
_STOP, _WHOLE = "oversight: {stop: null}", "title: Raise a limit"
SINCE = date(2026, 10, 1)
ASSURED = Choice(profile="assured")


def judged(fragment: str, entries: tuple[Entry, ...] = (), choice: Choice = ASSURED, covers_all: bool = True) -> Report:
    return check(
        [laid_over(fragment)], TODAY, TODAY, None, choice, Baseline("baseline.json", entries, covers_all)
    ).report


def entries_of(fragment: str) -> tuple[Entry, ...]:
    """The entries of what stands there, as a new baseline has them."""
    return tuple(
        Entry(
            item.card.code,
            item.about,
            item.fingerprint,
            item.names,
            item.decisions,
            SINCE,
            "known since the import",
            line,
        )
        for line, item in enumerate(judged(fragment).findings, 1)
    )


def two(own: str, other: str) -> str:
    return _TWO.replace("OWN", own).replace("OTHER", other)


def test_what_stood_when_the_baseline_was_made_does_not_count_and_stays_visible() -> None:
    report = judged(_A, entries_of(_A))
    assert codes(report) == []
    (finding,) = report.excepted
    assert finding.excepted is not None
    assert (finding.card.code, finding.excepted.kind, finding.excepted.since) == ("SAF001", "baseline", SINCE)
    assert (finding.excepted.place.path, finding.excepted.reason.de) == ("baseline.json", "known since the import")
    assert report.baseline == entries_of(_A)


def test_an_old_finding_is_mended_by_no_baseline() -> None:
    before, after = judged(_A).rungs, judged(_A, entries_of(_A)).rungs
    assert before == after and before[0].open == 1


def test_it_holds_what_nobody_may_waive_and_neither_what_cannot_be_read_nor_faults_of_exceptions() -> None:
    unowned = "spaces: {lending: {owner: null}}"
    assert "OWN001" not in codes(judged(unowned, entries_of(unowned)))
    misspelt = "spaces: {lending: {ownr: case-worker}}"
    assert "SHP001" in codes(judged(misspelt, entries_of(misspelt)))
    idle = "waivers: {w-1: {rule: no-stop, applies_to: [lending], reason: It is built., compensates: Two read., requested_by: case-worker, approved_by: ai-officer, granted: 2026-10-01, expires: 2026-12-31}}"
    assert "REV010" in codes(judged(idle)) and "REV010" in codes(judged(idle, entries_of(idle)))


def test_moved_lines_renamed_files_and_another_language_change_nothing() -> None:
    entries, source = entries_of(_A), laid_over(_A)
    moved = Source("elsewhere/other.yaml", b"# new\n\n\n" + source.data)
    report = check([moved], TODAY, TODAY, None, ASSURED, Baseline("b.json", entries)).report
    assert (codes(report), len(report.excepted)) == ([], 1)


def test_a_swap_is_caught() -> None:
    known = entries_of(two(_STOP, _WHOLE))
    report = judged(two("title: Lower a limit", _STOP), known)
    assert codes(report) == ["REV014", "SAF001"]
    stale, new = sorted(report.findings, key=lambda finding: finding.card.code)
    assert new.about == "lending/raise-limit"
    assert "`SAF001` at `lending/lower-limit`" in stale.message("en") and "baseline update" in stale.message("de")


def test_a_decision_that_joins_a_shared_gap_counts() -> None:
    known = entries_of("spaces: {lending: {every_decision: {escalation: null}}}")
    report = judged(SHARED, known)
    assert [(item.card.code, item.decisions) for item in report.findings] == [("ESC001", ("lending/lower-limit",))]
    assert [(item.card.code, item.decisions) for item in report.excepted] == [("ESC001", ("lending/raise-limit",))]
    assert report.baseline == known


def test_an_entry_for_a_decision_that_is_mended_is_stale_in_that_part() -> None:
    known = entries_of(SHARED)
    report = judged("spaces: {lending: {every_decision: {escalation: null}}}", known)
    (stale,) = report.findings
    assert stale.card.code == "REV014" and "for `lending/lower-limit`" in stale.message("en")
    assert [entry.decisions for entry in report.baseline] == [("lending/raise-limit",)]


def test_what_is_partly_mended_stays_known_and_what_is_worse_counts() -> None:
    def supplies(missing: str) -> str:
        return f"spaces: {{lending: {{decisions: {{raise-limit: {{machine: {{{missing}}}}}}}}}}}"

    both, one = supplies("supplies: null, does: null"), supplies("does: null")
    assert [item.names != () for item in judged(both).findings] == [True]
    better = judged(one, entries_of(both))
    assert codes(better) == []
    assert better.baseline[0].fingerprint == entries_of(one)[0].fingerprint
    assert (better.baseline[0].since, better.baseline[0].because) == (SINCE, "known since the import")
    assert codes(judged(both, entries_of(one))) == ["AUT004", "REV014"]


def test_what_a_waiver_or_a_comment_covers_needs_no_entry() -> None:
    known = entries_of(_A)
    text = laid_over(_A).data.decode().replace("\n        oversight:", f"\n        {GOOD}\n        oversight:", 1)
    report = check(
        [Source("example.yaml", text.encode())], TODAY, TODAY, None, ASSURED, Baseline("b.json", known)
    ).report
    assert codes(report) == ["REV014"]
    assert [item.excepted.kind for item in report.excepted if item.excepted] == ["comment"]


def test_a_run_over_other_files_calls_no_entry_stale() -> None:
    assert codes(judged("", entries_of(_A), covers_all=False)) == []
    assert codes(judged("", entries_of(_A))) == ["REV014"]


def test_where_something_could_not_be_read_no_entry_is_stale() -> None:
    broken = Source("broken.yaml", b"orchestrator: 1\nspaces: [\n")
    sources = [laid_over(""), broken]
    report = check(sources, TODAY, TODAY, None, ASSURED, Baseline("b.json", entries_of(_A))).report
    assert "REV014" not in codes(report)


def test_without_exceptions_the_naked_truth_is_shown() -> None:
    report = judged(_A, entries_of(_A), ASSURED._replace(exceptions=False))
    assert (codes(report), report.excepted) == (["SAF001"], ())


def test_an_entry_holds_whatever_rules_a_run_asks_for() -> None:
    report = judged(_A, entries_of(_A), ASSURED._replace(ignore=("SAF",)))
    assert (codes(report), report.excepted) == ([], ())


@pytest.mark.parametrize("joined", [("lending/b",), ("lending/a", "lending/b")])
def test_taken_in_are_new_entries_and_the_decisions_that_joined_a_known_one(joined: tuple[str, ...]) -> None:
    known = Entry("SAF001", "lending", "f1", (), ("lending/a",), SINCE)
    more = [Entry("ESC001", "lending", "f2", (), (), TODAY), known._replace(decisions=joined, since=TODAY)]
    assert [(entry.code, entry.decisions) for entry in taken_in([known], more)] == [
        ("ESC001", ()),
        ("SAF001", ("lending/a", "lending/b")),
    ]


def test_documents_count_what_the_baseline_holds_among_what_is_open() -> None:
    report = judged(two(_STOP, _STOP), entries_of(two(_STOP, _WHOLE)))
    together = with_old_findings(report)
    assert (len(report.findings), len(report.excepted)) == (1, 1)
    assert [finding.about for finding in together.findings] == ["lending/raise-limit", "lending/lower-limit"]
    assert (sorted(together.ranked), together.excepted) == ([0, 1], ())
    untouched = judged(_A)
    assert with_old_findings(untouched) is untouched


def test_as_of_a_day_before_it_was_taken_in_an_entry_holds_nothing_and_is_not_lost() -> None:
    known = entries_of(_A)
    before = date(2026, 9, 30)
    report = check([laid_over(_A)], TODAY, before, None, ASSURED, Baseline("b.json", known)).report
    assert "SAF001" in codes(report) and "REV014" not in codes(report)
    assert (report.excepted, report.baseline) == ((), known)
    mended = check([laid_over("")], TODAY, before, None, ASSURED, Baseline("b.json", known)).report
    assert "REV014" not in codes(mended) and mended.baseline == known
